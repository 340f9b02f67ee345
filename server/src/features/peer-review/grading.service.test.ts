import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Classroom, gatherClassroom } from '../../../../test/factories/classroom.ts';
import {
  buildScope,
  buildSettings,
  openPeerReviewWorld,
  type PeerReviewWorld,
} from '../../../../test/factories/peer-review.ts';
import { mattersOf, sourceOf } from '../../../../test/factories/matters.ts';
import * as contract from '../../contracts/peer-review.ts';
import { PreviewPeerReview } from '../../contracts/peer-review-settings.ts';
import { columnIdOf, newId } from '../../core/ids.ts';
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

const refused = (code: string) => expect.objectContaining({ code });
const resultsOf = async (who: Caller) => (await room.mine(who)).results;
const valueOf = async (who: Caller) => (await resultsOf(who))[0]?.explanation.value;
const stepsOf = async (who: Caller) => (await resultsOf(who))[0]?.explanation.steps;
const SEPARATE = { kind: 'separate', reviewingPoints: 10, reviewingLabel: 'Reviewing' } as const;
const TOTAL = { kind: 'total', workPercent: 80, reviewingPercent: 20 } as const;
const LATE = {
  dueAt: '2027-03-01T10:30:00.000Z',
  graceMinutes: 10,
  percentPerDay: 10,
  lowestPercent: 0,
} as const;
const CLOSED = '2027-03-08T12:00:01Z';

async function reviewedAndReleased(): Promise<void> {
  await room.startReviews();
  await room.reviewAll();
  await room.release();
}

describe('columns', () => {
  test('one for the work, the other for the reviews one has written', async () => {
    await room.change({ columns: SEPARATE });
    await room.startReviews();
    await room.submitReview(ada, await room.firstTask(ada), {});
    for (const learner of room.learners.slice(1)) {
      for (const { reviewId } of (await room.mine(learner)).reviewTasks)
        await room.submitReview(learner, reviewId, {});
    }
    await room.release();
    expect(await resultsOf(ada)).toMatchObject([{ label: 'Essay', explanation: { value: 16 } }]);
    world.clock.time = CLOSED;
    await room.release();
    const reviewingId = columnIdOf(room.activityId, 'reviewing');
    expect(await resultsOf(ada)).toMatchObject([
      { columnId: room.activityId, label: 'Essay', explanation: { value: 16, maximum: 20 } },
      {
        columnId: reviewingId,
        label: 'Essay – Reviewing',
        explanation: { value: 5, maximum: 10, steps: [{ type: 'reviewing', done: 1, of: 2 }] },
      },
    ]);
    const { columns, rows } = await room.overview();
    expect(columns).toEqual([
      { columnId: room.activityId, label: 'Essay', maximum: 20 },
      { columnId: reviewingId, label: 'Essay – Reviewing', maximum: 10 },
    ]);
    expect(rows[0]).toMatchObject({
      grade: { value: 16, maximum: 20 },
      others: [{ columnId: reviewingId, grade: { value: 5, maximum: 10 } }],
    });
  });

  test('a total waits until one’s own reviews are written, or reviews are closed', async () => {
    await room.change({ columns: TOTAL });
    await room.startReviews();
    await room.reviewAll();
    const late = await room.firstTask(ben);
    await world.connection
      .collection<{ _id: string }>('reviews')
      .updateOne({ _id: late }, { $set: { state: 'begun', version: 0 } });
    await room.release();
    expect(await valueOf(ada)).toBe(16.8);
    expect(await room.mine(ben)).toMatchObject({ results: [], noResultBecause: 'reviewingOpen' });
    world.clock.time = CLOSED;
    await room.release();
    expect(await valueOf(ben)).toBe(14.8);
  });

  test('changed after the release, they count from the next one; what was graded before is kept', async () => {
    await room.change({ columns: SEPARATE });
    await reviewedAndReleased();
    await room.change({ columns: TOTAL });
    expect(await resultsOf(ada)).toMatchObject([{ explanation: { value: 16 } }]);
    await room.release();
    expect(await resultsOf(ada)).toMatchObject([{ explanation: { value: 16.8 } }]);
    const { entries } = await room.history(ada, 'reviewing');
    expect(entries).toMatchObject([{ explanation: { value: 10 } }]);
    await room.change({ columns: SEPARATE });
    await room.release();
    expect(await resultsOf(ada)).toMatchObject([
      { explanation: { value: 16 } },
      { explanation: { value: 10 } },
    ]);
  });
});

