import { describe, expect, test } from '@jest/globals';
import { buildEntry, buildSlot } from '../../../../test/factories/gradebook.ts';
import fc from 'fast-check';
import { calculate, type Calculation } from './formulas.domain.ts';
import { NO_OVERRIDES, type Overrides } from './grade-overrides.domain.ts';
import { decideRetry, type GradeSlot, syncOf } from './grade-slot.domain.ts';
import { decideEntry, type GradeRun, type LedgerEntry, timestampAfter } from './ledger.domain.ts';

const at = (time: string): Date => new Date(`2026-03-01T${time}Z`);
const median = (points: number, version = 1, column = 100): Calculation => ({
  formula: 'peer-review.median@1',
  parameters: { points: column, decimals: 2 },
  inputs: { reviews: [{ reviewId: 'r1', version, points, maximum: 100 }] },
  overrides: null,
});
const run: GradeRun = {
  runId: 'run2',
  kind: 'recompute',
  sequence: 2,
  requestedAt: at('12:00:00'),
  by: 'teacher',
  reason: null,
};
const latest: LedgerEntry = buildEntry({ at: at('11:00:00'), requestedAt: at('11:00:00') });
const none: Calculation = { ...median(0), inputs: { reviews: [] } } as Calculation;

describe('what a run writes into a slot', () => {
  test.each<[string, LedgerEntry | null, Calculation, object]>([
    ['a first grade is entered', null, median(80), { type: 'enter', entry: { n: 1, value: 80 } }],
    ['a changed grade is a new entry', latest, median(90), { type: 'enter', entry: { n: 2, value: 90 } }],
    ['the same reviews again make no entry', latest, median(80), { type: 'unchanged' }],
    [
      'another version of a review is a new entry, even if the value is the same',
      latest,
      median(80, 2),
      { type: 'enter', entry: { n: 2, value: 80 } },
    ],
    [
      'another maximum is a new entry',
      latest,
      median(80, 1, 50),
      { type: 'enter', entry: { n: 2, value: 40, maximum: 50 } },
    ],
    ['the same run twice enters once', { ...latest, runId: 'run2' }, median(90), { type: 'superseded' }],
    [
      'a run that comes late does not go over a later one, whatever the clocks say',
      { ...latest, sequence: 3, requestedAt: at('10:00:00') },
      median(90),
      { type: 'superseded' },
    ],
    ['without a review there is no grade', null, none, { type: 'nothing' }],
    ['a grade whose reviews are gone ends', latest, none, { type: 'enter', entry: { n: 2, value: null } }],
    ['no grade stays no grade', { ...latest, ...none, value: null }, none, { type: 'nothing' }],
    ['points that are no number give no grade', latest, median(Number.NaN), bad('REVIEW_NOT_A_NUMBER')],
    ['negative points give no grade', latest, median(-1), bad('REVIEW_NEGATIVE')],
    ['points above the maximum give no grade', latest, median(101), bad('REVIEW_ABOVE_MAXIMUM')],
    ['a column of no points gives no grade', null, median(80, 1, 0), bad('POINTS_INVALID')],
  ])('%s', (_rule, before, given, expected) => {
    expect(decideEntry(before, before?.at ?? null, given, run)).toMatchObject(expected);
  });

  const decided = { reason: 'ill', by: 'iris', at: '2026-03-01T10:00:00.000Z' };
  const overridden = (parts: Partial<Overrides>): Calculation => ({
    ...median(80),
    overrides: { ...NO_OVERRIDES, revision: 1, ...parts },
  });
  const set = (value: number) => overridden({ grade: { ...decided, value } });
  const excused = overridden({ excuse: decided });
  const withdrawn: Calculation = {
    formula: 'gradebook.withdrawn@1',
    parameters: { points: 100, decimals: 0 },
    inputs: {},
    overrides: null,
  };
  const excusedEntry = buildEntry({ ...excused, value: null });
  const withdrawnEntry = buildEntry({ ...withdrawn, value: null });
  test.each<[string, LedgerEntry | null, Calculation, object]>([
    ['what staff set is entered', latest, set(95), { type: 'enter', entry: { value: 95 } }],
    [
      'also where nothing was reviewed',
      null,
      { ...set(95), inputs: { reviews: [] } } as Calculation,
      enters(95),
    ],
    ['an excuse is entered, with no grade before it too', null, excused, enters(null)],
    ['the same excuse again is not', excusedEntry, excused, { type: 'unchanged' }],
    ['an excuse that is taken back gives the grade again', excusedEntry, median(80), enters(80)],
    ['and ends also where there is none', excusedEntry, none, enters(null)],
    ['a grade that is taken back', latest, withdrawn, enters(null)],
    ['is taken back once', withdrawnEntry, withdrawn, { type: 'nothing' }],
    ['what is no grade is not taken back', excusedEntry, withdrawn, { type: 'nothing' }],
    ['nor what was never given', null, withdrawn, { type: 'nothing' }],
    ['released again it is a new entry', withdrawnEntry, median(80), enters(80)],
    ['a grade set above the points', latest, set(101), bad('OVERRIDE_ABOVE_MAXIMUM')],
    ['a negative one', latest, set(-1), bad('OVERRIDE_NEGATIVE')],
    ['one that is no number', latest, set(Number.NaN), bad('OVERRIDE_NOT_A_NUMBER')],
  ])('%s', (_rule, before, given, expected) => {
    expect(decideEntry(before, before?.at ?? null, given, run)).toMatchObject(expected);
  });

  test('extra credit raises what staff may set, to its limit', () => {
    const rules = { points: 100, decimals: 2, rounding: 'nearest', minimumPercent: 0 } as const;
    const entry = (maximumPercent: number) =>
      decideEntry(
        null,
        null,
        {
          formula: 'peer-review.submission@1',
          parameters: { ...rules, maximumPercent, late: null },
          inputs: { reviews: [], handedIn: null },
          overrides: { ...NO_OVERRIDES, revision: 1, grade: { ...decided, value: 105 } },
        },
        run,
      );
    expect(entry(110)).toMatchObject({ type: 'enter', entry: { value: 105, maximum: 100 } });
    expect(entry(104)).toEqual(bad('OVERRIDE_ABOVE_MAXIMUM'));
    expect(entry(90)).toEqual(bad('OVERRIDE_ABOVE_MAXIMUM'));
  });

  test('whatever runs come in whatever order, entries count up, replay, and end with the last run', () => {
    const anyCalculation = fc.oneof(
      fc
        .record({ points: fc.integer({ min: -20, max: 120 }), version: fc.integer({ min: 1, max: 3 }) })
        .map(({ points, version }) => median(points, version)),
      fc.integer({ min: -10, max: 110 }).map(set),
      fc.constantFrom(excused, withdrawn, none),
    );
    fc.assert(
      fc.property(
        fc.array(anyCalculation, { minLength: 1, maxLength: 8 }),
        fc.func(fc.nat()),
        (all, order) => {
          const runs = all.map((calculation, index) => ({
            calculation,
            run: { ...run, runId: `run${index}`, sequence: index + 1 },
          }));
          const shuffled = runs.toSorted((a, b) => order(a.run.runId) - order(b.run.runId));
          const entries: LedgerEntry[] = [];
          for (const { calculation, run: by } of [...shuffled, ...shuffled]) {
            const before = entries.at(-1) ?? null;
            const decision = decideEntry(before, before?.at ?? null, calculation, by);
            if (decision.type === 'enter') entries.push(decision.entry);
          }
          expect(entries.map(({ n }) => n)).toEqual(entries.map((_, index) => index + 1));
          const sequences = entries.map(({ sequence }) => sequence);
          expect(sequences).toEqual([...new Set(sequences)].sort((a, b) => a - b));
          for (const entry of entries) expect(calculate(entry).value).toBe(entry.value);
          const times = entries.map(({ at: time }) => Math.floor(time.getTime() / 1000));
          expect(new Set(times).size).toBe(times.length);
          // The last run that gives anything to enter over all before it has the last word.
          const last = runs.at(-1);
          const alone = last && decideEntry(null, null, last.calculation, last.run);
          if (alone?.type === 'enter') expect(entries.at(-1)?.value).toBe(alone.entry.value);
        },
      ),
    );
  });

  test.each([
    ['the first score has the time it was asked for', '12:00:00.700', null, '12:00:00.700'],
    ['a second one in the same second moves to the next second', '12:00:00.700', '12:00:00.200', '12:00:01'],
    ['a clock that was set back does not go behind the last time', '11:00:00', '12:00:00', '12:00:01'],
    ['a later second stays as it is', '12:00:01.500', '12:00:00.900', '12:00:01.500'],
  ])('%s', (_rule, wanted, previous, expected) => {
    expect(timestampAfter(at(wanted), previous === null ? null : at(previous))).toEqual(at(expected));
  });
});

