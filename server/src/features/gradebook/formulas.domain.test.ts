import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { deserialize, serialize } from 'bson';
import { calculate, type Calculation, FORMULA_IDS } from './formulas.domain.ts';
import { NO_OVERRIDES, type Overrides } from './grade-overrides.domain.ts';
import { scoreComment } from './score-comment.domain.ts';

const calculation = (percentages: number[], points = 100): Calculation => ({
  formula: 'peer-review.median@1',
  parameters: { points, decimals: 2 },
  inputs: {
    reviews: percentages.map((percentage, index) => ({
      reviewId: `r${index}`,
      version: 1,
      points: percentage,
      maximum: 100,
    })),
  },
  overrides: null,
});

describe('peer-review.median@1', () => {
  test.each([
    ['one review is the grade', [82], 100, 82],
    ['the middle one of three counts, in whatever order they come', [90, 10, 70], 100, 70],
    ['of four, the mean of the middle two', [100, 60, 71, 80], 100, 75.5],
    ['one outlier does not move the grade', [80, 80, 0], 100, 80],
    ['nothing is a grade too', [0, 0], 100, 0],
    ['everything is the maximum', [100, 100, 100], 60, 60],
    ['the grade is a share of the column’s points', [50], 30, 15],
    ['half a digit is rounded up as people do', [1.005], 100, 1.01],
    ['a third is rounded to two digits', [100 / 3], 10, 3.33],
  ])('%s', (_rule, percentages, points, expected) => {
    expect(calculate(calculation(percentages, points)).value).toBe(expected);
  });

  test('reviews of different maxima count by their share', () => {
    const reviews = [
      { reviewId: 'a', version: 1, points: 5, maximum: 10 },
      { reviewId: 'b', version: 3, points: 18, maximum: 20 },
    ];
    expect(calculate({ ...calculation([]), inputs: { reviews } })).toEqual({
      value: 70,
      because: null,
      steps: [{ type: 'work', percent: 70, scores: [50, 90] }],
    });
  });

  test('the order of the reviews changes no digit, and the grade stays within its bounds', () => {
    const percentage = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(percentage, { minLength: 1, maxLength: 12 }),
        fc.double({ min: 0.01, max: 10_000, noNaN: true }),
        (percentages, points) => {
          const { value } = calculate(calculation(percentages, points));
          expect(calculate(calculation([...percentages].reverse(), points)).value).toBe(value);
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(points + 0.005);
        },
      ),
    );
  });
});

const review = (points: number, id = 'a') => ({ reviewId: id, version: 1, points, maximum: 100 });
const DUE = '2027-03-01T12:00:00.000Z';
const handedIn = (hoursLate: number) => ({
  submissionId: 's',
  version: 1,
  at: new Date(Date.parse(DUE) + hoursLate * 3_600_000).toISOString(),
  dueAt: DUE,
});
const rules = {
  points: 20,
  decimals: 2,
  rounding: 'nearest',
  minimumPercent: 0,
  maximumPercent: 100,
} as const;
const late = { graceMinutes: 0, percentPerDay: 5, lowestPercent: 0 };
const given = (done: number, of: number) =>
  Array.from({ length: of }, (_, index) => ({ reviewId: `g${index}`, version: index < done ? 1 : 0 }));
const decided = { reason: 'because', by: 'teacher', at: DUE };
const overrides = (parts: Partial<Overrides>): Overrides => ({ ...NO_OVERRIDES, revision: 1, ...parts });

const submission = (hoursLate: number, decisions: Overrides | null = null): Calculation => ({
  formula: 'peer-review.submission@1',
  parameters: { ...rules, late },
  inputs: { reviews: [review(82)], handedIn: handedIn(hoursLate) },
  overrides: decisions,
});
const completion = (done: number, of: number, open = false): Calculation => ({
  formula: 'peer-review.reviewing-completion@1',
  parameters: rules,
  inputs: { given: given(done, of), open },
  overrides: null,
});
const total = (
  inputs: { reviews?: object[]; done?: number; of?: number; open?: boolean; hoursLate?: number },
  weights = { work: 80, reviewing: 20 },
): Calculation => ({
  formula: 'peer-review.total@1',
  parameters: { ...rules, maximumPercent: 120, late, weights },
  inputs: {
    reviews: (inputs.reviews ?? [review(80)]) as never,
    handedIn: handedIn(inputs.hoursLate ?? -1),
    given: given(inputs.done ?? 0, inputs.of ?? 0),
    open: inputs.open ?? false,
  },
  overrides: null,
});
const withdrawn: Calculation = {
  formula: 'gradebook.withdrawn@1',
  parameters: { points: 20, decimals: 0 },
  inputs: {},
  overrides: null,
};

