import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Criterion } from './rubric.ts';
import {
  type GivenRating,
  type JudgedCriterion,
  maximumOf,
  rateRubric,
  sameRatings,
  totalOf,
} from './rubric-rules.ts';

const points: JudgedCriterion = { id: 'points', points: 10 };
const scale: JudgedCriterion = {
  id: 'scale',
  points: 6,
  kind: { type: 'scale', min: -1, max: 2, step: 0.5, lowLabel: 'no', highLabel: 'yes' },
};
const levels: JudgedCriterion = {
  id: 'levels',
  points: 4,
  kind: {
    type: 'levels',
    levels: [
      { id: 'poor', name: 'Poor', description: '', points: 0 },
      { id: 'fair', name: 'Fair', description: '', points: 3 },
      { id: 'good', name: 'Good', description: '', points: 4 },
    ],
  },
};
const yesNo: JudgedCriterion = { id: 'yes-no', points: 2, kind: { type: 'yesNo' } };
const words: JudgedCriterion = {
  id: 'words',
  points: 0,
  kind: { type: 'comment' },
  comment: { need: 'required', minimum: 10, prompts: true },
};
const commented = { ...points, comment: { need: 'required', minimum: 5, prompts: false } } as const;
const optional = { ...points, mayNotApply: true };

const rate = (criterion: JudgedCriterion, given: Partial<GivenRating>, others: JudgedCriterion[] = [yesNo]) =>
  rateRubric(
    [criterion, ...others],
    [
      { criterionId: criterion.id, points: null, ...given },
      ...others.map(({ id, points: most }) => ({ criterionId: id, points: most })),
    ],
    { asksComments: true },
  );

describe('what a rating gives in its criterion’s points', () => {
  test.each<[string, JudgedCriterion, Partial<GivenRating>, number | null]>([
    ['points are what they are', points, { points: 7.5 }, 7.5],
    ['the lower end of a scale gives nothing', scale, { value: -1 }, 0],
    ['the upper end gives all', scale, { value: 2 }, 6],
    ['a third of the way gives a third', scale, { value: 0 }, 2],
    ['a level gives its points', levels, { level: 'fair' }, 3],
    ['yes gives all', yesNo, { points: 2 }, 2],
    ['no gives nothing', yesNo, { points: 0 }, 0],
    ['a comment gives no points', words, { comment: 'Well argued.' }, null],
    ['what does not apply gives none', optional, { points: 3, notApplicable: true }, null],
    ['points that somebody sends along with a level are not taken', levels, { level: 'poor', points: 4 }, 0],
  ])('%s', (_rule, criterion, given, expected) => {
    const rated = rate(criterion, given, criterion === yesNo ? [points] : [yesNo]);
    expect(rated).toMatchObject({ type: 'rated', ratings: [{ points: expected }, {}] });
  });

  test('only what the kind has a place for is kept', () => {
    const given = { level: 'good', value: 1, points: 9, comment: '  Fine. ' };
    expect(rate(levels, given)).toMatchObject({
      ratings: [{ criterionId: 'levels', points: 4, level: 'good' }, {}],
    });
    expect(
      rate({ ...points, comment: { need: 'optional', minimum: 0, prompts: false } }, given),
    ).toMatchObject({
      ratings: [{ criterionId: 'points', points: 9, comment: 'Fine.' }, {}],
    });
  });
});

describe('what is refused, and why', () => {
  test.each<[string, JudgedCriterion, Partial<GivenRating>, string]>([
    ['no points', points, {}, 'RATING_MISSING'],
    ['more than all', points, { points: 11 }, 'RATING_OUT_OF_RANGE'],
    ['not a number', points, { points: Number.NaN }, 'RATING_OUT_OF_RANGE'],
    ['no level', levels, {}, 'RATING_MISSING'],
    ['a level of another rubric', levels, { level: 'great' }, 'RATING_OUT_OF_RANGE'],
    ['points without a level', levels, { points: 3 }, 'RATING_MISSING'],
    ['beside the steps of a scale', scale, { value: 0.2 }, 'RATING_OUT_OF_RANGE'],
    ['beyond a scale', scale, { value: 2.5 }, 'RATING_OUT_OF_RANGE'],
    ['no value on a scale', scale, { points: 6 }, 'RATING_MISSING'],
    ['half a yes', yesNo, { points: 1 }, 'RATING_OUT_OF_RANGE'],
    ['“does not apply” where that is no answer', points, { notApplicable: true }, 'RATING_OUT_OF_RANGE'],
    ['no comment where one is required', commented, { points: 1 }, 'CRITERION_COMMENT_MISSING'],
    ['blanks for a comment', commented, { points: 1, comment: '     ' }, 'CRITERION_COMMENT_MISSING'],
    ['a comment that is too short', commented, { points: 1, comment: ' Okay ' }, 'CRITERION_COMMENT_SHORT'],
    ['a criterion of comments alone without one', words, {}, 'CRITERION_COMMENT_MISSING'],
  ])('%s', (_rule, criterion, given, reason) => {
    const rated = rate(criterion, given, criterion === yesNo ? [points] : [yesNo]);
    expect(rated).toEqual({ type: 'refuse', reason, criterionId: criterion.id });
  });

  test.each<[string, GivenRating[]]>([
    ['a criterion that is not in the rubric', [{ criterionId: 'style', points: 1 }]],
    [
      'a criterion rated twice',
      [
        { criterionId: 'points', points: 1 },
        { criterionId: 'points', points: 2 },
      ],
    ],
  ])('%s', (_rule, ratings) => {
    expect(rateRubric([points], ratings, { asksComments: true })).toMatchObject({
      reason: 'RATING_OUT_OF_RANGE',
    });
  });

  test('a review in which nothing applies has no grade', () => {
    expect(rate(optional, { notApplicable: true }, [])).toMatchObject({ reason: 'NOTHING_RATED' });
  });

  test('staff need not write the comments that reviewers must', () => {
    const rated = rateRubric([commented, words], [{ criterionId: 'points', points: 3 }], {
      asksComments: false,
    });
    expect(rated).toMatchObject({ type: 'rated', points: 3, maximum: 10 });
  });

  test('what does not apply needs no comment', () => {
    expect(rate({ ...commented, mayNotApply: true }, { notApplicable: true })).toMatchObject({
      type: 'rated',
      points: 2,
      maximum: 2,
    });
  });
});

