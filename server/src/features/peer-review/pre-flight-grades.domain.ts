import type { PeerReviewSettings } from '../../contracts/peer-review.ts';
import { maximumOf, rateRubric } from '../../contracts/rubric-rules.ts';
import { type Random, seededRandom, shuffle } from '../../core/random.ts';
import { inventedRating } from './invented-rating.domain.ts';
import type { GivenReview, Review } from './peer-review.domain.ts';
import { type WeighedWorks, weighReviews } from './weigh-reviews.domain.ts';

/** What works are worth and what reviewers make of them, in percent: as classes were found to be (algorithms §2). */
export const WORTH = { mean: 72, spread: 13 };
/** Honest reviewers are strict or kind by so much, and uncertain of each criterion. */
const STRICTNESS = 5;
export const NOISE = 9;
/** Who does not look gives something here, whatever the work. */
const CARELESS = { from: 55, to: 100 };

export interface InventedGrades {
  readonly weighed: WeighedWorks;
  /** What each work is worth, by author. */
  readonly worth: ReadonlyMap<string, number>;
}

/**
 * Invents what written reviews give, by the activity's rubric, and weighs them by its method.
 *
 * @param carelessPercent of those who write reviews
 */
export function inventGrades(
  written: readonly Review[],
  { criteria, workMethod }: Pick<PeerReviewSettings, 'criteria' | 'workMethod'>,
  carelessPercent: number,
  seed: string,
): InventedGrades {
  const random = seededRandom(`${seed}/grades`);
  const authors = [...new Set(written.map(({ authorId }) => authorId))].sort();
  const worth = new Map(authors.map((id) => [id, bounded(WORTH.mean + WORTH.spread * normal(random))]));
  const reviewers = shuffle([...new Set(written.map(({ reviewerId }) => reviewerId))].sort(), random);
  const careless = new Set(reviewers.slice(0, Math.round((reviewers.length * carelessPercent) / 100)));
  const strictness = new Map(reviewers.map((id) => [id, STRICTNESS * normal(random)]));
  // By comments alone nothing is graded.
  const graded = maximumOf(criteria) > 0 ? written : [];
  const given = graded
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((review): GivenReview[] => {
      const { id, authorId, reviewerId } = review;
      const seen = (worth.get(authorId) ?? 0) + (strictness.get(reviewerId) ?? 0);
      const whim = CARELESS.from + (CARELESS.to - CARELESS.from) * random();
      const ratings = criteria.map((criterion) => {
        const percent = careless.has(reviewerId) ? whim : bounded(seen + NOISE * normal(random));
        return inventedRating(criterion, percent / 100, '.');
      });
      const rated = rateRubric(criteria, ratings, { asksComments: false });
      if (rated.type === 'refuse') return [];
      const { points, maximum } = rated;
      return [{ id, authorId, reviewerId, version: 1, points, maximum, weight: 1 }];
    });
  return { weighed: weighReviews(given, [], workMethod), worth };
}

export const bounded = (percent: number): number => Math.min(100, Math.max(0, percent));

/** A number from the standard normal distribution (Box and Muller). */
export const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
