import { expect, test } from '@jest/globals';
import { countsOf, type Stage, waitsOf } from './matters.domain.ts';

const at = (day: number): Date => new Date(Date.UTC(2027, 2, day));
const stage = (
  n: number,
  handedIn: Partial<NonNullable<Stage['handedIn']>> | null = null,
  late = 0,
): Stage => ({
  n,
  title: `Step ${n}`,
  dates: { dueAt: at(n * 10), closesAt: at(n * 10 + late) },
  handedIn: handedIn && {
    at: at(n * 10 - 1),
    needsAll: true,
    memberIds: ['ada', 'bo', 'gone'],
    confirmations: [],
    settledAt: null,
    ...handedIn,
  },
  isMarked: false,
});
const confirmed = ['ada', 'bo', 'gone'].map((memberId) => ({ memberId, at: at(9) }));
const whom = ['ada', 'bo'];

test.each<[string, Stage[], [string, number, string[], number, number][]]>([
  [
    'each milestone waits from the date of the one before',
    [stage(2), stage(1)],
    [
      ['DELIVER', 1, whom, 1, 10],
      ['DELIVER', 2, whom, 10, 20],
    ],
  ],
  [
    'late, while that is taken',
    [stage(1, null, 3)],
    [
      ['DELIVER', 1, whom, 1, 10],
      ['DELIVER_LATE', 1, whom, 10, 13],
    ],
  ],
  [
    'whoever has not confirmed is asked to, but nobody who has left',
    [stage(1, {})],
    [['CONFIRM_DELIVERABLE', 1, whom, 9, 10]],
  ],
  [
    'who has confirmed is not asked again',
    [stage(1, { confirmations: confirmed.slice(0, 1) })],
    [['CONFIRM_DELIVERABLE', 1, ['bo'], 9, 10]],
  ],
  ['nothing waits once all have', [stage(1, { confirmations: confirmed })], []],
  ['nor where nobody has to', [stage(1, { needsAll: false })], []],
  ['nor once it counts without', [stage(1, { settledAt: at(10) })], []],
])('%s', (_rule, stages, expected) => {
  const waits = waitsOf(stages, whom, at(1)).map(({ code, n, memberIds, since, until }) => [
    code,
    n,
    memberIds,
    since.getUTCDate(),
    until.getUTCDate(),
  ]);
  expect(waits).toEqual(expected);
});

test('staff look at who is missing once nothing is taken any more, and mark what is whole', () => {
  const groups = [
    [stage(1, null, 2)],
    [stage(1, null, 5)],
    [stage(1, { confirmations: confirmed })],
    [stage(1, { settledAt: at(11), at: at(8) })],
    // It waits for confirmations still.
    [stage(1, {})],
    [{ ...stage(1, { needsAll: false }), isMarked: true }],
  ];
  expect(countsOf(groups, new Set([1]))).toEqual([
    { n: 1, title: 'Step 1', code: 'DELIVERABLES_MISSING', count: 2, since: at(15) },
    { n: 1, title: 'Step 1', code: 'DELIVERABLES_UNMARKED', count: 2, since: at(8) },
  ]);
  // Where nothing is given for it, nobody waits for a mark.
  expect(countsOf(groups, new Set()).map(({ code }) => code)).toEqual(['DELIVERABLES_MISSING']);
});