describe('the weighted share of the criteria that apply', () => {
  test.each<[string, JudgedCriterion[], (number | null)[], { points: number; maximum: number }]>([
    ['without weights, points are added up', [points, levels], [7, 3], { points: 10, maximum: 14 }],
    [
      'a weight scales its criterion',
      [{ ...points, weight: 30 }, levels],
      [5, 4],
      { points: 19, maximum: 34 },
    ],
    ['a weight of 0 leaves it out', [{ ...points, weight: 0 }, levels], [0, 4], { points: 4, maximum: 4 }],
    ['what does not apply is in neither', [points, levels], [null, 3], { points: 3, maximum: 4 }],
    ['comments count nothing', [words, levels], [null, 4], { points: 4, maximum: 4 }],
  ])('%s', (_rule, criteria, given, expected) => {
    const ratings = criteria.map(({ id }, index) => ({ criterionId: id, points: given[index] ?? null }));
    expect(totalOf(criteria, ratings)).toEqual(expected);
  });

  test('grades are as they were before there were kinds: a plain sum, to the last digit', () => {
    const rubric = fc.array(fc.double({ min: 0.5, max: 1000, noNaN: true }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(rubric, fc.double({ min: 0, max: 1, noNaN: true }), (maxima, share) => {
        const criteria = maxima.map((most, index) => ({ id: String(index), points: most }));
        const ratings = criteria.map(({ id, points: most }) => ({ criterionId: id, points: most * share }));
        expect(totalOf(criteria, ratings)).toEqual({
          points: ratings.reduce((sum, rating) => sum + rating.points, 0),
          maximum: maximumOf(criteria),
        });
      }),
    );
  });

  test('never outside 0 to all, and all weights alike change no share', () => {
    const row = fc.tuple(
      fc.integer({ min: 1, max: 50 }),
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 0, max: 50 }),
    );
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 2, max: 7 }),
        (rows, factor) => {
          const ratings = rows.map(([most, , given], index) => ({
            criterionId: String(index),
            points: Math.min(most, given),
          }));
          const shareBy = (by: number) => {
            const criteria = rows.map(([most, weight], index) => ({
              id: String(index),
              points: most,
              weight: weight * by,
            }));
            const total = totalOf(criteria, ratings);
            return total.points / total.maximum;
          };
          expect(shareBy(1)).toBeGreaterThanOrEqual(0);
          expect(shareBy(1)).toBeLessThanOrEqual(1 + 1e-9);
          expect(shareBy(factor)).toBeCloseTo(shareBy(1), 9);
        },
      ),
    );
  });
});

test('two say the same in whatever order, and not with another comment', () => {
  const a: GivenRating = { criterionId: 'a', points: 1, comment: 'x' };
  const b: GivenRating = { criterionId: 'b', points: null, level: 'l' };
  expect(sameRatings([a, b], [b, { ...a }])).toBe(true);
  expect(sameRatings([a], [{ ...a, comment: 'y' }])).toBe(false);
  expect(sameRatings([b], [{ ...b, level: 'm' }])).toBe(false);
  expect(sameRatings([a], [{ ...a, notApplicable: true }])).toBe(false);
});

describe('a criterion as it may be set up', () => {
  const base = { id: 'a', title: 'A', description: '', points: 4 };
  const pair = [
    { id: 'x', name: 'X', description: '', points: 0 },
    { id: 'y', name: 'Y', description: '', points: 4 },
  ];
  const ends = { lowLabel: '', highLabel: '' };
  test.each<[string, object, boolean]>([
    ['as they all were before there were kinds', {}, true],
    ['no points', { points: 0 }, false],
    ['levels', { kind: { type: 'levels', levels: pair } }, true],
    [
      'levels whose best is not what the criterion gives',
      { points: 5, kind: { type: 'levels', levels: pair } },
      false,
    ],
    ['one level', { kind: { type: 'levels', levels: pair.slice(1) } }, false],
    ['two levels of one id', { kind: { type: 'levels', levels: [pair[1], pair[1]] } }, false],
    ['a scale', { kind: { type: 'scale', min: 0, max: 1, step: 0.1, ...ends } }, true],
    [
      'a scale whose steps miss its end',
      { kind: { type: 'scale', min: 0, max: 1, step: 0.3, ...ends } },
      false,
    ],
    ['a scale of too many steps', { kind: { type: 'scale', min: 0, max: 1, step: 0.001, ...ends } }, false],
    ['a scale upside down', { kind: { type: 'scale', min: 1, max: 0, step: 1, ...ends } }, false],
    [
      'a comment alone',
      { points: 0, kind: { type: 'comment' }, comment: { need: 'required', minimum: 0, prompts: true } },
      true,
    ],
    ['a comment alone that nobody writes', { points: 0, kind: { type: 'comment' } }, false],
    [
      'a comment with points',
      { kind: { type: 'comment' }, comment: { need: 'optional', minimum: 0, prompts: false } },
      false,
    ],
    ['a weight below nothing', { weight: -1 }, false],
  ])('%s', (_rule, part, isFine) => {
    expect(Criterion.safeParse({ ...base, ...part }).success).toBe(isFine);
  });
});
