import { expect, test } from '@jest/globals';
import { consequencesOf } from './moves.domain.ts';

type Line = Parameters<typeof consequencesOf>[0]['lines'][number];
const line = (groupId: string, n: number, memberIds: string[], confirmed: string[] = memberIds): Line => ({
  groupId,
  n,
  handedIn: {
    memberIds,
    needsAll: true,
    settledAt: null,
    confirmations: confirmed.map((memberId) => ({ memberId })),
  },
});
const milestones = [1, 2, 3].map((n) => ({ n, title: `M${n}` }));
const numbers = (found: ReturnType<typeof consequencesOf>) =>
  Object.fromEntries(Object.entries(found).map(([what, all]) => [what, all.map(({ n }) => n)]));

test.each<[string, Line[], string | null, Record<string, number[]>]>([
  ['nothing is handed in', [], 'blue', { kept: [], unconfirmed: [], coming: [1, 2, 3], withoutPart: [] }],
  [
    'a part is kept, also one from a group before',
    [line('red', 1, ['ada', 'ben']), line('green', 2, ['ada'])],
    'blue',
    { kept: [1, 2], unconfirmed: [], coming: [1, 2, 3], withoutPart: [] },
  ],
  [
    'a copy here waits for the member',
    [line('red', 1, ['ada', 'ben'], ['ben'])],
    'blue',
    { kept: [1], unconfirmed: [1], coming: [1, 2, 3], withoutPart: [] },
  ],
  [
    'the new group has handed in: without the member, who has a part elsewhere or none',
    [line('red', 1, ['ada']), line('blue', 1, ['dee']), line('blue', 2, ['dee'])],
    'blue',
    { kept: [1], unconfirmed: [], coming: [3], withoutPart: [2] },
  ],
  ['no group is chosen', [], null, { kept: [], unconfirmed: [], coming: [], withoutPart: [] }],
])('%s', (_rule, lines, to, expected) => {
  const found = consequencesOf({ milestones, lines, memberId: 'ada', from: 'red', to });
  expect(numbers(found)).toEqual(expected);
});
