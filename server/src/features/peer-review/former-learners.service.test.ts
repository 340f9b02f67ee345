import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Classroom, gatherClassroom } from '../../../../test/factories/classroom.ts';
import { openPeerReviewWorld, type PeerReviewWorld } from '../../../../test/factories/peer-review.ts';
import { ReleaseGrades, StartReviews } from '../../contracts/peer-review.ts';
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

const collection = (name: string) => world.connection.collection<{ _id: string }>(name);
const becomes = ({ member }: Caller, change: object) =>
  collection('members').updateOne({ _id: member.id }, { $set: change });

const pairs = async (): Promise<string[]> => {
  const found = await collection('reviews')
    .find({ activityId: room.activityId } as never, { sort: { _id: 1 } })
    .toArray();
  return found.map(({ _id }) => _id);
};

/** The allocation's job once more, as after a crash before it was noted as done. */
async function allocateAgain(): Promise<void> {
  await collection('activities').updateOne(
    { _id: room.activityId },
    { $set: { phase: 'submission', 'allocation.doneAt': null } },
  );
  const { allocation } = await world.activities.get(room.scope, room.activityId);
  const runId = allocation?.runId ?? '';
  const payload = { courseId: room.scope.courseId, activityId: room.activityId, runId };
  await world.jobs.enqueue({ type: 'peer-review.allocate', key: runId, payload });
  await world.settle();
}

test('who left, or is a learner no more, neither reviews nor is reviewed; their work is kept', async () => {
  for (const learner of room.learners) await room.submit(learner, 'text');
  await becomes(room.person(0), { status: 'inactive' });
  await becomes(room.person(1), { role: 'assistant' });
  await room.call(room.instructor, StartReviews);
  await world.settle();
  const reviews = await collection('reviews')
    .find({ activityId: room.activityId } as never)
    .toArray();
  const people = new Set(reviews.flatMap((review) => Object.values(review)));
  for (const index of [0, 1]) expect(people.has(room.person(index).member.id as never)).toBe(false);
  expect(reviews).toHaveLength(4 * 2);
  expect(await collection('submissions').countDocuments({ activityId: room.activityId })).toBe(6);
});

test('a repeated allocation goes by who had left when it began; who has left since is replaced after it', async () => {
  for (const learner of room.learners) await room.submit(learner, 'text');
  await becomes(room.person(0), { status: 'inactive' });
  await room.call(room.instructor, StartReviews);
  await world.settle();
  const before = await pairs();
  await collection('reviews').deleteMany({ _id: { $in: before.slice(0, 4) } });
  await becomes(room.person(0), { status: 'active' });
  await becomes(room.person(1), { status: 'inactive' });
  await allocateAgain();
  const after = await pairs();
  const left = `-${room.person(1).member.id}`;
  expect(after).toEqual(expect.arrayContaining(before.filter((id) => !id.endsWith(left))));
  expect(after.filter((id) => id.endsWith(left))).toEqual([]);
});

test('works of people who left do not count as enough to start', async () => {
  for (const index of [0, 1]) await room.submit(room.person(index), 'text');
  await becomes(room.person(0), { status: 'inactive' });
  await expect(room.call(room.instructor, StartReviews)).rejects.toMatchObject({
    code: 'ALLOCATION_NEEDS_TWO',
  });
  await becomes(room.person(0), { status: 'active' });
  await room.call(room.instructor, StartReviews);
});

test('the test student gets no grade, even if reviews of their work are there', async () => {
  await room.startReviews();
  await room.reviewAll();
  const [student, other] = [room.person(0), room.person(1)];
  await becomes(student, { testUser: true });
  await room.call(room.instructor, ReleaseGrades);
  await world.settle();
  const graded = await collection('gradeSlots')
    .find({ courseId: room.scope.courseId, want: { $ne: null } } as never)
    .toArray();
  const members = graded.map((slot) => (slot as unknown as { memberId: string }).memberId);
  expect(members).toContain(other.member.id);
  expect(members).not.toContain(student.member.id);
});
