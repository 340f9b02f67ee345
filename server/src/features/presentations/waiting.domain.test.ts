import { describe, expect, test } from '@jest/globals';
import type { Slot } from './presentations.domain.ts';
import { waitsOf } from './waiting.domain.ts';

const at = (hour: number): Date => new Date(Date.UTC(2027, 2, 1, hour));
const now = at(12);
const groups = [
  { groupId: 'red', memberIds: ['ada', 'ben'] },
  { groupId: 'blue', memberIds: ['cleo'] },
];
const slot = (hour: number, groupId?: string): Slot => ({
  slotId: `at ${hour}`,
  activityId: 'p',
  startsAt: at(hour),
  minutes: 60,
  place: '',
  absentIds: [],
  revision: 1,
  ...(groupId !== undefined && { groupId }),
});

describe('what presentations ask of groups', () => {
  const book = (groupId: string, hour: number) => [groupId, 'BOOK_PRESENTATION', null, at(hour)];
  const present = (groupId: string, hour: number) => [groupId, 'PRESENTATION', at(hour), at(hour + 1)];
  test.each([
    ['nothing before there are slots', 'groups', [], []],
    [
      'to book before the last slot begins',
      'groups',
      [slot(13), slot(15)],
      [book('red', 15), book('blue', 15)],
    ],
    [
      'to be there, and the others to book',
      'groups',
      [slot(13, 'red'), slot(15)],
      [present('red', 13), book('blue', 15)],
    ],
    ['to be there as long as it goes on', 'groups', [slot(12, 'red')], [present('red', 12)]],
    ['nothing of a group that has presented', 'groups', [slot(9, 'red'), slot(13)], [book('blue', 13)]],
    ['to say so where no slot is left', 'groups', [slot(13, 'red')], [present('red', 13), book('blue', 13)]],
    ['nothing once the last slot has begun', 'groups', [slot(11)], []],
    [
      'to book nothing where staff fill the slots',
      'staff',
      [slot(13, 'red'), slot(15)],
      [present('red', 13)],
    ],
  ] as const)('%s', (_rule, booking, slots, expected) => {
    const waits = waitsOf({ booking, slots, groups }, now);
    expect(waits.map((one) => [one.groupId, one.code, one.answerBy, one.until])).toEqual(expected);
  });
});
