import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Classroom, gatherClassroom } from '../../../../test/factories/classroom.ts';
import {
  buildSettings,
  openPeerReviewWorld,
  type PeerReviewWorld,
} from '../../../../test/factories/peer-review.ts';
import * as contract from '../../contracts/notices.ts';
import { newId } from '../../core/ids.ts';
import type { Caller } from '../../platform/http/ports.ts';

let world: PeerReviewWorld;
let room: Classroom;
beforeAll(async () => {
  world = await openPeerReviewWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  room = await gatherClassroom(world);
});

const preview = async (task: contract.TaskName = 'handIn', query: Record<string, unknown> = {}) =>
  contract.ReminderPreview.parse(
    await world.call(room.instructor, contract.PreviewReminder, {
      params: { activityId: room.activityId },
      query: { task, ...query },
    }),
  );

async function remind(
  task: contract.TaskName = 'handIn',
  reminderId = newId(),
): Promise<contract.ReminderView> {
  const input = { params: { activityId: room.activityId, reminderId }, body: { task } };
  await world.call(room.instructor, contract.SendReminder, input);
  await world.settle();
  return contract.ReminderView.parse(
    await world.call(room.instructor, contract.GetReminder, { params: input.params }),
  );
}

const reminders = async (caller: Caller): Promise<contract.NoticeView[]> => {
  const answer = await world.call(caller, contract.ListNotices, { params: {} });
  return contract.ListNotices.response
    .parse(answer)
    .items.filter(({ content }) => content.kind === 'reminder');
};

test('the preview names exactly those who lack the task, by pages', async () => {
  await room.submit(room.person(0), 'Work');
  await world.settle();
  const first = await preview('handIn', { limit: 3 });
  expect(first).toMatchObject({
    lacking: 5,
    remindedLately: 0,
    byMail: false,
    until: '2027-03-01T12:00:00.000Z',
  });
  const second = await preview('handIn', { limit: 3, after: first.next });
  expect([...first.members, ...second.members].map(({ name }) => name)).toEqual(
    ['Ben', 'Cleo', 'Dov', 'Eva', 'Finn'].map((name) => `${name} Learner`),
  );
  expect(second.next).toBeNull();
});

test('those of the preview are reminded, once, and the trail says by whom', async () => {
  await room.submit(room.person(0), 'Work');
  await world.settle();
  const id = newId();
  expect(await remind('handIn', id)).toEqual({ id, state: 'done', reminded: 5 });
  expect(await remind('handIn', id)).toEqual({ id, state: 'done', reminded: 5 });
  expect(await reminders(room.person(0))).toEqual([]);
  expect(await reminders(room.person(1))).toMatchObject([
    { content: { kind: 'reminder', task: 'handIn', open: 1 }, title: 'Essay', unread: true },
  ]);
  const events = await world.auditOf(room.scope);
  expect(events.filter(({ type }) => type.startsWith('reminder.'))).toMatchObject([
    {
      type: 'reminder.requested',
      actor: { kind: 'member', memberId: room.instructor.member.id, role: 'instructor' },
      data: { activityId: room.activityId, task: 'handIn' },
    },
    { type: 'reminder.sent', data: { reminded: 5 } },
  ]);
});

test('nobody is reminded of the same task twice within a day, also by two at once', async () => {
  const [one, other] = [newId(), newId()];
  for (const reminderId of [one, other]) {
    await world.call(room.instructor, contract.SendReminder, {
      params: { activityId: room.activityId, reminderId },
      body: { task: 'handIn' },
    });
  }
  await world.settle();
  expect(await reminders(room.person(1))).toHaveLength(1);
  const after = await preview();
  expect(after).toMatchObject({ lacking: 6, remindedLately: 6 });
  expect(after.members.every(({ remindedLately }) => remindedLately)).toBe(true);
  expect((await remind()).reminded).toBe(0);
});

test('a day later they are', async () => {
  await room.save(
    buildSettings({
      submissionsCloseAt: '2027-03-05T12:00:00.000Z',
    }),
    1,
  );
  await remind();
  world.clock.time = new Date(world.clock.now().getTime() + 86_400_000).toISOString();
  expect((await remind()).reminded).toBe(6);
  expect(await reminders(room.person(1))).toHaveLength(2);
});

test('doing the task settles the reminder', async () => {
  await remind();
  await room.submit(room.person(1), 'Work');
  await world.settle();
  expect(await reminders(room.person(1))).toMatchObject([{ state: 'done', unread: false }]);
});

test('reviewers are reminded of what they have left', async () => {
  await room.startReviews();
  const ada = room.person(0);
  await room.submitReview(ada, await room.firstTask(ada), {});
  await world.settle();
  expect((await remind('review')).reminded).toBe(6);
  expect(await reminders(ada)).toMatchObject([{ content: { kind: 'reminder', task: 'review', open: 1 } }]);
});

test.each([
  ['a task that is not open', async () => preview('review'), 'NOTHING_TO_REMIND'],
  ['a page key that is none', async () => preview('handIn', { after: 'x' }), 'BAD_REQUEST'],
])('%s is refused', async (_case, act, code) => {
  await expect(act()).rejects.toMatchObject({ code });
});

test('after the date there is nothing to remind of', async () => {
  world.clock.time = '2027-03-01T12:00:00Z';
  await expect(remind()).rejects.toMatchObject({ code: 'NOTHING_TO_REMIND' });
});
