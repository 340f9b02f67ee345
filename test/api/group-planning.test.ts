/** What groups decide and when they meet: for their members, for staff who look on, and for nobody else. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DecisionLogView } from '../../server/src/contracts/decision-log.ts';
import type { HomeView } from '../../server/src/contracts/insights.ts';
import type { MeetingsView } from '../../server/src/contracts/meetings.ts';
import { newId } from '../../server/src/core/ids.ts';
import { type ApiSession, codeOf } from '../factories/browserless.ts';
import { addProject, buildDecision, buildMeeting } from '../factories/group-work.ts';
import { until } from '../factories/until.ts';
import { type GroupSet, makeGroups, openRoom, type Room } from './questionnaire-room.ts';

let room: Room;
let set: GroupSet;
let activityId: string;
let group: string;

beforeAll(async () => {
  room = await openRoom(4, { OUTSIDE_HOSTS: 'zoom.us, video.example.edu' });
  set = await makeGroups(room, { Red: [0, 1, 2], Blue: [3] });
  activityId = await addProject(room.staff, { groupSetId: set.id });
  group = `/group-work/${activityId}/groups/${set.groupIds['Red']}`;
}, 60_000);
afterAll(() => room.stack.close());

const decisions = (who: ApiSession) => who.ok<DecisionLogView>('GET', `${group}/decisions`);
const meetings = (who: ApiSession) => who.ok<MeetingsView>('GET', `${group}/meetings`);

test('a decision is amended by a new version, the old stays readable, and who was there stays named', async () => {
  const [ada, bo, cleo] = [room.learner(0), room.learner(1), room.learner(2)];
  const path = `${group}/decisions/${newId()}`;
  await ada.ok('PUT', path, buildDecision({ presentIds: [ada.memberId, cleo.memberId] }));
  await ada.ok('PUT', path, buildDecision({ presentIds: [ada.memberId, cleo.memberId] }));
  const amended = buildDecision({
    decision: 'An arch of steel',
    presentIds: [bo.memberId],
    expectedVersion: 1,
  });
  await bo.ok('PUT', path, amended);
  expect(codeOf(await ada.call('PUT', path, { ...amended, why: 'Mine.' }))).toBe('STALE_REVISION');
  const [first] = (await decisions(ada)).items;
  expect(first?.versions.map(({ decision, present, by }) => [decision, present, by])).toEqual([
    ['An arch of steel', [room.names[1]], room.names[1]],
    ['An arch of stone', [room.names[0], room.names[2]], room.names[0]],
  ]);
});

test('a meeting is on the home of the group until it is cancelled; notes are not written over unseen', async () => {
  const [ada, bo] = [room.learner(0), room.learner(1)];
  const path = `${group}/meetings/${newId()}`;
  const plan = buildMeeting({ title: 'Stones', link: 'https://uni.zoom.us/j/1' });
  await ada.ok('PUT', path, plan);
  const onHome = async (who: ApiSession) =>
    (await who.ok<HomeView>('GET', '/home')).next.some(
      ({ code, title }) => code === 'MEETING' && title === 'Stones',
    );
  await until('it is on the home', () => onHome(bo));
  expect(await onHome(room.learner(3))).toBe(false);
  await bo.ok('PUT', `${path}/notes`, { text: 'Bo draws.', expectedRevision: 0 });
  const calendarOf = async (who: ApiSession): Promise<string> => {
    const { calendar } = await who.ok<{ calendar: { url: string } }>('POST', '/notices/calendar');
    return (await fetch(calendar.url)).text();
  };
  expect(await calendarOf(bo)).toMatch(/DTEND:\S+\s+SUMMARY:Group meeting: Stones/);
  expect(await calendarOf(room.learner(3))).not.toContain('Stones');
  const stale = await ada.call('PUT', `${path}/notes`, { text: 'Nothing.', expectedRevision: 0 });
  expect(codeOf(stale)).toBe('STALE_REVISION');
  await Promise.all([
    ada.ok('PUT', `${path}/attendance/${ada.memberId}`, { was: 'present' }),
    bo.ok('PUT', `${path}/attendance/${bo.memberId}`, { was: 'excused' }),
  ]);
  const stranger = await ada.call('PUT', `${path}/attendance/${room.learner(3).memberId}`, {
    was: 'present',
  });
  expect(codeOf(stranger)).toBe('NOT_FOUND');
  const [found] = (await meetings(room.staff)).items;
  expect(found?.notes).toMatchObject({ text: 'Bo draws.', by: room.names[1] });
  expect(found?.attendance.map(({ name, was }) => [name, was])).toEqual(
    expect.arrayContaining([
      [room.names[0], 'present'],
      [room.names[1], 'excused'],
      [room.names[2], null],
    ]),
  );
  await ada.ok('PUT', `${path}/cancelled`, { cancelled: true, expectedRevision: 1 });
  await until('it is on the home no more', async () => !(await onHome(bo)));
  expect(await calendarOf(bo)).not.toContain('Stones');
});

test.each([
  ['another host', 'https://evil.example'],
  ['a host that only ends alike', 'https://notzoom.us/j'],
  ['no encryption', 'http://zoom.us/j'],
  ['a script', 'javascript:alert(1)//zoom.us'],
  ['a name before the host', 'https://zoom.us@evil.example/'],
])('a link to %s is refused', async (_rule, link) => {
  const answer = await room.learner(0).call('PUT', `${group}/meetings/${newId()}`, buildMeeting({ link }));
  expect(codeOf(answer)).toBe('OUTSIDE_HOST_REFUSED');
});

test('another group sees and writes nothing, staff write nothing; closed, all can be read and nothing changed', async () => {
  const dee = room.learner(3);
  for (const [part, body] of [
    ['decisions', buildDecision()],
    ['meetings', buildMeeting()],
  ] as const) {
    const path = `${group}/${part}/${newId()}`;
    const refused = [await dee.call('GET', `${group}/${part}`), await dee.call('PUT', path, body)];
    expect(refused.map(codeOf)).toEqual(['NOT_IN_GROUP', 'NOT_IN_GROUP']);
    expect(JSON.stringify(refused.map((answer) => answer.body))).not.toMatch(/arch|Stones|Bo draws/);
    expect(codeOf(await room.staff.call('PUT', path, body))).toBe('FORBIDDEN');
  }
  await room.staff.ok('PUT', `/activities/${activityId}/publication`, { state: 'closed' });
  expect((await decisions(room.learner(0))).items).toHaveLength(1);
  expect((await meetings(room.learner(0))).room.can.write).toBe(false);
  const late = await room.learner(0).call('PUT', `${group}/decisions/${newId()}`, buildDecision());
  expect(codeOf(late)).toBe('ACTIVITY_CLOSED');
});
