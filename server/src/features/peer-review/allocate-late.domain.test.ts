import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { buildSubmission } from '../../../../test/factories/peer-review-entities.ts';
import { allocateLate, freeLabel, type LateSnapshot, letterOf } from './allocate-late.domain.ts';
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
  const labelsBy = (key: 'reviewerId' | 'submissionId', label: 'workLabel' | 'reviewerLabel') => {
    const labels = new Map<string, string[]>();
    for (const review of before) labels.set(review[key], [...(labels.get(review[key]) ?? []), review[label]]);
    return labels;
  };
  return {
    before,
    work: workOf('late'),
    others,
    givenBy: labelsBy('reviewerId', 'workLabel'),
    receivedBy: labelsBy('submissionId', 'reviewerLabel'),
    ofWork: [],
    lost: 0,
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
  const busy = new Map([...snapshot.givenBy].map(([id, labels]) => [id, id === 'p0' ? [] : labels]));
  const made = allocateLate(
    { ...snapshot, givenBy: busy, mayReview: (id) => id !== 'p1' && id !== 'p2' },
    2,
    'seed',
  );
  expect(made.filter(({ extra }) => extra).map(({ reviewerId }) => reviewerId)).toEqual(['p0', 'p3']);
  expect(made.filter(({ reviewerId }) => reviewerId === 'late').every(({ extra }) => !extra)).toBe(true);
});

test('what people who have left were to write is given to others, under labels that are free', () => {
  const snapshot = snapshotOf(5, 2);
  const work = snapshot.others[0];
  if (!work) throw new Error('no work');
  const ofWork = snapshot.before.filter(({ submissionId }) => submissionId === work.id);
  const toAuthor = snapshot.before.filter(({ reviewerId }) => reviewerId === work.authorId);
  const [gone] = ofWork;
  const others = snapshot.others.filter(({ authorId }) => authorId !== gone?.reviewerId);
  const made = allocateLate({ ...snapshot, work, others, ofWork, toAuthor, lost: 1 }, 2, 'seed');
  expect(made).toHaveLength(1);
  expect(made[0]).toMatchObject({ submissionId: work.id, extra: true, reviewerLabel: '3' });
  expect(ofWork.map(({ reviewerId }) => reviewerId)).not.toContain(made[0]?.reviewerId);
  expect(freeLabel(['A', 'C'], letterOf)).toBe('B');
});

test('the same works and seed draw the same, in whatever order they come', () => {
  const snapshot = snapshotOf(8, 3);
  const made = allocateLate(snapshot, 3, 'seed');
  expect(allocateLate({ ...snapshot, others: snapshot.others.toReversed() }, 3, 'seed')).toEqual(made);
  expect(allocateLate(snapshot, 3, 'other seed')).not.toEqual(made);
});
