/** What members of a group contribute: shown to the group first, to staff afterwards, to other groups never. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ContributionsView } from '../../server/src/contracts/contributions.ts';
import { newId } from '../../server/src/core/ids.ts';
import { type ApiSession, codeOf } from '../factories/browserless.ts';
import { openPage } from '../factories/co-writing.ts';
import { addProject, buildMeeting, buildTask, deliverablePath } from '../factories/group-work.ts';
import { until } from '../factories/until.ts';
import { type GroupSet, makeGroups, openRoom, type Room } from './questionnaire-room.ts';

let room: Room;
let set: GroupSet;
let activityId: string;
let group: string;
const ada = (): ApiSession => room.learner(0);
const ben = (): ApiSession => room.learner(1);
const dee = (): ApiSession => room.learner(3);
const pageId = newId();

beforeAll(async () => {
  room = await openRoom(5);
  set = await makeGroups(room, { Red: [0, 1, 2], Blue: [3, 4] });
  activityId = await addProject(room.staff, { groupSetId: set.id });
  group = `/group-work/${activityId}/groups/${set.groupIds['Red']}`;
}, 60_000);
afterAll(() => room.stack.close());

const see = (who: ApiSession, n = 1) => who.ok<ContributionsView>('GET', `${group}/contributions?n=${n}`);
const say = (who: ApiSession, text: string, expectedRevision = 0, n = 1) =>
  who.call('PUT', `${group}/contributions/${n}/statement`, { text, expectedRevision });
const line = ({ people }: ContributionsView) =>
  people.map(({ name, isMember, text, comments, tasks, meetings }) => [
    name,
    isMember,
    text,
    comments,
    tasks,
    meetings,
  ]);

test('the group sees what is known of each; a statement is one’s own until the milestone is over', async () => {
  await ada().ok('PUT', `${group}/pages/${pageId}`, { title: 'Plan' });
  const writer = openPage(ada(), pageId);
  await until('the page is open', () => writer.provider.isSynced);
  writer.write('An arch.');
  await until('it is saved', writer.isSaved);
  writer.close();
  const task = buildTask({ state: 'done', ownerIds: [ben().memberId], milestone: 1 });
  await ben().ok('PUT', `${group}/tasks/${newId()}`, task);
  const meeting = `${group}/meetings/${newId()}`;
  await ada().ok('PUT', meeting, buildMeeting({ startsAt: new Date(Date.now() - 60_000).toISOString() }));
  await ada().ok('PUT', `${meeting}/attendance/${ada().memberId}`, { was: 'present' });
  const passage = { from: 'AA', to: 'AB', quote: 'arch' };
  await ben().ok('PUT', `${group}/pages/${pageId}/comments/${newId()}`, { passage, text: 'Why?' });
  const [first, second, third] = room.names;
  expect(await ada().ok<ContributionsView>('GET', `${group}/contributions`)).toMatchObject({ n: 1 });
  const seen = await see(ada());
  expect([seen.textOf, ...line(seen)]).toEqual([
    'now',
    [first, true, 8, 0, 0, 1],
    [second, true, 0, 1, 1, 0],
    [third, true, 0, 0, 0, 0],
  ]);
  expect((await say(ada(), 'I drew the arch.')).status).toBe(200);
  expect(codeOf(await say(ada(), 'Again.'))).toBe('STALE_REVISION');
  expect((await see(ada())).own).toMatchObject({ text: 'I drew the arch.', revision: 1 });
  expect(JSON.stringify(await see(ben()))).not.toContain('drew');
  const early = await see(room.staff);
  expect([early.isOver, early.people, early.own, early.can.write]).toEqual([false, [], null, false]);
  expect(JSON.stringify(early)).not.toContain('drew');
});

test('other groups, observers and those of other courses get nothing, and write nothing', async () => {
  const { stack } = room;
  const elsewhere = stack.simulator.addCourse({ title: 'Another course' });
  const link = stack.simulator.addResourceLink(elsewhere, { title: 'Plain' });
  const eve = stack.simulator.addPerson(elsewhere, { role: 'assistant', givenName: 'Eve', familyName: 'X' });
  const stranger = await stack.open(eve, link.id, elsewhere);
  const here = stack.simulator.addResourceLink(stack.course, { title: 'Also plain' });
  const olga = stack.simulator.addPerson(stack.course, { role: 'observer', givenName: 'O', familyName: 'Y' });
  const observer = await stack.open(olga, here.id);
  const read = [dee(), observer, stranger].map((who) => who.call('GET', `${group}/contributions`));
  const answers = await Promise.all(read);
  expect(answers.map(codeOf)).toEqual(['NOT_IN_GROUP', 'FORBIDDEN', 'NOT_FOUND']);
  expect(JSON.stringify(answers.map(({ body }) => body))).not.toMatch(/Given|drew|Red/);
  const written = await Promise.all([dee(), room.staff].map((who) => say(who, 'Mine.')));
  expect(written.map(codeOf)).toEqual(['NOT_IN_GROUP', 'FORBIDDEN']);
});

test('handed in and over, it stays what it was, whoever moves, and staff read it beside the marks', async () => {
  const deliverable = deliverablePath(activityId, set.groupIds['Red'] ?? '');
  const handedIn = { pageIds: [pageId], expectedRevision: 0 };
  const answer = await ada().ok('POST', `${deliverable}/submission`, handedIn);
  // Who wrote how much is no part of the copy that anybody reads.
  expect(JSON.stringify(answer)).not.toContain('characters');
  const atHandIn = await see(ada());
  expect(atHandIn.textOf).toBe('handedIn');
  const writer = openPage(ben(), pageId);
  await until('the page is open', () => writer.provider.isSynced);
  writer.write('Or a beam of steel.');
  await until('it is saved', writer.isSaved);
  writer.close();
  expect(line(await see(ben()))).toEqual(line(atHandIn));
  await set.move(0, 'Blue');
  expect(codeOf(await ada().call('GET', `${group}/contributions`))).toBe('NOT_IN_GROUP');
  expect(codeOf(await say(ada(), 'More.', 1))).toBe('NOT_IN_GROUP');
  const [first = [], ...others] = line(atHandIn);
  expect(line(await see(ben()))).toEqual([[first[0], false, ...first.slice(2)], ...others]);
  await room.staff.ok('PUT', `/activities/${activityId}/publication`, { state: 'closed' });
  const over = await see(room.staff);
  expect(over.people.map(({ name, statement }) => [name, statement])).toEqual([
    [room.names[0], 'I drew the arch.'],
    [room.names[1], null],
    [room.names[2], null],
  ]);
  expect(codeOf(await say(ben(), 'Late.'))).toBe('ACTIVITY_CLOSED');
  expect(JSON.stringify(over)).not.toMatch(/total|rank/);
});
