import { expect, test } from '@jest/globals';
import { leftGroupsOf } from './left-groups.domain.ts';

const day = (n: number): Date => new Date(Date.UTC(2026, 8, n));
const stay = (groupId: string, from: number, to: number) => ({
  groupId,
  name: groupId.toUpperCase(),
  from: day(from),
  to: day(to),
});
const time = (from: number, until: number) => ({
  from: day(from).toISOString(),
  until: day(until).toISOString(),
});

test.each<[string, Parameters<typeof leftGroupsOf>, object[]]>([
  ['none where nobody has left anything', [[], [], day(5)], []],
  [
    'those of the time since the project began, the latest first',
    [[stay('red', 2, 8), stay('blue', 8, 12)], [], day(5)],
    [
      { groupId: 'blue', name: 'BLUE', times: [time(8, 12)], milestones: [] },
      { groupId: 'red', name: 'RED', times: [time(2, 8)], milestones: [] },
    ],
  ],
  ['not those of the time when groups were made', [[stay('red', 2, 4)], [], day(5)], []],
  [
    'all times in a group, and each milestone with a part once',
    [
      [stay('red', 9, 10), stay('red', 2, 8)],
      [
        { groupId: 'red', n: 2 },
        { groupId: 'red', n: 1 },
        { groupId: 'red', n: 2 },
      ],
      day(5),
    ],
    [{ groupId: 'red', name: 'RED', times: [time(2, 8), time(9, 10)], milestones: [1, 2] }],
  ],
  [
    'those with a part whenever it was',
    [[stay('red', 2, 4)], [{ groupId: 'red', n: 1 }], day(5)],
    [{ groupId: 'red', name: 'RED', times: [time(2, 4)], milestones: [1] }],
  ],
])('left are %s', (_rule, given, expected) => expect(leftGroupsOf(...given)).toEqual(expected));
