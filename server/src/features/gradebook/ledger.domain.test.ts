import { describe, expect, test } from '@jest/globals';
import type { MedianInputs } from './formulas.domain.ts';
import { decideRetry, type GradeSlot, syncOf } from './grade-slot.domain.ts';
import { decideEntry, type GradeRun, type LedgerEntry, timestampAfter } from './ledger.domain.ts';

const at = (time: string): Date => new Date(`2026-03-01T${time}Z`);
const inputs = (points: number, version = 1): MedianInputs => ({
  reviews: [{ reviewId: 'r1', version, points, maximum: 100 }],
});
const run: GradeRun = {
  runId: 'run2',
  columnId: 'c',
  requestedAt: at('12:00:00'),
  by: 'teacher',
  formula: 'peer-review.median@1',
  parameters: { points: 100, decimals: 2 },
};
const latest: LedgerEntry = {
  n: 1,
  runId: 'run1',
  requestedAt: at('11:00:00'),
  at: at('11:00:00'),
  by: 'teacher',
  value: 80,
  maximum: 100,
  reason: null,
  inputs: inputs(80),
  formula: run.formula,
  parameters: run.parameters,
};

describe('what a run writes into a slot', () => {
  test.each([
    ['a first grade is entered', null, inputs(80), run, { type: 'enter', entry: { n: 1, value: 80 } }],
    [
      'a changed grade is a new entry',
      latest,
      inputs(90),
      run,
      { type: 'enter', entry: { n: 2, value: 90 } },
    ],
    ['the same reviews again make no entry', latest, inputs(80), run, { type: 'unchanged' }],
    [
      'another version of a review is a new entry, even if the value is the same',
      latest,
      inputs(80, 2),
      run,
      { type: 'enter', entry: { n: 2, value: 80 } },
    ],
    [
      'another maximum is a new entry',
      latest,
      inputs(80),
      { ...run, parameters: { points: 50, decimals: 2 } },
      { type: 'enter', entry: { n: 2, value: 40, maximum: 50 } },
    ],
    ['the same run twice enters once', { ...latest, runId: 'run2' }, inputs(90), run, { type: 'superseded' }],
    [
      'a run that comes late does not go over a later one',
      { ...latest, requestedAt: at('13:00:00') },
      inputs(90),
      run,
      { type: 'superseded' },
    ],
    ['without a review there is no grade', null, { reviews: [] }, run, { type: 'nothing' }],
    ['points that are no number give no grade', latest, inputs(Number.NaN), run, bad('NOT_A_NUMBER')],
    ['negative points give no grade', latest, inputs(-1), run, bad('NEGATIVE')],
    ['points above the maximum give no grade', latest, inputs(101), run, bad('ABOVE_MAXIMUM')],
    [
      'a column of no points gives no grade',
      null,
      inputs(80),
      { ...run, parameters: { points: 0, decimals: 2 } },
      bad('NOT_A_NUMBER'),
    ],
  ])('%s', (_rule, before, given, by, expected) => {
    expect(decideEntry(before, before?.at ?? null, given, by)).toMatchObject(expected);
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

function bad(reason: string) {
  return { type: 'invalid', reason };
}

describe('a slot as people see it', () => {
  const slot = (overrides: Partial<GradeSlot>): GradeSlot => ({
    id: 'c/m',
    courseId: 'x',
    platformId: 'p',
    deploymentId: 'd',
    columnId: 'c',
    memberId: 'm',
    entries: [latest],
    want: { n: 2, timestamp: at('12:00:00') },
    sent: null,
    attempt: null,
    tries: 0,
    problem: null,
    ...overrides,
  });
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
