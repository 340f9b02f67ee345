import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { buildSettings } from '../../../../test/factories/peer-review.ts';
import { dryRun, type DryRunCourse } from './pre-flight.domain.ts';
import { inventGrades } from './pre-flight-grades.domain.ts';
import { type DryRunFacts, warningsOf } from './pre-flight-warnings.domain.ts';
import { apartOf, isApart, pairOf } from './review-exclusions.domain.ts';
import { combinedWorks } from './weigh-reviews.service.ts';

const id = (index: number): string => `m${String(index).padStart(3, '0')}`;
const courseOf = (count: number, overrides: Partial<DryRunCourse> = {}): DryRunCourse => ({
  courseId: 'course',
  activityId: 'activity',
  learnerIds: Array.from({ length: count }, (_, index) => id(index)),
  perReviewer: 3,
  isRolling: false,
  sectionsOf: null,
  topicsOf: null,
  apart: new Map(),
  ...overrides,
});
const NOTHING = { missing: 0, late: 0, idle: 0, careless: 0 };

describe('a dry run', () => {
  test('at any size and in either way: never one’s own, never twice, never those apart; only works that are there', () => {
    const trial = fc.record({
      count: fc.integer({ min: 3, max: 120 }),
      perReviewer: fc.integer({ min: 1, max: 5 }),
      isRolling: fc.boolean(),
      shares: fc.record({
        missing: fc.nat({ max: 60 }),
        late: fc.nat({ max: 50 }),
        idle: fc.nat({ max: 60 }),
        careless: fc.nat({ max: 100 }),
      }),
      seed: fc.string(),
    });
    fc.assert(
      fc.property(trial, ({ count, perReviewer, isRolling, shares, seed }) => {
        const apart = apartOf([{ memberIds: pairOf(id(0), id(1)) }]);
        const course = courseOf(count, { perReviewer, isRolling, apart });
        const { partOf, idle, reviews } = dryRun(course, shares, seed);
        expect(partOf.size).toBe(count);
        expect(new Set(reviews.map((review) => review.id)).size).toBe(reviews.length);
        for (const { authorId, reviewerId } of reviews) {
          expect(authorId).not.toBe(reviewerId);
          expect(isApart(apart, authorId, reviewerId)).toBe(false);
          expect([partOf.get(authorId), partOf.get(reviewerId)]).not.toContain('missing');
        }
        const missing = [...partOf.values()].filter((part) => part === 'missing').length;
        expect(missing).toBe(Math.round((count * shares.missing) / 100));
        expect(idle.size).toBe(Math.round(((count - missing) * shares.idle) / 100));
      }),
      { numRuns: 120 },
    );
  });

  test('the same draw is the same; late works get their reviewers too', () => {
    const shares = { ...NOTHING, missing: 20, late: 25 };
    const run = dryRun(courseOf(40), shares, 'a');
    expect(dryRun(courseOf(40), shares, 'a')).toEqual(run);
    expect(dryRun(courseOf(40), shares, 'b')).not.toEqual(run);
    for (const [author, part] of run.partOf)
      if (part === 'late')
        expect(run.reviews.filter(({ authorId }) => authorId === author).length).toBeGreaterThanOrEqual(3);
  });

  test('within sections nobody reviews anybody of another', () => {
    const sectionsOf = new Map(Array.from({ length: 20 }, (_, index) => [id(index), [`s${index % 2}`]]));
    for (const isRolling of [false, true]) {
      const { reviews } = dryRun(courseOf(20, { sectionsOf, isRolling }), NOTHING, 'a');
      expect(reviews).toHaveLength(60);
      for (const { authorId, reviewerId } of reviews)
        expect(sectionsOf.get(authorId)).toEqual(sectionsOf.get(reviewerId));
    }
  });
});

