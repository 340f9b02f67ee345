import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Classroom, gatherClassroom } from '../../../../test/factories/classroom.ts';
import {
  buildScope,
  buildSettings,
  openPeerReviewWorld,
  type PeerReviewWorld,
} from '../../../../test/factories/peer-review.ts';
import { ListNotices } from '../../contracts/notices.ts';
import { SavePeerReview, StartReviews } from '../../contracts/peer-review.ts';
import * as contract from '../../contracts/timelines.ts';
import { newId } from '../../core/ids.ts';
import { counted } from '../../platform/database/round-trips.ts';
import type { Caller } from '../../platform/http/ports.ts';

let world: PeerReviewWorld;
let room: Classroom;
let ada: Caller;
let ben: Caller;

beforeAll(async () => {
  world = await openPeerReviewWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  room = await gatherClassroom(world);
  [ada, ben] = [room.person(0), room.person(1)];
});

const refused = (code: string, details?: object) =>
  expect.objectContaining(details ? { code, details } : { code });
const NEXT_DAY = '2027-03-02T12:00:00.000Z';

const extend = (who: Caller, until: object, body: object = {}, by = room.instructor) =>
  room.call(
    by,
    contract.SaveExtension,
    { until, zone: 'UTC', reason: 'Ill.', expectedRevision: 0, ...body },
    { memberId: who.member.id },
  );
const accommodate = (who: Caller, percent: number, days: number, expectedRevision = 0) =>
  room.call(
    room.instructor,
    contract.SaveAccommodation,
    { percent, days, zone: 'UTC', reason: 'Dyslexia.', expectedRevision },
    { memberId: who.member.id },
  );
const timeline = async (who: Caller) =>
  contract.TimelineView.parse(
    await room.call(room.instructor, contract.GetTimeline, undefined, { memberId: who.member.id }),
  );
const ownDates = async (who: Caller) =>
  (await timeline(who)).steps.map(({ step, own }) => `${step} ${own.slice(5, 16)}`);
const told = async (who: Caller) =>
  ListNotices.response
    .parse(await world.call(who, ListNotices, { params: {} }))
    .items.map(({ content, until }) => `${content.kind} ${until?.slice(5, 16)}`);

async function goTo(time: string): Promise<void> {
  world.clock.time = time;
  await world.settle();
}

