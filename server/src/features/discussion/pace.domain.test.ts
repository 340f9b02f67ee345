import { expect, test } from '@jest/globals';
import { waitsUntil } from './pace.domain.ts';

const NOON = new Date(Date.UTC(2030, 0, 1, 12));
const after = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);
const last = { requestId: 'one', at: NOON };

test.each([
  ['who has not written waits for nothing', null, 'two', 5, NOON, null],
  ['who has waits so many minutes', last, 'two', 5, after(4), after(5)],
  ['and no longer', last, 'two', 5, after(5), null],
  ['the same request is not another post', last, 'one', 5, NOON, null],
  ['nobody waits where it is off', last, 'two', 0, NOON, null],
])('%s', (_rule, pace, requestId, minutes, now, expected) =>
  expect(waitsUntil(pace, requestId, minutes, now)).toEqual(expected),
);
