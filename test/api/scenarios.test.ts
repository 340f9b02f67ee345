/** Scenarios and plenaries over HTTP: one brief per group, answers by criterion, and nothing of other groups before its date. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DeliverableView } from '../../server/src/contracts/group-deliverables.ts';
import type { GroupStandingView } from '../../server/src/contracts/group-standings.ts';
import type { PlenariesView, PlenaryView } from '../../server/src/contracts/plenary.ts';
import { richTextOf } from '../../server/src/contracts/plain-text.ts';
import type { GroupScenarioView, ScenarioPoolView } from '../../server/src/contracts/scenarios.ts';
import { newId } from '../../server/src/core/ids.ts';
import { type ApiSession, codeOf } from '../factories/browserless.ts';
import {
  addProject,
  buildMilestone,
  buildProject,
  buildTeam,
  deliverablePath,
  handInText,
} from '../factories/group-work.ts';
import { type GroupSet, makeGroups, openRoom, type Room } from './questionnaire-room.ts';

let room: Room;
let set: GroupSet;
let staff: ApiSession;
let ada: ApiSession;
let ben: ApiSession;
let cleo: ApiSession;
let red: string;
let blue: string;

beforeAll(async () => {
  room = await openRoom(4);
  set = await makeGroups(room, { Red: [0, 1], Blue: [2], Green: [3] });
  staff = room.staff;
  [ada, ben, cleo] = [room.learner(0), room.learner(1), room.learner(2)];
  red = set.groupIds['Red'] ?? '';
  blue = set.groupIds['Blue'] ?? '';
}, 60_000);
afterAll(() => room.stack.close());

const scenario = (id: string) => ({ id, title: `Title ${id}`, text: richTextOf(`Secret of ${id}`) });
const list = [scenario('flood'), scenario('quake')];
const add = (givenBy: 'draw' | 'staff', of = list) =>
  addProject(staff, { groupSetId: set.id, team: buildTeam({ scenarios: { givenBy, list: of } }) });
const own = async (who: ApiSession, activityId: string, groupId: string) =>
  (await who.ok<GroupScenarioView>('GET', `/group-work/${activityId}/groups/${groupId}/scenario`)).scenario;
const poolOf = (activityId: string) =>
  staff.ok<ScenarioPoolView>('GET', `/group-work/${activityId}/scenarios`);
const give = (activityId: string, groupId: string, scenarioId: string | null, expectedRevision: number) =>
  staff.call('PUT', `/group-work/${activityId}/groups/${groupId}/scenario`, { scenarioId, expectedRevision });

test('each group draws one, evenly, however many look at once, and keeps it', async () => {
  const activityId = await add('draw');
  const groups = [red, red, blue, set.groupIds['Green'] ?? ''];
  const seen = await Promise.all(groups.map((id, at) => own(room.learner(at), activityId, id)));
  expect(seen[0]).toEqual(seen[1]);
  expect(await Promise.all(groups.map((id, at) => own(room.learner(at), activityId, id)))).toEqual(seen);
  const pool = await poolOf(activityId);
  expect(pool.scenarios.map(({ groups: count }) => count).toSorted((a, b) => a - b)).toEqual([1, 2]);
  expect(pool.items.map(({ name, isChosen }) => [name, isChosen])).toEqual([
    ['Blue', false],
    ['Green', false],
    ['Red', false],
  ]);

  const other = seen[0]?.id === 'flood' ? 'quake' : 'flood';
  expect(codeOf(await give(activityId, red, 'storm', pool.revision))).toBe('NOT_FOUND');
  expect((await give(activityId, red, other, pool.revision)).status).toBe(200);
  expect(codeOf(await give(activityId, red, null, pool.revision))).toBe('STALE_REVISION');
  expect((await own(ben, activityId, red))?.id).toBe(other);
  expect(await own(cleo, activityId, blue)).toEqual(seen[2]);
});

test('where staff choose, a group has none before, and learners choose nothing', async () => {
  const activityId = await add('staff');
  expect(await own(ada, activityId, red)).toBeNull();
  const path = `/group-work/${activityId}/groups/${red}/scenario`;
  const body = { scenarioId: 'flood', expectedRevision: 0 };
  expect(codeOf(await ada.call('PUT', path, body))).toBe('FORBIDDEN');
  await staff.ok('PUT', path, body);
  expect((await own(ada, activityId, red))?.title).toBe('Title flood');
});

test('a scenario is not taken from under a group that has begun', async () => {
  const activityId = await add('draw');
  await handInText(ada, deliverablePath(activityId, red), 'Ours.');
  const team = buildTeam({ scenarios: { givenBy: 'draw', list: list.slice(1) } });
  const settings = buildProject({ groupSetId: set.id, team });
  const answer = await staff.call('PUT', `/group-work/${activityId}`, { settings, expectedRevision: 1 });
  expect(codeOf(answer)).toBe('ACTIVITY_HAS_WORK');
});

async function upload(who: ApiSession, item: { readonly kind: string; readonly id: string }) {
  const [id, content] = [newId(), Buffer.from('A plan.')];
  await who.ok('POST', '/files', { id, item, name: 'plan.txt', size: content.length });
  await who.ok('PUT', `/files/${id}/chunks/0`, content);
  await who.ok('POST', `/files/${id}/finish`);
  return id;
}

test('a learner reads nothing of other groups’ scenarios before the plenary', async () => {
  const activityId = await add('draw', [...list, scenario('storm')]);
  const mine = await own(ada, activityId, red);
  const theirs = await own(cleo, activityId, blue);
  const deliverable = deliverablePath(activityId, red);
  const blues = deliverablePath(activityId, blue);
  const item = { kind: 'group-deliverable', id: `${activityId}-${blue}-1` };
  const [plan, unused] = [await upload(cleo, item), await upload(cleo, item)];
  await cleo.ok('PUT', `${blues}/draft`, { text: 'What Blue thinks.', fileIds: [plan], expectedRevision: 0 });
  await cleo.ok('POST', `${blues}/submission`, { expectedRevision: 1 });
  const gets = async (fileId: string) =>
    (await ada.ok<{ links: unknown[] }>('POST', '/files/links', { fileIds: [fileId] })).links.length;
  expect(await gets(plan)).toBe(0);
  const texts = await Promise.all(
    [
      '/home',
      '/notices',
      `/group-work/${activityId}`,
      `/group-work/${activityId}/groups/${red}/scenario`,
      `/group-work/${activityId}/plenaries`,
      deliverable,
    ].map(async (path) => JSON.stringify(await ada.ok('GET', path))),
  );
  expect(texts.join('')).toContain(`Secret of ${mine?.id}`);
  for (const text of texts) {
    for (const { id } of [...list, scenario('storm')].filter((one) => one.id !== mine?.id)) {
      expect(text).not.toContain(`Secret of ${id}`);
      expect(text).not.toContain(`Title ${id}`);
    }
    expect(text).not.toContain('What Blue thinks.');
  }
  expect(codeOf(await ada.call('GET', `/group-work/${activityId}/groups/${blue}/scenario`))).toBe(
    'NOT_IN_GROUP',
  );
  expect(codeOf(await ada.call('GET', `/group-work/${activityId}/scenarios`))).toBe('FORBIDDEN');

  const plenary = `/group-work/${activityId}/plenaries/1`;
  const opening = (opensAt: string | null, expectedRevision: number) => ({ opensAt, expectedRevision });
  expect(codeOf(await ada.call('GET', plenary))).toBe('PLENARY_CLOSED');
  const later = new Date(Date.now() + 3_600_000).toISOString();
  await staff.ok('PUT', plenary, opening(later, 0));
  expect(codeOf(await ada.call('GET', plenary))).toBe('PLENARY_CLOSED');
  expect(codeOf(await staff.call('PUT', plenary, opening(null, 0)))).toBe('STALE_REVISION');
  await staff.ok('PUT', plenary, opening(new Date(Date.now() - 1_000).toISOString(), 1));
  const open = await ada.ok<PlenaryView>('GET', plenary);
  expect(open.items.map(({ name, scenario: one }) => [name, one?.title])).toEqual([['Blue', theirs?.title]]);
  expect(open.items[0]?.files).toMatchObject([{ id: plan, name: 'plan.txt' }]);
  expect([await gets(plan), await gets(unused)]).toEqual([1, 0]);
  // Another milestone has a date of its own.
  expect(codeOf(await ada.call('GET', `/group-work/${activityId}/plenaries/2`))).toBe('PLENARY_CLOSED');
  const heard = await ada.ok<PlenariesView>('GET', `/group-work/${activityId}/plenaries`);
  expect(heard.items).toMatchObject([{ n: 1, isOpen: true }]);
});

test('groups answer each criterion at once; what is blank is missing, and stands side by side', async () => {
  const criteria = ['cause', 'remedy'].map((id) => ({ id, title: id, description: '', points: 10 }));
  const milestones = [buildMilestone({ criteria, sections: 'criteria' })];
  const activityId = await addProject(staff, { groupSetId: set.id, milestones });
  const path = deliverablePath(activityId, red);
  const write = (who: ApiSession, id: string, text: string, expectedRevision: number) =>
    who.call('PUT', `${path}/sections/${id}`, { text, expectedRevision });
  const both = await Promise.all([write(ada, 'cause', 'Rain.', 0), write(ben, 'remedy', 'Dams.', 0)]);
  expect(both.map(({ status }) => status)).toEqual([200, 200]);
  expect(codeOf(await write(ben, 'cause', 'Snow.', 0))).toBe('STALE_REVISION');
  expect(codeOf(await write(ben, 'cost', 'Much.', 0))).toBe('NOT_FOUND');
  expect((await write(ben, 'remedy', '', 1)).status).toBe(200);
  const { draft } = await ada.ok<DeliverableView>('GET', path);
  expect(draft?.sections.map(({ id, revision }) => [id, revision])).toEqual([
    ['cause', 1],
    ['remedy', 2],
  ]);
  expect((await staff.ok<DeliverableView>('GET', path)).draft).toBeNull();
  const standings = `/group-work/${activityId}/standings`;
  const { items } = await staff.ok<{ items: GroupStandingView[] }>('GET', standings);
  expect(items.filter(({ lastActivityAt }) => lastActivityAt !== null).map(({ name }) => name)).toEqual([
    'Red',
  ]);
  const { handedIn } = await ada.ok<DeliverableView>('POST', `${path}/submission`, { expectedRevision: 0 });
  expect(handedIn?.sections.map(({ id, text }) => [id, text])).toEqual([
    ['cause', richTextOf('Rain.')],
    ['remedy', richTextOf('')],
  ]);
  const seen = await staff.ok<PlenaryView>('GET', `/group-work/${activityId}/plenaries/1`);
  expect(seen.topics.map(({ id, hasPart }) => [id, hasPart])).toEqual([
    ['cause', true],
    ['remedy', true],
  ]);
  expect(seen.items.map(({ name, parts }) => [name, parts.length])).toEqual([['Red', 2]]);
});