test('with works of other topics nobody reviews anybody of the own one', () => {
  const topicsOf = new Map(Array.from({ length: 21 }, (_, index) => [id(index), [`t${index % 3}`]]));
  for (const isRolling of [false, true]) {
    const { reviews } = dryRun(courseOf(21, { topicsOf, isRolling }), { ...NOTHING, late: 20 }, 'a');
    expect(reviews.length).toBeGreaterThanOrEqual(60);
    for (const { authorId, reviewerId } of reviews)
      expect(topicsOf.get(authorId)).not.toEqual(topicsOf.get(reviewerId));
  }
});

describe('invented grades', () => {
  const settings = buildSettings();
  const offOf = (perReviewer: number, careless: number): number => {
    const { reviews } = dryRun(courseOf(100, { perReviewer }), NOTHING, 'a');
    const { weighed, worth } = inventGrades(reviews, settings, careless, 'a');
    const works = combinedWorks(weighed, 'mean');
    expect(works).toHaveLength(100);
    return (
      works.reduce((sum, { authorId, percent }) => sum + Math.abs(percent - (worth.get(authorId) ?? 0)), 0) /
      100
    );
  };

  test('more reviews make grades more certain, careless reviewers less', () => {
    expect(offOf(5, 0)).toBeLessThan(offOf(1, 0));
    expect(offOf(3, 0)).toBeLessThan(offOf(3, 60));
  });

  test('no reviews, or a rubric of comments alone, give no grades', () => {
    expect(inventGrades([], settings, 0, 'a').weighed.works.size).toBe(0);
    const { reviews } = dryRun(courseOf(5), NOTHING, 'a');
    const words = settings.criteria.map((criterion) => ({
      ...criterion,
      kind: { type: 'comment' as const },
    }));
    expect(inventGrades(reviews, { ...settings, criteria: words }, 0, 'a').weighed.works.size).toBe(0);
  });
});

const facts = (overrides: Partial<DryRunFacts> = {}): DryRunFacts => ({
  learners: 4,
  tried: 4,
  wanted: 2,
  least: 2,
  isRolling: false,
  works: 4,
  late: 0,
  reviewers: [2, 2, 2, 2],
  received: [2, 2, 2, 2],
  tasks: [2, 2, 2, 2],
  off: 3,
  ...overrides,
});

test.each<[string, Partial<DryRunFacts>, object[]]>([
  ['a course in which all goes well', {}, []],
  [
    'nobody to review',
    { works: 1, reviewers: [0], received: [0], tasks: [0] },
    [{ kind: 'tooFew', works: 1 }],
  ],
  [
    'too few works for what each is to review: said once',
    { wanted: 5, least: 5, reviewers: [3, 3, 3, 3], received: [3, 3, 3, 3], tasks: [3, 3, 3, 3] },
    [{ kind: 'smallCourse', possible: 3, wanted: 5 }],
  ],
  [
    'works that lack reviews because some write none',
    { received: [2, 1, 0, 2] },
    [
      { kind: 'noReview', works: 1 },
      { kind: 'oneReview', works: 1 },
      { kind: 'unwritten', works: 2, wanted: 2 },
    ],
  ],
  [
    'late works make others write more',
    { late: 1, tasks: [3, 2, 3, 2] },
    [{ kind: 'lateWorks', works: 1, helpers: 2 }],
  ],
  [
    'people apart leave gaps',
    { reviewers: [1, 2, 2, 2], tasks: [2, 1, 2, 2] },
    [
      { kind: 'fewReviewers', works: 1, wanted: 2 },
      { kind: 'fewTasks', people: 1, wanted: 2 },
    ],
  ],
  ['grades that are far off', { off: 9 }, [{ kind: 'uncertain', off: 9 }]],
  ['a part of a large course', { learners: 9 }, [{ kind: 'part', tried: 4, learners: 9 }]],
])('%s', (_rule, overrides, expected) => {
  expect(warningsOf(facts(overrides))).toEqual(expected);
});
