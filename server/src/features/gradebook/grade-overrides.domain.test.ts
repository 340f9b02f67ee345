import { describe, expect, test } from '@jest/globals';
import { decideOverride, NO_OVERRIDES, type Overrides, type SetOverrides } from './grade-overrides.domain.ts';

const before = { reason: 'ill', by: 'iris', at: '2027-03-01T10:00:00.000Z' };
const now = { reason: 'recounted', by: 'tom', at: '2027-03-02T10:00:00.000Z' };
const HIGHEST = 20;

const waived: Overrides = { ...NO_OVERRIDES, revision: 1, waiver: before };
const set18: Overrides = { ...NO_OVERRIDES, revision: 1, grade: { ...before, value: 18 } };
const want = (parts: Partial<SetOverrides>): SetOverrides => ({
  grade: { kind: 'computed' },
  lateWaived: false,
  reason: now.reason,
  expectedRevision: 1,
  ...parts,
});
const set = (value: number) => want({ grade: { kind: 'set', value } });
const accept = (parts: Partial<Overrides>) => ({
  type: 'accept',
  overrides: { ...NO_OVERRIDES, revision: 2, ...parts },
});
const refuse = (reason: string) => ({ type: 'refuse', reason });

describe('what staff decide about one grade', () => {
  test.each<[string, Overrides, SetOverrides, object]>([
    [
      'a first decision',
      NO_OVERRIDES,
      { ...set(19), expectedRevision: 0 },
      accept({ revision: 1, grade: { ...now, value: 19 } }),
    ],
    [
      'each part keeps its own author and reason',
      waived,
      { ...set(19), lateWaived: true },
      accept({ grade: { ...now, value: 19 }, waiver: before }),
    ],
    [
      'an excuse takes the place of a grade',
      set18,
      want({ grade: { kind: 'excused' } }),
      accept({ excuse: now }),
    ],
    ['back to what was computed', set18, want({}), accept({})],
    ['no decision is no version', set18, set(18), { type: 'unchanged' }],
    [
      'the same request again changes nothing',
      set18,
      { ...set(18), expectedRevision: 0 },
      { type: 'unchanged' },
    ],
    ['the second of two tabs is told', set18, { ...set(17), expectedRevision: 0 }, refuse('STALE_REVISION')],
    ['all points', set18, set(20), accept({ grade: { ...now, value: 20 } })],
    ['nothing at all', set18, set(0), accept({ grade: { ...now, value: 0 } })],
    ['not more than the column has', set18, set(20.01), refuse('GRADE_OUT_OF_RANGE')],
    ['not less than nothing', set18, set(-0.01), refuse('GRADE_OUT_OF_RANGE')],
    ['not what is no number', set18, set(Number.NaN), refuse('GRADE_OUT_OF_RANGE')],
  ])('%s', (_rule, current, wanted, expected) => {
    expect(decideOverride(current, wanted, HIGHEST, now)).toEqual(expected);
  });
});