describe('late work', () => {
  beforeEach(() => room.change({ late: LATE }));

  test('costs what the policy says, and learner and staff see by how much', async () => {
    await room.submit(ada, 'in time');
    world.clock.time = '2027-03-01T10:41:00Z';
    await room.submit(ben, 'late');
    expect((await room.mine(ada)).submission).toMatchObject({ daysLate: 0 });
    expect((await room.mine(ben)).submission).toMatchObject({ daysLate: 1 });
    await room.call(room.instructor, contract.StartReviews);
    await world.settle();
    for (const learner of [ada, ben]) await room.submitReview(learner, await room.firstTask(learner), {});
    await room.release();
    expect(await valueOf(ada)).toBe(16);
    expect(await valueOf(ben)).toBe(14);
    expect(await stepsOf(ben)).toMatchObject([{ type: 'work' }, { type: 'late', days: 1 }]);
    const { rows } = await room.overview();
    expect(rows.slice(0, 2).map(({ daysLate }) => daysLate)).toEqual([0, 1]);
    await room.override(ben, { lateWaived: true, reason: 'Was ill.' });
    expect(await valueOf(ben)).toBe(16);
    expect(await stepsOf(ben)).toMatchObject([{ type: 'work' }, { type: 'lateWaived', days: 1 }]);
  });

  test('is taken until submissions close', async () => {
    world.clock.time = '2027-03-01T12:00:00Z';
    await room.submit(ada, 'at the last moment');
    world.clock.time = '2027-03-01T12:00:01Z';
    await expect(room.submit(ben, 'too late')).rejects.toEqual(refused('SUBMISSIONS_CLOSED'));
  });

  test('what another policy does to works that are there is counted before it is saved', async () => {
    await room.submit(ada, 'in time');
    world.clock.time = '2027-03-01T10:41:00Z';
    await room.submit(ben, 'late');
    const late = { ...LATE, dueAt: '2027-03-01T09:00:00.000Z', percentPerDay: 20 };
    const preview = (settings: object) =>
      room.call(room.instructor, PreviewPeerReview, { settings: { ...buildSettings(), ...settings } });
    expect(await preview({ late })).toEqual({
      effects: [
        expect.objectContaining({
          code: 'dateChanged',
          step: 'due',
          at: late.dueAt,
          isOver: true,
          learners: 6,
        }),
        { code: 'lateWorks', count: 2, percentPerDay: 20 },
      ],
    });
    expect(await preview({ late: null })).toEqual({
      effects: [
        expect.objectContaining({ code: 'dateChanged', step: 'due', at: null, learners: 6 }),
        { code: 'lateForgiven', count: 1 },
      ],
    });
    expect(await preview({ late: LATE })).toEqual({ effects: [] });
  });

  test('cannot be due after submissions close', async () => {
    const late = { ...LATE, dueAt: '2027-03-01T12:00:01.000Z' };
    await expect(room.change({ late })).rejects.toThrow('work must be due before submissions close');
  });
});

