/** Staff rehearse an activity from the first work to the grades, and nothing of it is left anywhere. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { newId } from '../../server/src/core/ids.ts';
import { ApiSession } from '../factories/browserless.ts';
import { addDiscussion, startThread } from '../factories/discussion.ts';
import { openEssay } from '../factories/essay.ts';
import type { ApiStack } from '../factories/roundtable.ts';
import { until } from '../factories/until.ts';

const TEST_MS = 120_000;
const SOON_MS = 30_000;
const CALM_LOOKS = 4;
const NAMES = ['A', 'B', 'C', 'D', 'E', 'F'];
const activityId = newId();
interface Begun {
  activityId: string;
  learners: { memberId: string; name: string }[];
}
let stack: ApiStack;
let teacher: ApiSession;
let learners: ApiSession[];
let database: mongoose.Connection;

beforeAll(async () => {
  // The time for handing in is nearly over, and still every phase can be rehearsed.
  ({ stack, teacher, learners } = await openEssay(activityId, {
    submissionsCloseAt: new Date(Date.now() + 3_600_000).toISOString(),
  }));
  for (const learner of learners) {
    const work = { text: 'Real work', expectedVersion: 0, expectedRevision: 0 };
    await learner.ok('POST', `/activities/${activityId}/submission`, work);
  }
  // What others discuss meanwhile is none of it.
  await startThread(teacher, await addDiscussion(teacher), 'Bridges', 'What carries them?');
  database = await mongoose.createConnection(stack.mongodbUri).asPromise();
}, TEST_MS);
afterAll(async () => {
  await database.close();
  await stack.close();
});

/** Everything that is stored, without what goes on by itself. */
async function everything(): Promise<Record<string, unknown>> {
  const stored: Record<string, unknown> = {};
  for (const { name } of await database.listCollections()) {
    // Launches are noted in batches: those from before the rehearsal come at some time.
    if (name === 'launchLog') continue;
    const documents = await database.collection(name).find({}).sort({ _id: 1 }).toArray();
    if (documents.length === 0) continue;
    const byId = (beginning: string) => documents.filter(({ _id }) => !String(_id).startsWith(beginning));
    if (name === 'jobs') stored[name] = byId('rehearsal.erase/').map(({ _id }) => _id);
    // They say only that something changed, and are gone after ten minutes.
    else if (name === 'hints') stored[name] = byId('rehearsal-');
    else stored[name] = documents;
  }
  return JSON.parse(JSON.stringify(stored)) as Record<string, unknown>;
}

/** What people and the LMS see: the gradebook, the staff table, the queue, notices, the roster, the tool's figures. */
async function seen(): Promise<unknown> {
  const figures = await (await fetch(stack.metricsUrl)).text();
  return {
    gradebook: stack.simulator.institution
      .lineItemsOf(stack.course)
      .map((item) => [
        item,
        stack.simulator
          .peopleWith(stack.course, 'learner')
          .map(({ id }) => stack.simulator.institution.cell(item.id, id) ?? null),
      ]),
    overview: await teacher.ok('GET', `/activities/${activityId}/overview`),
    queue: await teacher.ok('GET', '/queue'),
    activities: await teacher.ok('GET', '/activities'),
    notices: await Promise.all([teacher, ...learners].map((person) => person.ok('GET', '/notices'))),
    figures: figures.split('\n').filter((line) => line.startsWith('roundtable_grade')),
  };
}

/** Resolves when events and jobs have come to rest, and the LMS has been told of what was handed in. */
async function settled(): Promise<void> {
  // One of them leads to the next: all are at rest only when they stay so.
  let calm = 0;
  await until('events and jobs rest', async () => {
    const open = await Promise.all(
      (await database.listCollections()).map(({ name }) =>
        database.collection(name).countDocuments({ eventsSince: { $exists: true } }),
      ),
    );
    // What is counted over many is brought up to date a moment later.
    const soon = new Date(Date.now() + SOON_MS);
    const due = await database.collection('jobs').countDocuments({ dueAt: { $lte: soon } });
    const unsent = await database.collection('gradeSlots').countDocuments({ dueAt: { $exists: true } });
    const isCalm = open.every((count) => count === 0) && due === 0 && unsent === 0;
    calm = isCalm ? calm + 1 : 0;
    return calm >= CALM_LOOKS;
  });
}

const path = `/activities/${activityId}/rehearsal`;
const enter = async (memberId: string | null): Promise<ApiSession> =>
  ApiSession.of(stack.toolUrl, await teacher.ok('POST', `${path}/session`, { memberId }));

