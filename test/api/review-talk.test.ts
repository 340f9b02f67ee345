/** What authors say of reviews and both sides to each other, over HTTP; and what nobody learns by it. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { z } from 'zod';
import type * as contract from '../../server/src/contracts/review-talk.ts';
import { newId } from '../../server/src/core/ids.ts';
import type { ApiSession } from '../factories/browserless.ts';
import { openEssay } from '../factories/essay.ts';
import type { ApiStack } from '../factories/roundtable.ts';
import { handInAll, reviewAll } from '../factories/taking-part.ts';
import { until } from '../factories/until.ts';

type OwnTalks = z.output<typeof contract.GetOwnTalks.response>;
type GivenTalk = z.output<typeof contract.GetGivenTalk.response>;

const activityId = newId();
const received = `/activities/${activityId}/received-reviews`;
let stack: ApiStack;
let teacher: ApiSession;
let learners: ApiSession[];

const tasksOf = async (session: ApiSession): Promise<string[]> =>
  (
    await session.ok<{ reviewTasks: { reviewId: string }[] }>('GET', `/activities/${activityId}/mine`)
  ).reviewTasks.map(({ reviewId }) => reviewId);
const own = (session: ApiSession) => session.ok<OwnTalks>('GET', `${received}/talks`);
const given = (session: ApiSession, reviewId: string) =>
  session.ok<GivenTalk>('GET', `/activities/${activityId}/reviews/${reviewId}/talk`);
const rate = (session: ApiSession, pseudonym: string, body: object) =>
  session.call('PUT', `${received}/${pseudonym}/rating`, {
    helpfulness: null,
    thanked: false,
    expectedRevision: 0,
    ...body,
  });
const reply = (session: ApiSession, pseudonym: string, text: string, id = newId()) =>
  session.call('POST', `${received}/${pseudonym}/replies`, { id, text });

/** A review of the first learner's work, with its reviewer and its pseudonym before the author. */
async function reviewOfAda(): Promise<{ reviewer: ApiSession; reviewId: string; pseudonym: string }> {
  const staffView = await teacher.ok<{ reviews: { id: string; reviewer: { id: string } }[] }>(
    'GET',
    `/activities/${activityId}/learners/${ada().memberId}/reviews`,
  );
  const [first] = staffView.reviews;
  const reviewer = learners.find((session) => session.memberId === first?.reviewer.id);
  const [talk] = (await own(ada())).talks;
  if (!first || !reviewer || !talk) throw new Error('Ada has no review');
  return { reviewer, reviewId: first.id, pseudonym: talk.pseudonym };
}
const ada = (): ApiSession => {
  const [found] = learners;
  if (!found) throw new Error('nobody came');
  return found;
};

beforeAll(async () => {
  ({ stack, teacher, learners } = await openEssay(activityId));
  await handInAll({ activityId, teacher, learners });
  await reviewAll({ activityId, learners });
  const [reviewId = ''] = await tasksOf(ada());
  expect((await own(ada())).talks).toEqual([]);
  expect(await given(ada(), reviewId)).toEqual({
    talk: null,
    judgement: null,
    author: null,
    isNamed: false,
    can: { write: false },
  });
  expect((await rate(ada(), '1', { helpfulness: 5 })).status).toBe(404);
  await teacher.ok('POST', `/activities/${activityId}/release`);
  await until('the reviews are there', async () => (await own(ada())).talks.length === 2, 15);
}, 60_000);
afterAll(() => stack.close());

test('an author rates, thanks and writes; the reviewer reads it and answers', async () => {
  const { reviewer, reviewId, pseudonym } = await reviewOfAda();
  expect((await rate(ada(), pseudonym, { helpfulness: 4, thanked: true })).status).toBe(200);
  expect((await rate(ada(), pseudonym, { helpfulness: 4, thanked: true })).status).toBe(200);
  expect((await rate(ada(), pseudonym, { helpfulness: 1 })).body).toMatchObject({
    error: { code: 'STALE_REVISION' },
  });
  const id = newId();
  await Promise.all([1, 2, 3].map(() => reply(ada(), pseudonym, 'What did you mean by "clear"?', id)));
  const said = { id: newId(), text: 'The structure.' };
  await reviewer.ok('POST', `/activities/${activityId}/reviews/${reviewId}/replies`, said);
  expect(await given(reviewer, reviewId)).toEqual({
    talk: {
      helpfulness: 4,
      thanked: true,
      replies: [
        { id, from: 'author', text: 'What did you mean by "clear"?' },
        { id: said.id, from: 'reviewer', text: 'The structure.' },
      ],
    },
    judgement: null,
    author: null,
    isNamed: false,
    can: { write: true },
  });
  const [talk] = (await own(ada())).talks;
  expect(talk).toMatchObject({ pseudonym, helpfulness: 4, revision: 1, replies: [{}, { from: 'reviewer' }] });
});

