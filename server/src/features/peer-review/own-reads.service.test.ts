import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Classroom, gatherClassroom } from '../../../../test/factories/classroom.ts';
import {
  buildScope,
  openPeerReviewWorld,
  type PeerReviewWorld,
} from '../../../../test/factories/peer-review.ts';
import * as contract from '../../contracts/peer-review.ts';
import { counted } from '../../platform/database/round-trips.ts';
import type { Caller } from '../../platform/http/ports.ts';

let world: PeerReviewWorld;
let room: Classroom;

beforeAll(async () => {
  world = await openPeerReviewWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  room = await gatherClassroom(world);
});

const refused = (code: string) => expect.objectContaining({ code });

describe('anonymity and tenancy', () => {
  const secretsOf = (people: readonly Caller[]): string[] =>
    people.flatMap(({ member }) => [member.id, ...(member.name ? [member.name] : [])]);

  test('what a reviewer gets names no author, what an author gets names no reviewer', async () => {
    for (const learner of room.learners) await room.submit(learner, 'A text without a name');
    await room.call(room.instructor, contract.StartReviews);
    await world.settle();
    await room.reviewAll();
    await room.release();
    for (const learner of room.learners) {
      const others = secretsOf(room.learners.filter((other) => other !== learner));
      const page = await room.mine(learner);
      const reviews = await Promise.all(
        page.reviewTasks.map(({ reviewId }) => room.getReview(learner, reviewId)),
      );
      const received = await room.call(learner, contract.GetReceivedReviews);
      const seen = JSON.stringify([page, reviews, received, await room.submission(learner)]);
      expect(others.filter((secret) => seen.includes(secret))).toEqual([]);
      expect(seen).not.toMatch(/authorId|reviewerId|submissionId|"memberId"|"seed"/);
      // The work's part of a review id is also unknown to its author, so the two cannot compare them.
      expect(JSON.stringify(received)).not.toMatch(/[0-9a-f]{32}/);
    }
  });

  test('the staff table says who and how many, never who reviews whom', async () => {
    await room.startReviews();
    const seen = JSON.stringify(await room.overview());
    expect(seen).not.toMatch(/[0-9a-f]{32}-[0-9a-f]{32}|seed|authorId|reviewerId/);
  });

  test.each([
    ['the learner’s page', contract.GetLearnerActivity, 'learner', undefined],
    ['the own work', contract.GetOwnSubmission, 'learner', undefined],
    ['received reviews', contract.GetReceivedReviews, 'learner', undefined],
    ['a draft', contract.SaveSubmissionDraft, 'learner', { text: 'x', expectedRevision: 0 }],
    ['handing in', contract.SubmitWork, 'learner', { text: 'x', expectedVersion: 0, expectedRevision: 0 }],
    ['the settings', contract.GetPeerReviewSettings, 'instructor', undefined],
    ['the staff table', contract.GetStaffOverview, 'instructor', undefined],
    ['starting reviews', contract.StartReviews, 'instructor', undefined],
    ['releasing', contract.ReleaseGrades, 'instructor', undefined],
  ] as const)('of another course’s activity, %s is not found', async (_rule, endpoint, role, body) => {
    const stranger = await world.join(buildScope(), 'Stranger', { role });
    await expect(room.call(stranger, endpoint, body)).rejects.toEqual(refused('NOT_FOUND'));
  });

  test('each page takes at most four round trips, the staff table three', async () => {
    await room.startReviews();
    await room.reviewAll();
    await room.release();
    const learner = room.person(0);
    const task = await room.firstTask(learner);
    const reads: Record<string, () => Promise<unknown>> = {
      'the learner’s page': () => room.mine(learner),
      'the own work': () => room.submission(learner),
      'received reviews': () => room.call(learner, contract.GetReceivedReviews),
      'a review': () => room.getReview(learner, task),
      'the staff table': () => room.overview(),
    };
    for (const [page, read] of Object.entries(reads)) {
      const count = { commands: 0 };
      await counted(count, read);
      expect({
        page,
        commands: count.commands,
        within: count.commands > 0 && count.commands <= (page === 'the staff table' ? 3 : 4),
      }).toMatchObject({ page, within: true });
    }
  });
});
