import { comparisonIdOf } from '../../core/ids.ts';
import { type Random, shuffle } from '../../core/random.ts';
import { freeLabel, letterOf } from './allocate-late.domain.ts';
import { type Comparison, newComparison } from './comparison.domain.ts';
import type { Submission } from './peer-review.domain.ts';

/** Two works that somebody compares. */
export interface DrawnPair {
  readonly reviewerId: string;
  readonly left: Submission;
  readonly right: Submission;
  readonly extra: boolean;
}

/**
 * Gives each reviewer's works letters, where a work keeps the letter it has, and each comparison of a work a number.
 *
 * @param before comparisons whose labels are in use
 */
export function labelled(
  drawn: readonly DrawnPair[],
  before: readonly Comparison[],
  random: Random,
): Comparison[] {
  const letters = new Map<string, Map<string, string>>();
  const lettersOf = (reviewerId: string): Map<string, string> => {
    const known = letters.get(reviewerId) ?? new Map<string, string>();
    letters.set(reviewerId, known);
    return known;
  };
  for (const { reviewerId, left, right } of before)
    for (const { submissionId, workLabel } of [left, right])
      lettersOf(reviewerId).set(submissionId, workLabel);
  const numbers = numbersOf(drawn, before, random);
  return drawn.map(({ reviewerId, left, right, extra }) => {
    const known = lettersOf(reviewerId);
    const labelsOf = ({ id }: Submission) => {
      const workLabel = known.get(id) ?? freeLabel([...known.values()], letterOf);
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

/** By work the numbers for its new comparisons, above those in use, in a random order. */
function numbersOf(
  drawn: readonly DrawnPair[],
  before: readonly Comparison[],
  random: Random,
): Map<string, number[]> {
  const highest = new Map<string, number>();
  for (const { submissionId, reviewerLabel } of before.flatMap(({ left, right }) => [left, right]))
    highest.set(submissionId, Math.max(highest.get(submissionId) ?? 0, Number(reviewerLabel)));
  const numbers = new Map<string, number[]>();
  for (const [id, count] of countsOf(drawn.flatMap(({ left, right }) => [left.id, right.id]))) {
    const first = (highest.get(id) ?? 0) + 1;
    const free = Array.from({ length: count }, (_, index) => first + index);
    numbers.set(id, shuffle(free, random));
  }
  return numbers;
}

/** How often each of some names comes up. */
export function countsOf(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
