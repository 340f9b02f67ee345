/** Groups write reviews together, through real launches: one draft, one submission, done for each of them. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { LearnerReviewsView } from '../../server/src/contracts/learner-work.ts';
import type { WaitingItemView } from '../../server/src/contracts/insights.ts';
import type { NoticeView } from '../../server/src/contracts/notices.ts';
import type { PreFlightView } from '../../server/src/contracts/pre-flight.ts';
import type * as contract from '../../server/src/contracts/peer-review.ts';
import type { ReviewersView } from '../../server/src/contracts/peer-review-pairs.ts';
import type { z } from 'zod';
import { until } from '../factories/until.ts';
import { codeOf } from '../factories/browserless.ts';
import { at, createGroupRoom } from './group-authors-room.ts';
import { type GroupSet, makeGroups, openRoom, type Room } from './questionnaire-room.ts';

type Page = z.output<typeof contract.ReviewerReviewView>;

let room: Room;
let set: GroupSet;
/** Zero and one are red, two and three blue, four and five green; six is in no group. */
beforeAll(async () => {
  room = await openRoom(7);
  set = await makeGroups(room, { Red: [0, 1], Blue: [2, 3], Green: [4, 5] });
}, 60_000);
afterAll(() => room.stack.close());

const { open, mine, handIn, rowOf, begin, scoreIn } = createGroupRoom(
  () => room,
  () => set,
);

const together = () => ({ reviewers: { kind: 'groups', setId: set.id }, reviewsPerLearner: 1 });
const tasksOf = async (index: number, id: string) => (await mine(index, id)).reviewTasks;
const page = (index: number, id: string, reviewId: string) =>
  room.learner(index).ok<Page>('GET', at(id, `reviews/${reviewId}`));
const write = (
  index: number,
  id: string,
  reviewId: string,
  comment: string,
  revision: number,
  draft = true,
) =>
  room.learner(index).call('PUT', at(id, `reviews/${reviewId}${draft ? '/draft' : ''}`), {
    ratings: [{ criterionId: 'content', points: 8 }],
    comment,
    expectedRevision: revision,
  });
async function groupsHandIn(overrides: Record<string, unknown> = {}): Promise<string> {
  const id = await open({ ...together(), ...overrides });
  for (const index of [0, 2, 4]) expect((await handIn(index, id, `Of ${index}.`)).status).toBe(200);
  await begin(id);
  return id;
}
const taskOf = async (index: number, id: string): Promise<string> =>
  (await tasksOf(index, id))[0]?.reviewId ?? '';

