/** A jigsaw over HTTP: each role reads its own material and no other before the date, in no answer of the API. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DeliverableView } from '../../server/src/contracts/group-deliverables.ts';
import { richTextOf } from '../../server/src/contracts/plain-text.ts';
import type { MaterialsView, TeamRolesView } from '../../server/src/contracts/team-roles.ts';
import { type ApiSession, codeOf } from '../factories/browserless.ts';
import {
  addProject,
  buildMilestone,
  buildRole,
  buildTeam,
  deliverablePath,
} from '../factories/group-work.ts';
import { type GroupSet, makeGroups, openRoom, type Room } from './questionnaire-room.ts';

let room: Room;
let set: GroupSet;
let staff: ApiSession;
let ada: ApiSession;
let ben: ApiSession;
let cleo: ApiSession;
let red: string;

beforeAll(async () => {
  room = await openRoom(3);
  set = await makeGroups(room, { Red: [0, 1], Blue: [2] });
  staff = room.staff;
  [ada, ben, cleo] = [room.learner(0), room.learner(1), room.learner(2)];
  red = set.groupIds['Red'] ?? '';
}, 60_000);
afterAll(() => room.stack.close());

const ROLES = ['geology', 'history'] as const;
const SECRETS = ROLES.map((id) => `Only ${id} knows`);
const list = ROLES.map((id) => buildRole({ id, kind: 'custom', name: `The ${id} role`, rotates: false }));

const add = (opensAt: string | null) =>
  addProject(staff, {
    groupSetId: set.id,
    team: buildTeam({
      roles: { assignedBy: 'group', list },
      jigsaw: {
        opensAt,
        parts: ROLES.map((roleId) => ({ roleId, text: richTextOf(`Only ${roleId} knows`) })),
      },
    }),
    milestones: [buildMilestone({ sections: 'roles' })],
  });
const at = (activityId: string) => `/group-work/${activityId}/groups/${red}`;
const assign = (who: ApiSession, activityId: string, roleId: string, memberId: string, revision: number) =>
  who.ok('PUT', `${at(activityId)}/roles/${roleId}`, { n: 1, memberId, expectedRevision: revision });
const textsOf = async (who: ApiSession, activityId: string) =>
  (await who.ok<MaterialsView>('GET', `${at(activityId)}/materials`)).items.map(({ text }) => text !== null);

/** All that a learner reads of a project, as text. */
const READS = (activityId: string): readonly string[] => [
  '/home',
  '/notices',
  '/my-groups',
  `/group-work/${activityId}`,
  `/group-work/${activityId}/plenaries`,
  `/group-work/${activityId}/lessons`,
  `/group-work/${activityId}/result`,
  ...['materials', 'roles', 'milestones/1', 'tasks', 'decisions', 'meetings', 'pages'].map(
    (page) => `${at(activityId)}/${page}`,
  ),
];
const readAll = async (who: ApiSession, activityId: string): Promise<string> =>
  (await Promise.all(READS(activityId).map((path) => who.ok('GET', path))))
    .map((one) => JSON.stringify(one))
    .join();

test('each role reads its own material, nobody another’s, and who changes roles both of theirs', async () => {
  const activityId = await add(new Date(Date.now() + 3_600_000).toISOString());
  expect(await textsOf(ada, activityId)).toEqual([false, false]);
  await assign(ada, activityId, 'geology', ada.memberId, 0);
  await assign(ada, activityId, 'history', ben.memberId, 1);
  const [geology = '', history = ''] = SECRETS;
  const adas = await readAll(ada, activityId);
  expect([adas.includes(geology), adas.includes(history)]).toEqual([true, false]);
  const bens = await readAll(ben, activityId);
  expect([bens.includes(geology), bens.includes(history)]).toEqual([false, true]);
  expect(await textsOf(staff, activityId)).toEqual([true, true]);
  expect(codeOf(await cleo.call('GET', `${at(activityId)}/materials`))).toBe('NOT_IN_GROUP');
  expect(codeOf(await ada.call('GET', `/group-work/${activityId}/settings`))).toBe('FORBIDDEN');

  const body = { n: 1, memberId: ben.memberId, expectedRevision: 2 };
  const taken = await ben.call('PUT', `${at(activityId)}/roles/geology`, body);
  expect(codeOf(taken)).toBe('ROLE_IS_HELD');
  const { roles, holds } = await ben.ok<TeamRolesView>('GET', `${at(activityId)}/roles`);
  expect([holds, ...roles.map(({ holders }) => holders[0]?.isHeld)]).toEqual([true, true, true]);
  await assign(staff, activityId, 'geology', ben.memberId, 2);
  expect(await textsOf(ben, activityId)).toEqual([true, true]);
  // Ada has had it, and reads nothing more than before.
  expect(await textsOf(ada, activityId)).toEqual([true, false]);
  expect((await readAll(ada, activityId)).includes(history)).toBe(false);
});

test('nobody takes each role in turn, so that they read all, while others have none', async () => {
  const activityId = await add(null);
  await assign(ada, activityId, 'geology', ada.memberId, 0);
  const body = { n: 1, memberId: ada.memberId, expectedRevision: 1 };
  const second = await ada.call('PUT', `${at(activityId)}/roles/history`, body);
  expect(codeOf(second)).toBe('ROLE_KNOWS_ANOTHER');
  expect(await textsOf(ada, activityId)).toEqual([true, false]);
});

test('from the date on the whole group reads all of it', async () => {
  const activityId = await add(new Date(Date.now() - 1_000).toISOString());
  expect(await textsOf(ada, activityId)).toEqual([true, true]);
});

test('each role has a part of the deliverable; one that is missing is told, and does not block', async () => {
  const activityId = await add(null);
  const path = deliverablePath(activityId, red);
  await ada.ok('PUT', `${path}/sections/geology`, { text: 'Granite.', expectedRevision: 0 });
  const { handedIn } = await ben.ok<DeliverableView>('POST', `${path}/submission`, { expectedRevision: 0 });
  expect(handedIn?.sections).toMatchObject([
    { id: 'geology', kind: 'custom', title: 'The geology role', text: richTextOf('Granite.') },
    { id: 'history', text: richTextOf('') },
  ]);
  expect((await staff.ok<DeliverableView>('GET', path)).handedIn?.sections).toEqual(handedIn?.sections);
});
