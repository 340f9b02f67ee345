import { describe, expect, test } from '@jest/globals';
import { richTextOf } from '../../../../server/src/contracts/plain-text.ts';
import {
  countProblems,
  findProblems,
  type ReviewForm,
  sliderStep,
  toDraftRatings,
  toInline,
  toRatings,
  toReviewForm,
} from './review-form.ts';

const content = { id: 'content', title: 'Content', description: '', points: 10 };
const criteria = [content, { id: 'form', title: 'Form', description: '', points: 5 }];
const rated = (points: Record<string, number>): ReviewForm['ratings'] =>
  Object.fromEntries(Object.entries(points).map(([id, given]) => [id, { criterionId: id, points: given }]));
const complete: ReviewForm = { ratings: rated({ content: 8, form: 0 }), comment: richTextOf('Clear.') };

describe('what keeps a review from being submitted', () => {
  test.each<[string, Partial<ReviewForm>, string[], string | null]>([
    ['nothing when all is there; zero points are points', {}, [], null],
    ['a criterion without points', { ratings: rated({ content: 8 }) }, ['form'], null],
    ['an emptied number', { ratings: rated({ content: Number.NaN, form: 1 }) }, ['content'], null],
    ['more points than the rubric has', { ratings: rated({ content: 10.5, form: 1 }) }, ['content'], null],
    ['negative points', { ratings: rated({ content: -1, form: 1 }) }, ['content'], null],
    ['a blank comment', { comment: richTextOf(' \n') }, [], 'missing'],
    ['a comment beyond the limit', { comment: richTextOf('x'.repeat(10_001)) }, [], 'tooLong'],
  ])('%s', (_rule, overrides, wrong, comment) => {
    const problems = findProblems({ ...complete, ...overrides }, criteria);
    expect([...problems.criteria.keys()]).toEqual(wrong);
    expect(problems.comment).toBe(comment);
    expect(countProblems(problems)).toBe(wrong.length + (comment === null ? 0 : 1));
  });
});

test('ratings keep the rubric’s order and leave out what is not rated', () => {
  const form = { ratings: rated({ form: 3, content: Number.NaN }), comment: richTextOf('') };
  expect(toRatings(form, criteria)).toEqual([{ criterionId: 'form', points: 3 }]);
  expect(toRatings(complete, criteria).map(({ criterionId }) => criterionId)).toEqual(['content', 'form']);
});

describe('a criterion with a comment', () => {
  const asked = [{ ...content, comment: { need: 'required' as const, minimum: 5, prompts: false } }];
  const said = (comment: string): ReviewForm => ({
    ratings: { content: { criterionId: 'content', points: 1, comment } },
    comment: richTextOf('Clear.'),
  });
  test.each<[string, string, string | undefined]>([
    ['is asked for', ' ', 'CRITERION_COMMENT_MISSING'],
    ['has its least length', 'Okay', 'CRITERION_COMMENT_SHORT'],
    ['and its greatest', 'x'.repeat(5001), 'COMMENT_TOO_LONG'],
    ['is fine in between', 'Fine.', undefined],
  ])('%s', (_rule, comment, problem) => {
    expect(findProblems(said(comment), asked).criteria.get('content')).toBe(problem);
  });

  test('staff need not write it', () => {
    expect(findProblems(said(''), asked, false).criteria.size).toBe(0);
  });

  test('is kept before there are points', () => {
    const form = { ratings: { content: { criterionId: 'content', points: null, comment: 'So' } } };
    expect(toRatings({ ...complete, ...form }, asked)).toEqual([form.ratings.content]);
  });
});

test('what was said by a criterion that is gone stays in the draft, and is not submitted', () => {
  const gone = { criterionId: 'gone', points: 2, comment: 'Rich.' };
  const form = { ...complete, ratings: { ...complete.ratings, gone } };
  expect(toDraftRatings(form, criteria)).toContainEqual(gone);
  expect(toRatings(form, criteria)).not.toContainEqual(gone);
});

test('a stored review fills the form', () => {
  const ratings = [{ criterionId: 'content', points: 8 }];
  expect(toReviewForm({ ratings, comment: richTextOf('Good') })).toEqual({
    ratings: { content: { criterionId: 'content', points: 8 } },
    comment: richTextOf('Good'),
    inline: [],
  });
});

test('a comment on a place is sent once it says something', () => {
  const place = { kind: 'page', fileId: 'f', page: 1, area: null } as const;
  const said = { id: 'a', workVersion: 1, anchor: place, text: 'Why?' };
  const form = { ratings: {}, comment: richTextOf('') };
  expect(toInline({ ...form, inline: [{ ...said, id: 'b', text: ' \n' }, said] })).toEqual({
    inline: [said],
  });
  expect(toInline(form)).toEqual({});
});

test.each([
  [10, 1],
  [5, 0.5],
  [7.5, 0.5],
])('a slider of %d points moves by %d', (points, step) => {
  expect(sliderStep(points)).toBe(step);
});