describe('a review of a group', () => {
  test('is one task of all its members, with one draft: who is slower is told, and nothing is lost', async () => {
    const id = await groupsHandIn();
    const [task] = await tasksOf(0, id);
    expect(await tasksOf(1, id)).toEqual([task]);
    expect((await mine(1, id)).reviewsWith).toBe('group');
    expect(await tasksOf(6, id)).toEqual([]);
    expect((await mine(6, id)).reviewsWith).toBe('noGroup');
    const reviewId = task?.reviewId ?? '';
    const members = [0, 1].map((index) => ({ name: room.names[index] }));
    expect((await page(0, id, reviewId)).together).toEqual({ name: 'Red', members });
    expect((await write(0, id, reviewId, 'From zero.', 0)).status).toBe(200);
    expect(codeOf(await write(1, id, reviewId, 'Over it.', 0))).toBe('STALE_REVISION');
    const seen = await page(1, id, reviewId);
    expect(seen).toMatchObject({ revision: 1, state: 'begun' });
    // Nobody else gets at it.
    expect(codeOf(await write(2, id, reviewId, 'No.', 0))).toBe('NOT_ALLOCATED');
    expect((await write(1, id, reviewId, 'From both.', 1, false)).status).toBe(200);
    // Whoever submits the same again has it done; who had an older draft is told.
    expect((await write(1, id, reviewId, 'From both.', 1, false)).status).toBe(200);
    expect(codeOf(await write(0, id, reviewId, 'Mine.', 1, false))).toBe('STALE_REVISION');
    for (const index of [0, 1]) expect((await tasksOf(index, id))[0]?.state).toBe('submitted');
    for (const index of [0, 1])
      await until('it counts for each', async () => (await rowOf(id, index))?.given.done === 1, 15);
    await until('another group has its own to do', async () => (await rowOf(id, 2))?.given.of === 1, 15);
    expect((await rowOf(id, 2))?.given.done).toBe(0);
  });

  test('tells its author neither who nor which group; staff see who wrote and who submitted', async () => {
    const id = await groupsHandIn();
    for (const index of [0, 2, 4]) {
      const reviewId = await taskOf(index, id);
      await write(index, id, reviewId, 'Begun.', 0);
      expect((await write(index + 1, id, reviewId, 'Clear.', 1, false)).status).toBe(200);
    }
    await room.staff.ok('POST', at(id, 'release'));
    await until('released', async () => (await mine(0, id)).phase === 'released');
    const author = [0, 2, 4].find((index) => index !== 0) ?? 0;
    const { body } = await room.learner(author).call('GET', at(id, 'received-reviews'));
    const text = JSON.stringify(body);
    expect(text).toContain('Clear.');
    for (const name of [...room.names, ...Object.values(set.groupIds), 'Red', 'Blue', 'Green'])
      expect(text).not.toContain(name);
    for (const { memberId } of room.learners) expect(text).not.toContain(memberId);
    const { reviews } = await room.staff.ok<LearnerReviewsView>(
      'GET',
      at(id, `learners/${room.learner(author).memberId}/reviews`),
    );
    const [seen] = reviews;
    const first = room.names.findIndex((name) => seen?.together?.members[0] === name);
    expect(seen?.reviewer.name).toBe({ 0: 'Red', 4: 'Green', 2: 'Blue' }[first]);
    expect(seen?.together).toEqual({
      members: [room.names[first], room.names[first + 1]],
      writers: [room.names[first], room.names[first + 1]],
      submittedBy: room.names[first + 1],
    });
    // Both sides talk; an answer goes to everybody of the group.
    await room
      .learner(author)
      .ok('POST', at(id, 'received-reviews/1/replies'), { id: 'a'.repeat(32), text: 'Why?' });
    const told = async (index: number) =>
      (await room.learner(index).ok<{ items: NoticeView[] }>('GET', '/notices')).items.some(
        ({ activityId, content }) => activityId === id && content.kind === 'reviewReply',
      );
    await until('all who wrote it are told', async () => (await told(first)) && (await told(first + 1)), 15);
    await until('everybody has a grade', async () => scoreIn(id, 1) !== null, 15);
  });

  test('is of who is in the group until it is submitted; a group without members gives it to others', async () => {
    const id = await groupsHandIn();
    const reviewId = await taskOf(0, id);
    await write(0, id, reviewId, 'A beginning.', 0);
    await set.move(6, 'Red');
    await until('who joins writes with them', async () => (await tasksOf(6, id)).length === 1, 20);
    expect((await page(6, id, reviewId)).revision).toBe(1);
    await set.move(0, null);
    await until('who leaves does not', async () => (await tasksOf(0, id)).length === 0, 20);
    expect(codeOf(await write(0, id, reviewId, 'Still me.', 1))).toBe('NOT_ALLOCATED');
    expect((await write(6, id, reviewId, 'Ours.', 1, false)).status).toBe(200);
    await set.move(6, null);
    await set.move(0, 'Red');
  });

  test('that nobody is in any more goes to others if nobody has begun it; else it waits, and staff are told of people without a group', async () => {
    const id = await groupsHandIn();
    const unplaced = async () =>
      (await room.staff.ok<{ items: WaitingItemView[] }>('GET', '/queue')).items.find(
        ({ because, activityId }) => because.code === 'REVIEW_GROUP_MISSING' && activityId === id,
      )?.because.params['count'];
    let before: unknown;
    await until('staff are told', async () => (before = await unplaced()) !== undefined, 20);
    const green = await taskOf(4, id);
    const blue = await taskOf(2, id);
    await write(2, id, blue, 'A beginning.', 0);
    for (const index of [2, 3, 4, 5]) await set.move(index, null);
    const four = Number(before) + 4;
    await until('those who were left behind count too', async () => (await unplaced()) === four, 20);
    await until('nobody has it', async () => (await tasksOf(4, id)).length === 0, 20);
    expect((await mine(4, id)).reviewsWith).toBe('noGroup');
    expect(codeOf(await write(4, id, green, 'Too late.', 0, false))).toBe('NOT_ALLOCATED');
    // A group of one, of whoever comes: what was begun is still there.
    await set.move(5, 'Blue');
    await until(
      'who joins goes on',
      async () => (await tasksOf(5, id)).some((one) => one.reviewId === blue),
      20,
    );
    expect((await page(5, id, blue)).revision).toBe(1);
    expect((await write(5, id, blue, 'Finished alone.', 1, false)).status).toBe(200);
    await set.move(2, 'Blue');
    await set.move(3, 'Blue');
    await set.move(4, 'Green');
    await set.move(5, 'Green');
    await until('all have groups again', async () => (await unplaced()) === before, 20);
  });

  test('can be of works of single learners; who hands in late gets reviewers', async () => {
    const id = await open({
      ...together(),
      reviewsPerLearner: 2,
      authors: { kind: 'learners' },
      late: null,
    });
    for (const index of [0, 2, 4]) expect((await handIn(index, id, `Of ${index}.`)).status).toBe(200);
    await begin(id);
    for (const index of [1, 3, 5]) expect(await tasksOf(index, id)).toHaveLength(2);
    expect((await tasksOf(1, id)).map(({ reviewId }) => reviewId)).toEqual(
      (await tasksOf(0, id)).map(({ reviewId }) => reviewId),
    );
    const view = await room.staff.ok<ReviewersView>(
      'GET',
      at(id, `learners/${room.learner(0).memberId}/reviewers`),
    );
    expect(view.reviewers.map(({ name }) => name)).toEqual(['Blue', 'Green']);
    expect(view.candidates).toEqual([]);
    // Staff take one away from a group and give it back.
    const path = at(id, `learners/${room.learner(0).memberId}/reviewers/${set.groupIds['Blue'] ?? ''}`);
    await room.staff.ok('DELETE', path);
    expect(await tasksOf(3, id)).toHaveLength(1);
    const again = await room.staff.ok<ReviewersView>('PUT', path);
    expect(again.reviewers.map(({ name }) => name)).toEqual(['Blue', 'Green']);
    expect(await tasksOf(3, id)).toHaveLength(2);
  });

  test('is settled when reviews begin, and does not go with a queue', async () => {
    const id = await groupsHandIn();
    const { settings, revision } = await room.staff.ok<z.output<typeof contract.SettingsView>>(
      'GET',
      at(id, 'peer-review'),
    );
    const save = (changed: object) =>
      room.staff.call('PUT', at(id, 'peer-review'), {
        settings: { ...settings, ...changed },
        expectedRevision: revision,
      });
    expect(codeOf(await save({ reviewers: { kind: 'learners' } }))).toBe('ACTIVITY_HAS_WORK');
    expect(codeOf(await save({ givenOut: 'rolling' }))).toBe('BAD_REQUEST');
  });
});