test('the other side gets a notice without its words', async () => {
  const { reviewer, pseudonym } = await reviewOfAda();
  await reply(ada(), pseudonym, 'Secret words.');
  const inbox = () => reviewer.ok<{ items: { content: { kind: string } }[] }>('GET', '/notices');
  await until('it is in the inbox', async () =>
    (await inbox()).items.some(({ content }) => content.kind === 'reviewReply'),
  );
  expect(JSON.stringify(await inbox())).not.toContain('Secret');
});

test('neither side learns who the other is, nor when they wrote; a third learner and observers get nothing', async () => {
  const { reviewer, reviewId } = await reviewOfAda();
  const nameOf = ({ view }: ApiSession) => (view['member'] as { name: string }).name;
  for (const [session, seen] of [
    [ada(), await own(ada())],
    [reviewer, await given(reviewer, reviewId)],
  ] as const) {
    const text = JSON.stringify(seen);
    for (const other of learners.filter((one) => one !== session)) {
      expect(text).not.toContain(other.memberId);
      expect(text).not.toContain(nameOf(other));
    }
    expect(text).not.toMatch(/\d{4}-\d{2}-\d{2}/);
  }
  const third = learners.find((one) => one !== reviewer && one !== ada());
  const refused = await third?.call('GET', `/activities/${activityId}/reviews/${reviewId}/talk`);
  expect([403, 404, 409]).toContain(refused?.status);
  const staffOnly = `/activities/${activityId}/learners/${ada().memberId}/talks`;
  expect((await third?.call('GET', staffOnly))?.status).toBe(403);
  expect(await teacher.ok('GET', staffOnly)).toMatchObject({ talks: [{ reviewId, helpfulness: 4 }] });
});

test('staff say how good a review is: its reviewer reads it without who said so, and the author never', async () => {
  const { reviewer, reviewId } = await reviewOfAda();
  const path = `/activities/${activityId}/reviews/${reviewId}/judgement`;
  const judge = (who: ApiSession, level: number | null, expectedRevision: number) =>
    who.call('PUT', path, { level, comment: 'Says what to try next.', expectedRevision });
  expect((await judge(reviewer, 5, 0)).status).toBe(403);
  expect((await judge(teacher, 6, 0)).status).toBe(400);
  expect((await judge(teacher, 4, 0)).body).toMatchObject({
    judgements: expect.arrayContaining([
      expect.objectContaining({ reviewId, level: 4, revision: 1, isOlder: false }),
    ]) as unknown,
    can: { judge: true },
  });
  expect((await judge(teacher, 4, 0)).status).toBe(200);
  expect((await judge(teacher, 2, 0)).body).toMatchObject({ error: { code: 'STALE_REVISION' } });
  const read = await given(reviewer, reviewId);
  expect(read.judgement).toEqual({ level: 4, comment: 'Says what to try next.' });
  const { memberId } = ada();
  for (const place of ['mine', 'received-reviews', 'received-reviews/talks']) {
    const seen = await ada().call('GET', `/activities/${activityId}/${place}`);
    expect(JSON.stringify(seen.body)).not.toContain('to try next');
  }
  const staffOnly = `/activities/${activityId}/learners/${memberId}/review-judgements`;
  expect((await ada().call('GET', staffOnly)).status).toBe(403);
  expect((await judge(teacher, null, 1)).status).toBe(200);
  expect(await given(reviewer, reviewId)).toMatchObject({ judgement: null });
});

