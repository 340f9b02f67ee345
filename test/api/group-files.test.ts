/** Files that a group keeps together: in versions, for those who are in it now and staff, and for handing in. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ContributionsView } from '../../server/src/contracts/contributions.ts';
import type { DeliverableView } from '../../server/src/contracts/group-deliverables.ts';
import type { GroupFilesView } from '../../server/src/contracts/group-files.ts';
import { newId } from '../../server/src/core/ids.ts';
import { type ApiSession, codeOf } from '../factories/browserless.ts';
import { addProject, deliverablePath } from '../factories/group-work.ts';
import { type GroupSet, makeGroups, openObserver, openRoom, type Room } from './questionnaire-room.ts';

let room: Room;
let set: GroupSet;
let activityId: string;
let red: string;
let ada: ApiSession;
let bo: ApiSession;
let dee: ApiSession;

beforeAll(async () => {
  room = await openRoom(4);
  set = await makeGroups(room, { Red: [0, 1, 2], Blue: [3] });
  activityId = await addProject(room.staff, { groupSetId: set.id });
  red = set.groupIds['Red'] ?? '';
  [ada, bo, dee] = [room.learner(0), room.learner(1), room.learner(3)];
}, 60_000);
afterAll(() => room.stack.close());

const at = () => `/group-work/${activityId}/groups/${red}/files`;
const list = (who: ApiSession) => who.ok<GroupFilesView>('GET', at());

/** Uploads a text for the group's files. @returns its id */
async function upload(who: ApiSession, text: string): Promise<string> {
  const [id, content] = [newId(), Buffer.from(text)];
  const item = { kind: 'group-file', id: `${activityId}-${red}` };
  await who.ok('POST', '/files', { id, item, name: 'plan.txt', size: content.length });
  await who.ok('PUT', `/files/${id}/chunks/0`, content);
  await who.ok('POST', `/files/${id}/finish`);
  return id;
}

/** Whether somebody gets at the content of a file. */
async function reads(who: ApiSession, fileId: string): Promise<boolean> {
  const { links } = await who.ok<{ links: unknown[] }>('POST', '/files/links', { fileIds: [fileId] });
  return links.length === 1;
}

/** How many files each of the group is said to have put here. */
async function contributed(): Promise<number[]> {
  const path = `/group-work/${activityId}/groups/${red}/contributions?n=1`;
  return (await ada.ok<ContributionsView>('GET', path)).people.map(({ files }) => files);
}

test('a file is replaced by a version over the one that was seen, and deleting can be taken back', async () => {
  const path = `${at()}/${newId()}`;
  const [first, second] = [await upload(ada, 'Stones.'), await upload(bo, 'More stones.')];
  await ada.ok('PUT', path, { fileId: first, expectedVersion: 0 });
  const foreign = await ada.call('PUT', path, { fileId: second, expectedVersion: 1 });
  expect(codeOf(foreign)).toBe('FILE_MISSING');
  const stale = await bo.call('PUT', path, { fileId: second, expectedVersion: 0 });
  expect(codeOf(stale)).toBe('STALE_REVISION');
  await bo.ok('PUT', path, { fileId: second, expectedVersion: 1 });
  const [entry] = (await list(ada)).items;
  expect(entry?.versions.map(({ n, by, file }) => [n, by, file.id])).toEqual([
    [2, room.names[1], second],
    [1, room.names[0], first],
  ]);
  await ada.ok('PUT', `${path}/deleted`, { deleted: true });
  expect((await list(bo)).items).toEqual([]);
  await bo.ok('PUT', `${path}/deleted`, { deleted: false });
  expect((await list(room.staff)).items).toHaveLength(1);
  expect(await contributed()).toEqual([1, 1, 0]);
});

test('another group neither lists, uploads nor reads; who has left reads what they handed in and nothing else', async () => {
  const cleo = room.learner(2);
  const [handed, kept] = [await upload(ada, 'Handed in.'), await upload(ada, 'Not handed in.')];
  for (const fileId of [handed, kept])
    await ada.ok('PUT', `${at()}/${newId()}`, { fileId, expectedVersion: 0 });
  const item = { kind: 'group-file', id: `${activityId}-${red}` };
  const refused = [
    await dee.call('GET', at()),
    await dee.call('POST', '/files', { id: newId(), item, name: 'x.txt', size: 1 }),
    await dee.call('PUT', `${at()}/${newId()}`, { fileId: handed, expectedVersion: 0 }),
  ];
  expect(refused.map(codeOf)).toEqual(['NOT_IN_GROUP', 'NOT_IN_GROUP', 'NOT_IN_GROUP']);
  expect([await reads(dee, handed), await reads(cleo, handed), await reads(room.staff, handed)]).toEqual([
    false,
    true,
    true,
  ]);
  const path = deliverablePath(activityId, red);
  await ada.ok('PUT', `${path}/draft`, { text: 'Here.', fileIds: [handed], expectedRevision: 0 });
  const copy = await ada.ok<DeliverableView>('POST', `${path}/submission`, { expectedRevision: 1 });
  expect(copy.handedIn?.files.map(({ id }) => id)).toEqual([handed]);
  const observers = await Promise.all([openObserver(room, 0), openObserver(room, 3)]);
  const seen = observers.flatMap((who) => [reads(who, handed), reads(who, kept)]);
  expect(await Promise.all(seen)).toEqual([true, false, false, false]);
  // Handed in it is still one file.
  expect(await contributed()).toEqual([3, 1, 0]);
  await set.move(2, null);
  expect([await reads(cleo, handed), await reads(cleo, kept)]).toEqual([true, false]);
  expect(codeOf(await cleo.call('GET', at()))).toBe('NOT_IN_GROUP');
});

test('closed, files can be read and nothing changed', async () => {
  await room.staff.ok('PUT', `/activities/${activityId}/publication`, { state: 'closed' });
  const { items, room: view } = await list(ada);
  expect([items.length, view.can.write]).toEqual([3, false]);
  const late = await ada.call('PUT', `${at()}/${items[0]?.entryId}/deleted`, { deleted: true });
  expect(codeOf(late)).toBe('ACTIVITY_CLOSED');
});
