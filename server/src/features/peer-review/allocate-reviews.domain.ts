import { seededRandom, shuffle } from '../../core/random.ts';
import { allocate } from './allocation.domain.ts';
import type { Review, Submission } from './peer-review.domain.ts';
import { type Apart, conflictsAmong } from './review-exclusions.domain.ts';
import { topicNumbers, type Topics } from './review-pools.domain.ts';

export interface AllocatedReviews {
  readonly reviews: Review[];
  /** Reviews that were asked for and cannot be had: too few works. */
  readonly shortfall: number;
}

/** The id of a review names the work and its reviewer, so allocating twice makes no second review. */
export const reviewIdOf = (submissionId: string, reviewerId: string): string =>
  `${submissionId}-${reviewerId}`;

/** A review that somebody is to write. @param extra beside the reviews that everybody has */
export const newReview = (
  work: Pick<Submission, 'id' | 'courseId' | 'activityId' | 'authorId' | 'group' | 'version'>,
  reviewerId: string,
  workLabel: string,
  reviewerLabel: string,
  extra: boolean,
): Review => ({
  id: reviewIdOf(work.id, reviewerId),
  courseId: work.courseId,
  activityId: work.activityId,
  submissionId: work.id,
  submissionVersion: work.version,
  authorId: work.authorId,
  ...(work.group && { group: work.group }),
  reviewerId,
  workLabel,
  reviewerLabel,
  extra,
  state: 'toDo',
  version: 0,
  points: null,
  maximum: null,
});

/**
 * The reviews to be written, from what was handed in. The same submissions and seed give the same reviews, whatever
 * order they come in. Labels are drawn by the seed too, so they say nothing about ids or who came first.
 *
 * @param apart who must not review whom @param topics people of one topic do not review each other; null: they may
 */
export function allocateReviews(
  submissions: readonly Submission[],
  perReviewer: number,
  seed: string,
  apart: Apart = new Map(),
  topics: Topics | null = null,
): AllocatedReviews {
  const works = submissions.filter(({ testUser }) => !testUser).sort((a, b) => (a.id < b.id ? -1 : 1));
  const random = seededRandom(seed);
  const authors = works.map(({ authorId }) => authorId);
  const conflicts = conflictsAmong(authors, apart);
  const groups = topics && { groupOf: topicNumbers(authors, topics) };
  const allocation = allocate({ count: works.length, perReviewer, conflicts, ...groups }, random);
  const reviews: Review[] = [];
  const labelOf = drawLabels(works.length, allocation.works, random);
  works.forEach((reviewer, index) => {
    const start = index * allocation.perReviewer;
    const letters = shuffle(numbers(allocation.perReviewer), random);
    letters.forEach((letter, position) => {
      const work = works[allocation.works[start + position] ?? -1];
      if (!work) return;
      const workLabel = String.fromCodePoint(65 + letter);
      reviews.push(newReview(work, reviewer.authorId, workLabel, String(labelOf[start + position]), false));
    });
  });
  return { reviews, shortfall: allocation.shortfall };
}

/** The same in several pools, each by itself: nobody reviews anybody of another pool. */
export function allocateInPools(
  pools: readonly (readonly Submission[])[],
  perReviewer: number,
  seed: string,
  apart: Apart = new Map(),
  topics: Topics | null = null,
): AllocatedReviews {
  const all = pools.map((works, index) =>
    // One pool alone is drawn as if there were no pools.
    allocateReviews(works, perReviewer, pools.length === 1 ? seed : `${seed}/${index}`, apart, topics),
  );
  return {
    reviews: all.flatMap(({ reviews }) => reviews),
    shortfall: all.reduce((sum, { shortfall }) => sum + shortfall, 0),
  };
}

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

/** Numbers the reviews of each work from 1, in random order. @returns the number of each slot. */
function drawLabels(count: number, works: Int32Array, random: () => number): Int32Array {
  const slotsOf = Array.from({ length: count }, (): number[] => []);
  works.forEach((work, slot) => slotsOf[work]?.push(slot));
  const labels = new Int32Array(works.length);
  for (const slots of slotsOf) {
    shuffle(slots, random).forEach((slot, index) => {
      labels[slot] = index + 1;
    });
  }
  return labels;
}
