import { seededRandom, shuffle } from '../../core/random.ts';
import { newReview, reviewIdOf } from './allocate-reviews.domain.ts';
import { authorsOf, type Review, type Submission } from './peer-review.domain.ts';

/** A work that came after the allocation, or whose reviewers have left, and what there is already. */
export interface LateSnapshot {
  readonly work: Submission;
  /** Other works whose authors are learners of the course. */
  readonly others: readonly Submission[];
  /** The labels of the works that each reviewer has to review, by member. */
  readonly givenBy: ReadonlyMap<string, readonly string[]>;
  /** The labels of the reviewers that each work has, by submission. */
  readonly receivedBy: ReadonlyMap<string, readonly string[]>;
  /** What is allocated of this work and to its author: less than wanted after a crash in between. */
  readonly ofWork: readonly Review[];
  /** Of these, how many count no more: nobody will write them. */
  readonly lost: number;
  /** What its author, or those who share it, have to review. */
  readonly toAuthor: readonly Review[];
  /** Of a work, who shares it and is there to review; by default everybody. */
  readonly reviewersOf?: (work: Submission) => readonly string[];
  /** Who must not review which work, also of those whose work it is not. */
  readonly mustNot?: (memberId: string, work: Submission) => boolean;
  /** Reviews that a work is to have; by default as many as each reviewer writes. */
  readonly perWork?: number;
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
export function allocateLate(
  { reviewersOf = authorsOf, mustNot = () => false, ...snapshot }: LateSnapshot,
  perReviewer: number,
  seed: string,
): Review[] {
  const { work, others, givenBy, receivedBy, ofWork, lost, toAuthor, mayReview } = snapshot;
  const { perWork = perReviewer } = snapshot;
  const random = seededRandom(`${seed}/${work.id}`);
  const known = new Set([...ofWork, ...toAuthor].map(({ id }) => id));
  // The lot must not depend on the order in which the database answers.
  const sorted = others.filter(({ id }) => id !== work.id).sort((a, b) => (a.id < b.id ? -1 : 1));
  const own = new Set(authorsOf(work));
  const people = [...new Set(sorted.flatMap(reviewersOf))].filter((id) => !own.has(id));
  const fewest = <One>(candidates: readonly One[], loadOf: (one: One) => number, wanted: number): One[] =>
    shuffle([...candidates], random)
      .sort((a, b) => loadOf(a) - loadOf(b))
      .slice(0, Math.max(0, wanted));
  const reviewers = fewest(
    people.filter((id) => mayReview(id) && !mustNot(id, work) && !known.has(reviewIdOf(work.id, id))),
    (id) => givenBy.get(id)?.length ?? 0,
    perWork - (ofWork.length - lost),
  );
  const ofThisWork = [...(receivedBy.get(work.id) ?? [])];
  const received = new Map(sorted.map(({ id }) => [id, [...(receivedBy.get(id) ?? [])]]));
  const made = reviewers.map((id) =>
    newReview(work, id, freeLabel(givenBy.get(id) ?? [], letterOf), free(ofThisWork, numberOf), true),
  );
  for (const author of reviewersOf(work).filter(mayReview)) {
    const ofReviewer = [...(givenBy.get(author) ?? [])];
    const works = fewest(
      sorted.filter((one) => !mustNot(author, one) && !known.has(reviewIdOf(one.id, author))),
      ({ id }) => received.get(id)?.length ?? 0,
      perReviewer - toAuthor.filter(({ reviewerId }) => reviewerId === author).length,
    );
    for (const one of works) {
      const label = free(received.get(one.id) ?? [], numberOf);
      made.push(newReview(one, author, free(ofReviewer, letterOf), label, false));
    }
  }
  return made;
}

const numberOf = (index: number): string => String(index + 1);

/** The first label that is not in use: reviews that were taken away have left theirs. */
export function freeLabel(used: readonly string[], labelOf: (index: number) => string): string {
  let index = 0;
  while (used.includes(labelOf(index))) index += 1;
  return labelOf(index);
}

/** The same, which is in use from then on. */
function free(used: string[], labelOf: (index: number) => string): string {
  const label = freeLabel(used, labelOf);
  used.push(label);
  return label;
}

/** A to Z, then AA, AB and so on. */
export const letterOf = (index: number): string =>
  (index < 26 ? '' : letterOf(Math.floor(index / 26) - 1)) + String.fromCodePoint(65 + (index % 26));