describe('the formulas of a peer review', () => {
  test.each<[string, Calculation, number | null, string | null]>([
    ['the work is the median of its reviews', submission(-1), 16.4, null],
    ['less what lateness takes off', submission(25), 14.4, null],
    ['which a waiver restores', submission(25, overrides({ waiver: decided })), 16.4, null],
    ['what staff set counts', submission(25, overrides({ grade: { ...decided, value: 19 } })), 19, null],
    ['who is excused has none', submission(25, overrides({ excuse: decided })), null, 'excused'],
    ['an excuse taken back leaves the grade', submission(-1, overrides({})), 16.4, null],
    ['reviewing is the share of one’s reviews that are written', completion(2, 3), 13.33, null],
    ['all written is all, also while reviews are open', completion(3, 3, true), 20, null],
    ['not all written waits until reviews close', completion(2, 3, true), null, 'reviewingOpen'],
    ['nothing to write is no grade', completion(0, 0), null, 'noReviews'],
    ['a total is the weighted sum', total({ done: 1, of: 2 }), 14.8, null],
    ['in which lateness costs the work alone', total({ done: 2, of: 2, hoursLate: 25 }), 15.2, null],
    ['without anything to review the work counts for all', total({}), 16, null],
    [
      'without a review of the work there is no total',
      total({ reviews: [], done: 2, of: 2 }),
      null,
      'noReviews',
    ],
    [
      'while one may still write reviews there is none',
      total({ done: 1, of: 2, open: true }),
      null,
      'reviewingOpen',
    ],
    ['reviewing can be a bonus', total({ done: 2, of: 2 }, { work: 100, reviewing: 10 }), 18, null],
    ['what was taken back is no grade', withdrawn, null, 'withdrawn'],
  ])('%s', (_rule, calculation, value, because) => {
    expect(calculate(calculation)).toMatchObject({ value, because });
  });

  const anyReviews = fc.uniqueArray(
    fc.record({
      reviewId: fc.string({ minLength: 1, maxLength: 4 }),
      version: fc.integer({ min: 1, max: 9 }),
      points: fc.double({ min: 0, max: 100, noNaN: true }),
      maximum: fc.constant(100),
    }),
    { selector: ({ reviewId }) => reviewId, minLength: 1, maxLength: 9 },
  );
  const anyTotal = fc.record({
    formula: fc.constant('peer-review.total@1' as const),
    parameters: fc.record({
      points: fc.double({ min: 0.01, max: 10_000, noNaN: true }),
      decimals: fc.integer({ min: 0, max: 4 }),
      rounding: fc.constantFrom('nearest' as const, 'down' as const, 'up' as const),
      minimumPercent: fc.double({ min: 0, max: 40, noNaN: true }),
      maximumPercent: fc.double({ min: 60, max: 200, noNaN: true }),
      late: fc.option(
        fc.record({
          graceMinutes: fc.integer({ min: 0, max: 1_000 }),
          percentPerDay: fc.double({ min: 0, max: 100, noNaN: true }),
          lowestPercent: fc.double({ min: 0, max: 100, noNaN: true }),
        }),
      ),
      weights: fc.record({
        work: fc.double({ min: 0, max: 100, noNaN: true }),
        reviewing: fc.double({ min: 0, max: 100, noNaN: true }),
      }),
    }),
    inputs: fc.record({
      reviews: anyReviews,
      handedIn: fc.double({ min: -50, max: 500, noNaN: true }).map(handedIn),
      given: fc.tuple(fc.nat(5), fc.nat(5)).map(([done, more]) => given(done, done + more)),
      open: fc.boolean(),
    }),
    overrides: fc.constantFrom(null, overrides({ waiver: decided }), overrides({ excuse: decided })),
  });

  test('whatever the order of the inputs, the grade is the same to the last digit', () => {
    fc.assert(
      fc.property(anyTotal, (calculation) => {
        const { inputs } = calculation;
        const reversed = {
          ...inputs,
          reviews: [...inputs.reviews].reverse(),
          given: [...inputs.given].reverse(),
        };
        expect(calculate({ ...calculation, inputs: reversed }).value).toBe(calculate(calculation).value);
      }),
    );
  });

  test('kept in the database or as JSON, a calculation gives the same again', () => {
    fc.assert(
      fc.property(anyTotal, (calculation) => {
        const { value } = calculate(calculation);
        expect(calculate(JSON.parse(JSON.stringify(calculation)) as Calculation).value).toBe(value);
        expect(calculate(deserialize(serialize(calculation)) as Calculation).value).toBe(value);
      }),
    );
  });
});

const answers = (points: number | null, possible = 4, set: Overrides | null = null): Calculation => ({
  formula: 'questionnaire.score@1',
  parameters: { points: 10, decimals: 2, rounding: 'nearest', minimumPercent: 0, maximumPercent: 100 },
  inputs: { attempt: points === null ? null : { answerId: 'a', version: 1, attempt: 1, points, possible } },
  overrides: set,
});

describe('questionnaire.score@1', () => {
  test.each<[string, Calculation, number | null, string | null]>([
    ['the share of the points becomes that of the column’s', answers(3), 7.5, null],
    ['all of it', answers(4), 10, null],
    ['nothing is a grade too', answers(0), 0, null],
    ['a third is rounded', answers(1, 3), 3.33, null],
    ['who has not answered has no grade', answers(null), null, 'noAnswers'],
    ['nor who could not get a point', answers(0, 0), null, 'noAnswers'],
    ['staff may set one', answers(null, 4, overrides({ grade: { ...decided, value: 6 } })), 6, null],
    ['staff may excuse', answers(3, 4, overrides({ excuse: decided })), null, 'excused'],
  ])('%s', (_rule, given, value, because) => expect(calculate(given)).toMatchObject({ value, because }));
});

