import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { createIndexes, openTestDatabase } from '../../../../test/factories/database.ts';
import { buildLaunch } from '../../../../test/factories/roster.ts';
import { systemClock } from '../../core/clock.ts';
import { newId } from '../../core/ids.ts';
import type { Database } from '../../platform/database/connect.ts';
import { counted } from '../../platform/database/round-trips.ts';
import type { LaunchOutcome, VerifiedLaunch } from '../../platform/lti/ports.ts';
import { type ActivityService, createActivityService, createActivityStore } from '../activity/index.ts';
import { createCourseService, type CourseService } from './course.service.ts';
import { createCopyService } from './copy.service.ts';
import { createCourseStore } from './course.store.ts';
import { createLaunchRecorder } from './launch.service.ts';
import { createLmsDatesService, type LmsDatesService } from './lms-dates.service.ts';
import { createMemberLinkStore, type MemberLinkStore } from './member-links.store.ts';

let database: Database;
let store: ReturnType<typeof createCourseStore>;
let memberLinks: MemberLinkStore;
let lmsDates: LmsDatesService;
let activities: ActivityService;
let courses: CourseService;
let record: (launch: VerifiedLaunch, requestId: string) => Promise<LaunchOutcome>;

beforeAll(async () => {
  database = await openTestDatabase();
  const activityStore = createActivityStore(database.connection);
  activities = createActivityService(activityStore, systemClock);
  store = createCourseStore(database.connection);
  memberLinks = createMemberLinkStore(database.connection);
  lmsDates = createLmsDatesService({
    store,
    memberLinks,
    activities,
    extensions: activityStore.timelines.groups,
    clock: systemClock,
    eventsWritten: () => {},
  });
  courses = createCourseService(store);
  await createIndexes(database.connection);
});
afterAll(() => database.close());
beforeEach(() => {
  record = createLaunchRecorder({
    store,
    memberLinks,
    activities,
    copies: createCopyService(store, activities),
    lmsDates,
    clock: systemClock,
    eventsWritten: () => {},
  });
});

async function roundTrips(launch: VerifiedLaunch): Promise<number> {
  const count = { commands: 0 };
  await counted(count, () => record(launch, 'r'));
  return count.commands;
}

const scopeOf = (outcome: LaunchOutcome) => ({
  courseId: outcome.courseId,
  platformId: 'platform',
  deploymentId: '1',
});

const settings = { title: 'Essay', points: 20, settings: {} };
const by = { actor: { kind: 'system', job: 'test' }, requestId: null } as const;

test('a first launch costs three round trips, a repeated one of a linked activity one', async () => {
  const launch = buildLaunch();
  expect(await roundTrips(launch)).toBe(3);
  const outcome = await record(launch, 'r');
  const activity = await activities.save(scopeOf(outcome), newId(), settings, 0, by);
  const named = { ...launch, custom: { activity: activity.id } };
  await record(named, 'r');
  expect(await roundTrips(named)).toBe(1);
});

test('a link that names an activity of its course points to it from the first launch', async () => {
  const context = { id: newId(), label: null, title: null };
  const staff = await record(buildLaunch({ context, resourceLink: null, role: 'instructor' }), 'r');
  const activity = await activities.save(scopeOf(staff), newId(), settings, 0, by);
  const outcome = await record(buildLaunch({ context, custom: { activity: activity.id } }), 'r');
  expect(outcome.activityId).toBe(activity.id);
  expect(await courses.findGradebook(scopeOf(outcome), activity.id)).toMatchObject({
    links: [{ id: outcome.resourceLinkId, lineItem: 'https://lms.example/lineitem?type_id=1' }],
  });
});

test('a copied link that names another course’s activity opens nothing', async () => {
  const original = await record(buildLaunch(), 'r');
  const activity = await activities.save(scopeOf(original), newId(), settings, 0, by);
  const copy = await record(buildLaunch({ custom: { activity: activity.id } }), 'r');
  expect(copy.courseId).not.toBe(original.courseId);
  expect(copy.activityId).toBeNull();
});

test.each([
  ['another context', { context: { id: 'other', label: null, title: null } }],
  ['another deployment', { deploymentId: '2' }],
  ['another platform', { platformId: 'other' }],
])('the same person in %s is another member of another course', async (_where, other) => {
  const launch = buildLaunch();
  const [here, there] = [await record(launch, 'r'), await record({ ...launch, ...other }, 'r')];
  expect(there.courseId).not.toBe(here.courseId);
  expect(there.memberId).not.toBe(here.memberId);
  expect(there.resourceLinkId).not.toBe(here.resourceLinkId);
});

