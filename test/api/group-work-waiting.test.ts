/** What milestones of group projects ask of people: on learners' homes and in the queue of staff, over HTTP. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { HomeView, WaitingItemView } from '../../server/src/contracts/insights.ts';
import type { ApiSession } from '../factories/browserless.ts';
import {
  addProject,
  buildMilestone,
  buildProject,
  deliverablePath,
  handInText,
} from '../factories/group-work.ts';
import { until } from '../factories/until.ts';
import { type GroupSet, makeGroups, openRoom, type Room } from './questionnaire-room.ts';

let room: Room;
let set: GroupSet;
let staff: ApiSession;
let ada: ApiSession;
let ben: ApiSession;
let red: string;

beforeAll(async () => {
  room = await openRoom(3);
  set = await makeGroups(room, { Red: [0, 1], Blue: [2] });
  staff = room.staff;
  [ada, ben] = [room.learner(0), room.learner(1)];
  red = set.groupIds['Red'] ?? '';
}, 60_000);
afterAll(() => room.stack.close());

async function homeOf(who: ApiSession, activityId: string): Promise<string[]> {
  const { next } = await who.ok<HomeView>('GET', '/home');
  return next.filter((one) => one.activityId === activityId).map(({ code, title }) => `${code} ${title}`);
}
const awaitHome = (who: ApiSession, activityId: string, expected: readonly string[]) =>
  until(
    `the home says ${expected.join()}`,
    async () => (await homeOf(who, activityId)).join() === expected.join(),
  );
const awaitQueue = (activityId: string, expected: readonly string[]) =>
  until(`the queue says ${expected.join()}`, async () => {
    const { items } = await staff.ok<{ items: WaitingItemView[] }>('GET', `/queue?activity=${activityId}`);
    const found = items.map(
      ({ because: { code, params } }) => `${code} ${params['title']} ${params['count']}`,
    );
    return found.sort((a, b) => a.localeCompare(b)).join() === expected.join();
  });

test('the next milestone waits until it is handed in and confirmed; then it waits for a mark', async () => {
  const activityId = await addProject(staff, { groupSetId: set.id, handIn: 'all' });
  const path = deliverablePath(activityId, red);
  await awaitHome(ada, activityId, ['DELIVER Concept']);
  await handInText(ada, path, 'Ours.');
  await awaitHome(ben, activityId, ['CONFIRM_DELIVERABLE Concept']);
  await awaitHome(ada, activityId, []);
  // Another group is asked for its own.
  expect(await homeOf(room.learner(2), activityId)).toEqual(['DELIVER Concept']);
  await awaitQueue(activityId, []);
  await ben.ok('PUT', `${path}/submission/1/confirmation`, { objection: null });
  await awaitHome(ben, activityId, []);
  await awaitQueue(activityId, ['DELIVERABLES_UNMARKED Concept 1']);
  const mark = { ratings: [], points: 8, comment: '', adjustments: [], expectedRevision: 0 };
  await staff.ok('PUT', `${path}/mark`, mark);
  await awaitQueue(activityId, []);
  await staff.ok('PUT', `/activities/${activityId}/publication`, { state: 'closed' });
  await awaitHome(room.learner(2), activityId, []);
}, 60_000);

test('what is taken back, and more time for one member, is heard of by the whole group', async () => {
  const milestones = [
    buildMilestone({ title: 'Over', dueAt: new Date(Date.now() - 60_000).toISOString() }),
    buildMilestone({ n: 2, title: 'Report' }),
  ];
  const activityId = await addProject(staff, { groupSetId: set.id, milestones });
  const path = deliverablePath(activityId, red, 2);
  await awaitHome(ben, activityId, ['DELIVER Report']);
  await awaitQueue(activityId, ['DELIVERABLES_MISSING Over 2']);
  await handInText(ada, path, 'Ours.');
  await awaitHome(ben, activityId, []);
  await ada.ok('POST', `${path}/submission/1/withdrawal`);
  await awaitHome(ben, activityId, ['DELIVER Report']);
  const later = new Date(Math.ceil(Date.now() / 60_000) * 60_000 + 20 * 86_400_000).toISOString();
  await staff.ok('PUT', `/activities/${activityId}/timelines/${ada.memberId}/extension`, {
    until: { milestone2: later },
    zone: 'UTC',
    reason: 'Ill.',
    expectedRevision: 0,
  });
  await until('the date is that of the group', async () => {
    const { next } = await ben.ok<HomeView>('GET', '/home');
    return next.some((one) => one.activityId === activityId && one.until === later);
  });
  expect(await homeOf(ada, activityId)).toEqual(['DELIVER Report']);
}, 60_000);

test('before settings are saved, staff read what they do to groups, their works and dates', async () => {
  const past = new Date(Date.now() - 60_000).toISOString();
  const kept = {
    groupSetId: set.id,
    milestones: [buildMilestone({ dueAt: past }), buildMilestone({ n: 2 })],
  };
  const activityId = await addProject(staff, kept);
  await handInText(ada, deliverablePath(activityId, red, 2), 'Ours.');
  const preview = (settings: Partial<ReturnType<typeof buildProject>>) =>
    staff.ok('POST', `/group-work/${activityId}/preview`, {
      settings: buildProject({ ...kept, ...settings }),
    });
  expect(await preview({ title: 'Other' })).toEqual({ effects: [] });
  const dueAt = new Date(Date.now() + 3_600_000).toISOString();
  const milestones = [
    buildMilestone({ dueAt }),
    buildMilestone({ n: 2, title: 'Report', dueAt: past, points: 10, late: { days: 3, percentPerDay: 10 } }),
  ];
  expect(await preview({ milestones, handIn: 'all' })).toEqual({
    effects: [
      expect.objectContaining({ code: 'dateChanged', step: 'milestone2', title: 'Report', isOver: true }),
      expect.objectContaining({
        code: 'dateChanged',
        step: 'milestone1',
        title: 'Concept',
        at: dueAt,
        learners: expect.any(Number),
        keeping: { count: 0, names: [] },
      }),
      { code: 'reopened', count: 2 },
      { code: 'late', count: 1 },
      { code: 'handInChanged', to: 'all' },
      { code: 'pointsChanged', from: 40, to: 30 },
    ],
  });
  expect(await preview({})).toEqual({ effects: [] });
}, 60_000);
