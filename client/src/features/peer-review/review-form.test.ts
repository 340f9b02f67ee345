import { describe, expect, test } from '@jest/globals';
import { richTextOf } from '../../../../server/src/contracts/plain-text.ts';
import {
  countProblems,
  findProblems,
  type ReviewForm,
  sliderStep,
  toRatings,
  toReviewForm,
} from './review-form.ts';

const criteria = [
  { id: 'content', title: 'Content', description: '', points: 10 },
  { id: 'form', title: 'Form', description: '', points: 5 },
];
const complete: ReviewForm = { points: { content: 8, form: 0 }, comment: richTextOf('Clear.') };

describe('what keeps a review from being submitted', () => {
  test.each<[string, Partial<ReviewForm>, string[], string | null]>([
    ['nothing when all is there; zero points are points', {}, [], null],
    ['a criterion without points', { points: { content: 8 } }, ['form'], null],
    ['an emptied number', { points: { content: Number.NaN, form: 1 } }, ['content'], null],
    ['more points than the rubric has', { points: { content: 10.5, form: 1 } }, ['content'], null],
    ['negative points', { points: { content: -1, form: 1 } }, ['content'], null],
    ['a blank comment', { comment: richTextOf(' \n') }, [], 'missing'],
    ['a comment beyond the limit', { comment: richTextOf('x'.repeat(10_001)) }, [], 'tooLong'],
  ])('%s', (_rule, overrides, wrong, comment) => {
    const problems = findProblems({ ...complete, ...overrides }, criteria);
    expect([...problems.criteria]).toEqual(wrong);
    expect(problems.comment).toBe(comment);
    expect(countProblems(problems)).toBe(wrong.length + (comment === null ? 0 : 1));
  });
});

test('ratings keep the rubric’s order and leave out what is not rated', () => {
  expect(toRatings({ points: { form: 3, content: Number.NaN }, comment: richTextOf('') }, criteria)).toEqual([
    { criterionId: 'form', points: 3 },
  ]);
  expect(toRatings(complete, criteria).map(({ criterionId }) => criterionId)).toEqual(['content', 'form']);
});

test('a stored review fills the form', () => {
  expect(
    toReviewForm({ ratings: [{ criterionId: 'content', points: 8 }], comment: richTextOf('Good') }),
  ).toEqual({
    points: { content: 8 },
    comment: richTextOf('Good'),
  });
});

test.each([
  [10, 1],
  [5, 0.5],
  [7.5, 0.5],
])('a slider of %d points moves by %d', (points, step) => {
  expect(sliderStep(points)).toBe(step);
});
