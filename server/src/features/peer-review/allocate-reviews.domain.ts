import { seededRandom, shuffle } from '../../core/random.ts';
import { allocate } from './allocation.domain.ts';
import type { Review, Submission } from './peer-review.domain.ts';

export interface AllocatedReviews {
  readonly reviews: Review[];
  /** Reviews that were asked for and cannot be had: too few works. */
  readonly shortfall: number;
}

/** The id of a review names the work and its reviewer, so allocating twice makes no second review. */
export const reviewIdOf = (submissionId: string, reviewerId: string): string =>
  `${submissionId}-${reviewerId}`;

/**
 * The reviews to be written, from what was handed in. The same submissions and seed give the same reviews, whatever
 * order they come in. Labels are drawn by the seed too, so they say nothing about ids or who came first.
 */
export function allocateReviews(
  submissions: readonly Submission[],
  perReviewer: number,
  seed: string,
): AllocatedReviews {
  const works = submissions.filter(({ testUser }) => !testUser).sort((a, b) => (a.id < b.id ? -1 : 1));
  const random = seededRandom(seed);
  const allocation = allocate({ count: works.length, perReviewer }, random);
  const reviews: Review[] = [];
  const labelOf = drawLabels(works.length, allocation.works, random);
  works.forEach((reviewer, index) => {
    const start = index * allocation.perReviewer;
    const letters = shuffle(numbers(allocation.perReviewer), random);
    letters.forEach((letter, position) => {
      const work = works[allocation.works[start + position] ?? -1];
      if (!work) return;
      reviews.push({
        id: reviewIdOf(work.id, reviewer.authorId),
        courseId: work.courseId,
        activityId: work.activityId,
        submissionId: work.id,
        submissionVersion: work.version,
        authorId: work.authorId,
        reviewerId: reviewer.authorId,
        workLabel: String.fromCodePoint(65 + letter),
        reviewerLabel: String(labelOf[start + position]),
        extra: false,
        state: 'toDo',
        version: 0,
        points: null,
        maximum: null,
      });
    });
  });
  return { reviews, shortfall: allocation.shortfall };
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