test(
  'every phase can be gone through as any learner, and ending it leaves no trace in any collection, the LMS or what people see',
  async () => {
    await settled();
    const [storedBefore, seenBefore] = [await everything(), await seen()];

    expect(await teacher.ok('GET', path)).toEqual({ type: 'peerReview', rehearsal: null });
    const begun = await teacher.ok<Begun>('PUT', path, { names: NAMES });
    expect(begun.learners.map(({ name }) => name)).toEqual(NAMES);
    expect(await teacher.ok('PUT', path, { names: NAMES.toReversed() })).toEqual(begun);
    const copy = `/activities/${begun.activityId}`;
    const [first, second] = begun.learners;
    const ada = await enter(first?.memberId ?? '');
    const own = { text: 'By hand', expectedVersion: 0, expectedRevision: 0 };
    await ada.ok('POST', `${copy}/submission`, own);
    expect(await teacher.ok('POST', `${path}/fill`, { step: 'handIn', text: 'Sample' })).toEqual({ done: 5 });
    expect(await teacher.ok('POST', `${path}/fill`, { step: 'handIn', text: 'Sample' })).toEqual({ done: 0 });

    const staff = await enter(null);
    const overview = () =>
      staff.ok<{ phase: string; counts: { learners: number } }>('GET', `${copy}/overview`);
    await until('six learners are there', async () => (await overview()).counts.learners === 6);
    await staff.ok('POST', `${copy}/allocation`);
    await until('reviews have begun', async () => (await overview()).phase === 'review');
    const { done } = await teacher.ok<{ done: number }>('POST', `${path}/fill`, {
      step: 'review',
      text: 'Well argued.',
    });
    expect(done).toBe(12);
    await staff.ok('POST', `${copy}/release`);
    const bo = await enter(second?.memberId ?? '');
    const mine = () => bo.ok<{ results: { sync: { state: string } }[] }>('GET', `${copy}/mine`);
    await until('there is a grade', async () => (await mine()).results.length > 0);
    expect((await mine()).results[0]?.sync.state).toBe('noColumn');
    await settled();
    // While it runs, nobody else can see anything of it either.
    expect(await seen()).toEqual(seenBefore);
    expect(await everything()).not.toEqual(storedBefore);

    await teacher.ok('DELETE', path);
    await settled();
    expect(await everything()).toEqual(storedBefore);
    expect(await seen()).toEqual(seenBefore);
    expect((await ada.call('GET', `${copy}/mine`)).status).toBe(404);
    expect((await teacher.call('POST', `${path}/session`, { memberId: null })).body).toMatchObject({
      error: { code: 'REHEARSAL_NOT_BEGUN' },
    });
  },
  TEST_MS,
);

test(
  'a discussion is gone through from the first post to the grades, and leaves no trace either',
  async () => {
    const discussionId = await addDiscussion(teacher, {
      title: 'Real bridges',
      mode: 'postFirst',
      anonymity: 'peers',
      groupSetId: null,
      points: 10,
      grading: { by: 'milestones', milestonesPercent: 50, criteria: [] },
      milestones: [
        { n: 1, kind: 'thread', count: 1, words: 0, differentPeople: false, points: 10, dueAt: null },
      ],
    });
    const [real] = learners;
    if (real) await startThread(real, discussionId, 'Stone', 'A real opinion.');
    await settled();
    const search = () =>
      teacher.ok<{ items: unknown[] }>('GET', `/discussions/${discussionId}/search?q=sample`);
    const before = [await everything(), await seen(), await search()];
    const at = `/activities/${discussionId}/rehearsal`;
    expect(await teacher.ok('GET', at)).toEqual({ type: 'discussion', rehearsal: null });
    const begun = await teacher.ok<Begun>('PUT', at, { names: NAMES });
    const copy = `/discussions/${begun.activityId}`;
    const as = async (memberId: string | null): Promise<ApiSession> =>
      ApiSession.of(stack.toolUrl, await teacher.ok('POST', `${at}/session`, { memberId }));
    const fill = (step: string) => teacher.ok('POST', `${at}/fill`, { step, text: 'A sample opinion.' });

    const ada = await as(begun.learners[0]?.memberId ?? '');
    const page = () => ada.ok<{ awaitsFirstPost: boolean }>('GET', copy);
    expect((await page()).awaitsFirstPost).toBe(true);
    await startThread(ada, begun.activityId, 'Wood', 'Written by hand.');
    expect((await page()).awaitsFirstPost).toBe(false);
    expect(await fill('handIn')).toEqual({ done: 5 });
    expect(await fill('handIn')).toEqual({ done: 0 });
    expect(await fill('review')).toEqual({ done: 12 });
    const { items } = await ada.ok<{ items: { title: string }[] }>('GET', `${copy}/threads`);
    expect(items).toHaveLength(6);
    expect(JSON.stringify(items)).not.toContain('Stone');
    const staff = await as(null);
    await staff.ok('POST', `${copy}/release`);
    const own = () => ada.ok<{ grade: unknown }>('GET', `${copy}/result`);
    await until('there is a grade', async () => (await own()).grade !== null);
    await settled();
    expect([await seen(), await search()]).toEqual(before.slice(1));

    await teacher.ok('DELETE', at);
    await settled();
    expect([await everything(), await seen(), await search()]).toEqual(before);
    expect((await ada.call('GET', copy)).status).toBe(404);
  },
  TEST_MS,
);

test('learners cannot begin, enter or end one, and another course knows nothing of it', async () => {
  await teacher.ok('PUT', path, { names: NAMES });
  const [learner] = learners;
  for (const [method, at, body] of [
    ['PUT', path, { names: NAMES }],
    ['POST', `${path}/session`, { memberId: null }],
    ['DELETE', path, undefined],
  ] as const)
    expect((await learner?.call(method, at, body))?.status).toBe(403);
  const elsewhere = stack.simulator.addCourse({ title: 'Elsewhere' });
  const colleague = stack.simulator.addPerson(elsewhere, {
    role: 'instructor',
    givenName: 'Other',
    familyName: 'Teacher',
  });
  const stranger = await stack.open(colleague, { deepLinking: true }, elsewhere);
  expect((await stranger.call('POST', `${path}/session`, { memberId: null })).status).toBe(404);
  expect((await stranger.call('DELETE', path)).status).toBe(404);
  // A person of the rehearsal has no way into the course.
  const inside = await enter(null);
  expect((await inside.call('GET', `/activities/${activityId}/overview`)).status).toBe(404);
  await teacher.ok('DELETE', path);
});
