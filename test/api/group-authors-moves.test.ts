/** Where groups hand in and people move, leave, or have more time in mid-review: nobody loses a work, a review or a grade. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '../../server/src/core/ids.ts';
import { codeOf } from '../factories/browserless.ts';
import { until } from '../factories/until.ts';
import { at, createGroupRoom } from './group-authors-room.ts';
import { type GroupSet, makeGroups, openRoom, type Room } from './questionnaire-room.ts';

let room: Room;
let set: GroupSet;
/** Zero, one and two are red, three and four blue, five is green alone; six is in no group. */
beforeAll(async () => {
  room = await openRoom(7);
  set = await makeGroups(room, { Red: [0, 1, 2], Blue: [3, 4], Green: [5] });
}, 60_000);
afterAll(() => room.stack.close());

const { open, mine, own, authors, save, handIn, rowOf, begin, reviewAll, scoreIn } = createGroupRoom(
  () => room,
  () => set,
);
const idsOf = (...indexes: number[]) => indexes.map((index) => room.learner(index).memberId).sort();
const tasksOf = async (index: number, id: string): Promise<string[]> =>
  (await mine(index, id)).reviewTasks.map(({ reviewId }) => reviewId);
const review = (index: number, id: string, reviewId: string, expectedRevision = 0) =>
  room.learner(index).call('PUT', at(id, `reviews/${reviewId}`), {
    ratings: [{ criterionId: 'content', points: 7 }],
    comment: 'Clear.',
    expectedRevision,
  });
const stuckOf = async (id: string, index: number) => (await rowOf(id, index))?.stuck;

test('staff see who is stuck for want of a group, and remind of handing in those alone who can', async () => {
  const id = await open();
  expect((await handIn(0, id, 'Of red.')).status).toBe(200);
  await until('the table knows', async () => !!(await rowOf(id, 2))?.submittedAt, 15);
  await until('they are all on it', async () => (await rowOf(id, 6)) !== undefined, 15);
  expect(await stuckOf(id, 6)).toEqual(['noGroup']);
  for (const index of [0, 1, 2, 3, 4, 5]) expect(await stuckOf(id, index)).toEqual([]);
  interface Lacking {
    lacking: number;
    members: { id: string }[];
  }
  const preview = async (ids: readonly string[]) => {
    const path = at(id, 'reminders/preview');
    const { lacking, members } = await room.staff.ok<Lacking>('POST', path, {
      task: 'handIn',
      memberIds: ids,
    });
    return { lacking, ids: members.map((one) => one.id).sort() };
  };
  const all = room.learners.map(({ memberId }) => memberId);
  expect(await preview(all)).toEqual({ lacking: 3, ids: idsOf(3, 4, 5) });
  const memberIds = idsOf(1, 3, 6);
  expect(await preview(memberIds)).toEqual({ lacking: 1, ids: idsOf(3) });
  // The same without a choice: everybody who lacks it.
  const whole = await room.staff.ok<Lacking>('GET', at(id, 'reminders?task=handIn'));
  expect(whole).toMatchObject({ lacking: 3 });
  const path = at(id, `reminders/${newId()}`);
  await room.staff.ok('PUT', path, { task: 'handIn', memberIds });
  const state = () => room.staff.ok<{ state: string; reminded: number }>('GET', path);
  await until('it is carried out', async () => (await state()).state === 'done', 15);
  expect(await state()).toMatchObject({ reminded: 1 });
  // Whoever comes into a group can hand in, and is asked to.
  await set.move(6, 'Blue');
  expect(await stuckOf(id, 6)).toEqual([]);
  expect((await preview(all)).ids).toEqual(idsOf(3, 4, 5, 6));
  await set.move(6, null);
});

