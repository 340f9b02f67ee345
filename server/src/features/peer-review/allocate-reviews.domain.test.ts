import { expect, test } from '@jest/globals';
import { buildSubmission } from '../../../../test/factories/peer-review-entities.ts';
import { shuffle, seededRandom } from '../../core/random.ts';
import { allocateReviews } from './allocate-reviews.domain.ts';

const works = Array.from({ length: 12 }, (_, index) =>
  buildSubmission({
    id: `work${String(index).padStart(2, '0')}`,
    authorId: `author${index}`,
    version: index + 1,
  }),
);

test('the same works and seed give the same reviews, in whatever order the works come', () => {
  const expected = allocateReviews(works, 3, 'seed');
  for (let order = 0; order < 10; order++) {
    expect(allocateReviews(shuffle([...works], seededRandom(String(order))), 3, 'seed')).toEqual(expected);
  }
});

test('labels count up for each reviewer and for each work', () => {
  const { reviews } = allocateReviews(works, 3, 'seed');
  for (const { authorId } of works) {
    const given = reviews.filter(({ reviewerId }) => reviewerId === authorId);
    const received = reviews.filter((review) => review.authorId === authorId);
    expect(given.map(({ workLabel }) => workLabel).sort()).toEqual(['A', 'B', 'C']);
    expect(received.map(({ reviewerLabel }) => reviewerLabel).sort()).toEqual(['1', '2', '3']);
  }
});

test('a label says nothing about the order of ids: over many seeds each place is as likely', () => {
  let first = 0;
  for (let seed = 0; seed < 300; seed++) {
    const { reviews } = allocateReviews(works, 3, String(seed));
    const given = reviews.filter(({ reviewerId }) => reviewerId === 'author0');
    const lowest = given.reduce((a, b) => (a.submissionId < b.submissionId ? a : b));
    if (lowest.workLabel === 'A') first++;
  }
  // A third of 300, give or take five standard deviations.
  expect(Math.abs(first - 100)).toBeLessThan(41);
});

test('a review names the version of the work it is about', () => {
  for (const review of allocateReviews(works, 2, 'seed').reviews) {
    expect(review.submissionVersion).toBe(works.find(({ id }) => id === review.submissionId)?.version);
  }
});

test('the test student is neither reviewer nor author', () => {
  const tester = buildSubmission({ id: 'test', authorId: 'tester', testUser: true });
  expect(allocateReviews([...works, tester], 3, 'seed')).toEqual(allocateReviews(works, 3, 'seed'));
});

test('too few works: everybody reviews all others, and what is missing is said', () => {
  const { reviews, shortfall } = allocateReviews(works.slice(0, 3), 5, 'seed');
  expect(reviews).toHaveLength(6);
  expect(shortfall).toBe(9);
});
