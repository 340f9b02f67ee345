import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Classroom, gatherClassroom } from '../../../../test/factories/classroom.ts';
import {
  buildSettings,
  openPeerReviewWorld,
  type PeerReviewWorld,
} from '../../../../test/factories/peer-review.ts';
import * as contract from '../../contracts/notices.ts';
import { StartReviews, WithdrawGrades } from '../../contracts/peer-review.ts';
import { RateReview } from '../../contracts/review-talk.ts';
import { SaveExtension } from '../../contracts/timelines.ts';
import { makeEvent } from '../../core/events.ts';
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

const inbox = async (caller: Caller): Promise<contract.NoticeView[]> => {
  const answer = await world.call(caller, contract.ListNotices, { params: {} });
  return contract.ListNotices.response.parse(answer).items;
};
/** What somebody was told, the newest first: kind, state and whether it is unread. */
const told = async (caller: Caller): Promise<string[]> =>
  (await inbox(caller)).map(
    ({ content, state, unread }) => `${content.kind} ${state}${unread ? ' unread' : ''}`,
  );

async function goTo(time: string): Promise<void> {
  world.clock.time = time;
  await world.settle();
}

const changeDates = (expectedRevision: number, overrides: Parameters<typeof buildSettings>[0]) =>
  room.save(buildSettings(overrides), expectedRevision);

describe('work to review', () => {
  test('every reviewer is told once how many works and until when, also when the events come again', async () => {
    await room.startReviews();
    const [notice, ...others] = await inbox(room.person(0));
    expect(others).toEqual([]);
    expect(notice).toMatchObject({
      content: { kind: 'workToReview', works: 2 },
      activityId: room.activityId,
      title: 'Essay',
      until: '2027-03-08T12:00:00.000Z',
      unread: true,
      state: 'open',
    });
    const { allocation } = await world.activities.get(room.scope, room.activityId);
    await world.notices.consumer([
      makeEvent({
        type: 'allocation.done',
        at: world.clock.now(),
        actor: { kind: 'system', job: 'test' },
        courseId: room.scope.courseId,
        subject: { kind: 'activity', id: room.activityId },
        requestId: null,
        data: { runId: allocation?.runId, reviews: 12, shortfall: 0 },
      }),
    ]);
    await world.settle();
    expect(await told(room.person(0))).toEqual(['workToReview open unread']);
    expect(await told(room.instructor)).toEqual([]);
  });

  test('is settled by the last review, not by the first', async () => {
    await room.startReviews();
    const ada = room.person(0);
    const [first, second] = (await room.mine(ada)).reviewTasks;
    await room.submitReview(ada, first?.reviewId ?? '', {});
    await world.settle();
    expect(await told(ada)).toEqual(['workToReview open unread']);
    await room.submitReview(ada, second?.reviewId ?? '', {});
    await world.settle();
    expect(await told(ada)).toEqual(['workToReview done']);
    expect(await told(room.person(1))).toEqual(['workToReview open unread']);
  });
});

describe('a round of revision', () => {
  test('is told to everybody who has handed in when it opens, later to who has more time, and to nobody twice', async () => {
    await room.change({ revision: { closesAt: '2027-03-15T12:00:00.000Z' } });
    await room.startReviews();
    const [ada, ben] = [room.person(0), room.person(1)];
    await room.call(
      room.instructor,
      SaveExtension,
      { until: { review: '2027-03-10T12:00:00.000Z' }, zone: 'UTC', reason: 'Ill.', expectedRevision: 0 },
      { memberId: ben.member.id },
    );
    const about = async (caller: Caller) =>
      (await inbox(caller)).filter(({ content }) => content.kind === 'revisionOpen');
    await goTo('2027-03-08T11:50:00Z');
    expect(await about(ada)).toEqual([]);
    await goTo('2027-03-08T12:00:01Z');
    expect(await about(ada)).toMatchObject([{ until: '2027-03-15T12:00:00.000Z', unread: true }]);
    expect([await about(ben), await about(room.instructor)]).toEqual([[], []]);
    // Another title is no other round.
    await room.change({ title: 'Essays' });
    await goTo('2027-03-10T12:00:01Z');
    expect([await about(ada), await about(ben)].map(({ length }) => length)).toEqual([1, 1]);
  });
});