const together = (
  own: number | null,
  team: number | null,
  teamPercent = 40,
  set: Overrides | null = null,
): Calculation => ({
  formula: 'questionnaire.team-score@1',
  parameters: {
    points: 10,
    decimals: 2,
    rounding: 'nearest',
    minimumPercent: 0,
    maximumPercent: 100,
    teamPercent,
  },
  inputs: {
    attempt: own === null ? null : { answerId: 'a', version: 1, attempt: 1, points: own, possible: 4 },
    team: team === null ? null : { groupId: 'g', points: team, possible: 4 },
  },
  overrides: set,
});

describe('questionnaire.team-score@1', () => {
  test.each<[string, Calculation, number | null, string | null]>([
    ['both by their weights', together(2, 4), 7, null],
    ['the own alone where there is no group', together(2, null), 5, null],
    ['the group alone', together(0, 3, 100), 7.5, null],
    ['the group not at all', together(2, 4, 0), 5, null],
    ['who has not answered alone has no part in the group’s', together(null, 4), null, 'noAnswers'],
    ['staff may set one', together(2, 4, 40, overrides({ grade: { ...decided, value: 6 } })), 6, null],
  ])('%s', (_rule, given, value, because) => expect(calculate(given)).toMatchObject({ value, because }));
});

test('the formulas there are: one that made an entry never goes', () => {
  expect(FORMULA_IDS).toEqual([
    'peer-review.median@1',
    'peer-review.submission@1',
    'peer-review.reviewing-completion@1',
    'peer-review.total@1',
    'peer-review.submission@2',
    'peer-review.reviewing-agreement@1',
    'peer-review.total@2',
    'peer-review.submission@3',
    'peer-review.total@3',
    'peer-review.compared@1',
    'peer-review.compared-total@1',
    'peer-review.reviewing-helpfulness@1',
    'peer-review.total@4',
    'peer-review.submission@4',
    'peer-review.total@5',
    'peer-review.reviewing-judged@1',
    'peer-review.total@6',
    'questionnaire.score@1',
    'questionnaire.team-score@1',
    'discussion.milestones@1',
    'discussion.rubric@1',
    'discussion.total@1',
    'group-work.milestones@1',
    'group-work.factored@1',
    'gradebook.withdrawn@1',
  ]);
});

describe('the sentences beside a score', () => {
  test.each<[string, Calculation, string]>([
    ['one review', calculation([82]), 'Your work: 1 review, 82 %. Grade: 82 of 100 points.'],
    [
      'several reviews',
      calculation([70, 82, 90.5]),
      'Your work: median of 3 reviews, 82 %. Grade: 82 of 100 points.',
    ],
    [
      'answers alone and as a group',
      together(2, 4),
      'Your answers: 2 of 4 points, 50 %. Your group’s answers: 4 of 4 points. Together, with 40 % for the group: 70 %. Grade: 7 of 10 points.',
    ],
    ['digits', calculation([100 / 3]), 'Your work: 1 review, 33.33 %. Grade: 33.33 of 100 points.'],
    [
      'late work',
      submission(25),
      'Your work: 1 review, 82 %. Late by 2 days: −10 %. Grade: 14.4 of 20 points.',
    ],
    [
      'waived',
      submission(1, overrides({ waiver: decided })),
      'Your work: 1 review, 82 %. Late by 1 day: nothing is taken off. Grade: 16.4 of 20 points.',
    ],
    [
      'a total',
      total({ done: 1, of: 2 }),
      'Your work: 1 review, 80 %. Your reviews: 1 of 2 written, 50 %. Together, with 80 % for the work and 20 % for the reviews: 74 %. Grade: 14.8 of 20 points.',
    ],
    ['an excuse', submission(1, overrides({ excuse: decided })), 'You are excused: there is no grade.'],
    ['a withdrawal', withdrawn, 'The grade was taken back.'],
    ['answers', answers(3), 'Your answers: 3 of 4 points, 75 %. Grade: 7.5 of 10 points.'],
    ['nothing left', { ...calculation([]) }, 'There is no grade.'],
  ])('%s', (_case, given, sentences) => {
    expect(scoreComment(given)).toBe(sentences);
  });

  test('have room, and hold nothing that somebody wrote', () => {
    const reason = 'Reviewer Bo was unfair. '.repeat(40);
    const unfair = overrides({
      grade: { ...decided, reason, value: 20 },
      waiver: { ...decided, reason },
    });
    const comment = scoreComment({ ...submission(500, unfair) });
    expect(comment).not.toContain('Bo');
    expect(comment).not.toContain('teacher');
    expect(comment.length).toBeLessThanOrEqual(1000);
  });
});
