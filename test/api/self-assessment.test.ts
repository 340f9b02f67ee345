/** Learners rate their own work while peers review it, and later see the difference; who sees what, and when. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { z } from 'zod';
import type * as contract from '../../server/src/contracts/peer-review-self.ts';
import { newId } from '../../server/src/core/ids.ts';
import type { ApiSession } from '../factories/browserless.ts';
import { openEssay } from '../factories/essay.ts';
import type { ApiStack } from '../factories/roundtable.ts';
import { until } from '../factories/until.ts';
import { handInAll, reviewAndRelease } from '../factories/taking-part.ts';

type Own = z.output<typeof contract.GetSelfAssessment.response>;

const activityId = newId();
const at = (path: string) => `/activities/${activityId}/${path}`;
let stack: ApiStack;
let teacher: ApiSession;
let ada: ApiSession;
let learners: ApiSession[];

const own = (session: ApiSession) => session.ok<Own>('GET', at('self-assessment'));
const bodyOf = (points: number, expectedRevision: number) => ({
  ratings: [{ criterionId: 'content', points }],
  comment: 'I am proud of it.',
  expectedRevision,
});
const waits = async () =>
  (await ada.ok<{ next: { code: string }[] }>('GET', '/home')).next.some(
    ({ code }) => code === 'ASSESS_SELF',
  );
const submit = (points: number, expectedRevision: number) =>
  ada.call('PUT', at('self-assessment'), bodyOf(points, expectedRevision));

beforeAll(async () => {
  const closesAt = new Date(Date.now() + 2 * 86_400_000).toISOString();
  ({ stack, teacher, learners } = await openEssay(activityId, {
    selfAssessment: { opens: 'withReviews', closesAt },
  }));
  [ada] = learners as [ApiSession];
}, 60_000);
afterAll(() => stack.close());

test('without a work, and before reviews, there is nothing to assess', async () => {
  expect(await own(ada)).toMatchObject({ window: 'noWork', can: { edit: false } });
  expect(await submit(9, 0)).toMatchObject({
    status: 409,
    body: { error: { code: 'SELF_ASSESSMENT_CLOSED' } },
  });
  await handInAll({ activityId, teacher, learners });
  expect(await own(ada)).toMatchObject({ window: 'open', state: 'toDo', can: { edit: true } });
  await until('it waits for her on her home', waits);
});

test('it is kept while one types, submitted whole, and changed', async () => {
  await ada.ok('PUT', at('self-assessment/draft'), { ...bodyOf(9, 0), ratings: [] });
  expect(await ada.call('PUT', at('self-assessment'), { ...bodyOf(9, 1), ratings: [] })).toMatchObject({
    status: 422,
    body: { error: { code: 'RATING_MISSING' } },
  });
  expect(await submit(9, 1)).toMatchObject({ status: 200, body: { state: 'submitted', revision: 2 } });
  expect(await submit(8, 1)).toMatchObject({ status: 409, body: { error: { code: 'STALE_REVISION' } } });
  expect(await submit(10, 2)).toMatchObject({ status: 200, body: { state: 'submitted', revision: 3 } });
  await until('it waits for her no more', async () => !(await waits()));
});

test('places in the own work are commented; on what is not there nothing is, and it stays as the draft', async () => {
  const comment = { id: 'a', workVersion: 1, text: 'Too short.' };
  const onWord = (quote: string) => ({
    ...comment,
    anchor: { kind: 'text', block: 0, start: 0, end: quote.length, quote },
  });
  const say = (quote: string, revision: number) =>
    ada.call('PUT', at('self-assessment'), { ...bodyOf(10, revision), inline: [onWord(quote)] });
  expect(await say('Tunnels', 3)).toMatchObject({
    status: 422,
    body: { error: { code: 'INLINE_PLACE_UNKNOWN', details: { revision: 4 } } },
  });
  expect((await own(ada)).inline).toHaveLength(1);
  const said = { inline: [onWord('Bridges')], invitesInline: true, revision: 5 };
  expect(await say('Bridges', 4)).toMatchObject({ status: 200, body: said });
  const seen = { assessed: { inline: [{ text: 'Too short.', anchor: { quote: 'Bridges' } }] } };
  expect(await teacher.ok('GET', at(`learners/${ada.memberId}/self-assessment`))).toMatchObject(seen);
});

test('staff see it at once; learners compare after the release, and nobody else reads it', async () => {
  const memberId = ada.memberId;
  expect(await ada.ok('GET', at('self-assessment/comparison'))).toEqual({ assessed: null });
  expect(await teacher.ok('GET', at(`learners/${memberId}/self-assessment`))).toMatchObject({
    isOn: true,
    assessed: { reviews: 0, workVersion: 1, compared: { agreement: null } },
  });
  await reviewAndRelease({ activityId, teacher, learners });
  expect(await ada.ok('GET', at('self-assessment/comparison'))).toMatchObject({
    assessed: {
      reviews: 2,
      inline: [{ text: 'Too short.' }],
      compared: {
        agreement: 70,
        criteria: [{ own: { points: 10 }, other: { points: 7 }, difference: 30 }],
      },
    },
  });
  expect(await own(ada)).toMatchObject({ window: 'closed', can: { edit: false } });
  // Its height is in no grade: everybody got the same reviews.
  const results = await Promise.all(
    learners.map((one) => one.ok<{ results: { explanation: { value: number } }[] }>('GET', at('mine'))),
  );
  expect(results.map((one) => one.results[0]?.explanation.value)).toEqual([14, 14, 14]);
  const [, bo] = learners;
  for (const path of ['mine', 'received-reviews', 'self-assessment', 'self-assessment/comparison']) {
    expect(JSON.stringify(await bo?.ok('GET', at(path)))).not.toContain('proud');
  }
  expect(JSON.stringify(await ada.ok('GET', at('self-assessment/comparison')))).not.toMatch(/[0-9a-f]{32}/);
});
