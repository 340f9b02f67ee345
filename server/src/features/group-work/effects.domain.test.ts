import { expect, test } from '@jest/globals';
import { buildMilestone, buildProject } from '../../../../test/factories/group-work.ts';
import { workEffectsOf } from './effects.domain.ts';

const before = buildProject();
const work = (was: string, is: string, lateBefore = 0, lateAfter = 0) =>
  ({
    before: { state: was, daysLate: lateBefore },
    after: { state: is, daysLate: lateAfter },
  }) as Parameters<typeof workEffectsOf>[2][number];

test.each<[string, Partial<typeof before>, Parameters<typeof workEffectsOf>[2], number, object[]]>([
  ['texts touch nobody', { title: 'Other' }, [work('open', 'open')], 4, []],
  [
    'what was missed can be handed in again',
    {},
    [work('missed', 'open'), work('missed', 'late')],
    0,
    [{ code: 'reopened', count: 2 }],
  ],
  [
    'or cannot any more',
    {},
    [work('open', 'missed'), work('handedIn', 'handedIn')],
    0,
    [{ code: 'missed', count: 1 }],
  ],
  [
    'a work is late now, and released grades stay',
    {},
    [work('handedIn', 'handedIn', 0, 2)],
    4,
    [
      { code: 'late', count: 1 },
      { code: 'gradesStay', count: 4 },
    ],
  ],
  ['or late no more', {}, [work('handedIn', 'handedIn', 2, 0)], 0, [{ code: 'inTime', count: 1 }]],
  [
    'fewer days late are fewer points off',
    {},
    [work('handedIn', 'handedIn', 3, 1)],
    4,
    [{ code: 'gradesStay', count: 4 }],
  ],
  ['everybody confirms', { handIn: 'all' }, [], 0, [{ code: 'handInChanged', to: 'all' }]],
  [
    'a column for each milestone',
    { columns: 'milestones' },
    [],
    4,
    [
      { code: 'columnsChanged', to: 'milestones' },
      { code: 'gradesStay', count: 4 },
    ],
  ],
  [
    'points',
    { milestones: [buildMilestone({ points: 10 })] },
    [],
    4,
    [
      { code: 'pointsChanged', from: 50, to: 10 },
      { code: 'gradesStay', count: 4 },
    ],
  ],
])('%s', (_rule, change, works, grades, expected) =>
  expect(workEffectsOf(before, { ...before, ...change }, works, grades)).toEqual(expected),
);
