import { describe, expect, test } from '@jest/globals';
import { decidePublication, scheduleFaults } from './publication.domain.ts';

describe('from draft to published to closed', () => {
  test.each([
    ['a draft is published', 'draft', 'published', { type: 'move', event: 'activity.published' }],
    ['a draft is not closed', 'draft', 'closed', { type: 'refuse', reason: 'ACTIVITY_NOT_OPEN' }],
    ['what is published stays so', 'published', 'published', { type: 'unchanged' }],
    ['what is published is closed', 'published', 'closed', { type: 'move', event: 'activity.closed' }],
    ['what is closed is reopened', 'closed', 'published', { type: 'move', event: 'activity.reopened' }],
    ['what is closed stays so', 'closed', 'closed', { type: 'unchanged' }],
  ] as const)('%s', (_rule, from, to, expected) => expect(decidePublication(from, to)).toEqual(expected));
});

describe('dates that learners could not keep to', () => {
  const at = (day: number): Date => new Date(Date.UTC(2027, 2, day));
  const steps = (...days: (number | null)[]) => ({
    startsAt: at(1),
    steps: days.map((day, index) => ({
      key: ['due', 'handIn', 'review'][index] ?? '',
      endsAt: day === null ? null : at(day),
    })),
  });
  test.each([
    ['dates to come, in order', steps(5, 6, 7), []],
    ['a step that the activity lacks counts for nothing', steps(null, 6, 7), []],
    ['a date that is over', steps(1, 6, 7), [{ code: 'dateInPast', step: 'due' }]],
    ['a later step that ends before', steps(5, 9, 7), [{ code: 'datesOutOfOrder' }]],
  ])('%s', (_rule, schedule, expected) => expect(scheduleFaults(schedule, at(2))).toEqual(expected));
});
