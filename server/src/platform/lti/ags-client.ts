import type { Clock } from '../../core/clock.ts';
import { createAgsCalls } from './ags-calls.ts';
import type { Directory } from './directory.ts';
import { createLineItemCalls } from './line-items-client.ts';
import { resultsUrl, scoresUrl } from './line-item-url.ts';
import type { GradeAbilities, GradeServices, HandedIn, ResultRead, Score, ScoreAnswer } from './ports.ts';
import { type Quirks, quirksOf } from './quirks/index.ts';
import { readScoreAnswer } from './score-answers.ts';
import type { ServiceClient } from './service-client.ts';
import { MEDIA_TYPE, SCOPE } from './vocabulary.ts';

/** How long it is believed of which kind an LMS is. */
const ABILITIES_MS = 60_000;

/** Assignment and Grade Services 2.0 over ltijs's access tokens. */
export function createGradeServices(
  client: ServiceClient,
  directory: Directory,
  clock: Clock,
): GradeServices {
  const calls = createAgsCalls(client, clock);

  async function post(
    platformId: string,
    lineItemUrl: string,
    bodyFor: (quirks: Quirks) => object,
  ): Promise<ScoreAnswer> {
    const found = await calls.address(platformId, lineItemUrl);
    if (found.type === 'refused') return found;
    const { platform, quirks } = found;
    const answer = await calls.call(platform, SCOPE.score, scoresUrl(lineItemUrl), {
      method: 'POST',
      headers: { 'content-type': MEDIA_TYPE.score },
      body: JSON.stringify(bodyFor(quirks)),
    });
    return 'type' in answer ? answer : readScoreAnswer(answer, quirks, clock.now());
  }

  const resultPages = (platformId: string, url: string) =>
    calls.pages(platformId, SCOPE.results, url, MEDIA_TYPE.results);

  /** What kind of LMS a platform is hardly ever changes; pages ask all the time. */
  const known = new Map<string, { readonly abilities: GradeAbilities; readonly until: number }>();

  return {
    async abilities(platformId) {
      const now = clock.now().getTime();
      const before = known.get(platformId);
      if (before && now < before.until) return before.abilities;
      const { abilities } = quirksOf((await directory.findPlatform(platformId))?.family ?? null);
      known.set(platformId, { abilities, until: now + ABILITIES_MS });
      return abilities;
    },

    postScore: (platformId, lineItemUrl, score) =>
      post(platformId, lineItemUrl, (quirks) => ({
        ...asAgsScore(score),
        ...quirks.scoreExtension({ type: 'grade' }),
      })),

    postHandedIn: (platformId, lineItemUrl, handedIn, newAttempt) =>
      post(platformId, lineItemUrl, (quirks) => ({
        ...asAgsHandedIn(handedIn),
        ...quirks.scoreExtension({ type: 'handedIn', ...handedIn, newAttempt }),
      })),

    async readResult(platformId, lineItemUrl, userId) {
      const found = await calls.address(platformId, lineItemUrl);
      if (found.type === 'refused') return found;
      // One that ignores the filter by person gives all: they are looked through page by page.
      for await (const page of resultPages(platformId, resultsUrl(lineItemUrl, { user_id: userId }))) {
        if (page.type !== 'ok') return page;
        const mine = page.value.find((result) => result.userId === userId);
        if (mine) return { type: 'ok', value: asResult(mine) };
      }
      return { type: 'ok', value: null };
    },

    async *readResults(platformId, lineItemUrl) {
      const found = await calls.address(platformId, lineItemUrl);
      if (found.type === 'refused') {
        yield found;
        return;
      }
      for await (const page of resultPages(platformId, resultsUrl(lineItemUrl, found.quirks.pageQuery))) {
        yield page.type === 'ok' ? { type: 'ok', value: page.value.flatMap(asNamedResult) } : page;
      }
    },

    ...createLineItemCalls(calls, clock),
  };
}

/** AGS 2.0 §3.4: a grade that is final, or none, with the moment it was made. */
const asAgsScore = ({ userId, scoreGiven, scoreMaximum, comment, timestamp }: Score): object => ({
  userId,
  ...(scoreGiven !== null && { scoreGiven, scoreMaximum }),
  ...(comment !== '' && { comment }),
  timestamp: timestamp.toISOString(),
  activityProgress: 'Completed',
  gradingProgress: scoreGiven === null ? 'NotReady' : 'FullyGraded',
});

const asAgsHandedIn = ({ userId, comment, timestamp, submittedAt }: HandedIn): object => ({
  userId,
  ...(comment !== '' && { comment }),
  timestamp: timestamp.toISOString(),
  activityProgress: 'Submitted',
  gradingProgress: 'PendingManual',
  submission: { submittedAt: submittedAt.toISOString() },
});

/** AGS 2.0 §3.5: the maximum is 1 where none is given. A person without a grade has a result without a score. */
function asResult(result: Readonly<Record<string, unknown>>): ResultRead {
  const score = typeof result.resultScore === 'number' ? result.resultScore : null;
  const maximum = typeof result.resultMaximum === 'number' ? result.resultMaximum : null;
  const comment = typeof result.comment === 'string' ? result.comment : null;
  return {
    userId: String(result.userId),
    score,
    maximum: score === null ? maximum : (maximum ?? 1),
    comment,
  };
}

const asNamedResult = (result: Readonly<Record<string, unknown>>): ResultRead[] =>
  typeof result.userId === 'string' ? [asResult(result)] : [];
