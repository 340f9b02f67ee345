import { expect, test } from '@jest/globals';
import { buildSubmission } from '../../../../test/factories/peer-review-entities.ts';
import { tiesOfComparisons } from './compared-ties.domain.ts';
import { type Comparison, newComparison } from './comparison.domain.ts';

const labels = { workLabel: 'A', reviewerLabel: '1' };
const works = ['a', 'b', 'c'].map((id) => buildSubmission({ id, authorId: `author-${id}` }));
const compare = (left: number, right: number, rest: Partial<Comparison> = {}): Comparison => {
  const [one, other] = [works[left], works[right]];
  if (!one || !other) throw new Error('no such work');
  const sides = { left: labels, right: labels };
  return { ...newComparison(`${left}-${right}`, 'r', sides, { left: one, right: other }, false), ...rest };
};

test('a work that somebody compares twice is there once, with how far it was chosen', () => {
  const done = { state: 'submitted', version: 1 } as const;
  const ties = tiesOfComparisons([
    compare(0, 1, { ...done, share: 0.75 }),
    compare(2, 0, { ...done, share: 1 }),
  ]);
  expect(ties).toEqual([
    { reviewerId: 'r', authorId: 'author-a', state: 'submitted', points: 37.5, maximum: 100 },
    { reviewerId: 'r', authorId: 'author-b', state: 'submitted', points: 25, maximum: 100 },
    { reviewerId: 'r', authorId: 'author-c', state: 'submitted', points: 100, maximum: 100 },
  ]);
});

test.each([
  ['toDo', 'toDo', 'toDo'],
  ['toDo', 'submitted', 'begun'],
  ['begun', 'toDo', 'begun'],
] as const)('of a work in comparisons that are %s and %s it says %s, and no number', (one, other, state) => {
  const ties = tiesOfComparisons([
    compare(0, 1, { state: one, share: one === 'toDo' ? null : 1 }),
    compare(0, 2, { state: other, share: 1 }),
  ]);
  expect(ties[0]).toMatchObject({ authorId: 'author-a', state, points: null });
});

test('where groups hand in it is tied to the group', () => {
  const group = { id: 'g', name: 'Red', memberIds: ['author-a', 'x'] };
  const comparison = compare(0, 1);
  const [tie] = tiesOfComparisons([{ ...comparison, left: { ...comparison.left, group } }]);
  expect(tie).toMatchObject({ authorId: 'author-a', group });
});
