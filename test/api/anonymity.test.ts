/** What people were promised when they wrote, over HTTP: kept with what is written, and never loosened afterwards. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { AUTHOR } from '../factories/documents.ts';
import type { ApiSession } from '../factories/browserless.ts';
import { type ApiStack, startApiStack } from '../factories/roundtable.ts';
import { until } from '../factories/until.ts';
import {
  handIn,
  NAMES,
  openRoom,
  reviewedFiles,
  type Room,
  type Taker,
  tasksOf,
  textsIn,
  uploadAll,
} from './anonymity-room.ts';

let stack: ApiStack;
beforeAll(async () => {
  stack = await startApiStack('strict');
}, 60_000);
afterAll(() => stack.close());

const REVIEW = { ratings: [{ criterionId: 'content', points: 7 }], comment: 'Clear.' };

/** Changes who knows whom. @returns what the preview said it would do */
async function choose({ activityId, teacher }: Room, anonymity: string): Promise<object[]> {
  const path = `/activities/${activityId}/peer-review`;
  const { settings, revision } = await teacher.ok<{ settings: object; revision: number }>('GET', path);
  const wanted = { settings: { ...settings, anonymity } };
  const { effects } = await teacher.ok<{ effects: object[] }>('POST', `${path}/preview`, wanted);
  await teacher.ok('PUT', path, { ...wanted, expectedRevision: revision });
  return effects;
}

const submissionOf = ({ session }: Taker, { activityId }: Room) =>
  session.ok<{ promise: string; draft: { revision: number } }>('GET', `/activities/${activityId}/submission`);
const received = (session: ApiSession, path: string) =>
  session.ok<{ reviews: { pseudonym: string; reviewer?: string | null }[] }>('GET', path);
const first = ({ learners }: Room): Taker => {
  const [found] = learners;
  if (!found) throw new Error('nobody came');
  return found;
};

test('works keep what they were promised, reviews get what holds when they are written, and keep that', async () => {
  const room = await openRoom(stack, 'nobodyKnows');
  await handIn(room);
  expect(await choose(room, 'allKnown')).toEqual([
    { code: 'anonymityChanged', to: 'allKnown' },
    { code: 'promisesKept', count: 4 },
  ]);
  const at = `/activities/${room.activityId}`;
  const reviewer = first(room);
  const tasks = await tasksOf(reviewer, room.activityId);
  expect(tasks.map(({ author }) => author)).toEqual([null, null]);
  expect(await submissionOf(reviewer, room)).toMatchObject({ promise: 'nobodyKnows' });

  // Who began before the change and was promised more is asked again; nothing that was written is lost.
  const review = `${at}/reviews/${tasks[0]?.reviewId}`;
  const old = { ...REVIEW, expectedRevision: 0, promised: 'nobodyKnows' };
  expect(await reviewer.session.call('PUT', review, old)).toMatchObject({
    status: 409,
    body: { error: { code: 'ANONYMITY_CHANGED', details: { revision: 1 } } },
  });
  expect(await reviewer.session.ok('GET', review)).toMatchObject({
    state: 'begun',
    promise: 'allKnown',
    author: null,
  });
  for (const { session } of room.learners) {
    for (const { reviewId } of await tasksOf({ session } as Taker, room.activityId)) {
      const { revision } = await session.ok<{ revision: number }>('GET', `${at}/reviews/${reviewId}`);
      const body = { ...REVIEW, expectedRevision: revision, promised: 'allKnown' };
      await session.ok('PUT', `${at}/reviews/${reviewId}`, body);
    }
  }
  await room.teacher.ok('POST', `${at}/release`);
  const named = () => received(reviewer.session, `${at}/received-reviews`);
  await until('the reviews are there', async () => (await named()).reviews.length === 2, 15);
  for (const { reviewer: name } of (await named()).reviews) expect(NAMES).toContain(name);

  // Their author may know them, an observer of the author not.
  const parent = stack.simulator.addPerson(stack.course, {
    role: 'observer',
    givenName: 'Olga',
    familyName: 'Parent',
    observes: [reviewer.person.id],
  });
  const observer = await stack.open(
    parent,
    stack.simulator.addResourceLink(stack.course, { title: 'Plain' }).id,
  );
  const seen = await received(observer, `${at}/observed/${reviewer.id}/received-reviews`);
  expect(seen.reviews).toHaveLength(2);
  expect(NAMES.filter((name) => JSON.stringify(seen).includes(name))).toEqual([]);

  const counted = () => room.teacher.ok<{ counts: { reviewsDone: number } }>('GET', `${at}/overview`);
  await until('all are counted', async () => (await counted()).counts.reviewsDone === 8, 15);
  // A stricter choice leaves what is there; written anew, a review is protected from then on.
  expect(await choose(room, 'authorsKnown')).toContainEqual({ code: 'promisesKept', count: 12 });
  const before = (await named()).reviews;
  expect(before.every(({ reviewer: name }) => name !== null)).toBe(true);
  const rewriter = room.learners.find(({ person }) => person.name === before[0]?.reviewer);
  for (const { reviewId } of await tasksOf(rewriter ?? reviewer, room.activityId)) {
    const path = `${at}/reviews/${reviewId}`;
    const { revision } = await (rewriter ?? reviewer).session.ok<{ revision: number }>('GET', path);
    const body = { ...REVIEW, comment: 'Clearer.', expectedRevision: revision };
    await (rewriter ?? reviewer).session.ok('PUT', path, body);
  }
  expect((await named()).reviews.map(({ reviewer: name }) => name === null)).toEqual([true, false]);
}, 60_000);

test('a file that came while names were shown is cleaned before it is handed in without them', async () => {
  const room = await openRoom(stack, 'allKnown');
  const uploads = await Promise.all(room.learners.map((learner) => uploadAll(learner, room.activityId)));
  expect(await submissionOf(first(room), room)).toMatchObject({ promise: 'allKnown' });
  await choose(room, 'nobodyKnows');
  await handIn(room, uploads);
  const files = await reviewedFiles(stack, room, first(room));
  expect(files).toHaveLength(6);
  for (const { name, bytes } of files) {
    expect(NAMES.filter((one) => name.includes(one))).toEqual([]);
    expect(textsIn(bytes)).not.toContain(AUTHOR);
  }
}, 60_000);
