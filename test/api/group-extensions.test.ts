/** More time for a whole group: everybody in it has it, also who joins later, and nobody else by any way. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { OwnSetView } from '../../server/src/contracts/group-sets.ts';
import type { GroupExtensionView, TimelineView } from '../../server/src/contracts/timelines.ts';
import { newId } from '../../server/src/core/ids.ts';
import type { ApiSession } from '../factories/browserless.ts';
import { type ApiStack, buildSettings, startApiStack } from '../factories/roundtable.ts';
import { until } from '../factories/until.ts';

const activityId = newId();
const setId = newId();
const NORMAL = '2030-03-01T12:00:00.000Z';
const LATER = '2030-03-04T12:00:00.000Z';
let stack: ApiStack;
let teacher: ApiSession;
let learners: ApiSession[];
let red: string;

beforeAll(async () => {
  stack = await startApiStack('strict');
  const link = stack.simulator.addResourceLink(stack.course, {
    title: 'Essay',
    custom: { activity: activityId },
  });
  teacher = await stack.open(stack.person('instructor'), link.id);
  await teacher.ok('PUT', `/activities/${activityId}/peer-review`, {
    settings: buildSettings({ submissionsCloseAt: NORMAL, reviewsCloseAt: '2030-03-08T12:00:00.000Z' }),
    expectedRevision: 0,
  });
  learners = await Promise.all([0, 1, 2].map((index) => stack.open(stack.person('learner', index), link.id)));
  await teacher.ok('POST', '/group-sets', { id: setId, name: 'Sections', copyOf: null });
  await teacher.ok('POST', `/group-sets/${setId}/groups`, {
    names: ['Red', 'Blue'],
    cap: null,
    expectedRevision: 1,
  });
  const { items } = await teacher.ok<{ items: { id: string; name: string }[] }>(
    'GET',
    `/group-sets/${setId}/groups`,
  );
  red = items.find(({ name }) => name === 'Red')?.id ?? '';
  await move(learners[0], red);
}, 60_000);
afterAll(() => stack.close());

async function move(learner: ApiSession | undefined, groupId: string | null): Promise<void> {
  if (!learner) throw new Error('no such learner');
  const { revision } = await teacher.ok<OwnSetView>('GET', `/group-sets/${setId}`);
  await teacher.ok('POST', `/group-sets/${setId}/moves`, {
    moves: [{ memberId: learner.memberId, groupId }],
    expectedRevision: revision,
  });
}

const extend = (to: string | null, expectedRevision: number) =>
  teacher.call('PUT', `/activities/${activityId}/group-extensions/${red}`, {
    until: to === null ? {} : { handIn: to },
    zone: 'UTC',
    reason: 'Their lab was closed.',
    expectedRevision,
  });

/** Until when a learner may hand in, as their own page says. */
const closesFor = async (learner: ApiSession | undefined): Promise<string | undefined> =>
  (await learner?.ok<{ submissionsCloseAt: string }>('GET', `/activities/${activityId}/mine`))
    ?.submissionsCloseAt;

test('a group has more time: its members, whoever joins it, and no longer who leaves it', async () => {
  const [ada, bo, chi] = learners;
  const preview = await teacher.ok<{ people: number; steps: { step: string; own: string }[] }>(
    'POST',
    `/activities/${activityId}/group-extensions/${red}/preview`,
    { until: { handIn: LATER }, zone: 'UTC' },
  );
  expect(preview.people).toBe(1);
  expect(preview.steps.find(({ step }) => step === 'handIn')?.own).toBe(LATER);
  expect(await closesFor(ada)).toBe(NORMAL);

  expect((await extend(LATER, 0)).status).toBe(200);
  await until('Ada has more time', async () => (await closesFor(ada)) === LATER);
  expect(await closesFor(bo)).toBe(NORMAL);
  expect(
    await teacher.ok<TimelineView>(
      'GET',
      `/activities/${activityId}/timelines/${(ada as ApiSession).memberId}`,
    ),
  ).toMatchObject({ groups: [{ name: 'Red' }], extension: { until: {} } });

  await move(bo, red);
  await until('Bo has it too', async () => (await closesFor(bo)) === LATER);
  await move(ada, null);
  await until('Ada is out of it', async () => (await closesFor(ada)) === NORMAL);
  expect(await closesFor(chi)).toBe(NORMAL);

  const { items } = await teacher.ok<{ items: GroupExtensionView[] }>(
    'GET',
    `/activities/${activityId}/group-extensions`,
  );
  expect(items).toMatchObject([{ name: 'Red', setName: 'Sections', people: 1, revision: 1 }]);
  expect((await extend(null, 1)).status).toBe(200);
  await until('nobody has more time', async () => (await closesFor(bo)) === NORMAL);
});

test('what cannot be is refused: earlier dates, an old tab, a group of another course', async () => {
  expect((await extend('2030-02-01T00:00:00.000Z', 2)).body).toMatchObject({
    error: { code: 'EXTENSION_TOO_EARLY', details: { step: 'handIn' } },
  });
  expect((await extend(LATER, 0)).body).toMatchObject({ error: { code: 'STALE_REVISION' } });
  const foreign = await teacher.call('PUT', `/activities/${activityId}/group-extensions/${newId()}`, {
    until: { handIn: LATER },
    zone: 'UTC',
    reason: '',
    expectedRevision: 0,
  });
  expect(foreign.status).toBe(404);
});

test('learners learn neither that a group has more time nor why', async () => {
  await extend(LATER, 2);
  const [, bo, chi] = learners;
  await until('Bo has more time', async () => (await closesFor(bo)) === LATER);
  const seen = await chi?.ok('GET', `/activities/${activityId}/mine`);
  expect(JSON.stringify(seen)).not.toContain(LATER);
  expect(JSON.stringify(await bo?.ok('GET', `/activities/${activityId}/mine`))).not.toContain('lab');
  for (const path of ['group-extensions', `timelines/${(bo as ApiSession).memberId}`]) {
    expect((await chi?.call('GET', `/activities/${activityId}/${path}`))?.status).toBe(403);
  }
});

test('before dates are changed, staff read whose change and who keeps more time', async () => {
  const wanted = buildSettings({
    submissionsCloseAt: '2030-03-02T12:00:00.000Z',
    reviewsCloseAt: '2030-03-08T12:00:00.000Z',
  });
  const { effects } = await teacher.ok<{ effects: { learners: number }[] }>(
    'POST',
    `/activities/${activityId}/peer-review/preview`,
    { settings: wanted },
  );
  expect(effects).toMatchObject([
    {
      code: 'dateChanged',
      step: 'handIn',
      title: null,
      at: '2030-03-02T12:00:00.000Z',
      isOver: false,
      keeping: { count: 1, names: [expect.any(String)] },
    },
    // What comes after moves along for who had more time, and for nobody else.
    { code: 'dateChanged', step: 'review', learners: 1, keeping: { count: 0 } },
  ]);
  expect(effects[0]?.learners).toBeGreaterThan(1);
  expect(await closesFor(learners[2])).toBe(NORMAL);
});
