/** Whose dates count: where the LMS leads, its end of submissions, for everybody and for single learners. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { PlacementView } from '../../server/src/contracts/activity.ts';
import type { GroupWorkSettingsView } from '../../server/src/contracts/group-work.ts';
import type { TimelineView } from '../../server/src/contracts/timelines.ts';
import { newId } from '../../server/src/core/ids.ts';
import type { ResourceLink } from '../lms-simulator/index.ts';
import type { ApiSession } from '../factories/browserless.ts';
import { type ApiStack, buildSettings, startApiStack } from '../factories/roundtable.ts';
import { buildMilestone, buildProject } from '../factories/group-work.ts';
import { until } from '../factories/until.ts';

const OURS = '2030-03-01T12:00:00.000Z';
const THEIRS = '2030-03-05T12:00:00.000Z';
const ADAS = '2030-03-07T12:00:00.000Z';
const activityId = newId();
let stack: ApiStack;
let link: ResourceLink;
let teacher: ApiSession;

const open = (role: 'instructor' | 'learner', index = 0) => stack.open(stack.person(role, index), link.id);
const placement = () => teacher.ok<PlacementView>('GET', `/activities/${activityId}/placement`);
const closesFor = async (learner: ApiSession) =>
  (await learner.ok<{ submissionsCloseAt: string }>('GET', `/activities/${activityId}/mine`))
    .submissionsCloseAt;
const lead = (ledBy: 'lms' | 'roundtable', by = teacher) =>
  by.call('PUT', `/activities/${activityId}/placement/dates-leader`, { ledBy });
const settings = (submissionsCloseAt: string, title = 'Essay') =>
  buildSettings({ title, submissionsCloseAt, reviewsCloseAt: '2030-03-20T12:00:00.000Z' });
const revision = async () =>
  (await teacher.ok<{ revision: number }>('GET', `/activities/${activityId}/peer-review`)).revision;
const save = async (wanted: object) =>
  teacher.call('PUT', `/activities/${activityId}/peer-review`, {
    settings: wanted,
    expectedRevision: await revision(),
  });

beforeAll(async () => {
  stack = await startApiStack('canvas');
  link = stack.simulator.addResourceLink(stack.course, {
    title: 'Essay',
    custom: { activity: activityId },
    lineItem: { scoreMaximum: 20 },
    submission: { endDateTime: THEIRS },
  });
  link.submissionUntilOf = { [stack.person('learner').id]: ADAS };
  teacher = await open('instructor');
  await teacher.ok('PUT', `/activities/${activityId}/peer-review`, {
    settings: settings(OURS),
    expectedRevision: 0,
  });
  teacher = await open('instructor');
}, 60_000);
afterAll(() => stack.close());

test('while Roundtable leads, the LMS’s dates move nobody’s; both are shown', async () => {
  const ada = await open('learner');
  expect(await closesFor(ada)).toBe(OURS);
  expect(await placement()).toMatchObject({
    submissionsCloseAt: { ours: OURS, theirs: THEIRS },
    leads: { ledBy: 'roundtable', theirs: THEIRS },
  });
});

test('once the LMS leads, its date counts for everybody, and a learner’s own for that learner alone', async () => {
  expect((await lead('lms')).status).toBe(200);
  expect((await lead('lms')).body).toMatchObject({
    submissionsCloseAt: null,
    leads: { ledBy: 'lms', theirs: THEIRS },
  });
  // Ada came before the LMS led.
  const [ada, bo] = [await open('learner'), await open('learner', 1)];
  expect([await closesFor(ada), await closesFor(bo)]).toEqual([ADAS, THEIRS]);
  expect(
    await teacher.ok<TimelineView>('GET', `/activities/${activityId}/timelines/${ada.memberId}`),
  ).toMatchObject({ lmsUntil: ADAS, extension: { until: {} } });
  expect(
    await teacher.ok<TimelineView>('GET', `/activities/${activityId}/timelines/${bo.memberId}`),
  ).toMatchObject({ lmsUntil: null });
  expect(JSON.stringify(await bo.ok('GET', `/activities/${activityId}/mine`))).not.toContain(ADAS);
});

test('a date that moves in the LMS moves here, with the next launch of staff; whom it no longer concerns has none', async () => {
  const [ada, bo] = [await open('learner'), await open('learner', 1)];
  const moved = '2030-03-06T12:00:00.000Z';
  link.submission = { endDateTime: moved };
  link.submissionUntilOf = { [stack.person('learner', 1).id]: '2030-03-09T12:00:00.000Z' };
  await open('instructor');
  expect(await closesFor(bo)).toBe(moved);
  await Promise.all([open('learner'), open('learner', 1)]);
  expect([await closesFor(ada), await closesFor(bo)]).toEqual([moved, '2030-03-09T12:00:00.000Z']);
});

test('people keep everything but the end of submissions in their hands', async () => {
  const counted = String((await settingsNow())['submissionsCloseAt']);
  expect((await save(settings(counted, 'Longer essay'))).status).toBe(200);
  expect((await save(settings(OURS))).body).toMatchObject({ error: { code: 'DATES_LED_BY_LMS' } });
});

test('when the LMS has no date any more, the last one counts', async () => {
  const counted = (await settingsNow())['submissionsCloseAt'];
  delete link.submission;
  await open('instructor');
  expect((await settingsNow())['submissionsCloseAt']).toBe(counted);
  expect(await placement()).toMatchObject({ leads: { ledBy: 'lms', theirs: null } });
});

test('when Roundtable leads again, dates stay as they are and nobody has one of the LMS’s alone', async () => {
  const bo = await open('learner', 1);
  await until('Bo has more time', async () => (await closesFor(bo)) === '2030-03-09T12:00:00.000Z');
  expect((await lead('roundtable')).status).toBe(200);
  expect(await closesFor(bo)).toBe((await settingsNow())['submissionsCloseAt']);
  await open('learner', 1);
  expect(await closesFor(bo)).toBe((await settingsNow())['submissionsCloseAt']);
  expect((await save(settings(OURS))).status).toBe(200);
});

test('learners do not say who leads', async () => {
  expect((await lead('lms', await open('learner'))).status).toBe(403);
});

async function settingsNow() {
  const found = await teacher.ok<{ settings: Record<string, unknown> }>(
    'GET',
    `/activities/${activityId}/peer-review`,
  );
  return found.settings;
}

test('of a group project it is the last milestone that the LMS leads, for everybody and for single learners', async () => {
  const id = newId();
  const project = stack.simulator.addResourceLink(stack.course, {
    title: 'Bridge',
    custom: { activity: id },
    lineItem: { scoreMaximum: 20 },
    submission: { endDateTime: THEIRS },
  });
  project.submissionUntilOf = { [stack.person('learner').id]: ADAS };
  const enter = (role: 'instructor' | 'learner') => stack.open(stack.person(role), project.id);
  const first = '2030-02-20T12:00:00.000Z';
  const wanted = (last: string) =>
    buildProject({
      milestones: [buildMilestone({ dueAt: first }), buildMilestone({ n: 2, title: 'Report', dueAt: last })],
    });
  const saveProject = (last: string, expectedRevision: number) =>
    teacher.call('PUT', `/group-work/${id}`, { settings: wanted(last), expectedRevision });
  expect((await saveProject(OURS, 0)).status).toBe(200);
  const again = await enter('instructor');
  expect(await again.ok('GET', `/activities/${id}/placement`)).toMatchObject({
    submissionsCloseAt: { ours: OURS, theirs: THEIRS },
  });
  await again.ok('PUT', `/activities/${id}/placement/dates-leader`, { ledBy: 'lms' });
  const now = await again.ok<GroupWorkSettingsView>('GET', `/group-work/${id}/settings`);
  expect(now).toMatchObject({ isLedByLms: true });
  expect(now.settings.milestones.map(({ dueAt }) => dueAt)).toEqual([first, THEIRS]);
  const ada = await enter('learner');
  const { steps } = await again.ok<TimelineView>('GET', `/activities/${id}/timelines/${ada.memberId}`);
  expect(steps.map(({ step, own }) => [step, own])).toEqual([
    ['milestone1', first],
    ['milestone2', ADAS],
  ]);
  expect((await saveProject(OURS, now.revision)).body).toMatchObject({ error: { code: 'DATES_LED_BY_LMS' } });
  expect((await saveProject(THEIRS, now.revision)).status).toBe(200);
});
