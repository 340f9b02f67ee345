import { allocateLate, freeLabel, type LateSnapshot, letterOf } from './allocate-late.domain.ts';
import type { Review, Submission } from './peer-review.domain.ts';

interface ReplaceSnapshot extends Pick<LateSnapshot, 'others' | 'givenBy' | 'receivedBy'> {
  /** The reviewer's own work. */
  readonly own: Submission;
  /** Who of those whose work it is; by default its author. */
  readonly reviewerId?: string;
  /** What the reviewer has to review, with what is taken away. */
  readonly tasks: readonly Review[];
}

/** Another work for somebody whose review is taken away: the one with fewest reviews; null where there is none left. */
export function chooseInstead(
  { own, reviewerId = own.authorId, tasks, ...snapshot }: ReplaceSnapshot,
  seed: string,
): Review | null {
  const [chosen] = allocateLate(
    { ...snapshot, work: own, ofWork: [], lost: 0, toAuthor: tasks, mayReview: (id) => id === reviewerId },
    tasks.length + 1,
    // Who is given another work twice draws twice.
    `${seed}/${tasks.map(({ id }) => id).join()}`,
  );
  return chosen ?? null;
}

/**
 * The review under signs that nobody has: where reviews were taken away, counting them says nothing.
 *
 * @param ofWork what the work's author gets @param tasks what the reviewer has
 */
export const withFreeLabels = (
  review: Review,
  ofWork: readonly Pick<Review, 'reviewerLabel'>[],
  tasks: readonly Pick<Review, 'workLabel'>[],
): Review => ({
  ...review,
  reviewerLabel: String(
    ofWork.reduce((most, { reviewerLabel }) => Math.max(most, Number(reviewerLabel)), 0) + 1,
  ),
  workLabel: freeLabel(
    tasks.map(({ workLabel }) => workLabel),
    letterOf,
  ),
});
