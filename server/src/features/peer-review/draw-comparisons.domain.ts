import { comparisonIdOf } from '../../core/ids.ts';
import { type Random, seededRandom, shuffle } from '../../core/random.ts';
import { letterOf } from './allocate-late.domain.ts';
import { comparisonsEach, drawPairs } from './comparison-pairs.domain.ts';
import { type Comparison, newComparison } from './comparison.domain.ts';
import type { Submission } from './peer-review.domain.ts';
import { type Apart, isApart } from './review-exclusions.domain.ts';

/** Two works that somebody compares. */
interface DrawnPair {
  readonly reviewerId: string;
  readonly left: Submission;
  readonly right: Submission;
  readonly extra: boolean;
}

const sorted = (works: readonly Submission[]): Submission[] =>
  works.filter(({ testUser }) => !testUser).sort((a, b) => (a.id < b.id ? -1 : 1));

/**
 * The comparisons to be made, from what was handed in. The same works and seed give the same comparisons, whatever order
 * they come in, and labels that say nothing about ids or who came first.
 *
 * @param apart who must not review whom: in the place of such pairs others are drawn
 */
export function drawComparisons(
  submissions: readonly Submission[],
  perReviewer: number,
  seed: string,
  apart: Apart = new Map(),
): { readonly comparisons: Comparison[]; readonly shortfall: number } {
  const works = sorted(submissions);
  const random = seededRandom(seed);
  const drawn = drawPairs(works.length, perReviewer, random).flatMap(({ reviewer, left, right }) => {
    const [by, a, b] = [works[reviewer], works[left], works[right]];
    if (!by || !a || !b || [a, b].some(({ authorId }) => isApart(apart, by.authorId, authorId))) return [];
    return [{ reviewerId: by.authorId, left: a, right: b, extra: false }];
  });
  const comparisons = label(drawn, [], random);
  const everybody = { lasts: () => true, mayReview: () => true };
  const filled =
    apart.size === 0 ? [] : addComparisons({ works, comparisons, apart, ...everybody }, perReviewer, seed);
  return {
    comparisons: [...comparisons, ...filled],
    shortfall: Math.max(0, perReviewer * works.length - drawn.length - filled.length),
  };
}

/** What there is, and who can still be asked. */
export interface ComparedSnapshot {
  /** Works whose authors are learners of the course. */
  readonly works: readonly Submission[];
  /** All comparisons that are there. */
  readonly comparisons: readonly Comparison[];
  /** Who must not review whom. */
  readonly apart: Apart;
  /** Whether a comparison will still be made, or is. */
  readonly lasts: (comparison: Comparison) => boolean;
  /** Whether somebody can still compare. */
  readonly mayReview: (memberId: string) => boolean;
}

/**
 * The comparisons by which late works get into as many pairs as the others, their authors get something to compare, and
 * works of whose reviewers some have left get new ones. Who has least to do is asked first, beside works that are in
 * fewest pairs; who are equal by lot. Repeating it adds nothing.
 */
