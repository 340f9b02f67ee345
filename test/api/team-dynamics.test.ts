/** How members say they work together: asked after a milestone, shown as a whole and once, to the group and to staff. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { GroupStandingView } from '../../server/src/contracts/group-standings.ts';
import type { HomeView, WaitingItemView } from '../../server/src/contracts/insights.ts';
import type { TeamDynamicsView } from '../../server/src/contracts/team-dynamics.ts';
import { type ApiSession, codeOf } from '../factories/browserless.ts';
import { addProject, buildMilestone, buildTeam } from '../factories/group-work.ts';
import { until } from '../factories/until.ts';
import { type GroupSet, makeGroups, openRoom, type Room } from './questionnaire-room.ts';

let room: Room;
let set: GroupSet;
let activityId: string;

const past = new Date(Date.now() - 60_000).toISOString();
const milestones = [buildMilestone({ dueAt: past }), buildMilestone({ n: 2, title: 'Report' })];

beforeAll(async () => {
  room = await openRoom(7);
  set = await makeGroups(room, { Red: [0, 1, 2], Blue: [3, 4], Green: [5] });
  activityId = await addProject(room.staff, {
    groupSetId: set.id,
    milestones,
    team: buildTeam({ dynamics: true }),
  });
}, 60_000);
afterAll(() => room.stack.close());

const pathOf = (group: string) => `/group-work/${activityId}/groups/${set.groupIds[group] ?? ''}`;
const read = (who: ApiSession, group = 'Red') => who.ok<TeamDynamicsView>('GET', `${pathOf(group)}/dynamics`);
const answer = (who: ApiSession, safety: number, { group = 'Red', n = 1 } = {}) =>
  who.call<TeamDynamicsView>('PUT', `${pathOf(group)}/dynamics/${n}/answer`, {
    steps: { participation: 4, communication: 3, disagreement: 2, safety },
  });
const isAsked = async (who: ApiSession) =>
  (await who.ok<HomeView>('GET', '/home')).next.some(
    (one) => one.activityId === activityId && one.code === 'TEAM_DYNAMICS',
  );
const questions = async () =>
  (await room.staff.ok<{ items: WaitingItemView[] }>('GET', '/queue?kind=people')).items.filter(
    (one) => one.activityId === activityId && one.because.code === 'DYNAMICS_LOW',
  );
const standing = () => room.staff.ok<GroupStandingView>('GET', `${pathOf('Red')}/standing`);

test('nothing is shown while answers may come; then one word each, the same to the group and to staff', async () => {
  const [ada, ben, cleo] = [room.learner(0), room.learner(1), room.learner(2)];
  await until('it is on the home', () => isAsked(ada));
  expect((await answer(ada, 1)).status).toBe(200);
  await until('it waits no more', async () => !(await isAsked(ada)));
  // Once: neither a repeated request nor another answer changes it.
  expect((await answer(ada, 5)).body.surveys[0]).toMatchObject({
    state: 'open',
    answered: 1,
    own: 'answered',
  });
  expect((await answer(ben, 2)).status).toBe(200);
  for (const who of [ada, cleo, room.staff]) {
    const seen = await read(who);
    expect(seen.surveys[0]).toMatchObject({ state: 'open', answered: 2, asked: 3, bands: null });
    expect(JSON.stringify(seen)).not.toMatch(/steps|"by"/);
  }
  expect([(await standing()).health.dynamics, await questions()]).toEqual([null, []]);
  // Whoever comes now is not asked: what is shown could be compared with and without their answer.
  await set.move(6, 'Red');
  expect(codeOf(await answer(room.learner(6), 5))).toBe('QUESTIONNAIRE_CLOSED');
  expect((await read(room.learner(6))).surveys[0]).toMatchObject({ asked: 3, own: null });
  expect((await answer(cleo, 5)).status).toBe(200);

  const bands = { participation: 'good', communication: 'mixed', disagreement: 'low', safety: 'low' };
  const views = await Promise.all([ada, cleo, room.learner(6), room.staff].map((who) => read(who)));
  for (const { surveys } of views) {
    expect(surveys[0]).toMatchObject({ state: 'shown', answered: 3, asked: 3, bands });
    expect(Object.keys(surveys[0] ?? {}).sort()).toEqual(
      ['answered', 'asked', 'bands', 'n', 'opensAt', 'own', 'state', 'title', 'until'].sort(),
    );
  }
  expect((await standing()).health.dynamics).toEqual({ n: 1, low: ['disagreement', 'safety'] });
  await until('staff are asked', async () => (await questions()).length === 1);
  const [question] = await questions();
  expect(question?.because.params).toMatchObject({ group: 'Red', title: 'Concept' });
});

test('who is not asked: other groups, staff, before the date, and groups in which it could be known', async () => {
  const [dee, fay] = [room.learner(3), room.learner(5)];
  expect(codeOf(await answer(dee, 3))).toBe('NOT_IN_GROUP');
  expect(codeOf(await dee.call('GET', `${pathOf('Red')}/dynamics`))).toBe('NOT_IN_GROUP');
  expect(codeOf(await answer(room.staff, 3))).toBe('FORBIDDEN');
  expect(codeOf(await answer(room.learner(0), 3, { n: 2 }))).toBe('QUESTIONNAIRE_CLOSED');
  for (const [who, group] of [
    [dee, 'Blue'],
    [fay, 'Green'],
  ] as const) {
    expect(codeOf(await answer(who, 3, { group }))).toBe('QUESTIONNAIRE_CLOSED');
    expect((await read(who, group)).surveys[0]).toMatchObject({ state: 'tooSmall', bands: null });
  }
  expect(await isAsked(dee)).toBe(false);
  const silent = await addProject(room.staff, { groupSetId: set.id, milestones });
  const path = `/group-work/${silent}/groups/${set.groupIds['Red'] ?? ''}/dynamics`;
  expect(codeOf(await room.learner(0).call('GET', path))).toBe('NOT_FOUND');
});
