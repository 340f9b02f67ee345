import type { PeerReviewSettings } from '../../contracts/peer-review.ts';
import { seededRandom, shuffle } from '../../core/random.ts';
import { compareWorks, type ComparedResult } from './compared-results.domain.ts';
import { type Comparison, comparedCriteria, type JudgedPair, shareOf } from './comparison.domain.ts';
import { bounded, NOISE, normal, WORTH } from './pre-flight-grades.domain.ts';

interface InventedComparisons {
  readonly results: ReadonlyMap<string, ComparedResult>;
  /** What each work is worth among those compared: 0 the least, 1 the most; by author. */
  readonly worth: ReadonlyMap<string, number>;
}

/**
 * Invents which work is better in comparisons that are made, and what comes of them. Of two works somebody prefers the one
 * that seems better, as uncertain of each as of ratings; who does not look takes either.
 *
 * @param carelessPercent of those who compare
 */
export function inventComparisons(
  made: readonly Comparison[],
  { criteria }: Pick<PeerReviewSettings, 'criteria'>,
  carelessPercent: number,
  seed: string,
): InventedComparisons {
  const random = seededRandom(`${seed}/grades`);
  const authors = [...new Set(made.flatMap(({ left, right }) => [left.authorId, right.authorId]))].sort();
  const worth = new Map(authors.map((id) => [id, bounded(WORTH.mean + WORTH.spread * normal(random))]));
  const reviewers = shuffle([...new Set(made.map(({ reviewerId }) => reviewerId))].sort(), random);
  const careless = new Set(reviewers.slice(0, Math.round((reviewers.length * carelessPercent) / 100)));
  const counted = comparedCriteria(criteria);
  const judged = made
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, reviewerId, left, right }): JudgedPair => {
      const [leftAuthorId, rightAuthorId] = [left.authorId, right.authorId];
      const seen = (authorId: string): number =>
        careless.has(reviewerId) ? random() : (worth.get(authorId) ?? 0) + NOISE * normal(random);
      const choices = counted.map((criterion) => {
        const better = seen(leftAuthorId) > seen(rightAuthorId) ? ('left' as const) : ('right' as const);
        return { criterionId: criterion.id, better };
      });
      return { id, reviewerId, leftAuthorId, rightAuthorId, choices, share: shareOf(criteria, choices) };
    });
  const results = compareWorks(
    judged,
    counted.map(({ id }) => id),
  );
  const values = [...worth.values()];
  const [least, most] = [
    values.reduce((a, b) => Math.min(a, b), Infinity),
    values.reduce((a, b) => Math.max(a, b), -Infinity),
  ];
  const placed = [...worth].map(
    ([id, value]) => [id, most > least ? (value - least) / (most - least) : 0.5] as const,
  );
  return { results, worth: new Map(placed) };
}
