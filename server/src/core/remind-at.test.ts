import { expect, test } from '@jest/globals';
import { remindAt } from './remind-at.ts';

const at = (hour: number): Date => new Date(Date.UTC(2027, 2, 1, hour));

test.each([
  ['a day before', at(72), at(0), at(48)],
  ['halfway when there is less time', at(12), at(0), at(6)],
  ['not when it is over', at(0), at(1), null],
])('one is reminded %s', (_rule, due, saidAt, expected) => {
  expect(remindAt(due, saidAt)).toEqual(expected);
});