function enters(value: number | null) {
  return { type: 'enter', entry: { value } };
}

function bad(reason: string) {
  return { type: 'invalid', reason };
}

describe('a slot as people see it', () => {
  const slot = (overrides: Partial<GradeSlot>): GradeSlot =>
    buildSlot({ entries: [latest], want: { n: 2, timestamp: at('12:00:00') }, ...overrides });
  const problem = (
    code: 'SCORE_REFUSED' | 'NO_GRADEBOOK_COLUMN' | 'SCORE_CHANGED_IN_LMS' | 'GRADE_INVALID',
  ) => slot({ problem: { code, words: '', since: at('12:01:00') } });
  const sent = slot({ sent: { n: 2, at: at('12:02:00') } });

  test.each([
    ['no grade', slot({ want: null }), { state: 'none', at: null }, 'nothing'],
    ['a grade that is due', slot({}), { state: 'waiting', at: at('12:00:00') }, 'waiting'],
    ['a grade that is there', sent, { state: 'sent', at: at('12:02:00') }, 'nothing'],
    [
      'an older grade is there',
      slot({ sent: { n: 1, at: at('11:01:00') } }),
      { state: 'waiting', at: at('12:00:00') },
      'waiting',
    ],
    ['refused', problem('SCORE_REFUSED'), { state: 'failed', at: at('12:01:00') }, 'send'],
    ['no column', problem('NO_GRADEBOOK_COLUMN'), { state: 'noColumn', at: at('12:01:00') }, 'send'],
    ['changed by hand', problem('SCORE_CHANGED_IN_LMS'), { state: 'failed', at: at('12:01:00') }, 'send'],
    ['an invalid run', problem('GRADE_INVALID'), { state: 'failed', at: at('12:01:00') }, 'nothing'],
  ])('%s', (_state, given, sync, retry) => {
    expect(syncOf(given)).toEqual(sync);
    expect(decideRetry(given).type).toBe(retry);
  });
});
