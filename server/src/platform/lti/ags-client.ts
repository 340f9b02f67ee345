import type { Clock } from '../../core/clock.ts';
import type { Directory } from './directory.ts';
import type { HttpAnswer } from './http-client.ts';
import { isRecord } from './launch-checks.ts';
import { resultsUrl, scoresUrl } from './line-item-url.ts';
import type { GradeAbilities, GradeServices, ResultRead, Score, ScoreAnswer } from './ports.ts';
import { quirksOf } from './quirks/index.ts';
import { readScoreAnswer, wordsOf } from './score-answers.ts';
import { type Called, nextPageOf, type ServiceClient } from './service-client.ts';
import { MEDIA_TYPE, SCOPE } from './vocabulary.ts';

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

/** Assignment and Grade Services 2.0 over ltijs's access tokens. */
export function createGradeServices(
  client: ServiceClient,
  directory: Directory,
  clock: Clock,
): GradeServices {
  return {
    async abilities(platformId): Promise<GradeAbilities> {
      const platform = await directory.findPlatform(platformId);
      return { clearsScores: quirksOf(platform?.family ?? null).canClearGrade };
    },

    async postScore(platformId, lineItemUrl, score): Promise<ScoreAnswer> {
      const addressed = await client.address(platformId, lineItemUrl);
      if (addressed.type !== 'platform') return { type: 'refused', status: 0, words: addressed.words };
      const { platform, quirks } = addressed;
      const body = JSON.stringify({ ...asAgsScore(score), ...quirks.scoreExtension });
      const called = await client.call(platform, SCOPE.score, scoresUrl(lineItemUrl), {
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
      const addressed = await client.address(platformId, lineItemUrl);
      if (addressed.type !== 'platform') throw new LtiServiceError(0, addressed.words);
      const { platform, quirks } = addressed;
      let url: string | null = resultsUrl(lineItemUrl, userId);
      for (let page = 0; url !== null && page < PAGES_MAX; page++) {
        const called = await client.call(platform, SCOPE.results, url, {
          headers: { accept: MEDIA_TYPE.results },
        });
        const answer = answerOf(called);
        const mine = parseResults(answer.body).find((result) => result.userId === userId);
        if (mine) return asResult(mine);
        url = nextPageOf(answer, quirks, url);
        if (url !== null && (await client.address(platformId, url)).type !== 'platform') {
          throw new LtiServiceError(200, 'the next page does not belong to the platform');
        }
      }
      return null;
    },
  };
}

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