describe('what staff decide about one grade', () => {
  test('counts at once when grades are released, keeps its reasons, and can be undone', async () => {
    await reviewedAndReleased();
    const shown = await room.override(ada, { grade: { kind: 'set', value: 19 }, reason: 'Recounted.' });
    expect(shown.decisions).toMatchObject([
      { revision: 1, grade: 19, reason: 'Recounted.', by: { name: 'Iris Teacher', isSystem: false } },
    ]);
    expect(await valueOf(ada)).toBe(19);
    expect(await valueOf(ben)).toBe(16);
    expect(JSON.stringify(await room.mine(ada))).not.toContain('Recounted');
    await room.override(ada, { grade: { kind: 'excused' }, reason: 'Ill.', expectedRevision: 1 });
    expect(await resultsOf(ada)).toMatchObject([
      { explanation: { value: null, steps: [{ type: 'excused' }] } },
    ]);
    await room.override(ada, { reason: 'Not ill after all.', expectedRevision: 2 });
    expect(await valueOf(ada)).toBe(16);
    const { entries, decisions } = await room.history(ada);
    expect(entries.map(({ n, kind, reason, explanation }) => [n, kind, reason, explanation.value])).toEqual([
      [4, 'override', 'Not ill after all.', 16],
      [3, 'override', 'Ill.', null],
      [2, 'override', 'Recounted.', 19],
      [1, 'release', null, 16],
    ]);
    expect(decisions.map(({ revision }) => revision)).toEqual([3, 2, 1]);
  });

  test('before the release nobody sees it; the release takes it in, also for those without work', async () => {
    const absent = await world.join(room.scope, 'Absent Learner');
    await room.startReviews();
    await room.reviewAll();
    await room.override(ada, { grade: { kind: 'set', value: 7 } });
    await room.override(absent, { grade: { kind: 'set', value: 3 } });
    expect(await resultsOf(ada)).toEqual([]);
    expect((await room.history(ada)).entries).toEqual([]);
    await room.release();
    expect([await valueOf(ada), await valueOf(absent), await valueOf(ben)]).toEqual([7, 3, 16]);
    await room.release();
    expect((await room.history(ada)).entries).toHaveLength(1);
  });

  test('of two tabs the second is told, of many at once one gets through', async () => {
    await room.override(ada, { grade: { kind: 'set', value: 7 } });
    await expect(room.override(ada, { grade: { kind: 'set', value: 8 } })).rejects.toEqual(
      refused('STALE_REVISION'),
    );
    const values = [1, 2, 3, 4, 5, 6];
    const outcomes = await Promise.allSettled(
      values.map((value) => room.override(ben, { grade: { kind: 'set', value } })),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await room.history(ben)).decisions).toHaveLength(1);
  });

  test.each([
    ['more than the points', { kind: 'set', value: 20.5 }, 'GRADE_OUT_OF_RANGE'],
    ['less than nothing', { kind: 'set', value: -1 }, 'GRADE_OUT_OF_RANGE'],
  ])('%s is refused', async (_rule, grade, code) => {
    await expect(room.override(ada, { grade })).rejects.toEqual(refused(code));
    expect((await room.history(ada)).decisions).toEqual([]);
  });

  test('with extra credit more than the points counts, and is not sent when it is switched off', async () => {
    const rules = { minimumPercent: 0, extraCredit: true, decimals: 2, rounding: 'nearest' } as const;
    await room.change({ rules: { ...rules, maximumPercent: 110 } });
    await reviewedAndReleased();
    await room.override(ada, { grade: { kind: 'set', value: 21 } });
    expect(await valueOf(ada)).toBe(21);
    await room.change({ rules: { ...rules, extraCredit: false, maximumPercent: 100 } });
    await room.release();
    const { entries, sync } = await room.history(ada);
    expect(entries[0]?.explanation.value).toBe(21);
    expect(sync.state).toBe('failed');
    const [waiting] = await mattersOf(sourceOf(world.gradebook.matterSources, 'score'), room.scope);
    expect(waiting).toMatchObject({
      code: 'GRADE_INVALID',
      params: { words: expect.stringContaining('above the points') },
      nextAction: { path: `/activities/${room.activityId}/release` },
    });
  });

  test('about somebody of another course, of staff, or in a column that is gone is refused, and nothing is lost', async () => {
    const stranger = await world.join(buildScope(), 'Stranger Learner');
    const grade = { kind: 'set', value: 1 };
    const tester = await world.join(room.scope, 'Test Student', { testUser: true });
    for (const nobody of [stranger, room.instructor, tester])
      await expect(room.override(nobody, { grade })).rejects.toEqual(refused('NOT_FOUND'));
    await expect(room.override(ada, { grade }, newId())).rejects.toEqual(refused('NOT_FOUND'));
    const away = await world.join(buildScope(), 'Other Teacher', { role: 'instructor' });
    await expect(room.override(ada, { grade }, undefined, away)).rejects.toEqual(refused('NOT_FOUND'));
    await room.change({ columns: SEPARATE });
    await room.override(ada, { grade }, 'reviewing');
    await room.change({ columns: { kind: 'work' } });
    await expect(
      room.override(ada, { grade: { kind: 'set', value: 2 }, expectedRevision: 1 }, 'reviewing'),
    ).rejects.toEqual(refused('GRADE_COLUMN_GONE'));
    expect((await room.history(ada, 'reviewing')).decisions).toMatchObject([{ grade: 1 }]);
    expect(await room.history(ada, 'reviewing')).toMatchObject({ can: { override: false } });
  });

  test('leaves an event that says what, never why', async () => {
    await room.startReviews();
    const secret = 'Her father died.';
    await room.override(ada, { lateWaived: true, reason: secret });
    const text = JSON.stringify(world.seen.filter(({ type }) => type === 'grade.overridden'));
    expect(text).toContain(ada.member.id);
    expect(text).toContain('"lateWaived":true');
    expect(text).not.toContain(secret);
  });
});

describe('the history of a grade', () => {
  test('names who decided, and no reviewer', async () => {
    await room.change({ columns: TOTAL });
    await reviewedAndReleased();
    await room.override(ada, { grade: { kind: 'set', value: 19 } });
    const history = await room.history(ada);
    expect(history).toMatchObject({
      column: { label: 'Essay', maximum: 20, highest: 20, countsLate: false },
      member: { name: 'Ada Learner' },
      released: true,
      can: { override: true },
    });
    expect(history.entries[0]).toMatchObject({
      kind: 'override',
      by: { name: 'Iris Teacher' },
      explanation: { formula: 'peer-review.total@1', value: 19 },
      inputs: { decision: 1, handedIn: { version: 1 } },
    });
    expect(history.entries[0]?.inputs.reviews).toMatchObject([
      { version: 1, points: 8, maximum: 10 },
      { version: 1, points: 8, maximum: 10 },
    ]);
    expect(history.entries[0]?.inputs.given).toHaveLength(2);
    const seen = JSON.stringify(history);
    for (const other of room.learners.slice(1)) {
      expect(seen).not.toContain(other.member.id);
      expect(seen).not.toContain(other.member.name);
    }
    expect(seen).not.toMatch(/reviewerId|submissionId|[0-9a-f]{32}-[0-9a-f]{32}/);
  });

  test('comes page by page', async () => {
    await reviewedAndReleased();
    for (const [index, value] of [1, 2, 3].entries())
      await room.override(ada, { grade: { kind: 'set', value }, expectedRevision: index });
    const first = await room.history(ada, undefined, { limit: 3 });
    const second = await room.history(ada, undefined, { limit: 3, before: first.next });
    expect([...first.entries, ...second.entries].map(({ n }) => n)).toEqual([4, 3, 2, 1]);
    expect(second.next).toBeNull();
  });
});
