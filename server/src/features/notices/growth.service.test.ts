import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Classroom, gatherClassroom } from '../../../../test/factories/classroom.ts';
import { openPeerReviewWorld, type PeerReviewWorld } from '../../../../test/factories/peer-review.ts';
import * as contract from '../../contracts/notices.ts';
import { makeEvent } from '../../core/events.ts';
import { newId } from '../../core/ids.ts';
import { counted } from '../../platform/database/round-trips.ts';
import { createSmtpMailer } from '../../platform/mail/smtp-mailer.ts';

const silent = { info: () => undefined, warn: () => undefined };
/** Mails are stored to be sent, and not sent here. */
const mailer = createSmtpMailer({ url: 'smtp://127.0.0.1:9', from: 'noreply@tool.example.edu', log: silent });

let world: PeerReviewWorld;
let room: Classroom;
beforeAll(async () => {
  world = await openPeerReviewWorld(mailer);
  room = await gatherClassroom(world);
});
afterAll(async () => {
  mailer.close();
  await world.close();
});

async function roundTrips(work: () => Promise<unknown>): Promise<number> {
  const count = { commands: 0 };
  await counted(count, work);
  return count.commands;
}

/** As many events as the relay copies at once. */
const BATCH = 200;

const release = (runId: string, first: number) =>
  Array.from({ length: BATCH }, (_, index) =>
    makeEvent({
      type: 'grade.entered',
      at: world.clock.now(),
      actor: { kind: 'system', job: 'gradebook.run' },
      courseId: room.scope.courseId,
      subject: { kind: 'gradeSlot', id: `slot ${first + index}` },
      requestId: null,
      data: {
        columnId: room.activityId,
        memberId: `member ${first + index}`,
        runId,
        n: 1,
        value: 1,
        maximum: 20,
      },
    }),
  );

test('10,000 notices of one release cost the same few round trips per batch, the last as the first', async () => {
  const runId = newId();
  const costs = new Set<number>();
  for (let first = 0; first < 10_000; first += BATCH) {
    costs.add(await roundTrips(() => world.notices.consumer(release(runId, first))));
  }
  // Course, activity, notices, mailboxes.
  expect([...costs]).toEqual([4]);
  expect(await world.connection.collection('notices').countDocuments()).toBe(10_000);
  expect(await world.connection.collection('mailboxes').countDocuments()).toBe(10_000);
}, 60_000);

test('telling all who lack something costs the same few round trips per 500 of them', async () => {
  const { courseId } = room.scope;
  const crowd = Array.from({ length: 2_400 }, newId);
  const rows = crowd.map((memberId, index) => ({
    _id: `${room.activityId}/${memberId}` as never,
    courseId,
    activityId: room.activityId,
    memberId,
    name: `Crowd ${index}`,
    sortName: `crowd ${String(index).padStart(5, '0')}`,
    submittedAt: null,
    given: { done: 0, of: 0 },
    received: { done: 0, of: 0 },
    grade: null,
    sync: { state: 'none', at: null },
    revision: 1,
  }));
  const remind = async (): Promise<number> => {
    await world.call(room.instructor, contract.SendReminder, {
      params: { activityId: room.activityId, reminderId: newId() },
      body: { task: 'handIn' },
    });
    return roundTrips(() => world.settle());
  };
  const few = await remind();
  await world.connection.collection('progress').insertMany(rows);
  world.clock.time = '2027-02-20T10:00:00Z';
  const many = await remind();
  // Five pages instead of one: each reads a page, leaves some out, stores, fills mailboxes and looks again.
  expect(many - few).toBeLessThanOrEqual(5 * 5);
}, 60_000);

test('an inbox and a preview cost the same round trips as when there was little', async () => {
  expect(await roundTrips(() => world.call(room.person(0), contract.ListNotices, { params: {} }))).toBe(1);
  const preview = () =>
    world.call(room.instructor, contract.PreviewReminder, {
      params: { activityId: room.activityId },
      query: { task: 'handIn' },
    });
  expect(await roundTrips(preview)).toBe(4);
});
