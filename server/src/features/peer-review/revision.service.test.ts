/** When reviews have closed, authors read them and revise their works; what each side sees of it. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { z } from 'zod';
import { type Classroom, gatherClassroom } from '../../../../test/factories/classroom.ts';
import {
  buildScope,
  openPeerReviewWorld,
  type PeerReviewWorld,
} from '../../../../test/factories/peer-review.ts';
import * as peerReview from '../../contracts/peer-review.ts';
import * as contract from '../../contracts/peer-review-revision.ts';
import { plainTextOf } from '../../contracts/plain-text.ts';
import { counted } from '../../platform/database/round-trips.ts';
import type { Caller } from '../../platform/http/ports.ts';

type Own = z.output<typeof contract.GetOwnRevision.response>;
type OfLearner = z.output<typeof contract.GetLearnerRevision.response>;

let world: PeerReviewWorld;
let room: Classroom;
let ada: Caller;

beforeAll(async () => {
  world = await openPeerReviewWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  room = await gatherClassroom(world);
  await room.change({ revision: { closesAt: '2027-03-15T12:00:00.000Z' } });
  await room.startReviews();
  await room.reviewAll();
  ada = room.person(0);
});

const refused = (code: string) => expect.objectContaining({ code });
const own = async () => (await room.call(ada, contract.GetOwnRevision)) as Own;
const revise = (body: object = {}) =>
  room.call(ada, contract.HandInRevision, {
    text: 'Work with sources',
    note: 'I added sources.',
    answers: [{ pseudonym: '1', text: 'You were right.' }],
    expectedRevision: 0,
    ...body,
  });
const ofAda = async () =>
  (await room.call(room.instructor, contract.GetLearnerRevision, undefined, {
    memberId: ada.member.id,
  })) as OfLearner;
const received = async () =>
  peerReview.GetReceivedReviews.response.parse(await room.call(ada, peerReview.GetReceivedReviews));

test('reviews are shown and revisions taken between the end of reviewing and the date', async () => {
  expect((await received()).reviews).toEqual([]);
  expect(await own()).toMatchObject({ window: 'notYet', can: { edit: false } });
  await expect(revise()).rejects.toEqual(refused('REVISION_CLOSED'));
  world.clock.time = '2027-03-08T12:00:01Z';
  expect((await received()).reviews).toHaveLength(2);
  // Grades are not released by that.
  expect(await room.mine(ada)).toMatchObject({ phase: 'review', results: [] });
  // What was refused is the draft.
  expect(await own()).toMatchObject({ window: 'open', draft: { note: 'I added sources.', revision: 1 } });
  expect(await revise({ expectedRevision: 1 })).toMatchObject({ handedIn: { n: 1 }, can: { edit: true } });
  await expect(revise({ expectedRevision: 0, note: 'Else.' })).rejects.toEqual(refused('STALE_REVISION'));
  expect(await revise({ expectedRevision: 1, note: 'More.' })).toMatchObject({ handedIn: { n: 2 } });
  world.clock.time = '2027-03-15T12:00:01Z';
  await expect(revise({ expectedRevision: 2, note: 'Too late.' })).rejects.toEqual(
    refused('REVISION_CLOSED'),
  );
});

test('staff see both versions; the grade is of the reviewed one, and not late by the revision', async () => {
  expect(await ofAda()).toEqual({ isOn: true, revised: null });
  world.clock.time = '2027-03-08T12:00:01Z';
  await revise();
  const { revised } = await ofAda();
  expect(revised).toMatchObject({
    n: 1,
    note: 'I added sources.',
    answers: [{ pseudonym: '1', text: 'You were right.' }],
    before: { version: 1 },
  });
  expect([revised?.before, revised?.after].map((one) => one && plainTextOf(one.text))).toEqual([
    'Work number 0',
    'Work with sources',
  ]);
  await room.release();
  expect(await room.mine(ada)).toMatchObject({
    submission: { version: 1, daysLate: 0 },
    results: [{ explanation: { value: 16 } }],
  });
});

test('reviewers learn nothing of it, and nobody of a reviewer', async () => {
  world.clock.time = '2027-03-08T12:00:01Z';
  await revise();
  for (const learner of room.learners.slice(1)) {
    const { reviewTasks } = await room.mine(learner);
    const pages = await Promise.all(reviewTasks.map(({ reviewId }) => room.getReview(learner, reviewId)));
    expect(JSON.stringify(pages)).not.toContain('sources');
  }
  const seen = JSON.stringify(await own());
  const others = room.learners.slice(1).map(({ member }) => member.id);
  expect(others.filter((id) => seen.includes(id))).toEqual([]);
  expect(seen).not.toMatch(/[0-9a-f]{32}/);
});

test('each read takes at most four round trips, and another course finds nothing', async () => {
  for (const read of [own, ofAda]) {
    const count = { commands: 0 };
    await counted<unknown>(count, read);
    expect(count.commands).toBeLessThanOrEqual(4);
  }
  const stranger = await world.join(buildScope(), 'Stranger', { role: 'learner' });
  await expect(room.call(stranger, contract.GetOwnRevision)).rejects.toEqual(refused('NOT_FOUND'));
});
