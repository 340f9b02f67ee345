import { describe, expect, test } from '@jest/globals';
import { richTextOf } from '../../contracts/plain-text.ts';
import type { Criterion } from '../../contracts/rubric.ts';
import { rateRubric } from '../../contracts/rubric-rules.ts';
import { comparedWork } from './compared-works.domain.ts';
import { inventedRating } from './invented-rating.domain.ts';
import { formerComments, rubricIdOf, rubricOf } from './rubric-versions.domain.ts';

const content: Criterion = { id: 'content', title: 'Content', description: '', points: 10 };
const style: Criterion = { id: 'style', title: 'Style', description: '', points: 5 };
const levels: Criterion = {
  id: 'levels',
  title: 'Levels',
  description: '',
  points: 4,
  kind: {
    type: 'levels',
    levels: [
      { id: 'poor', name: 'Poor', description: '', points: 1 },
      { id: 'good', name: 'Good', description: '', points: 4 },
    ],
  },
};
const scale: Criterion = {
  ...style,
  id: 'scale',
  kind: { type: 'scale', min: 1, max: 5, step: 0.1, lowLabel: '', highLabel: '' },
};
const words: Criterion = {
  id: 'words',
  title: 'Words',
  description: '',
  points: 0,
  kind: { type: 'comment' },
  comment: { need: 'required', minimum: 120, prompts: true },
};

describe('the id of a rubric', () => {
  const base = rubricIdOf([content, levels]);
  test.each<[string, Criterion[], boolean]>([
    [
      'does not depend on the order of fields',
      [{ points: 10, description: '', title: 'Content', id: 'content' }, levels],
      true,
    ],
    [
      'takes the kind that is meant for the one that is written',
      [{ ...content, kind: { type: 'points' } }, levels],
      true,
    ],
    ['differs by the order of criteria', [levels, content], false],
    ['differs by points', [{ ...content, points: 9 }, levels], false],
    ['differs by weight', [{ ...content, weight: 10 }, levels], false],
    ['differs by the name of a level', [content, { ...levels, kind: { type: 'levels', levels: [] } }], false],
    [
      'differs by the comment that is asked for',
      [{ ...content, comment: { need: 'optional', minimum: 0, prompts: false } }, levels],
      false,
    ],
  ])('%s', (_rule, criteria, isSame) => {
    expect(rubricIdOf(criteria) === base).toBe(isSame);
  });
});

describe('the rubric that a review was written by', () => {
  const at = new Date('2027-03-01T00:00:00Z');
  const first = { rubricId: 'first', criteria: [content], at };
  const second = { rubricId: 'second', criteria: [style], at };
  test.each<[string, string | null, Criterion[]]>([
    ['its own, whatever came after', 'second', [style]],
    ['today’s, when it was not changed since', 'today', [levels]],
    ['the first, for what is older than rubrics’ versions', null, [content]],
  ])('%s', (_rule, rubricId, expected) => {
    expect(rubricOf({ rubricId }, [levels], [first, second])).toEqual(expected);
  });

  test('what was written by a criterion that is gone is still shown', () => {
    const draft = {
      ratings: [
        { criterionId: 'content', points: 3, comment: 'Rich.' },
        { criterionId: 'style', points: 2, comment: 'Dry.' },
        { criterionId: 'gone', points: 2 },
      ],
      comment: richTextOf(''),
    };
    expect(formerComments(draft, [content], [second])).toEqual([{ title: 'Style', comment: 'Dry.' }]);
  });
});

test('reviews by different rubrics are compared by what they share, each in percent of its own', () => {
  const judged = [
    {
      review: { id: 'a' },
      criteria: [content, style],
      ratings: [
        { criterionId: 'content', points: 5 },
        { criterionId: 'style', points: null },
      ],
    },
    {
      review: { id: 'b' },
      criteria: [{ ...content, points: 20, weight: 3 }, words],
      ratings: [{ criterionId: 'content', points: 5 }],
    },
  ];
  expect(comparedWork(judged)).toEqual({
    reviews: [
      { reviewId: 'a', percents: [50, null] },
      { reviewId: 'b', percents: [25, null] },
    ],
    weights: [3, 5],
  });
});

test.each([0, 0.4, 0.6, 0.9, 1])('an invented reviewer’s review would be accepted (share %d)', (share) => {
  const rubric = [content, levels, scale, { ...style, kind: { type: 'yesNo' } as const }, words];
  const ratings = rubric.map((criterion) => inventedRating(criterion, share, 'Clear.'));
  expect(rateRubric(rubric, ratings, { asksComments: true })).toMatchObject({ type: 'rated' });
});