describe('due in 48 hours', () => {
  test('those who have not handed in are told two days before, nobody earlier, nobody who has', async () => {
    await changeDates(1, { submissionsCloseAt: '2027-03-05T12:00:00.000Z' });
    await room.submit(room.person(0), 'Done early');
    await goTo('2027-03-03T11:59:00Z');
    expect(await told(room.person(1))).toEqual([]);
    await goTo('2027-03-03T12:00:00Z');
    expect(await inbox(room.person(1))).toMatchObject([
      { content: { kind: 'due', task: 'handIn', open: 1 }, until: '2027-03-05T12:00:00.000Z' },
    ]);
    expect(await told(room.person(0))).toEqual([]);
    expect(await told(room.instructor)).toEqual([]);
  });

  test('a date that is moved takes its reminder along, and what was said of the old one', async () => {
    await changeDates(1, { submissionsCloseAt: '2027-03-05T12:00:00.000Z' });
    await goTo('2027-03-03T12:00:00Z');
    expect(await told(room.person(0))).toEqual(['due open unread']);
    await changeDates(2, { submissionsCloseAt: '2027-03-07T12:00:00.000Z' });
    await goTo('2027-03-03T12:05:00Z');
    expect(await inbox(room.person(0))).toMatchObject([{ until: '2027-03-07T12:00:00.000Z' }]);
    await goTo('2027-03-05T12:00:00Z');
    expect(await told(room.person(0))).toEqual(['due open unread', 'due replaced']);
  });

  test('a date that is moved before its reminder leaves none of the old date', async () => {
    await changeDates(1, { submissionsCloseAt: '2027-03-05T12:00:00.000Z' });
    await world.settle();
    await changeDates(2, { submissionsCloseAt: '2027-03-07T12:00:00.000Z' });
    await goTo('2027-03-03T12:30:00Z');
    expect(await told(room.person(0))).toEqual([]);
    await goTo('2027-03-05T12:00:00Z');
    expect(await told(room.person(0))).toEqual(['due open unread']);
  });

  test('several changes of a near date are announced as one', async () => {
    for (const [revision, hour] of [
      [1, 14],
      [2, 15],
      [3, 16],
    ] as const) {
      await changeDates(revision, { submissionsCloseAt: `2027-03-02T${hour}:00:00.000Z` });
      await world.settle();
    }
    await goTo('2027-03-01T10:30:00Z');
    expect(await inbox(room.person(0))).toMatchObject([{ until: '2027-03-02T16:00:00.000Z' }]);
  });

  test('handing in settles it, so does the start of the reviews for everybody', async () => {
    await changeDates(1, { submissionsCloseAt: '2027-03-05T12:00:00.000Z' });
    await goTo('2027-03-03T12:00:00Z');
    await room.submit(room.person(0), 'Work');
    await room.submit(room.person(1), 'Work');
    await world.settle();
    expect(await told(room.person(0))).toEqual(['due done']);
    expect(await told(room.person(2))).toEqual(['due open unread']);
    await room.call(room.instructor, StartReviews);
    await world.settle();
    expect(await told(room.person(2))).toEqual(['due done']);
  });

  test('where late work is taken, the reminder goes by the due date, and after it by the closing date', async () => {
    const late = { dueAt: '2027-03-05T12:00:00.000Z', graceMinutes: 0, percentPerDay: 10, lowestPercent: 0 };
    await changeDates(1, { submissionsCloseAt: '2027-03-07T12:00:00.000Z', late });
    await goTo('2027-03-03T12:00:00Z');
    expect(await inbox(room.person(0))).toMatchObject([{ until: late.dueAt, state: 'open' }]);
    await goTo('2027-03-05T12:00:01Z');
    const input = { params: { activityId: room.activityId }, query: { task: 'handIn' } };
    expect(await world.call(room.instructor, contract.PreviewReminder, input)).toMatchObject({
      lacking: 6,
      until: '2027-03-07T12:00:00.000Z',
    });
  });

  test('reviewers are told of the reviews they have left', async () => {
    await room.startReviews();
    const ada = room.person(0);
    await room.submitReview(ada, await room.firstTask(ada), {});
    await goTo('2027-03-06T12:00:00Z');
    expect(await inbox(ada)).toMatchObject([
      { content: { kind: 'due', task: 'review', open: 1 }, until: '2027-03-08T12:00:00.000Z' },
      { content: { kind: 'workToReview', works: 2 } },
    ]);
  });

  test('authors are told to rate their reviews, also who has more time; rating the last one settles it', async () => {
    await room.change({ backEvaluation: { closesAt: '2027-03-15T12:00:00.000Z' } });
    await room.startReviews();
    await room.reviewAll();
    await world.settle();
    const [ada, ben] = [room.person(0), room.person(1)];
    const more = { until: { backEvaluate: '2027-03-17T12:00:00.000Z' }, zone: 'UTC', reason: 'Ill.' };
    await room.call(
      room.instructor,
      SaveExtension,
      { ...more, expectedRevision: 0 },
      { memberId: ben.member.id },
    );
    await room.release();
    await world.settle();
    const about = async (caller: Caller) =>
      (await inbox(caller)).flatMap(({ content, state, until }) =>
        content.kind === 'due' && content.task === 'rate' ? [`${state} ${until}`] : [],
      );
    await goTo('2027-03-13T11:00:00Z');
    expect(await about(ada)).toEqual([]);
    await goTo('2027-03-13T12:00:00Z');
    expect([await about(ada), await about(ben)]).toEqual([['open 2027-03-15T12:00:00.000Z'], []]);
    for (const pseudonym of ['1', '2']) {
      const rating = { helpfulness: 4, thanked: false, expectedRevision: 0 };
      await room.call(ada, RateReview, rating, { pseudonym });
      await world.settle();
      const state = pseudonym === '1' ? 'open' : 'done';
      expect(await about(ada)).toEqual([`${state} 2027-03-15T12:00:00.000Z`]);
    }
    await goTo('2027-03-15T12:00:00Z');
    expect(await about(ben)).toEqual(['open 2027-03-17T12:00:00.000Z']);
  });

  test('somebody who does the task while others are being told is not reminded of it', async () => {
    await changeDates(1, { submissionsCloseAt: '2027-03-05T12:00:00.000Z' });
    await world.settle();
    // The work is there, the staff table does not know it yet.
    await room.submit(room.person(0), 'Just in time');
    world.clock.time = '2027-03-03T12:00:00Z';
    await world.jobs.runDueOnce();
    expect(await told(room.person(0))).toEqual(['due done']);
    expect(await told(room.person(1))).toEqual(['due open unread']);
  });
});