describe('an extension', () => {
  test('moves what comes after along, for that learner alone, and taking it back restores the dates', async () => {
    await extend(ada, { handIn: NEXT_DAY });
    expect(await ownDates(ada)).toEqual(['handIn 03-02T12:00', 'review 03-09T12:00']);
    expect(await room.mine(ada)).toMatchObject({
      submissionsCloseAt: NEXT_DAY,
      reviewsCloseAt: '2027-03-09T12:00:00.000Z',
    });
    expect(await room.mine(ben)).toMatchObject({ submissionsCloseAt: '2027-03-01T12:00:00.000Z' });
    await extend(ada, {}, { expectedRevision: 1, reason: '' });
    expect(await ownDates(ada)).toEqual(['handIn 03-01T12:00', 'review 03-08T12:00']);
    expect(await room.mine(ada)).toMatchObject({ submissionsCloseAt: '2027-03-01T12:00:00.000Z' });
  });

  test('is in the audit trail with what was before, and without the reason', async () => {
    await extend(ada, { handIn: NEXT_DAY });
    await world.settle();
    const changed = (await world.auditOf(room.scope)).filter(({ type }) => type === 'extension.changed');
    expect(changed.map(({ data }) => [data['before'], data['after']])).toEqual([[{}, { handIn: NEXT_DAY }]]);
    expect(JSON.stringify(changed)).not.toContain('Ill.');
  });

  test('late work of the learner finds reviewers and works to review, and nobody learns whose it is', async () => {
    await extend(ada, { handIn: NEXT_DAY });
    for (const learner of room.learners.slice(1)) await room.submit(learner, 'In time');
    await goTo('2027-03-01T12:00:01Z');
    expect((await room.mine(ben)).reviewTasks).toHaveLength(2);
    expect(await room.mine(ada)).toMatchObject({ phase: 'review', can: { submit: true } });
    await goTo('2027-03-02T11:00:00Z');
    await room.submit(ada, 'Late and welcome');
    await world.settle();
    expect((await room.mine(ada)).reviewTasks).toHaveLength(2);
    const { rows } = await room.overview();
    const row = rows.find(({ memberId }) => memberId === ada.member.id);
    expect(row).toMatchObject({ given: { done: 0, of: 2 }, received: { done: 0, of: 2 }, daysLate: 0 });
    const tasks = await Promise.all(room.learners.slice(1).map((learner) => room.mine(learner)));
    expect(tasks.filter(({ reviewTasks }) => reviewTasks.length === 3)).toHaveLength(2);
    // They are told of one more work, and nothing that others get names its author or the extension.
    const others = await Promise.all(
      room.learners.slice(1).map(async (learner) => {
        const page = await room.mine(learner);
        const reviews = await Promise.all(
          page.reviewTasks.map(({ reviewId }) => room.getReview(learner, reviewId)),
        );
        return [page, reviews, await told(learner)];
      }),
    );
    const seen = JSON.stringify(others);
    expect(seen.match(/workToReview/g)).toHaveLength(7);
    expect(seen).not.toContain(ada.member.id);
    expect(seen).not.toContain('Ada');
    expect(seen).not.toContain('2027-03-09');
    expect(seen).not.toMatch(/extension|Ill\./);
  });

  test('ends: after the own date no work is taken, and after the allocation it is handed in once', async () => {
    await extend(ada, { handIn: NEXT_DAY });
    await room.submit(ben, 'a');
    await room.submit(room.person(2), 'b');
    await goTo('2027-03-01T12:00:01Z');
    await room.submit(ada, 'Late');
    await expect(room.submit(ada, 'Again', 1, 1)).rejects.toEqual(refused('SUBMISSIONS_CLOSED'));
    await extend(room.person(3), { handIn: NEXT_DAY });
    await goTo('2027-03-02T12:00:01Z');
    await expect(room.submit(room.person(3), 'Too late')).rejects.toEqual(refused('SUBMISSIONS_CLOSED'));
  });

  test('a review that came on top lowers no grade for reviewing while it is not written', async () => {
    await room.change({ columns: { kind: 'separate', reviewingPoints: 10, reviewingLabel: 'Reviewing' } });
    await extend(ada, { handIn: NEXT_DAY });
    for (const learner of room.learners.slice(1)) await room.submit(learner, 'In time');
    await goTo('2027-03-01T12:00:01Z');
    for (const learner of room.learners.slice(1))
      for (const { reviewId } of (await room.mine(learner)).reviewTasks)
        await room.submitReview(learner, reviewId, {});
    await room.submit(ada, 'Late');
    await goTo('2027-03-08T12:00:01Z');
    await room.release();
    for (const learner of room.learners.slice(1)) {
      const reviewing = (await room.mine(learner)).results[1];
      expect(reviewing?.explanation.value).toBe(10);
    }
  });

  test('work is late by the learner’s own date', async () => {
    const late = { dueAt: '2027-03-01T11:00:00.000Z', graceMinutes: 0, percentPerDay: 10, lowestPercent: 0 };
    await room.change({ late, submissionsCloseAt: '2027-03-03T12:00:00.000Z' });
    await extend(ada, { due: NEXT_DAY });
    await goTo('2027-03-02T10:00:00Z');
    await room.submit(ada, 'x');
    await room.submit(ben, 'y');
    await world.settle();
    const daysLate = new Map(
      (await room.overview()).rows.map((row) => [row.memberId, row.daysLate] as const),
    );
    expect([daysLate.get(ada.member.id), daysLate.get(ben.member.id)]).toEqual([0, 1]);
    await room.call(room.instructor, StartReviews);
    await world.settle();
    await room.reviewAll();
    await room.release();
    const valueOf = async (who: Caller) => (await room.mine(who)).results[0]?.explanation.value;
    expect([await valueOf(ada), await valueOf(ben)]).toEqual([16, 14]);
  });

  test.each<[string, object, string]>([
    ['that ends before the normal date', { handIn: '2027-03-01T11:59:00.000Z' }, 'EXTENSION_TOO_EARLY'],
    ['of a step that the activity has not', { due: NEXT_DAY }, 'BAD_REQUEST'],
    [
      'whose review ends before its handing in',
      { handIn: '2027-03-20T12:00:00.000Z', review: '2027-03-19T12:00:00.000Z' },
      'EXTENSION_TOO_EARLY',
    ],
  ])('%s is refused, and nothing changes', async (_rule, until, code) => {
    await expect(extend(ada, until)).rejects.toEqual(refused(code));
    expect((await timeline(ada)).extension.revision).toBe(0);
  });

  test('is refused for somebody who has left, for a zone that is none, and in another course', async () => {
    const left = await world.join(room.scope, 'Left', { status: 'inactive' });
    await expect(extend(left, { handIn: NEXT_DAY })).rejects.toEqual(refused('MEMBER_NOT_LEARNING'));
    await expect(extend(ada, { handIn: NEXT_DAY }, { zone: 'Mars/Base' })).rejects.toEqual(
      refused('BAD_REQUEST', { field: 'zone' }),
    );
    const stranger = await world.join(buildScope(), 'Stranger', { role: 'instructor' });
    await expect(extend(ada, { handIn: NEXT_DAY }, {}, stranger)).rejects.toEqual(refused('NOT_FOUND'));
  });

  test('two of staff at once: the second is told, and a repeated request is answered like the first', async () => {
    const first = await extend(ada, { handIn: NEXT_DAY });
    expect(await extend(ada, { handIn: NEXT_DAY })).toEqual(first);
    await expect(extend(ada, { handIn: '2027-03-03T12:00:00.000Z' })).rejects.toEqual(
      refused('STALE_REVISION'),
    );
    const both = await Promise.allSettled([
      extend(ben, { handIn: NEXT_DAY }),
      extend(ben, { handIn: '2027-03-04T12:00:00.000Z' }),
    ]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('who has more time is reminded before the own date, not before everybody’s', async () => {
    const far = {
      submissionsCloseAt: '2027-03-10T12:00:00.000Z',
      reviewsCloseAt: '2027-03-20T12:00:00.000Z',
    };
    await room.change(far);
    await extend(ada, { handIn: '2027-03-15T12:00:00.000Z' });
    await world.settle();
    await goTo('2027-03-08T12:00:01Z');
    expect([await told(ada), await told(ben)]).toEqual([[], ['due 03-10T12:00']]);
    await room.submit(ben, 'x');
    await room.submit(room.person(2), 'y');
    await goTo('2027-03-13T12:00:01Z');
    expect(await told(ada)).toEqual(['due 03-15T12:00']);
    expect(await told(ben)).toHaveLength(2);
  });
});

describe('an accommodation', () => {
  test('holds in present and future activities, and ends with nobody’s dates changed', async () => {
    await accommodate(ada, 50, 1);
    // Half of two hours and of seven days, and a day for each.
    expect(await ownDates(ada)).toEqual(['handIn 03-02T13:00', 'review 03-14T01:00']);
    const later = newId();
    await world.call(room.instructor, SavePeerReview, {
      params: { activityId: later },
      body: { settings: buildSettings({ title: 'Later' }), expectedRevision: 0 },
    });
    const { steps } = contract.TimelineView.parse(
      await world.call(room.instructor, contract.GetTimeline, {
        params: { activityId: later, memberId: ada.member.id },
      }),
    );
    expect(steps.map(({ own }) => own)).toEqual(['2027-03-02T13:00:00.000Z', '2027-03-14T01:00:00.000Z']);
    await accommodate(ada, 0, 0, 1);
    expect(await ownDates(ada)).toEqual(['handIn 03-01T12:00', 'review 03-08T12:00']);
    expect(await room.mine(ben)).toMatchObject({ submissionsCloseAt: '2027-03-01T12:00:00.000Z' });
  });

  test('shows before saving what it does in each activity', async () => {
    const { activities } = contract.PreviewAccommodation.response.parse(
      await room.call(
        room.instructor,
        contract.PreviewAccommodation,
        { percent: 0, days: 2, zone: 'UTC' },
        { memberId: ada.member.id },
      ),
    );
    expect(activities.map(({ title, steps }) => [title, steps.map(({ own }) => own.slice(5, 16))])).toEqual([
      ['Essay', ['03-03T12:00', '03-12T12:00']],
    ]);
    expect((await timeline(ada)).accommodation.revision).toBe(0);
  });
});

test('who has more time stands in the list of extensions; pages take few round trips', async () => {
  await extend(ben, { handIn: NEXT_DAY });
  await extend(ada, { review: '2027-03-09T12:00:00.000Z' });
  await extend(ada, {}, { expectedRevision: 1 });
  await accommodate(ben, 0, 1);
  const count = { commands: 0 };
  const list = () => room.call(room.instructor, contract.ListExtensions);
  const { items, next } = contract.ListExtensions.response.parse(await counted(count, list));
  expect(items.map(({ name, steps }) => [name, steps[0]?.own])).toEqual([['Ben Learner', NEXT_DAY]]);
  expect({ next, commands: count.commands }).toEqual({ next: null, commands: 4 });
  const reads: (() => Promise<unknown>)[] = [
    () => room.mine(ben),
    () => room.submission(ben),
    () => room.overview(),
    () => timeline(ben),
  ];
  for (const read of reads) {
    count.commands = 0;
    await counted(count, read);
    expect(count.commands).toBeLessThanOrEqual(4);
  }
});
