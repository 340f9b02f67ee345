import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { buildSubmission } from '../../../../test/factories/peer-review-entities.ts';
import { allocateTogether } from './allocate-groups.domain.ts';
import { allocateTogetherLate, groupsThatReview } from './allocate-together.domain.ts';
import { type AuthorGroup, authorsOf, type Review, type Submission } from './peer-review.domain.ts';
import { apartOf } from './review-exclusions.domain.ts';

const groupOf = (place: number, size: number): AuthorGroup => ({
  id: `g${place}`,
  name: `Group ${place}`,
  memberIds: Array.from({ length: size }, (_, index) => `g${place}-m${index}`),
});
const groupsOf = (sizes: readonly number[]) => sizes.map((size, place) => groupOf(place, size));
/** Each group's work, or one of each member. */
const worksOf = (groups: readonly AuthorGroup[], isShared: boolean): Submission[] =>
  groups.flatMap((group): Submission[] =>
    isShared
      ? [buildSubmission({ id: `w-${group.id}`, authorId: group.memberIds[0] ?? '', group })]
      : group.memberIds.map((authorId) => buildSubmission({ id: `w-${authorId}`, authorId })),
  );
const labelsIn = (
  reviews: readonly Review[],
  by: 'reviewerId' | 'submissionId',
  label: 'workLabel' | 'reviewerLabel',
) => {
  const found = new Map<string, string[]>();
  for (const one of reviews) found.set(one[by], [...(found.get(one[by]) ?? []), one[label]]);
  return found;
};
const late = (works: Submission[], groups: AuthorGroup[], given: Review[], k: number, apart = apartOf([])) =>
  allocateTogetherLate(
    {
      works,
      groups,
      given,
      givenBy: labelsIn(given, 'reviewerId', 'workLabel'),
      receivedBy: labelsIn(given, 'submissionId', 'reviewerLabel'),
      apart,
      mayReview: () => true,
    },
    k,
    'seed',
  );

/** What must hold whatever comes: never a work that somebody in it has a part in, none twice, labels that tell them apart. */
function expectFair(reviews: readonly Review[], works: readonly Submission[]): void {
  const workOf = new Map(works.map((work) => [work.id, work]));
  for (const { reviewers, submissionId, reviewerId } of reviews) {
    const authors = authorsOf(workOf.get(submissionId) as Submission);
    expect(reviewers?.id).toBe(reviewerId);
    expect(reviewers?.memberIds.filter((id) => authors.includes(id))).toEqual([]);
  }
  const pairs = reviews.map(({ submissionId, reviewerId }) => `${submissionId}/${reviewerId}`);
  expect(new Set(pairs).size).toBe(pairs.length);
  for (const labels of labelsIn(reviews, 'reviewerId', 'workLabel').values())
    expect(new Set(labels).size).toBe(labels.length);
  for (const labels of labelsIn(reviews, 'submissionId', 'reviewerLabel').values())
    expect(new Set(labels).size).toBe(labels.length);
}

const sizes = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 9 });
const asked = fc.integer({ min: 1, max: 4 });

describe('groups that review together', () => {
  test('have as many works as can be had, none of their own and none twice, and the works get even numbers', () => {
    fc.assert(
      fc.property(sizes, asked, fc.boolean(), fc.string(), (counts, k, isShared, seed) => {
        const groups = groupsOf(counts);
        const works = worksOf(groups, isShared);
        const { reviews } = allocateTogether(works, groups, k, seed);
        expectFair(reviews, works);
        for (const { id, memberIds } of groups) {
          const foreign = works.filter((work) => !authorsOf(work).some((one) => memberIds.includes(one)));
          const own = reviews.filter(({ reviewerId }) => reviewerId === id);
          expect(own).toHaveLength(Math.min(k, foreign.length));
        }
        if (!isShared) return;
        const received = works.map(({ id }) => reviews.filter((one) => one.submissionId === id).length);
        expect(Math.max(...received) - Math.min(...received)).toBeLessThanOrEqual(1);
        // Nothing is left for those who come late.
        expect(late(works, groups, reviews, k)).toEqual([]);
      }),
    );
  });

  test('get what comes late, in whatever order, and stay as fair; once more gives nothing more', () => {
    fc.assert(
      fc.property(sizes, asked, fc.boolean(), fc.nat({ max: 8 }), (counts, k, isShared, cut) => {
        const all = groupsOf(counts);
        const works = worksOf(all, isShared);
        const early = works.slice(0, cut);
        const groups = all.filter(({ memberIds }) =>
          early.some((work) => authorsOf(work).some((id) => memberIds.includes(id))),
        );
        const first = allocateTogether(early, groups, k, 'seed').reviews;
        const made = [...first, ...late(works, all, first, k)];
        expectFair(made, works);
        expect(late(works, all, made, k)).toEqual([]);
        // Where several groups are there, no work stays without a review.
        if (all.length > 1)
          for (const { id } of works) expect(made.some((one) => one.submissionId === id)).toBe(true);
      }),
    );
  });

  test('never get a work of somebody whom one of them must not review', () => {
    const groups = groupsOf([2, 2, 2]);
    const works = worksOf(groups, true);
    const apart = apartOf([{ memberIds: ['g0-m1', 'g1-m1'] }]);
    const { reviews } = allocateTogether(works, groups, 2, 'seed', apart);
    const made = [...reviews, ...late(works, groups, reviews, 2, apart)];
    const pairs = made.map(({ reviewerId, submissionId }) => `${reviewerId} ${submissionId}`).sort();
    expect(pairs).toEqual(['g0 w-g2', 'g1 w-g2', 'g2 w-g0', 'g2 w-g1']);
  });

  test('are those in which somebody has handed in', () => {
    const places = new Map([
      ['ada', ['red']],
      ['ben', ['red']],
      ['cem', ['blue']],
    ]);
    expect(groupsThatReview(places, new Map([['red', 'Red']]), ['ben'])).toEqual([
      { id: 'red', name: 'Red', memberIds: ['ada', 'ben'] },
    ]);
  });
});