describe('grades', () => {
  const entered = (
    memberId: string,
    runId: string,
    value: number | null,
    at: Date,
    columnId = room.activityId,
  ) =>
    makeEvent({
      type: 'grade.entered',
      at,
      actor: { kind: 'system', job: 'gradebook.run' },
      courseId: room.scope.courseId,
      subject: { kind: 'gradeSlot', id: `${columnId}/${memberId}` },
      requestId: null,
      data: { activityId: room.activityId, columnId, memberId, runId, n: 1, value, maximum: 20 },
    });

  test('a release tells everybody who got a grade, without the grade; releasing the same again tells nobody', async () => {
    await room.startReviews();
    await room.reviewAll();
    await room.release();
    const notices = await inbox(room.person(0));
    expect(notices[0]).toMatchObject({ content: { kind: 'graded' }, until: null, unread: true });
    expect(JSON.stringify(notices)).not.toMatch(/value|points|reviewer|author/i);
    await room.release();
    expect((await told(room.person(0))).filter((one) => one.startsWith('graded'))).toHaveLength(1);
  });

  test('a grade of several columns by one run is one notice', async () => {
    const { id } = room.person(0).member;
    const run = newId();
    const now = world.clock.now();
    await world.notices.consumer([entered(id, run, 14, now), entered(id, run, 5, now, newId())]);
    expect(await told(room.person(0))).toEqual(['graded open unread']);
  });

  test('a grade that changes is told anew, and the notice of the earlier one says so', async () => {
    const { id } = room.person(0).member;
    const [first, second] = [newId(), newId()];
    const now = world.clock.now();
    const later = new Date(now.getTime() + 60_000);
    await world.notices.consumer([entered(id, first, 14, now)]);
    await world.notices.consumer([entered(id, second, 15, later)]);
    await world.notices.consumer([entered(id, first, 14, now)]);
    expect(await told(room.person(0))).toEqual(['graded open unread', 'graded replaced']);
  });

  test('taking grades back withdraws what was told of them, releasing them again tells it anew', async () => {
    await room.startReviews();
    await room.reviewAll();
    await room.release();
    await room.call(room.instructor, WithdrawGrades);
    await world.settle();
    const ofGrades = async () => (await told(room.person(0))).filter((one) => one.startsWith('graded'));
    expect(await ofGrades()).toEqual(['graded withdrawn']);
    await room.release();
    expect(await ofGrades()).toEqual(['graded open unread', 'graded withdrawn']);
  });

  test('what is taken back is withdrawn; released once more it is told anew, in whatever way events are repeated', async () => {
    const { id } = room.person(0).member;
    const minute = (count: number): Date => new Date(world.clock.now().getTime() + count * 60_000);
    const events = [
      entered(id, newId(), 14, minute(0)),
      entered(id, newId(), null, minute(1)),
      entered(id, newId(), 14, minute(2)),
    ];
    await world.notices.consumer(events.slice(0, 2));
    expect(await told(room.person(0))).toEqual(['graded withdrawn']);
    await world.notices.consumer(events);
    await world.notices.consumer(events);
    expect(await told(room.person(0))).toEqual(['graded open unread', 'graded withdrawn']);
  });
});

test('events of courses that are not known, and of the installation itself, mean nothing', async () => {
  const event = makeEvent({
    type: 'activity.created',
    at: world.clock.now(),
    actor: { kind: 'system', job: 'test' },
    courseId: 'installation',
    subject: { kind: 'activity', id: room.activityId },
    requestId: null,
    data: {},
  });
  await expect(world.notices.consumer([event])).resolves.toBeUndefined();
});