test('joining and a changed role are events; the same role again is none', async () => {
  const launch = buildLaunch();
  const outcome = await record(launch, 'r');
  await record(launch, 'r');
  await record({ ...launch, role: 'assistant' }, 'r');
  const stored = await database.connection.collection('members').findOne({ _id: outcome.memberId as never });
  const events = (stored?.['events'] ?? []) as { type: string; data: unknown }[];
  expect(events.map((event) => [event.type, event.data])).toEqual([
    ['member.joined', { role: 'learner' }],
    ['member.changed', { before: { role: 'learner' }, after: { role: 'assistant' } }],
  ]);
});

test('a launch without a line item does not take the column away', async () => {
  const launch = buildLaunch();
  const outcome = await record(launch, 'r');
  await record({ ...launch, lineItem: null }, 'r');
  const link = await store.findLink(scopeOf(outcome), outcome.resourceLinkId ?? '');
  expect(link?.lineItem).toBe('https://lms.example/lineitem?type_id=1');
});

test('a submission review of another column leaves the link as it is', async () => {
  const launch = buildLaunch();
  const outcome = await record(launch, 'r');
  const lineItem = 'https://lms.example/another?type_id=1';
  await record(
    { ...launch, messageType: 'LtiSubmissionReviewRequest', reviewedSubject: 'ada', lineItem },
    'r',
  );
  const link = await store.findLink(scopeOf(outcome), outcome.resourceLinkId ?? '');
  expect(link?.lineItem).toBe('https://lms.example/lineitem?type_id=1');
});

const DATES = {
  availableFrom: null,
  availableUntil: null,
  submissionFrom: null,
  submissionUntil: new Date('2026-03-01T12:00:00Z'),
};

test('the link’s dates are those that staff see, and go when the LMS has none any more', async () => {
  const launch = buildLaunch();
  const teacher = { ...launch, subject: 'tessa', role: 'instructor' as const };
  const outcome = await record({ ...teacher, dates: DATES }, 'r');
  const datesNow = async () =>
    (await store.findLink(scopeOf(outcome), outcome.resourceLinkId ?? ''))?.dates ?? null;
  expect(await datesNow()).toEqual(DATES);
  const theirOwn = { ...DATES, submissionUntil: new Date('2026-03-09T12:00:00Z') };
  await record({ ...launch, dates: theirOwn }, 'r');
  expect(await datesNow()).toEqual(DATES);
  await record(teacher, 'r');
  expect(await datesNow()).toBeNull();
});

test('dates of a learner’s own are kept with the learner, in one round trip more and once', async () => {
  const launch = buildLaunch({ personDates: DATES });
  expect(await roundTrips(launch)).toBe(4);
  const outcome = await record(launch, 'r');
  const activity = await activities.save(scopeOf(outcome), newId(), settings, 0, by);
  const named = { ...launch, custom: { activity: activity.id } };
  await record(named, 'r');
  expect(await roundTrips(named)).toBe(1);
  const kept = await database.connection
    .collection('memberLinks')
    .findOne({ _id: `${outcome.resourceLinkId}/${outcome.memberId}` as never });
  expect(kept).toMatchObject({ courseId: outcome.courseId, dates: DATES });
});

test('learners are listed by name, page by page, without staff and the test student', async () => {
  const launch = buildLaunch();
  const people = ['Zoë', 'ada', 'Bo', 'bo'].map((name, n) => ({ name, subject: `s${n}` }));
  for (const person of people) await record({ ...launch, ...person }, 'r');
  await record({ ...launch, subject: 't', name: 'Aaa', testUser: true }, 'r');
  await record({ ...launch, subject: 'i', name: 'Aab', role: 'instructor' }, 'r');
  const scope = scopeOf(await record({ ...launch, ...people[0] }, 'r'));
  const first = await courses.listLearners(scope, undefined, 3);
  const second = await courses.listLearners(scope, first.next ?? '', 3);
  expect([...first.items, ...second.items].map((member) => member.name?.toLowerCase())).toEqual([
    'ada',
    'bo',
    'bo',
    'zoë',
  ]);
  expect(second.next).toBeNull();
});
