/** Learners review examples before they review each other; what they learn of the scores of staff, and when. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import type { z } from 'zod';
import type * as contract from '../../server/src/contracts/peer-review-calibration.ts';
import { newId } from '../../server/src/core/ids.ts';
import type { ApiSession } from '../factories/browserless.ts';
import { openEssay } from '../factories/essay.ts';
import type { ApiStack } from '../factories/roundtable.ts';
import { handInAll } from '../factories/taking-part.ts';
import { until } from '../factories/until.ts';

type Own = z.output<typeof contract.GetOwnCalibration.response>;
type Page = z.output<typeof contract.GetExampleReview.response>;
type Rows = z.output<typeof contract.ListCalibrations.response>;

const activityId = newId();
const at = (path: string) => `/activities/${activityId}/${path}`;
const [first, second, unfinished] = [newId(), newId(), newId()];
const SECRETS = ['A very good one', 'Staff say this', 'Look at this word.'];

let stack: ApiStack;
let teacher: ApiSession;
let learners: ApiSession[];

const person = (index: number): ApiSession => {
  const found = learners[index];
  if (!found) throw new Error(`no learner ${index}`);
  return found;
};
const own = (session: ApiSession) => session.ok<Own>('GET', at('calibration'));
const page = (session: ApiSession, id: string) => session.ok<Page>('GET', at(`calibration/${id}`));
const bodyOf = (points: number, expectedRevision: number) => ({
  ratings: [{ criterionId: 'content', points }],
  comment: `I give ${points}`,
  expectedRevision,
});
const review = (session: ApiSession, id: string, points: number, expectedRevision = 0) =>
  session.call('PUT', at(`calibration/${id}`), bodyOf(points, expectedRevision));
const rowOf = async (session: ApiSession) =>
  (await teacher.ok<Rows>('GET', at('calibrations'))).rows.find(
    ({ memberId }) => memberId === session.memberId,
  );
const firstTask = async (session: ApiSession): Promise<string> => {
  const { reviewTasks } = await session.ok<{ reviewTasks: { reviewId: string }[] }>('GET', at('mine'));
  return reviewTasks[0]?.reviewId ?? '';
};

/** The first word of an example. */
const ON_WORK = { kind: 'text', block: 0, start: 0, end: 4, quote: 'Work' };

beforeAll(async () => {
  ({ stack, teacher, learners } = await openEssay(activityId, {
    calibration: { pass: { examples: 2, agreementPercent: 80 }, attempts: 2 },
  }));
  const scores = [
    [first, [{ criterionId: 'content', points: 8 }]],
    [second, [{ criterionId: 'content', points: 2 }]],
    [unfinished, []],
  ] as const;
  for (const [id, ratings] of scores) {
    await teacher.ok('PUT', at(`examples/${id}`), {
      title: SECRETS[0],
      text: `Work ${id}`,
      ratings,
      comment: SECRETS[1],
      inline: [{ id: 's', workVersion: 1, anchor: ON_WORK, text: SECRETS[2] }],
      expectedRevision: 0,
    });
  }
}, 60_000);
afterAll(() => stack.close());

