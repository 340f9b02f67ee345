/** Team charters over HTTP: written together, put to the group, agreed to by name, changed; seen by nobody else. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { GroupWorkSettingsView } from '../../server/src/contracts/group-work.ts';
import type { HomeView } from '../../server/src/contracts/insights.ts';
import { CHARTER_SECTIONS } from '../../server/src/contracts/team-limits.ts';
import type { CharterTexts, CharterView } from '../../server/src/contracts/team-charter.ts';
import { type ApiSession, codeOf } from '../factories/browserless.ts';
import { addProject, buildCharter, buildTeam } from '../factories/group-work.ts';
import { until } from '../factories/until.ts';
import { type GroupSet, makeGroups, openRoom, type Room } from './questionnaire-room.ts';

let room: Room;
let set: GroupSet;
let staff: ApiSession;
let ada: ApiSession;
let ben: ApiSession;
let cleo: ApiSession;

beforeAll(async () => {
  room = await openRoom(4);
  set = await makeGroups(room, { Red: [0, 1], Blue: [2] });
  staff = room.staff;
  [ada, ben, cleo] = [room.learner(0), room.learner(1), room.learner(2)];
}, 60_000);
afterAll(() => room.stack.close());

const textsOf = (goals: string) =>
  Object.fromEntries(CHARTER_SECTIONS.map((one) => [one, one === 'goals' ? goals : ''])) as CharterTexts;
const charter = buildCharter({ goals: 'What should the bridge be like?' });

const pathOf = (activityId: string, group = 'Red') =>
  `/group-work/${activityId}/groups/${set.groupIds[group] ?? ''}/charter`;
const read = (who: ApiSession, path: string) => who.ok<CharterView>('GET', path);

/** Writes over what is there. @returns the new revision */
async function write(who: ApiSession, path: string, goals: string): Promise<number> {
  const expectedRevision = (await read(who, path)).draft?.revision ?? 0;
  const body = { texts: textsOf(goals), expectedRevision };
  return (await who.ok<{ revision: number }>('PUT', `${path}/draft`, body)).revision;
}

async function propose(who: ApiSession, path: string, goals: string): Promise<CharterView> {
  const expectedRevision = await write(who, path, goals);
  return who.ok<CharterView>('POST', `${path}/versions`, { expectedRevision });
}

const agree = (who: ApiSession, path: string, version: number) =>
  who.call('PUT', `${path}/versions/${version}/agreement`);

const awaitHome = (who: ApiSession, activityId: string, codes: readonly string[]) =>
  until(`the home asks for ${codes.join()}`, async () => {
    const { next } = await who.ok<HomeView>('GET', '/home');
    const here = next.filter((one) => one.activityId === activityId && one.code !== 'DELIVER');
    const found = here.map(({ code }) => code);
    return found.join() === codes.join();
  });

test('a charter holds once everybody has agreed; a change needs all again, and what was stays readable', async () => {
  const activityId = await addProject(staff, { groupSetId: set.id, team: buildTeam({ charter }) });
  const path = pathOf(activityId);
  await awaitHome(ada, activityId, ['WRITE_CHARTER']);
  expect((await read(ada, path)).prompts.goals).toBe('What should the bridge be like?');

  const revision = await write(ada, path, 'An arch.');
  const stale = { texts: textsOf('A beam.'), expectedRevision: 0 };
  expect(codeOf(await ben.call('PUT', `${path}/draft`, stale))).toBe('STALE_REVISION');
  expect((await read(ben, path)).draft).toMatchObject({ texts: { goals: 'An arch.' }, revision });
  expect(codeOf(await ben.call('POST', `${path}/versions`, { expectedRevision: 7 }))).toBe('STALE_REVISION');

  const first = await ada.ok<CharterView>('POST', `${path}/versions`, { expectedRevision: revision });
  expect(first.current).toMatchObject({ version: 1, by: { isOwn: true }, missing: [{ isOwn: false }] });
  await awaitHome(ben, activityId, ['AGREE_TO_CHARTER']);
  await awaitHome(ada, activityId, []);
  expect((await agree(ben, path, 1)).status).toBe(200);
  expect((await agree(ben, path, 1)).status).toBe(200);
  await awaitHome(ben, activityId, []);
  expect((await read(ada, path)).current).toMatchObject({ missing: [], agreements: [{}, {}] });

  await propose(ben, path, 'An arch of stone.');
  expect(codeOf(await agree(ada, path, 1))).toBe('STALE_REVISION');
  await awaitHome(ada, activityId, ['AGREE_TO_CHARTER']);
  const changed = await read(ada, path);
  expect(changed.current).toMatchObject({ version: 2, missing: [{ isOwn: true }] });
  expect(changed.earlier).toMatchObject([
    { version: 1, texts: { goals: 'An arch.' }, agreements: [{ isOwn: true }, { isOwn: false }] },
  ]);
  expect((await agree(ada, path, 2)).status).toBe(200);

  // Whoever comes is asked; whoever leaves stays in the record.
  await set.move(3, 'Red');
  await set.move(1, null);
  await awaitHome(room.learner(3), activityId, ['AGREE_TO_CHARTER']);
  const after = await read(ada, path);
  expect(after.current?.agreements.map(({ name }) => name)).toEqual([room.names[1], room.names[0]]);
  expect(after.current?.missing.map(({ name }) => name)).toEqual([room.names[3]]);
  expect(codeOf(await ben.call('GET', path))).toBe('NOT_IN_GROUP');
  await set.move(1, 'Red');
  await set.move(3, null);
});

test('other groups see nothing, staff no draft; after the project nothing is written any more', async () => {
  const activityId = await addProject(staff, { groupSetId: set.id, team: buildTeam({ charter }) });
  const path = pathOf(activityId);
  await write(ada, path, 'A secret arch.');
  const list = () => staff.ok('GET', `/group-work/${activityId}/charters`);
  expect(await list()).toMatchObject({
    items: expect.arrayContaining([
      expect.objectContaining({ name: 'Red', state: 'none', agreed: 0, members: 2 }),
    ]),
  });
  expect(JSON.stringify(await read(staff, path))).not.toContain('secret');
  expect(codeOf(await cleo.call('GET', path))).toBe('NOT_IN_GROUP');
  expect(codeOf(await cleo.call('PUT', `${path}/draft`, { texts: textsOf('x'), expectedRevision: 1 }))).toBe(
    'NOT_IN_GROUP',
  );
  expect((await read(cleo, pathOf(activityId, 'Blue'))).draft?.revision).toBe(0);
  await propose(ada, path, 'An open arch.');
  expect((await read(staff, path)).current?.texts.goals).toBe('An open arch.');
  expect(await list()).toMatchObject({
    items: expect.arrayContaining([expect.objectContaining({ name: 'Red', state: 'toAgree', agreed: 1 })]),
  });

  await staff.ok('PUT', `/activities/${activityId}/publication`, { state: 'closed' });
  expect(codeOf(await agree(ben, path, 1))).toBe('ACTIVITY_CLOSED');
  expect((await read(ben, path)).can).toEqual({ write: false, agree: false });
  await awaitHome(ben, activityId, []);
});

test('a project that asks for no charter has none, and the settings carry what is asked', async () => {
  const plain = await addProject(staff, { groupSetId: set.id });
  expect(codeOf(await ada.call('GET', pathOf(plain)))).toBe('NOT_FOUND');
  const asking = await addProject(staff, { groupSetId: set.id, team: buildTeam({ charter }) });
  const { settings } = await staff.ok<GroupWorkSettingsView>('GET', `/group-work/${asking}/settings`);
  expect(settings.team.charter).toEqual(charter);
});