test('more time for one of a group is theirs alone for reviewing; what is refused is kept as a draft', async () => {
  const closes = new Date(Date.now() + 6_000).toISOString();
  const id = await open({
    submissionsCloseAt: new Date(Date.now() + 5_000).toISOString(),
    reviewsCloseAt: closes,
    reviewsPerLearner: 1,
  });
  for (const index of [0, 3]) expect((await handIn(index, id, `By ${index}.`)).status).toBe(200);
  await begin(id);
  const extended = await room.staff.call('PUT', at(id, `timelines/${room.learner(4).memberId}/extension`), {
    until: { review: new Date(Date.now() + 3_600_000).toISOString() },
    zone: 'UTC',
    reason: 'Ill.',
    expectedRevision: 0,
  });
  expect(extended.status).toBe(200);
  const [[three = ''], [four = '']] = [await tasksOf(3, id), await tasksOf(4, id)];
  const draft = { ratings: [], comment: 'Half of it.', expectedRevision: 0 };
  expect((await room.learner(3).call('PUT', at(id, `reviews/${three}/draft`), draft)).status).toBe(200);
  await until('reviews are over', () => Promise.resolve(Date.now() > Date.parse(closes)), 12);
  expect(codeOf(await review(3, id, three, 1))).toBe('REVIEWS_CLOSED');
  const kept = await room.learner(3).ok<object>('GET', at(id, `reviews/${three}`));
  expect(JSON.stringify(kept)).toContain('Clear.');
  expect((await review(4, id, four)).status).toBe(200);
  await until('the table follows', async () => (await rowOf(id, 4))?.given.done === 1, 15);
  expect(await stuckOf(id, 3)).toContain('reviewsMissing');
  expect(await stuckOf(id, 4)).not.toContain('reviewsMissing');
}, 60_000);

test('who moves to another group in mid-review keeps reviews, work and grade; who comes gets no part in them', async () => {
  const id = await open({ columns: { kind: 'work' } });
  for (const index of [0, 3, 5]) expect((await handIn(index, id, `By ${index}.`)).status).toBe(200);
  await begin(id);
  await until('there is something to review', async () => (await tasksOf(1, id)).length > 0, 15);
  const before = await tasksOf(1, id);
  const [first = ''] = before;
  expect((await review(1, id, first)).status).toBe(200);
  await set.move(1, 'Blue');
  await set.move(6, 'Red');
  try {
    expect(await tasksOf(1, id)).toEqual(before);
    expect(await authors(1, id)).toMatchObject({ state: 'left', group: { name: 'Blue' } });
    expect((await own(1, id)).submission?.version).toBe(1);
    expect(await authors(6, id)).toMatchObject({ state: 'cameLater', sharers: null });
    expect(await tasksOf(6, id)).toEqual([]);
    for (const reviewId of before.slice(1)) expect((await review(1, id, reviewId)).status).toBe(200);
    for (const index of [0, 2, 3, 4, 5])
      for (const reviewId of await tasksOf(index, id))
        expect((await review(index, id, reviewId)).status).toBe(200);
    await room.staff.ok('POST', at(id, 'release'));
    // Seven of ten, of twenty points.
    for (const index of [0, 1, 2])
      await until('all who shared it have its grade', () => Promise.resolve(scoreIn(id, index) === 14), 20);
    expect(scoreIn(id, 6)).toBeNull();
  } finally {
    await set.move(6, null);
    await set.move(1, 'Red');
  }
}, 60_000);

test('a group that loses all its people keeps its work and their grades; one with a draft alone hands nothing in', async () => {
  const id = await open({ columns: { kind: 'work' } });
  for (const index of [0, 5]) expect((await handIn(index, id, `By ${index}.`)).status).toBe(200);
  expect((await save(3, id, 'A draft of blue.', 0)).status).toBe(200);
  for (const index of [3, 4]) await set.move(index, null);
  try {
    expect(codeOf(await handIn(3, id, 'A draft of blue.', { revision: 1 }))).toBe('NOT_IN_GROUP');
    await until('they are stuck', async () => (await stuckOf(id, 4))?.[0] === 'noGroup', 15);
    await begin(id);
    await set.move(5, null);
    await until('there is something to review', async () => (await tasksOf(5, id)).length > 0, 15);
    await reviewAll(id, () => 7);
    expect(await authors(5, id)).toMatchObject({ state: 'left' });
    await room.staff.ok('POST', at(id, 'release'));
    for (const index of [0, 5])
      await until('works have their grades', () => Promise.resolve(scoreIn(id, index) === 14), 20);
    expect([scoreIn(id, 3), scoreIn(id, 4)]).toEqual([null, null]);
    expect((await mine(5, id)).results).toHaveLength(1);
  } finally {
    for (const index of [3, 4]) await set.move(index, 'Blue');
    await set.move(5, 'Green');
  }
  // Back in the group, the draft is still there.
  expect((await own(4, id)).draft).toMatchObject({ revision: 1, savedBy: room.names[3] });
}, 60_000);
