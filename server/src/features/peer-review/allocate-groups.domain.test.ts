import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { seededRandom } from '../../core/random.ts';
import { buildSubmission } from '../../../../test/factories/peer-review-entities.ts';
import { allocateGroupWorks, allocateToGroups, reviewsPerWork } from './allocate-groups.domain.ts';
import { allocateLate } from './allocate-late.domain.ts';
import { authorsOf, type Review, type Submission } from './peer-review.domain.ts';

const sizes = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 0, maxLength: 12 });
const asked = fc.integer({ min: 1, max: 5 });

const groupsOf = (counts: readonly number[]): number[] =>
  counts.flatMap((count, group) => Array.from({ length: count }, () => group));

const receivedIn = (given: readonly (readonly number[])[], groups: number): number[] =>
  Array.from({ length: groups }, (_, group) => given.flat().filter((work) => work === group).length);

const work = (group: number, size: number): Submission => {
  const memberIds = Array.from({ length: size }, (_, index) => `g${group}-m${index}`);
  return buildSubmission({
    id: `work${group}`,
    authorId: memberIds[0] ?? '',
    group: { id: `g${group}`, name: `Group ${group}`, memberIds },
  });
};

test('everybody has as many works as can be had, never the own group’s and none twice', () => {
  fc.assert(
    fc.property(sizes, asked, fc.string(), (counts, perReviewer, seed) => {
      const groupOf = groupsOf(counts);
      const given = allocateToGroups(groupOf, counts.length, perReviewer, seededRandom(seed));
      const each = Math.max(0, Math.min(perReviewer, counts.length - 1));
      given.forEach((works, reviewer) => {
        expect(works).toHaveLength(each);
        expect(new Set(works).size).toBe(each);
        expect(works).not.toContain(groupOf[reviewer]);
      });
    }),
  );
});

test('groups of one size receive counts that differ by one at most', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 3, max: 14 }),
      fc.integer({ min: 1, max: 6 }),
      asked,
      fc.string(),
      (groups, size, perReviewer, seed) => {
        const groupOf = groupsOf(Array.from({ length: groups }, () => size));
        const received = receivedIn(
          allocateToGroups(groupOf, groups, perReviewer, seededRandom(seed)),
          groups,
        );
        expect(Math.max(...received) - Math.min(...received)).toBeLessThanOrEqual(1);
      },
    ),
  );
});

/** The most equal counts there can be, by trying everything: as few reviews as possible for the fullest work. */
function leastFullest(groupOf: readonly number[], groups: number, each: number): number {
  const choices = (reviewer: number): number[][] => {
    const others = Array.from({ length: groups }, (_, group) => group).filter(
      (one) => one !== groupOf[reviewer],
    );
    const pick = (from: number, left: number): number[][] =>
      left === 0
        ? [[]]
        : others
            .slice(from)
            .flatMap((one, at) => pick(from + at + 1, left - 1).map((rest) => [one, ...rest]));
    return pick(0, each);
  };
  const best = (reviewer: number, received: readonly number[]): number => {
    if (reviewer === groupOf.length) return Math.max(...received);
    return Math.min(
      ...choices(reviewer).map((works) =>
        best(
          reviewer + 1,
          received.map((count, group) => count + (works.includes(group) ? 1 : 0)),
        ),
      ),
    );
  };
  return best(
    0,
    Array.from({ length: groups }, () => 0),
  );
}

test('where groups differ in size, no other allocation spares the fullest work more', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 4 }),
      fc.integer({ min: 1, max: 2 }),
      fc.string(),
      (counts, perReviewer, seed) => {
        const groupOf = groupsOf(counts).slice(0, 6);
        const each = Math.min(perReviewer, counts.length - 1);
        const received = receivedIn(
          allocateToGroups(groupOf, counts.length, perReviewer, seededRandom(seed)),
          counts.length,
        );
        expect(Math.max(...received)).toBe(leastFullest(groupOf, counts.length, each));
      },
    ),
    { numRuns: 60 },
  );
});

test('four hundred groups of different sizes are dealt out within a moment', () => {
  const groupOf = groupsOf(Array.from({ length: 400 }, (_, index) => 2 + (index % 5)));
  const began = performance.now();
  const received = receivedIn(allocateToGroups(groupOf, 400, 3, seededRandom('seed')), 400);
  expect(Math.max(...received) - Math.min(...received)).toBeLessThanOrEqual(1);
  expect(performance.now() - began).toBeLessThan(5_000);
});

test('reviews of groups’ works: from everybody who is there, the same for the same seed, under signs of their own', () => {
  fc.assert(
    fc.property(sizes, asked, (counts, perReviewer) => {
      const works = counts.map((size, group) => work(group, size));
      const gone = 'g0-m0';
      const reviewersOf = (one: Submission) => authorsOf(one).filter((id) => id !== gone);
      const { reviews, shortfall } = allocateGroupWorks(works, reviewersOf, perReviewer, 'seed');
      expect(allocateGroupWorks(works.toReversed(), reviewersOf, perReviewer, 'seed').reviews).toEqual(
        reviews,
      );
      const people = works.flatMap(reviewersOf).length;
      expect(shortfall).toBe(people * perReviewer - reviews.length);
      for (const review of reviews) {
        expect(review.group?.memberIds).not.toContain(review.reviewerId);
        expect(review.reviewerId).not.toBe(gone);
      }
      const signs = (key: (review: Review) => string) => new Set(reviews.map(key)).size;
      expect(signs((one) => `${one.reviewerId} ${one.workLabel}`)).toBe(reviews.length);
      expect(signs((one) => `${one.submissionId} ${one.reviewerLabel}`)).toBe(reviews.length);
    }),
  );
});

test('a group’s work that comes late gets its share of reviewers, and each who shares it works of others', () => {
  const others = [0, 1, 2].map((group) => work(group, 3));
  const late = work(9, 2);
  const snapshot = {
    work: late,
    others,
    givenBy: new Map(),
    receivedBy: new Map(),
    ofWork: [],
    lost: 0,
    toAuthor: [],
  };
  const perWork = reviewsPerWork([3, 3, 3, 2], 2);
  const made = allocateLate({ ...snapshot, mayReview: () => true, perWork }, 2, 'seed');
  expect(made.filter(({ submissionId }) => submissionId === late.id)).toHaveLength(perWork);
  for (const id of authorsOf(late)) expect(made.filter((one) => one.reviewerId === id)).toHaveLength(2);
  for (const one of made) expect(authorsOf(one)).not.toContain(one.reviewerId);
  expect(new Set(made.map(({ id }) => id)).size).toBe(made.length);
});

test.each([
  ['single learners: as many as each writes', [1, 1, 1, 1], 3, 3],
  ['groups of three: three times as many', [3, 3, 3], 2, 6],
  ['different sizes: what all write, shared out', [1, 2, 4], 2, 4],
  ['two groups can only review each other', [2, 3], 4, 2],
  ['one alone has nobody', [3], 2, 0],
])('reviews for each work – %s', (_rule, counts, perReviewer, expected) =>
  expect(reviewsPerWork(counts, perReviewer)).toBe(expected),
);
