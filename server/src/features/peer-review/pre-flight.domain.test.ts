import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { buildSettings } from '../../../../test/factories/peer-review.ts';
import { dryRun, type DryRunCourse } from './pre-flight.domain.ts';
import { inventComparisons } from './pre-flight-comparisons.domain.ts';
import { inventGrades } from './pre-flight-grades.domain.ts';
import { type DryRunFacts, warningsOf } from './pre-flight-warnings.domain.ts';
import { apartOf, isApart, pairOf } from './review-exclusions.domain.ts';
import { combinedWorks } from './weigh-reviews.service.ts';

const id = (index: number): string => `m${String(index).padStart(3, '0')}`;
const courseOf = (count: number, overrides: Partial<DryRunCourse> = {}): DryRunCourse => ({
  courseId: 'course',
  activityId: 'activity',
  authors: Array.from({ length: count }, (_, index) => ({ id: id(index) })),
  together: null,
  isComparing: false,
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

/** Groups of one to four. */
const groupOf = (group: number, size = 1 + (group % 4)) => ({
  id: `g${group}`,
  name: null,
  memberIds: Array.from({ length: size }, (_, member) => `g${group}-m${member}`),
});
const ofGroups = (count: number, overrides: Partial<DryRunCourse> = {}): DryRunCourse => {
  const groups = Array.from({ length: count }, (_, group) => groupOf(group));
  return courseOf(0, { authors: groups.map((group) => ({ id: group.id, group })), ...overrides });
};

describe('a dry run with groups', () => {
  const trial = fc.record({
    count: fc.integer({ min: 2, max: 30 }),
    perReviewer: fc.integer({ min: 1, max: 4 }),
    isRolling: fc.boolean(),
    late: fc.nat({ max: 50 }),
    missing: fc.nat({ max: 50 }),
    seed: fc.string(),
  });

  test('at any size, at once or rolling: nobody reviews the own group’s work, or one twice', () => {
    fc.assert(
      fc.property(trial, ({ count, perReviewer, isRolling, late, missing, seed }) => {
        const course = ofGroups(count, { perReviewer, isRolling });
        const { partOf, works, reviews, reviewers } = dryRun(course, { ...NOTHING, late, missing }, seed);
        expect(partOf.size).toBe(count);
        expect(works.size).toBe(count - Math.round((count * missing) / 100));
        expect(new Set(reviews.map((review) => review.id)).size).toBe(reviews.length);
        for (const { group, reviewerId } of reviews) {
          expect(group?.memberIds).not.toContain(reviewerId);
          expect(reviewers.has(reviewerId)).toBe(true);
        }
        // A late work is given to as many as it is to have, not to everybody who has too few.
        if ([...partOf.values()].includes('late')) return;
        const each = Math.min(perReviewer, works.size - 1);
        for (const id of reviewers)
          expect(reviews.filter((one) => one.reviewerId === id).length).toBeGreaterThanOrEqual(each);
      }),
      { numRuns: 80 },
    );
  });

  test('groups that review together: no work that anybody in them has a part in', () => {
    fc.assert(
      fc.property(trial, ({ count, perReviewer, late, seed }) => {
        const { authors } = ofGroups(count);
        const together = authors.flatMap(({ group }) => group ?? []);
        const course = ofGroups(count, { perReviewer, together });
        const { reviews, reviewers } = dryRun(course, { ...NOTHING, late }, seed);
        expect(reviewers.size).toBe(count);
        for (const { group, reviewerId } of reviews) expect(group?.id).not.toBe(reviewerId);
        const each = Math.min(perReviewer, count - 1);
        for (const id of reviewers)
          expect(reviews.filter((one) => one.reviewerId === id).length).toBeGreaterThanOrEqual(each);
      }),
      { numRuns: 60 },
    );
  });

  test('where a set is in sections, groups review within theirs', () => {
    const people = ofGroups(12).authors.flatMap(({ group }, at) =>
      (group?.memberIds ?? []).map((member) => [member, [`s${at % 2}`]] as const),
    );
    const sectionsOf = new Map(people);
    for (const isRolling of [false, true]) {
      const { reviews } = dryRun(ofGroups(12, { sectionsOf, isRolling }), { ...NOTHING, late: 20 }, 'a');
      expect(reviews.length).toBeGreaterThan(60);
      for (const { authorId, reviewerId } of reviews)
        expect(sectionsOf.get(authorId)).toEqual(sectionsOf.get(reviewerId));
    }
  });
});

describe('a dry run of comparisons', () => {
  test('at any size: two works of others, no pair twice, and late works get into pairs as well', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 1, max: 5 }),
        fc.nat({ max: 50 }),
        fc.string(),
        (count, perReviewer, late, seed) => {
          const course = courseOf(count, { perReviewer, isComparing: true });
          const { comparisons, reviews, works } = dryRun(course, { ...NOTHING, late }, seed);
          expect(reviews).toEqual([]);
          expect(new Set(comparisons.map((one) => one.id)).size).toBe(comparisons.length);
          for (const { authorIds, reviewerId } of comparisons) {
            expect(new Set(authorIds).size).toBe(2);
            expect(authorIds).not.toContain(reviewerId);
          }
          if (count < 3) return;
          const compared = new Set(comparisons.flatMap(({ authorIds }) => authorIds));
          expect(compared.size).toBe(works.size);
        },
      ),
      { numRuns: 80 },
    );
  });

  test('works of groups are compared by members of others, and by those of the own section where it is so', () => {
    const authors = Array.from({ length: 12 }, (_, group) => {
      const memberIds = [0, 1, 2].map((member) => id(3 * group + member));
      return { id: `g${group}`, group: { id: `g${group}`, name: null, memberIds } };
    });
    const sectionOf = (index: number): string => `s${Math.floor(index / 3) % 2}`;
    const sectionsOf = new Map(Array.from({ length: 36 }, (_, index) => [id(index), [sectionOf(index)]]));
    for (const sections of [null, sectionsOf]) {
      const course = courseOf(0, { authors, isComparing: true, sectionsOf: sections });
      const { comparisons, works } = dryRun(course, { ...NOTHING, late: 20 }, 'a');
      expect(new Set(comparisons.map(({ reviewerId }) => reviewerId)).size).toBe(36);
      for (const { authorIds, reviewerId } of comparisons) {
        expect(authorIds).not.toContain(reviewerId);
        for (const authorId of sections ? authorIds : [])
          expect(sections?.get(authorId)).toEqual(sections?.get(reviewerId));
      }
      const { results } = inventComparisons(comparisons, buildSettings(), 0, 'a');
      expect(results.size).toBe(works.size);
    }
  });

  test('more of them place works more truly, careless people less', () => {
    const settings = buildSettings();
    const agreement = (perReviewer: number, careless: number): number => {
      const { comparisons } = dryRun(courseOf(60, { perReviewer, isComparing: true }), NOTHING, 'a');
      const { results, worth } = inventComparisons(comparisons, settings, careless, 'a');
      const pairs = [...results.values()];
      const right = pairs.flatMap((one) =>
        pairs.flatMap((other) =>
          one.strength > other.strength
            ? [(worth.get(one.authorId) ?? 0) > (worth.get(other.authorId) ?? 0)]
            : [],
        ),
      );
      return right.filter(Boolean).length / right.length;
    };
    expect(agreement(6, 0)).toBeGreaterThan(0.75);
    expect(agreement(6, 0)).toBeGreaterThan(agreement(1, 0));
    expect(agreement(6, 0)).toBeGreaterThan(agreement(6, 80));
  });
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
  noGroup: 0,
  noReviewGroup: 0,
  isComparing: false,
  possible: 3,
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
  [
    'learners in no group hand in nothing, and review nothing where groups do',
    { noGroup: 2, noReviewGroup: 1 },
    [
      { kind: 'noGroup', people: 2 },
      { kind: 'noReviewGroup', people: 1 },
    ],
  ],
  [
    'two works are too few to compare',
    { isComparing: true, works: 2, reviewers: [0, 0], received: [0, 0], tasks: [0, 0] },
    [{ kind: 'tooFewToCompare', works: 2 }],
  ],
  [
    'three works make one pair for each',
    { isComparing: true, works: 3, possible: 1, received: [2, 2, 0], tasks: [1, 1, 1] },
    [
      { kind: 'smallToCompare', possible: 1, wanted: 2 },
      { kind: 'fewComparisons', works: 1, wanted: 1 },
    ],
  ],
  [
    'comparisons that cannot be had, and places that are uncertain',
    { isComparing: true, received: [4, 4, 1, 4], tasks: [2, 1, 2, 2], off: 12 },
    [
      { kind: 'fewComparisons', works: 1, wanted: 2 },
      { kind: 'fewPairs', people: 1, wanted: 2 },
      { kind: 'uncertainCompared', off: 12 },
    ],
  ],
  ['a part of a large course', { learners: 9 }, [{ kind: 'part', tried: 4, learners: 9 }]],
])('%s', (_rule, overrides, expected) => {
  expect(warningsOf(facts(overrides))).toEqual(expected);
});
