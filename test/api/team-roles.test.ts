/** Roles in groups over HTTP: whose turn it is, who is chosen, who gives them, who reads it. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { TeamRolesView } from '../../server/src/contracts/team-roles.ts';
import { type ApiSession, codeOf } from '../factories/browserless.ts';
import { addProject, buildRole, buildTeam } from '../factories/group-work.ts';
import { type GroupSet, makeGroups, openRoom, type Room } from './questionnaire-room.ts';

let room: Room;
let set: GroupSet;
let staff: ApiSession;
let ada: ApiSession;
let ben: ApiSession;
let cleo: ApiSession;

beforeAll(async () => {
  room = await openRoom(3);
  set = await makeGroups(room, { Red: [0, 1], Blue: [2] });
  staff = room.staff;
  [ada, ben, cleo] = [room.learner(0), room.learner(1), room.learner(2)];
}, 60_000);
afterAll(() => room.stack.close());

const recorder = buildRole({ id: 'recorder', kind: 'recorder', rotates: false });

async function add(assignedBy: 'staff' | 'group'): Promise<{ activityId: string; path: string }> {
  const roles = { assignedBy, list: [buildRole(), recorder] };
  const activityId = await addProject(staff, { groupSetId: set.id, team: buildTeam({ roles }) });
  return { activityId, path: `/group-work/${activityId}/groups/${set.groupIds['Red'] ?? ''}/roles` };
}

const read = (who: ApiSession, path: string) => who.ok<TeamRolesView>('GET', path);
const holders = ({ roles }: TeamRolesView) =>
  roles.map((role) => role.holders.map(({ person }) => person?.memberId ?? null));
const assign = (who: ApiSession, path: string, roleId: string, memberId: string | null, revision: number) =>
  who.call<TeamRolesView>('PUT', `${path}/${roleId}`, { n: 1, memberId, expectedRevision: revision });

test('a role rotates over the members; the group chooses others, and nobody outside it', async () => {
  const { activityId, path } = await add('group');
  const [turns = [], recorders] = holders(await read(ada, path));
  expect(new Set(turns)).toEqual(new Set([ada.memberId, ben.memberId]));
  expect(recorders).toEqual([null, null]);

  expect(codeOf(await assign(staff, path, 'recorder', ada.memberId, 0))).toBe('FORBIDDEN');
  expect(codeOf(await assign(cleo, path, 'recorder', cleo.memberId, 0))).toBe('NOT_IN_GROUP');
  expect(codeOf(await assign(ada, path, 'recorder', cleo.memberId, 0))).toBe('NOT_IN_GROUP');
  expect(codeOf(await cleo.call('GET', path))).toBe('NOT_IN_GROUP');
  expect((await assign(ada, path, 'recorder', ben.memberId, 0)).status).toBe(200);
  expect(codeOf(await assign(ben, path, 'recorder', ada.memberId, 0))).toBe('STALE_REVISION');
  expect(holders(await read(staff, path))).toEqual([turns, [ben.memberId, null]]);
  const other = turns[0] === ada.memberId ? ben.memberId : ada.memberId;
  expect((await assign(ben, path, 'facilitator', other, 1)).status).toBe(200);
  expect(holders(await read(ada, path))[0]).toEqual([other, turns[1]]);
  expect((await assign(ben, path, 'facilitator', null, 2)).status).toBe(200);
  expect(holders(await read(ada, path))[0]).toEqual(turns);

  await staff.ok('PUT', `/activities/${activityId}/publication`, { state: 'closed' });
  expect(codeOf(await assign(ada, path, 'recorder', null, 3))).toBe('ACTIVITY_CLOSED');
  expect((await read(ada, path)).can.assign).toBe(false);
});

test('where staff give roles, members read them', async () => {
  const { path } = await add('staff');
  expect(codeOf(await assign(ada, path, 'recorder', ada.memberId, 0))).toBe('FORBIDDEN');
  expect((await assign(staff, path, 'recorder', ada.memberId, 0)).status).toBe(200);
  expect(holders(await read(ben, path))[1]).toEqual([ada.memberId, null]);
});