test('a dry run shows which group’s work goes to whom, and who is in no group', async () => {
  const run = (id: string) =>
    room.staff.ok<PreFlightView>('GET', at(id, 'pre-flight?missing=0&late=0&idle=0'));
  const ofMembers = await run(await open({ reviewsPerLearner: 2 }));
  expect(ofMembers).toMatchObject({ authors: 'groups', reviewing: 'learners', counts: { authors: 3 } });
  // Everybody else whom the course has.
  const alone = ofMembers.reviewers.length - 6;
  expect(ofMembers.warnings).toContainEqual({ kind: 'noGroup', people: alone });
  expect(new Set(ofMembers.works.map(({ name }) => name))).toEqual(new Set(['Blue', 'Green', 'Red']));
  const red = ofMembers.works.findIndex(({ name }) => name === 'Red');
  expect(new Set(ofMembers.works[red]?.members)).toEqual(new Set(room.names.slice(0, 2)));
  for (const { work, tasks } of ofMembers.reviewers) {
    expect(tasks).toHaveLength(work === null ? 0 : 2);
    expect(tasks.flat()).not.toContain(work);
  }
  // Two of each of the others.
  expect(ofMembers.works.map(({ received }) => received)).toEqual([4, 4, 4]);

  const ofGroups = await run(await open(together()));
  expect(ofGroups.reviewing).toBe('groups');
  expect(ofGroups.warnings).toContainEqual({ kind: 'noGroup', people: alone });
  expect(new Set(ofGroups.reviewers.map(({ name }) => name))).toEqual(new Set(['Blue', 'Green', 'Red']));
  for (const { name, tasks } of ofGroups.reviewers) {
    expect(tasks).toHaveLength(1);
    expect(ofGroups.works[tasks[0]?.[0] ?? -1]?.name).not.toBe(name);
  }
});