test('examples are reviewed while work is still handed in, and show nothing of the scores before', async () => {
  const ada = person(0);
  const before = [await own(ada), await page(ada, first)];
  await ada.ok('PUT', at(`calibration/${first}/draft`), bodyOf(5, 0));
  const drafted = [await own(ada), await page(ada, first)];
  const seen = JSON.stringify([before, drafted]);
  expect(SECRETS.filter((secret) => seen.includes(secret))).toEqual([]);
  expect(seen).not.toMatch(/"points":8|"staff"|"title":"A/);
  expect(drafted[0]).toMatchObject({
    standing: 'open',
    pass: { needed: 2, reached: 0, agreementPercent: 80 },
    // The one that is not scored yet is not among them.
    examples: [
      { exampleId: first, number: 1, state: 'begun', agreement: null },
      { exampleId: second, number: 2, state: 'toDo', agreement: null },
    ],
  });
  expect((await ada.call('GET', at(`calibration/${unfinished}`))).status).toBe(404);
});

test('an attempt shows the scores and comments of staff beside one’s own', async () => {
  const anchor = ON_WORK;
  const inline = [{ id: 'a', workVersion: 1, anchor, text: 'Which one?' }];
  const answer = await person(0).call('PUT', at(`calibration/${first}`), { ...bodyOf(5, 1), inline });
  expect(answer).toMatchObject({
    status: 200,
    body: {
      state: 'submitted',
      attempts: { done: 1, of: 2 },
      inline,
      compared: {
        agreement: 70,
        isEnough: false,
        inline: [{ anchor, text: 'Which one?' }],
        staffInline: [{ anchor, text: SECRETS[2] }],
        criteria: [{ criterionId: 'content', own: { points: 5 }, other: { points: 8 }, difference: -30 }],
      },
      can: { edit: true },
    },
  });
  const text = JSON.stringify(answer.body);
  expect(text).toContain(SECRETS[1]);
  expect(text).not.toContain(SECRETS[0]);
  // What one learner knows is no other's.
  expect(JSON.stringify(await page(person(1), first))).not.toContain(SECRETS[1]);
});

test('the same once more is no second attempt; the third is refused', async () => {
  const ada = person(0);
  const { inline } = await page(ada, first);
  const once = await ada.call('PUT', at(`calibration/${first}`), { ...bodyOf(5, 1), inline });
  expect(once).toMatchObject({ body: { attempts: { done: 1 } } });
  const elsewhere = { ...bodyOf(6, 2), inline: inline.map((one) => ({ ...one, workVersion: 2 })) };
  expect(await ada.call('PUT', at(`calibration/${first}`), elsewhere)).toMatchObject({
    status: 422,
    body: { error: { code: 'INLINE_PLACE_UNKNOWN' } },
  });
  expect(await review(ada, first, 6, 3)).toMatchObject({
    body: { attempts: { done: 2 }, compared: { agreement: 80 } },
  });
  expect(await review(ada, first, 7, 4)).toMatchObject({
    status: 409,
    body: { error: { code: 'ATTEMPTS_USED', details: { revision: 5 } } },
  });
});

describe('real reviews', () => {
  beforeAll(() => handInAll({ activityId, teacher, learners }));

  test('are not opened, kept or submitted before the pass', async () => {
    const ada = person(0);
    const task = at(`reviews/${await firstTask(ada)}`);
    const body = bodyOf(7, 0);
    for (const answer of [
      await ada.call('GET', task),
      await ada.call('PUT', `${task}/draft`, body),
      await ada.call('PUT', task, body),
    ]) {
      expect(answer).toMatchObject({
        status: 409,
        body: { error: { code: 'CALIBRATION_NEEDED', details: { needed: 2, reached: 1 } } },
      });
    }
  });

  test('open with it', async () => {
    const ada = person(0);
    await review(ada, second, 2);
    expect(await own(ada)).toMatchObject({ standing: 'agreed', pass: { needed: 2, reached: 2 } });
    expect((await ada.call('GET', at(`reviews/${await firstTask(ada)}`))).status).toBe(200);
    expect(await rowOf(ada)).toMatchObject({
      reviewed: 2,
      attempts: 3,
      agreed: 2,
      agreement: 90,
      standing: 'agreed',
    });
  });

  test('open when staff let somebody pass, with the reason and in the trail', async () => {
    const bo = person(1);
    const decide = (passes: boolean, expectedRevision: number) =>
      teacher.call('PUT', at(`calibrations/${bo.memberId}`), {
        passes,
        reason: 'Was a tutor.',
        expectedRevision,
      });
    expect((await bo.call('GET', at(`reviews/${await firstTask(bo)}`))).status).toBe(409);
    expect(await decide(true, 0)).toMatchObject({
      status: 200,
      body: { standing: 'letPass', reason: 'Was a tutor.', revision: 1 },
    });
    expect((await decide(true, 0)).status).toBe(409);
    expect(await own(bo)).toMatchObject({ standing: 'letPass' });
    expect(JSON.stringify(await own(bo))).not.toContain('tutor');
    const task = at(`reviews/${await firstTask(bo)}`);
    await bo.ok('PUT', `${task}/draft`, bodyOf(7, 0));
    // What has begun stays open.
    expect(await decide(false, 1)).toMatchObject({ body: { standing: 'open', reason: null } });
    expect((await bo.call('GET', task)).status).toBe(200);
    const database = await mongoose.createConnection(stack.mongodbUri).asPromise();
    const trail = () => database.collection('audit').find({ type: 'calibration.letPass' }).toArray();
    await until('the trail tells of both', async () => (await trail()).length === 2);
    const text = JSON.stringify(await trail());
    expect([text.includes(bo.memberId), text.includes('tutor')]).toEqual([true, false]);
    await database.close();
  });
});

describe('staff', () => {
  test('change an example under its revision, take one away, and have at most ten', async () => {
    const body = { title: 'B', text: 'x', ratings: [], comment: '', expectedRevision: 0 };
    expect((await teacher.call('PUT', at(`examples/${second}`), body)).status).toBe(409);
    const astray = {
      ...body,
      text: 'Other words',
      inline: [{ id: 's', workVersion: 1, anchor: ON_WORK, text: 'x' }],
    };
    expect(await teacher.call('PUT', at(`examples/${newId()}`), astray)).toMatchObject({
      body: { error: { code: 'INLINE_PLACE_UNKNOWN' } },
    });
    const tooMany = { ...body, ratings: [{ criterionId: 'content', points: 11 }], expectedRevision: 1 };
    expect(await teacher.call('PUT', at(`examples/${second}`), tooMany)).toMatchObject({
      status: 422,
      body: { error: { code: 'RATING_OUT_OF_RANGE' } },
    });
    for (let n = 3; n < 10; n++) await teacher.ok('PUT', at(`examples/${newId()}`), body);
    expect(await teacher.call('PUT', at(`examples/${newId()}`), body)).toMatchObject({
      status: 409,
      body: { error: { code: 'EXAMPLES_TOO_MANY' } },
    });
    await teacher.ok('DELETE', at(`examples/${second}`));
    const { examples } = await teacher.ok<{ examples: unknown[] }>('DELETE', at(`examples/${second}`));
    expect(examples).toHaveLength(9);
    // Agreement with it still counts.
    expect(await own(person(0))).toMatchObject({ standing: 'agreed' });
  });
});