test('where it counts, staff go from one work to the next until all reviews are judged', async () => {
  const next = (after?: string) =>
    teacher.ok<{ memberId: string | null; left: number; counts: number | null }>(
      'GET',
      `/activities/${activityId}/review-judgements/next${after === undefined ? '' : `?after=${after}`}`,
    );
  expect(await next()).toEqual({ memberId: null, left: 0, counts: null });
  const address = `/activities/${activityId}/peer-review`;
  const { settings, revision } = await teacher.ok<{ settings: object; revision: number }>('GET', address);
  const columns = { kind: 'separate', reviewingPoints: 10, reviewingLabel: 'Reviewing' };
  await teacher.ok('PUT', address, {
    settings: { ...settings, columns, quality: { percent: 30 } },
    expectedRevision: revision,
  });
  const seen = new Set<string>();
  let at = await next();
  const { left } = at;
  while (at.memberId !== null) {
    const of = `/activities/${activityId}/learners/${at.memberId}/review-judgements`;
    const { judgements } = await teacher.ok<{ judgements: { reviewId: string; revision: number }[] }>(
      'GET',
      of,
    );
    for (const one of judgements)
      await teacher.ok('PUT', `/activities/${activityId}/reviews/${one.reviewId}/judgement`, {
        level: 5,
        comment: '',
        expectedRevision: one.revision,
      });
    expect(seen).not.toContain(at.memberId);
    seen.add(at.memberId);
    at = await next(at.memberId);
  }
  expect(at).toEqual({ memberId: null, left: 0, counts: 30 });
  expect([seen.size, left]).toEqual([learners.length, learners.length * 2]);
});

test('where saying how helpful reviews are has a date, it is shown, waits on the home page, and ends: for who has more time later', async () => {
  const { pseudonym } = await reviewOfAda();
  const hours = (n: number) => new Date(Date.now() + n * 3_600_000).toISOString();
  const save = async (changed: object) => {
    const { settings, revision } = await teacher.ok<{ settings: object; revision: number }>(
      'GET',
      `/activities/${activityId}/peer-review`,
    );
    const body = { settings: { ...settings, ...changed }, expectedRevision: revision };
    return teacher.call('PUT', `/activities/${activityId}/peer-review`, body);
  };
  const waits = async (session: ApiSession) =>
    (await session.ok<{ next: { code: string }[] }>('GET', '/home')).next.some(
      ({ code }) => code === 'RATE_REVIEWS',
    );
  // Before reviews close there is nothing to rate.
  expect((await save({ backEvaluation: { closesAt: hours(24) } })).status).toBe(400);
  expect((await save({ backEvaluation: { closesAt: hours(72) } })).status).toBe(200);
  await until('it waits', () => waits(ada()), 15);
  for (const talk of (await own(ada())).talks) {
    const rating = { helpfulness: 4, thanked: true, expectedRevision: talk.revision };
    expect((await rate(ada(), talk.pseudonym, rating)).status).toBe(200);
  }
  await until('nothing waits', async () => !(await waits(ada())), 15);
  const over = { submissionsCloseAt: hours(-3), reviewsCloseAt: hours(-2) };
  expect((await save({ ...over, backEvaluation: { closesAt: hours(-1) } })).status).toBe(200);
  const seen = await own(ada());
  expect(seen.can).toEqual({ write: true, rate: false });
  const again = { helpfulness: 2, expectedRevision: seen.talks[0]?.revision };
  expect((await rate(ada(), pseudonym, again)).body).toMatchObject({
    error: { code: 'BACK_EVALUATION_CLOSED' },
  });
  expect((await reply(ada(), pseudonym, 'Thanks all the same.')).status).toBe(200);
  const later = hours(24);
  await teacher.ok('PUT', `/activities/${activityId}/timelines/${ada().memberId}/extension`, {
    until: { backEvaluate: later },
    zone: 'UTC',
    reason: 'Ill.',
    expectedRevision: 0,
  });
  expect(await own(ada())).toMatchObject({ ratingClosesAt: later, can: { rate: true } });
  const other = learners.find((one) => one !== ada());
  expect((await own(other as ApiSession)).can.rate).toBe(false);
  expect((await save({ backEvaluation: null })).status).toBe(200);
});

test('when the activity is closed, everything is read and nothing more said; a full talk says so', async () => {
  const { reviewer, reviewId, pseudonym } = await reviewOfAda();
  let last = { status: 200, body: {} as unknown };
  for (let n = 0; n < 51 && last.status === 200; n += 1) last = await reply(ada(), pseudonym, `More ${n}.`);
  expect(last.body).toMatchObject({ error: { code: 'TALK_FULL' } });
  await teacher.ok('PUT', `/activities/${activityId}/publication`, { state: 'closed' });
  expect((await rate(ada(), pseudonym, { helpfulness: 2, expectedRevision: 9 })).body).toMatchObject({
    error: { code: 'ACTIVITY_CLOSED' },
  });
  expect(await given(reviewer, reviewId)).toMatchObject({ talk: { helpfulness: 4 }, can: { write: false } });
});
