import { seededRandom, shuffle } from '../../core/random.ts';
import { reviewIdOf } from './allocate-reviews.domain.ts';
import type { Review, Submission } from './peer-review.domain.ts';

/** A work that came after the allocation, and what there is already. */
export interface LateSnapshot {
  readonly work: Submission;
  /** Other works whose authors are learners of the course. */
  readonly others: readonly Submission[];
  /** Reviews that each reviewer has to write, by member. */
  readonly givenBy: ReadonlyMap<string, number>;
  /** Reviews that each work gets, by submission. */
  readonly receivedBy: ReadonlyMap<string, number>;
  /** What is allocated of this work and to its author: less than wanted after a crash in between. */
  readonly ofWork: readonly Review[];
  readonly toAuthor: readonly Review[];
  /** Whether somebody can still review. */
  readonly mayReview: (memberId: string) => boolean;
}

/**
 * The reviews by which a late work gets its reviewers and its author works to review: those who have least to do, and the
 * works that have fewest reviews; who are equal by lot. Fewer than wanted when there are not enough.
 *
 * @param perReviewer reviews for each, as in the allocation
 * @param seed the allocation's, so that nobody can work out who drew whom
 */
export function allocateLate(snapshot: LateSnapshot, perReviewer: number, seed: string): Review[] {
  const { work, others, givenBy, receivedBy, ofWork, toAuthor, mayReview } = snapshot;
  const random = seededRandom(`${seed}/${work.id}`);
  const known = new Set([...ofWork, ...toAuthor].map(({ id }) => id));
  const fewest = (candidates: readonly Submission[], loadOf: (one: Submission) => number, wanted: number) =>
    shuffle([...candidates], random)
      .sort((a, b) => loadOf(a) - loadOf(b))
      .slice(0, Math.max(0, wanted));
  // The lot must not depend on the order in which the database answers.
  const sorted = others.filter(({ id }) => id !== work.id).sort((a, b) => (a.id < b.id ? -1 : 1));
  const reviewers = fewest(
    sorted.filter(({ authorId }) => mayReview(authorId) && !known.has(reviewIdOf(work.id, authorId))),
    ({ authorId }) => givenBy.get(authorId) ?? 0,
    perReviewer - ofWork.length,
  );
  const works = fewest(
    sorted.filter(({ id }) => mayReview(work.authorId) && !known.has(reviewIdOf(id, work.authorId))),
    ({ id }) => receivedBy.get(id) ?? 0,
    perReviewer - toAuthor.length,
  );
  return [
    ...reviewers.map((reviewer, index) =>
      reviewOf(work, reviewer.authorId, givenBy.get(reviewer.authorId) ?? 0, ofWork.length + index, true),
    ),
    ...works.map((one, index) =>
      reviewOf(one, work.authorId, toAuthor.length + index, receivedBy.get(one.id) ?? 0, false),
    ),
  ];
}

/** @param had how many reviews the reviewer had before this one @param got how many the work had */
const reviewOf = (
  work: Submission,
  reviewerId: string,
  had: number,
  got: number,
  extra: boolean,
): Review => ({
  id: reviewIdOf(work.id, reviewerId),
  courseId: work.courseId,
  activityId: work.activityId,
  submissionId: work.id,
  submissionVersion: work.version,
  authorId: work.authorId,
  reviewerId,
  workLabel: letterOf(had),
  reviewerLabel: String(got + 1),
  extra,
  state: 'toDo',
  version: 0,
  points: null,
  maximum: null,
});

/** A to Z, then AA, AB and so on. */
const letterOf = (index: number): string =>
  (index < 26 ? '' : letterOf(Math.floor(index / 26) - 1)) + String.fromCodePoint(65 + (index % 26));
