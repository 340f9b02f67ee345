import type { Clock } from '../../core/clock.ts';
import type { AccessTokens, TokenAnswer } from './access-tokens.ts';
import type { Directory } from './directory.ts';
import { type HttpAnswer, HttpError, request } from './http-client.ts';
import { isRecord } from './launch-checks.ts';
import { nextLink, resultsUrl, scoresUrl } from './line-item-url.ts';
import type { Platform } from './platforms.store.ts';
import type { GradeAbilities, GradeServices, ResultRead, Score, ScoreAnswer } from './ports.ts';
import { quirksOf } from './quirks/index.ts';
import { readScoreAnswer, wordsOf } from './score-answers.ts';
import { MEDIA_TYPE, SCOPE } from './vocabulary.ts';

const TIMEOUT_MS = 15_000;
const MAX_BYTES = 4 * 1024 * 1024;
/** Canvas pages by ten and ignores no filter; this is for one that ignores the filter by person. */
const PAGES_MAX = 2000;

/** A result could not be read: what is in the LMS is unknown. `words` are the LMS's own, where it said something. */
class LtiServiceError extends Error {
  override readonly name = 'LtiServiceError';
  readonly status: number;
  readonly words: string;

  constructor(status: number, words: string) {
    super(`the LMS's service answered ${status}: ${words}`);
    this.status = status;
    this.words = words;
  }
}

interface Parts {
  directory: Directory;
  tokens: AccessTokens;
  clock: Clock;
}

/** An answer of the service itself, or why there is none. */
type Called =
  | { readonly type: 'answer'; readonly answer: HttpAnswer }
  | Exclude<TokenAnswer, { type: 'token' }>
  | { readonly type: 'lost'; readonly words: string };

/** Assignment and Grade Services 2.0 over ltijs's access tokens. */
export function createGradeServices({ directory, tokens, clock }: Parts): GradeServices {
  const call = async (platform: Platform, scope: string, url: string, init: Init): Promise<Called> => {
    let refusedToken: string | undefined;
    for (;;) {
      const token = await tokens.get(platform, scope, refusedToken);
      if (token.type !== 'token') return token;
      const called = await send(url, token.token, init);
      // A token may have been revoked: one new one, no more.
      const again = called.type === 'answer' && called.answer.status === 401 && refusedToken === undefined;
      if (!again) return called;
      refusedToken = token.token;
    }
  };

  /** The platform, when the address is one of its own: tokens go nowhere else. */
  const platformOf = async (platformId: string, url: string): Promise<Platform | string> => {
    const platform = await directory.findPlatform(platformId);
    if (platform?.status !== 'active') return 'the platform is not active';
    const origins = await directory.platformOrigins(platform);
    if (URL.canParse(url) && origins.has(new URL(url).origin)) return platform;
    return 'the address of the column does not belong to the platform';
  };

  return {
    async abilities(platformId): Promise<GradeAbilities> {
      const platform = await directory.findPlatform(platformId);
      return { clearsScores: quirksOf(platform?.family ?? null).canClearGrade };
    },

    async postScore(platformId, lineItemUrl, score): Promise<ScoreAnswer> {
      const platform = await platformOf(platformId, lineItemUrl);
      if (typeof platform === 'string') return { type: 'refused', status: 0, words: platform };
      const quirks = quirksOf(platform.family);
      const body = JSON.stringify({ ...asAgsScore(score), ...quirks.scoreExtension });
      const called = await call(platform, SCOPE.score, scoresUrl(lineItemUrl), {
        method: 'POST',
        headers: { 'content-type': MEDIA_TYPE.score },
        body,
      });
      if (called.type === 'lost') return { type: 'unknown', words: called.words };
      if (called.type === 'answer') return readScoreAnswer(rawOf(called.answer), quirks, clock.now());
      const words = wordsOf(called.body);
      return called.type === 'refused'
        ? { type: 'refused', status: called.status, words }
        : { type: 'busy', status: called.status, words, retryAfterSeconds: null };
    },

    async readResult(platformId, lineItemUrl, userId): Promise<ResultRead | null> {
      const platform = await platformOf(platformId, lineItemUrl);
      if (typeof platform === 'string') throw new LtiServiceError(0, platform);
      const quirks = quirksOf(platform.family);
      let url: string | null = resultsUrl(lineItemUrl, userId);
      for (let page = 0; url !== null && page < PAGES_MAX; page++) {
        const called = await call(platform, SCOPE.results, url, { headers: { accept: MEDIA_TYPE.results } });
        const { headers, body } = answerOf(called);
        const mine = parseResults(body).find((result) => result.userId === userId);
        if (mine) return asResult(mine);
        url = nextLink(quirks.linkHeader(headers.get('link') ?? ''), url);
        if (url !== null && typeof (await platformOf(platformId, url)) === 'string') {
          throw new LtiServiceError(200, 'the next page does not belong to the platform');
        }
      }
      return null;
    },
  };
}

type Init = { method?: 'POST'; headers: Record<string, string>; body?: string };

async function send(url: string, token: string, init: Init): Promise<Called> {
  const headers = { ...init.headers, authorization: `Bearer ${token}` };
  try {
    const answer = await request(url, { ...init, headers, timeoutMs: TIMEOUT_MS, maxBytes: MAX_BYTES });
    return { type: 'answer', answer };
  } catch (error) {
    return { type: 'lost', words: error instanceof HttpError ? LOST_WORDS[error.failure] : String(error) };
  }
}

const LOST_WORDS = {
  timeout: 'the LMS did not answer in time',
  unreachable: 'the connection to the LMS broke',
  tooLarge: 'the answer of the LMS was too large',
} as const;

/** AGS 2.0 §3.4: a grade that is final, with the moment it was made; without a value it asks to clear what is there. */
const asAgsScore = ({ timestamp, scoreGiven, scoreMaximum, ...score }: Score): object => ({
  ...score,
  ...(scoreGiven !== null && { scoreGiven, scoreMaximum }),
  timestamp: timestamp.toISOString(),
  activityProgress: 'Completed',
  gradingProgress: scoreGiven === null ? 'NotReady' : 'FullyGraded',
});

const rawOf = ({ status, headers, body }: HttpAnswer) => ({
  status,
  retryAfter: headers.get('retry-after'),
  body,
});

function answerOf(called: Called): HttpAnswer {
  if (called.type === 'lost') throw new LtiServiceError(0, called.words);
  if (called.type !== 'answer') throw new LtiServiceError(called.status, wordsOf(called.body));
  if (called.answer.status !== 200)
    throw new LtiServiceError(called.answer.status, wordsOf(called.answer.body));
  return called.answer;
}

function parseResults(body: string): Readonly<Record<string, unknown>>[] {
  try {
    const parsed: unknown = JSON.parse(body);
    if (Array.isArray(parsed)) return parsed.filter(isRecord);
  } catch {
    // An HTML page: unreadable below.
  }
  throw new LtiServiceError(200, wordsOf(body));
}

/** AGS 2.0 §3.5: the maximum is 1 where none is given. A person without a grade has a result without a score. */
function asResult(result: Readonly<Record<string, unknown>>): ResultRead {
  const score = typeof result.resultScore === 'number' ? result.resultScore : null;
  const maximum = typeof result.resultMaximum === 'number' ? result.resultMaximum : null;
  const comment = typeof result.comment === 'string' ? result.comment : null;
  return { score, maximum: score === null ? maximum : (maximum ?? 1), comment };
}
