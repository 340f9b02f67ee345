/** Boards and video rooms of groups: from a pattern or pasted, for their members and staff; and files for breakout rooms. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { z } from 'zod';
import type { DeliverableView } from '../../server/src/contracts/group-deliverables.ts';
import type { GroupWorkSettings, GroupWorkSettingsView } from '../../server/src/contracts/group-work.ts';
import type {
  ExportBreakoutRooms,
  ListOutsidePlaces,
  OutsidePlacesView,
} from '../../server/src/contracts/outside-places.ts';
import { newId } from '../../server/src/core/ids.ts';
import { type ApiSession, codeOf } from '../factories/browserless.ts';
import { sample } from '../factories/documents.ts';
import {
  addProject,
  buildMilestone,
  buildTeam,
  deliverablePath,
  draftText,
} from '../factories/group-work.ts';
import { type GroupSet, makeGroups, openRoom, type Room } from './questionnaire-room.ts';

let room: Room;
let set: GroupSet;
let activityId: string;

const BOARD = 'https://miro.com/app/board/uXjV=/';

beforeAll(async () => {
  room = await openRoom(4, { OUTSIDE_HOSTS: 'miro.com, meet.jit.si' });
  set = await makeGroups(room, { 'Red team': [0, 1], '=Blue': [2, 3] });
  activityId = await addProject(room.staff, {
    groupSetId: set.id,
    team: buildTeam({
      board: { pattern: '', groupsPaste: true },
      videoRoom: { pattern: 'https://meet.jit.si/course-{group}', groupsPaste: false },
    }),
    milestones: [buildMilestone({ snapshot: true })],
  });
}, 60_000);
afterAll(() => room.stack.close());

const groupId = (name: string): string => set.groupIds[name] ?? '';
const at = (name: string): string => `/group-work/${activityId}/groups/${groupId(name)}/places`;
const places = (who: ApiSession, name = 'Red team') => who.ok<OutsidePlacesView>('GET', at(name));
const link = (url: string, expectedRevision = 0) => ({ url, expectedRevision });

test('a group has the room of the pattern, pastes its board, and another group sees nothing of it', async () => {
  const [ada, bo, cleo] = [room.learner(0), room.learner(1), room.learner(2)];
  expect((await places(ada)).places).toMatchObject([
    { kind: 'board', url: null, can: { change: true } },
    { kind: 'videoRoom', url: 'https://meet.jit.si/course-Red-team', frame: null, can: { change: false } },
  ]);
  const evil = await ada.call('PUT', `${at('Red team')}/board`, link('https://miro.com.evil.example/'));
  expect(codeOf(evil)).toBe('OUTSIDE_HOST_REFUSED');
  await ada.ok('PUT', `${at('Red team')}/board`, link(BOARD));
  const stale = await bo.call('PUT', `${at('Red team')}/board`, link('https://miro.com/app/board/other=/'));
  expect(codeOf(stale)).toBe('STALE_REVISION');
  const forced = await bo.call('PUT', `${at('Red team')}/videoRoom`, link('https://meet.jit.si/mine', 1));
  expect(codeOf(forced)).toBe('FORBIDDEN');
  expect((await places(bo)).places[0]).toMatchObject({
    url: BOARD,
    frame: 'https://miro.com/app/live-embed/uXjV=/',
    isPasted: true,
  });
  const refused = [
    await cleo.call('GET', at('Red team')),
    await cleo.call('PUT', `${at('Red team')}/board`, link(BOARD, 1)),
  ];
  expect(refused.map(codeOf)).toEqual(['NOT_IN_GROUP', 'NOT_IN_GROUP']);
  expect(JSON.stringify(refused.map(({ body }) => body))).not.toContain('uXjV');
});

test('staff paste for a group and see where all go; taken back, the pattern holds again', async () => {
  const path = `${at('=Blue')}/videoRoom`;
  await room.staff.ok('PUT', path, link('https://meet.jit.si/secret'));
  const all = await room.staff.ok<z.output<(typeof ListOutsidePlaces)['response']>>(
    'GET',
    `/group-work/${activityId}/places`,
  );
  expect(
    Object.fromEntries(all.items.map(({ name, places: of }) => [name, of.map(({ url }) => url)])),
  ).toEqual({
    'Red team': [BOARD, 'https://meet.jit.si/course-Red-team'],
    '=Blue': [null, 'https://meet.jit.si/secret'],
  });
  await room.staff.ok('PUT', path, link('', 1));
  expect((await places(room.learner(2), '=Blue')).places[1]?.url).toBe('https://meet.jit.si/course-%3DBlue');
});

test('a pattern leads where the installation allows; one that stands already does not hold up other changes', async () => {
  const { settings, revision, outsideHosts } = await room.staff.ok<GroupWorkSettingsView>(
    'GET',
    `/group-work/${activityId}/settings`,
  );
  expect(outsideHosts).toEqual(['miro.com', 'meet.jit.si']);
  const save = (team: Partial<GroupWorkSettings['team']>) =>
    room.staff.call('PUT', `/group-work/${activityId}`, {
      settings: { ...settings, team: { ...settings.team, ...team } },
      expectedRevision: revision,
    });
  const evil = { pattern: 'https://{group}.miro.com/', groupsPaste: false };
  expect(codeOf(await save({ board: evil }))).toBe('OUTSIDE_HOST_REFUSED');
  expect((await save({})).status).toBe(200);
});

test('what is made on a board is not handed in without a picture of it', async () => {
  const ada = room.learner(0);
  const path = deliverablePath(activityId, groupId('Red team'));
  const revision = await draftText(ada, path, `Here: ${BOARD}`);
  const bare = await ada.call('POST', `${path}/submission`, { expectedRevision: revision });
  expect(codeOf(bare)).toBe('SNAPSHOT_MISSING');
  const [id, content] = [newId(), sample('drawing.png')];
  const item = { kind: 'group-deliverable', id: `${activityId}-${groupId('Red team')}-1` };
  await ada.ok('POST', '/files', { id, item, name: 'Board.png', size: content.length });
  await ada.ok('PUT', `/files/${id}/chunks/0`, content);
  await ada.ok('POST', `/files/${id}/finish`);
  await ada.ok('PUT', `${path}/draft`, { text: `Here: ${BOARD}`, fileIds: [id], expectedRevision: revision });
  const { handedIn } = await ada.ok<DeliverableView>('POST', `${path}/submission`, {
    expectedRevision: revision + 1,
  });
  expect(handedIn?.files.map(({ name }) => name)).toEqual(['Board.png']);
});

test('files for breakout rooms name everybody by group, run in no spreadsheet, and are for staff', async () => {
  const file = (who: ApiSession, format: string) =>
    who.call('GET', `/group-work/${activityId}/breakout-rooms?format=${format}`);
  const [zoom, plain] = await Promise.all(
    ['zoom', 'plain'].map(
      async (format) =>
        (await file(room.staff, format)).body as z.output<(typeof ExportBreakoutRooms)['response']>,
    ),
  );
  const lines = zoom?.csv.replace('\uFEFF', '').trim().split('\n') ?? [];
  expect(lines[0]).toBe('Pre-assign Room Name,Email Address');
  expect(lines.slice(1).toSorted()).toEqual([
    expect.stringMatching(/^'=Blue,\S+@example\.test$/),
    expect.stringMatching(/^'=Blue,\S+@example\.test$/),
    expect.stringMatching(/^Red team,\S+@example\.test$/),
    expect.stringMatching(/^Red team,\S+@example\.test$/),
  ]);
  expect(zoom?.withoutAddress).toBe(0);
  expect(plain?.csv).toContain(`Red team,${room.names[0]},`);
  expect(codeOf(await file(room.learner(0), 'plain'))).toBe('FORBIDDEN');
});

test('closed, all of it can be read and nothing changed', async () => {
  await room.staff.ok('PUT', `/activities/${activityId}/publication`, { state: 'closed' });
  expect((await places(room.learner(0))).places[0]).toMatchObject({ url: BOARD, can: { change: false } });
  for (const who of [room.staff, room.learner(0)])
    expect(codeOf(await who.call('PUT', `${at('Red team')}/board`, link('', 1)))).toBe('ACTIVITY_CLOSED');
});
