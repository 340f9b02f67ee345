import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import ICAL from 'ical.js';
import { leave } from '../../../../test/factories/notices.ts';
import { type Classroom, gatherClassroom } from '../../../../test/factories/classroom.ts';
import {
  buildSettings,
  openPeerReviewWorld,
  type PeerReviewWorld,
} from '../../../../test/factories/peer-review.ts';
import * as contract from '../../contracts/notices.ts';
import { hashSecret } from '../../core/ids.ts';
import { counted } from '../../platform/database/round-trips.ts';
import type { Caller } from '../../platform/http/ports.ts';

let world: PeerReviewWorld;
let room: Classroom;
let ada: Caller;
beforeAll(async () => {
  world = await openPeerReviewWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  room = await gatherClassroom(world);
  ada = room.person(0);
});

const settings = async (
  caller: Caller,
  endpoint:
    | typeof contract.GetNoticeSettings
    | typeof contract.MakeCalendar
    | typeof contract.RevokeCalendar = contract.GetNoticeSettings,
) => contract.NoticeSettingsView.parse(await world.call(caller, endpoint, { params: {} }));

const secretIn = (url: string | undefined): string => new URL(url ?? '').searchParams.get('key') ?? '';

async function newCalendar(caller: Caller): Promise<string> {
  return secretIn((await settings(caller, contract.MakeCalendar)).calendar?.url);
}

async function read(secret: string) {
  const found = await world.notices.links.calendar(secret);
  if (!found) throw new Error('no such calendar');
  const calendar = new ICAL.Component(ICAL.parse(found.body) as unknown[]);
  const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
  return { ...found, calendar, events };
}

describe('the calendar', () => {
  test('holds every date of the course’s activities, by ids that stay', async () => {
    const { events } = await read(await newCalendar(ada));
    expect(events.map(({ summary, startDate }) => [summary, startDate.toJSDate().toISOString()])).toEqual([
      ['Hand in: Essay', '2027-03-01T12:00:00.000Z'],
      ['Finish reviews: Essay', '2027-03-08T12:00:00.000Z'],
    ]);
    expect(events.map(({ uid }) => uid)).toEqual(
      ['handIn', 'review'].map((task) => `${room.activityId}-${task}@tool.example.edu`),
    );
  });

  test('tells the due date and the last moment of late work apart', async () => {
    const late = { dueAt: '2027-02-28T12:00:00.000Z', graceMinutes: 0, percentPerDay: 10, lowestPercent: 0 };
    await room.save(buildSettings({ late }), 1);
    const { events } = await read(await newCalendar(ada));
    expect(events.map(({ summary, startDate }) => [summary, startDate.toJSDate().toISOString()])).toEqual([
      ['Hand in: Essay', late.dueAt],
      ['Last moment for late work: Essay', '2027-03-01T12:00:00.000Z'],
      ['Finish reviews: Essay', '2027-03-08T12:00:00.000Z'],
    ]);
  });

  test('moves an entry whose date moves: same id, later revision, another fingerprint', async () => {
    const secret = await newCalendar(ada);
    const before = await read(secret);
    expect((await read(secret)).etag).toBe(before.etag);
    world.clock.time = '2027-03-01T10:30:00Z';
    await room.save(buildSettings({ submissionsCloseAt: '2027-03-04T12:00:00.000Z' }), 1);
    const after = await read(secret);
    expect(after.etag).not.toBe(before.etag);
    const [first] = after.events;
    expect(first).toMatchObject({ uid: before.events[0]?.uid, sequence: 1 });
    expect(first?.startDate.toJSDate().toISOString()).toBe('2027-03-04T12:00:00.000Z');
    expect(String(first?.component.getFirstPropertyValue('dtstamp'))).toBe('2027-03-01T10:30:00Z');
  });

  test('is in the language of whoever made it', async () => {
    await world.call(ada, contract.NotePlace, { params: {}, body: { locale: 'de', zone: 'Europe/Berlin' } });
    const { calendar, events } = await read(await newCalendar(ada));
    expect(events.map(({ summary }) => summary)).toEqual(['Abgabe: Essay', 'Gutachten abschließen: Essay']);
    expect(calendar.getFirstPropertyValue('name')).toBe('Termine: Ihrem Kurs');
  });

  test('names nobody, no grade and no other course', async () => {
    const elsewhere = await gatherClassroom(world);
    await elsewhere.save(buildSettings({ title: 'Another course’s secret' }), 1);
    await room.startReviews();
    await room.reviewAll();
    await room.release();
    const { body } = await read(await newCalendar(ada));
    expect(body).not.toMatch(/Learner|Iris|\bAda\b|grade|16 of|secret|ATTENDEE|ORGANIZER/i);
  });

  test('is written as RFC 5545 wants it, whatever a title holds', async () => {
    const title = 'Über; „lange“, \\ Titel\r\nBEGIN:VALARM\u202E '.repeat(4).trim();
    await room.save(buildSettings({ title }), 1);
    const { body, calendar, events } = await read(await newCalendar(ada));
    expect(body.endsWith('END:VCALENDAR\r\n')).toBe(true);
    for (const line of body.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(body.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(calendar.getAllSubcomponents()).toHaveLength(2);
    expect(events[0]?.summary).toMatch(/^Hand in: Über; „lange“, \\ Titel BEGIN:VALARM Über;/);
    for (const name of ['version', 'prodid']) expect(calendar.getFirstPropertyValue(name)).toBeTruthy();
    for (const event of events) {
      for (const name of ['uid', 'dtstamp', 'dtstart'])
        expect(event.component.getFirstPropertyValue(name)).toBeTruthy();
    }
  });

  test('takes the same five queries, four of them at once, however many activities there are', async () => {
    const secret = await newCalendar(ada);
    const count = { commands: 0 };
    await counted(count, () => world.notices.links.calendar(secret));
    expect(count.commands).toBe(5);
  });

  test('its address can be shown again, renewed and revoked; the database holds its hash alone', async () => {
    const first = await newCalendar(ada);
    expect(secretIn((await settings(ada)).calendar?.url)).toBe(first);
    const second = await newCalendar(ada);
    expect(await world.notices.links.calendar(first)).toBeNull();
    expect(await world.notices.links.calendar(second)).not.toBeNull();
    const stored = JSON.stringify(await world.connection.collection('capabilities').find().toArray());
    expect(stored).toContain(hashSecret(second));
    expect(stored).not.toContain(second);
    expect((await settings(ada, contract.RevokeCalendar)).calendar).toBeNull();
    expect(await world.notices.links.calendar(second)).toBeNull();
  });

  test('of somebody who has left is empty, not gone', async () => {
    const secret = await newCalendar(ada);
    await leave(world, ada);
    expect((await read(secret)).events).toEqual([]);
  });

  test('a secret of another purpose or a made-up one opens nothing', async () => {
    const secret = await newCalendar(ada);
    expect((await world.notices.links.unsubscribePage(secret, 'here', 'en')).status).toBe(404);
    expect(await world.notices.links.calendar('x'.repeat(43))).toBeNull();
    expect(await world.notices.links.calendar('')).toBeNull();
  });
});
