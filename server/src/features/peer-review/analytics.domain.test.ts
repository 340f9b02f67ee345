import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { analyticsOf, type AnalyticsFacts, type CountedReview } from './analytics.domain.ts';

const NOON = new Date('2027-03-02T12:00:00Z');
const hoursLater = (hours: number): Date => new Date(NOON.getTime() + hours * 3_600_000);

const review = (
  authorId: string,
  reviewerId: string,
  percent: number,
  { words = 10, hours = 1 }: { words?: number; hours?: number } = {},
): CountedReview => ({
  id: `${authorId}-${reviewerId}`,
  authorId,
  reviewerId,
  percent,
  seconds: null,
  figures: {
    words,
    at: hoursLater(hours),
    ratings: [
      { criterionId: 'argument', points: (percent / 100) * 6 },
      { criterionId: 'style', points: 4 },
    ],
  },
});
const facts = (reviews: CountedReview[], more: Partial<AnalyticsFacts> = {}): AnalyticsFacts => ({
  criteria: [
    { id: 'argument', title: 'Argument', points: 6 },
    { id: 'style', title: 'Style', points: 4 },
    { id: 'remarks', title: 'Remarks', points: 0 },
  ],
  reviews,
  helpfulness: new Map(),
  handedInAt: new Map([...new Set(reviews.map(({ authorId }) => authorId))].map((id) => [id, NOON])),
  ...more,
});

test('without reviews nothing is claimed', () => {
  const nothing = analyticsOf(facts([]));
  expect(nothing).toMatchObject({
    reviews: 0,
    works: 0,
    overall: { count: 0, mean: null, median: null, deviation: null, agreement: null },
    spreads: { works: 0, median: null },
    reviewers: [],
    words: { median: null },
    helpfulness: { rated: 0, mean: null },
    feedback: { works: 0, first: null, last: null },
  });
});

test('grades are counted in tenths by criterion; the best are in the last', () => {
  const { overall, criteria } = analyticsOf(
    facts([review('a', 'x', 0), review('a', 'y', 55), review('b', 'x', 100)]),
  );
  expect(overall).toMatchObject({ count: 3, median: 55, bins: [1, 0, 0, 0, 0, 1, 0, 0, 0, 1] });
  expect(criteria.map(({ title, count, median }) => [title, count, median && Math.round(median)])).toEqual([
    ['Argument', 3, 55],
    ['Style', 3, 100],
    // It gives no points: there is nothing to distribute.
    ['Remarks', 0, null],
  ]);
});

describe('severity', () => {
  const generous = ['a', 'b', 'c'].flatMap((work) => [
    review(work, 'x', 80),
    review(work, 'y', 60),
    review(work, 'z', 60),
  ]);
  const of = (reviews: CountedReview[], id: string) =>
    analyticsOf(facts(reviews)).reviewers.find((reviewer) => reviewer.id === id);

  test('is what somebody gives more than the others gave the same works', () => {
    expect(of(generous, 'x')).toMatchObject({ reviews: 3, mean: 80, severity: 20, consistency: 0 });
    expect(of(generous, 'y')).toMatchObject({ severity: -10, consistency: 0 });
  });
  test('is not known of who reviewed alone', () => {
    expect(of([review('a', 'x', 80)], 'x')).toMatchObject({ severity: null, consistency: null });
  });
  test('that changes from work to work is not consistent', () => {
    const moody = [review('a', 'x', 100), review('a', 'y', 50), review('b', 'x', 0), review('b', 'y', 50)];
    expect(of(moody, 'x')?.severity).toBe(0);
    expect(of(moody, 'x')?.consistency).toBeCloseTo(70.71, 2);
  });
  test('adds up to nothing where everybody reviews every work', () => {
    const percents = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(percents, (values) => {
        const all = values.map((value, index) => review(`w${index % 3}`, `r${Math.floor(index / 3)}`, value));
        const sum = analyticsOf(facts(all)).reviewers.reduce(
          (total, { severity }) => total + (severity ?? 0),
          0,
        );
        expect(sum).toBeCloseTo(0, 6);
      }),
    );
  });
});

describe('agreement', () => {
  const agreementOf = (reviews: CountedReview[]) => analyticsOf(facts(reviews)).overall.agreement;
  test('is whole where reviews of a work say the same and works differ', () => {
    const all = [20, 50, 80].flatMap((percent, n) => [
      review(`w${n}`, 'x', percent),
      review(`w${n}`, 'y', percent),
    ]);
    expect(agreementOf(all)).toBe(1);
  });
  test('is none where works differ less than reviews of one do', () => {
    const all = [0, 1, 2].flatMap((n) => [review(`w${n}`, 'x', 20), review(`w${n}`, 'y', 80)]);
    expect(agreementOf(all)).toBe(0);
  });
  test.each<[string, CountedReview[]]>([
    ['all say the same', [0, 1, 2].flatMap((n) => [review(`w${n}`, 'x', 50), review(`w${n}`, 'y', 50)])],
    ['hardly any work has two reviews', [review('a', 'x', 1), review('a', 'y', 2), review('b', 'x', 3)]],
  ])('is not known where %s', (_rule, all) => {
    expect(agreementOf(all)).toBeNull();
  });
});

test('comments: how long, how helpful, and how both go together', () => {
  const all = [
    review('a', 'x', 50, { words: 4 }),
    review('a', 'y', 50, { words: 30 }),
    review('b', 'x', 50, { words: 900 }),
  ];
  const helpfulness = new Map([
    ['a-x', 1],
    ['a-y', 5],
    ['b-x', 5],
    ['gone-x', 2],
  ]);
  const found = analyticsOf(facts(all, { helpfulness }));
  expect(found.words).toEqual({ median: 30, width: 25, bins: [1, 1, 0, 0, 0, 0, 0, 0, 0, 1] });
  expect(found.helpfulness).toMatchObject({
    rated: 3,
    levels: [{ count: 1, words: 4 }, {}, {}, {}, { count: 2, words: 465 }],
  });
  expect(found.reviewers.map(({ id, helpfulness: mean }) => [id, mean])).toEqual([
    ['x', 3],
    ['y', 5],
  ]);
});

test('time to feedback is from handing in to the first and the last review, in days at most two weeks', () => {
  const all = [
    review('a', 'x', 50, { hours: 2 }),
    review('a', 'y', 50, { hours: 50 }),
    review('b', 'x', 50, { hours: 30 }),
    review('c', 'x', 50, { hours: 24 * 40 }),
    // Handed in again after the review.
    review('d', 'x', 50, { hours: -3 }),
    review('unknown', 'x', 50),
  ];
  const handedInAt = new Map(['a', 'b', 'c', 'd'].map((id) => [id, NOON]));
  const { feedback } = analyticsOf(facts(all, { handedInAt }));
  expect(feedback).toMatchObject({ works: 4, first: 16, last: 40 });
  expect(feedback.days).toEqual([2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
});