export function addComparisons(snapshot: ComparedSnapshot, perReviewer: number, seed: string): Comparison[] {
  const { comparisons, lasts, mayReview, apart } = snapshot;
  const works = sorted(snapshot.works);
  const random = seededRandom(`${seed}/${comparisons.length}`);
  const each = comparisonsEach(works.length, perReviewer);
  const known = new Set(comparisons.map(({ id }) => id));
  const lasting = comparisons.filter(lasts);
  const given = countsOf(lasting.map(({ reviewerId }) => reviewerId));
  const received = countsOf(lasting.flatMap(({ left, right }) => [left.submissionId, right.submissionId]));
  const drawn: DrawnPair[] = [];

  const canSee = (reviewerId: string, authorId: string): boolean =>
    reviewerId !== authorId && !isApart(apart, reviewerId, authorId);
  const pairOf = (reviewerId: string, first: Submission | null): [Submission, Submission] | null => {
    const open = works.filter(({ authorId }) => canSee(reviewerId, authorId));
    const inOrder = byFewest(open, ({ id }) => received.get(id) ?? 0, random);
    for (const one of first ? [first] : inOrder)
      for (const other of inOrder)
        if (one !== other && !known.has(comparisonIdOf(reviewerId, one.id, other.id)))
          return random() < 0.5 ? [one, other] : [other, one];
    return null;
  };
  const add = (reviewerId: string, first: Submission | null, extra: boolean): boolean => {
    const pair = pairOf(reviewerId, first);
    if (!pair) return false;
    const [left, right] = pair;
    drawn.push({ reviewerId, left, right, extra });
    known.add(comparisonIdOf(reviewerId, left.id, right.id));
    for (const { id } of pair) received.set(id, (received.get(id) ?? 0) + 1);
    given.set(reviewerId, (given.get(reviewerId) ?? 0) + 1);
    return true;
  };

  const reviewers = works.map(({ authorId }) => authorId).filter(mayReview);
  for (const reviewerId of reviewers)
    while ((given.get(reviewerId) ?? 0) < each) if (!add(reviewerId, null, false)) break;
  for (const work of works)
    while ((received.get(work.id) ?? 0) < 2 * each) {
      // Nobody gets more than twice the share of everybody: then the work stays with fewer.
      const others = reviewers.filter(
        (reviewerId) => canSee(reviewerId, work.authorId) && (given.get(reviewerId) ?? 0) < 2 * each,
      );
      const asked = byFewest(others, (id) => given.get(id) ?? 0, random);
      if (!asked.some((reviewerId) => add(reviewerId, work, true))) break;
    }
  return label(drawn, comparisons, random);
}

function countsOf(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** In a random order, those with the lowest count first. */
const byFewest = <One>(some: readonly One[], countOf: (one: One) => number, random: Random): One[] =>
  shuffle([...some], random).sort((a, b) => countOf(a) - countOf(b));

/**
 * Gives each reviewer's works letters, where a work keeps the letter it has, and each comparison of a work a number.
 *
 * @param before comparisons whose labels are in use
 */
function label(drawn: readonly DrawnPair[], before: readonly Comparison[], random: Random): Comparison[] {
  const letters = new Map<string, Map<string, string>>();
  const numbers = new Map<string, number[]>();
  const lettersOf = (reviewerId: string): Map<string, string> => {
    const known = letters.get(reviewerId) ?? new Map<string, string>();
    letters.set(reviewerId, known);
    return known;
  };
  for (const { reviewerId, left, right } of before)
    for (const { submissionId, workLabel } of [left, right])
      lettersOf(reviewerId).set(submissionId, workLabel);
  const highest = new Map<string, number>();
  for (const { submissionId, reviewerLabel } of before.flatMap(({ left, right }) => [left, right]))
    highest.set(submissionId, Math.max(highest.get(submissionId) ?? 0, Number(reviewerLabel)));
  const counts = countsOf(drawn.flatMap(({ left, right }) => [left.id, right.id]));
  for (const [id, count] of counts) {
    const first = (highest.get(id) ?? 0) + 1;
    numbers.set(
      id,
      shuffle(
        Array.from({ length: count }, (_, index) => first + index),
        random,
      ),
    );
  }
  return drawn.map(({ reviewerId, left, right, extra }) => {
    const known = lettersOf(reviewerId);
    const labelsOf = ({ id }: Submission) => {
      const workLabel = known.get(id) ?? letterOf(known.size);
      known.set(id, workLabel);
      return { workLabel, reviewerLabel: String(numbers.get(id)?.pop()) };
    };
    return newComparison(
      comparisonIdOf(reviewerId, left.id, right.id),
      reviewerId,
      { left: labelsOf(left), right: labelsOf(right) },
      { left, right },
      extra,
    );
  });
}
