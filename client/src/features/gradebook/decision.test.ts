import { expect, test } from '@jest/globals';
import { decisionBefore, gradeOf } from './decision.ts';

const computed = { grade: null, excused: false, lateWaived: false };
const set = { grade: 19, excused: false, lateWaived: true };
const excused = { grade: null, excused: true, lateWaived: false };

test.each([
  ['nothing was decided', undefined, { kind: 'computed' }],
  ['a grade was set', set, { kind: 'set', value: 19 }],
  ['nothing at all is a grade too', { ...set, grade: 0 }, { kind: 'set', value: 0 }],
  ['excused', excused, { kind: 'excused' }],
  ['back to what was computed', computed, { kind: 'computed' }],
])('%s', (_rule, decision, expected) => {
  expect(gradeOf(decision)).toEqual(expected);
});

test.each([
  [
    'the first decision is undone to nothing decided',
    [set],
    { grade: { kind: 'computed' }, lateWaived: false },
  ],
  [
    'a later one to the one before it',
    [excused, set],
    { grade: { kind: 'set', value: 19 }, lateWaived: true },
  ],
])('%s', (_rule, decisions, expected) => {
  expect(decisionBefore(decisions)).toEqual(expected);
});
