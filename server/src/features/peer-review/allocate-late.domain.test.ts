import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { buildSubmission } from '../../../../test/factories/peer-review-entities.ts';
import { allocateLate, type LateSnapshot } from './allocate-late.domain.ts';
import { allocateReviews } from './allocate-reviews.domain.ts';
import type { Review, Submission } from './peer-review.domain.ts';

const workOf = (name: string): Submission => buildSubmission({ id: `w-${name}`, authorId: name });

/** A class whose reviews are allocated, and one more work. */
function snapshotOf(
  size: number,
  perReviewer: number,
): LateSnapshot & { readonly before: readonly Review[] } {
  const others = Array.from({ length: size }, (_, index) => workOf(`p${index}`));
  const before = allocateReviews(others, perReviewer, 'seed').reviews;
  const countBy = (keyOf: (review: Review) => string): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const review of before) counts.set(keyOf(review), (counts.get(keyOf(review)) ?? 0) + 1);
    return counts;
  };
  return {
    before,
    work: workOf('late'),
    others,
    givenBy: countBy(({ reviewerId }) => reviewerId),
    receivedBy: countBy(({ submissionId }) => submissionId),
    ofWork: [],
    toAuthor: [],
    mayReview: () => true,
  };
}

const sizes = { size: fc.integer({ min: 0, max: 30 }), perReviewer: fc.integer({ min: 1, max: 5 }) };

test('a late work gets its reviewers, its author works to review; never their own, never one twice', () => {
  fc.assert(
    fc.property(fc.record(sizes), ({ size, perReviewer }) => {
      const snapshot = snapshotOf(size, perReviewer);
      const made = allocateLate(snapshot, perReviewer, 'seed');
      const enough = Math.min(size, perReviewer);
      expect(made.filter(({ submissionId }) => submissionId === 'w-late')).toHaveLength(enough);
      expect(made.filter(({ reviewerId }) => reviewerId === 'late')).toHaveLength(enough);
      expect(made.filter(({ reviewerId, authorId }) => reviewerId === authorId)).toEqual([]);
      const all = [...snapshot.before, ...made];
      expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
      // Pseudonyms stay different for each reader.
      expect(new Set(all.map(({ reviewerId, workLabel }) => `${reviewerId} ${workLabel}`)).size).toBe(
        all.length,
      );
      expect(
        new Set(all.map(({ submissionId, reviewerLabel }) => `${submissionId} ${reviewerLabel}`)).size,
      ).toBe(all.length);
    }),
  );
});

test('after a crash in between only what is missing is added', () => {
  fc.assert(
    fc.property(fc.record({ ...sizes, kept: fc.nat(10) }), ({ size, perReviewer, kept }) => {
      const snapshot = snapshotOf(size, perReviewer);
      const first = allocateLate(snapshot, perReviewer, 'seed').slice(0, kept);
      const ofWork = first.filter(({ submissionId }) => submissionId === 'w-late');
      const toAuthor = first.filter(({ reviewerId }) => reviewerId === 'late');
      const second = allocateLate({ ...snapshot, ofWork, toAuthor }, perReviewer, 'seed');
      const all = [...first, ...second];
      const enough = Math.min(size, perReviewer);
      expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
      expect(all.filter(({ submissionId }) => submissionId === 'w-late')).toHaveLength(enough);
      expect(all.filter(({ reviewerId }) => reviewerId === 'late')).toHaveLength(enough);
    }),
  );
});

test('those who have least to do review it, as long as they still can; for them it is extra', () => {
  const snapshot = snapshotOf(4, 2);
  const busy = new Map([...snapshot.givenBy].map(([id, count]) => [id, id === 'p0' ? 0 : count]));
  const made = allocateLate(
    { ...snapshot, givenBy: busy, mayReview: (id) => id !== 'p1' && id !== 'p2' },
    2,
    'seed',
  );
  expect(made.filter(({ extra }) => extra).map(({ reviewerId }) => reviewerId)).toEqual(['p0', 'p3']);
  expect(made.filter(({ reviewerId }) => reviewerId === 'late').every(({ extra }) => !extra)).toBe(true);
});

test('the same works and seed draw the same, in whatever order they come', () => {
  const snapshot = snapshotOf(8, 3);
  const made = allocateLate(snapshot, 3, 'seed');
  expect(allocateLate({ ...snapshot, others: snapshot.others.toReversed() }, 3, 'seed')).toEqual(made);
  expect(allocateLate(snapshot, 3, 'other seed')).not.toEqual(made);
});
