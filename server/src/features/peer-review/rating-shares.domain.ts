import type { Criterion, Rating } from '../../contracts/peer-review-settings.ts';
import { pointsOf } from '../../contracts/rubric-rules.ts';

/** One criterion as two people judged it; a share is what was given of what the criterion can give, 0 to 1. */
export interface ComparedCriterion {
  readonly criterionId: string;
  readonly own: Rating | null;
  readonly other: Rating | null;
  /** Own share less the other's, in percentage points; null where one of them did not judge it. */
  readonly difference: number | null;
}

export interface Compared {
  readonly criteria: readonly ComparedCriterion[];
  /** 0 to 100; null when there is nothing that both have judged. */
  readonly agreement: number | null;
}

/** What a rating gives of what its criterion can give, 0 to 1; null where it gives no judgement. */
function shareOf(criterion: Criterion, rating: Rating | undefined): number | null {
  if (!rating || rating.notApplicable || criterion.points === 0) return null;
  const given = rating.points ?? pointsOf(criterion, rating);
  return given === null ? null : Math.min(1, Math.max(0, given / criterion.points));
}

const PLACES = 1e9;
/** Without the noise of binary fractions, so that a limit of 80 is met by 80. */
const rounded = (value: number): number => Math.round(value * PLACES) / PLACES;

/**
 * How far two judgements of one work agree: 100 % less the mean absolute difference between their shares of each
 * criterion's scale. The mean absolute error is the plainest measure of how far ratings are from expert ratings, in the
 * unit of the scale (Willmott & Matsuura 2005, "Advantages of the mean absolute error"); as a share of the scale it
 * needs no assumption about how scores are distributed and can be told in one sentence. Every criterion counts alike:
 * points say how much a criterion matters to the grade, not to how well somebody judges it.
 */
export function compareRatings(
  criteria: readonly Criterion[],
  own: readonly Rating[],
  other: readonly Rating[],
): Compared {
  const find = (ratings: readonly Rating[], id: string) =>
    ratings.find(({ criterionId }) => criterionId === id);
  const compared = criteria.map((criterion) => {
    const [mine, theirs] = [find(own, criterion.id), find(other, criterion.id)];
    const [a, b] = [shareOf(criterion, mine), shareOf(criterion, theirs)];
    return {
      criterionId: criterion.id,
      own: mine ?? null,
      other: theirs ?? null,
      difference: a === null || b === null ? null : rounded((a - b) * 100),
    };
  });
  const differences = compared.flatMap(({ difference }) =>
    difference === null ? [] : [Math.abs(difference)],
  );
  const mean = differences.reduce((sum, one) => sum + one, 0) / differences.length;
  return { criteria: compared, agreement: differences.length === 0 ? null : rounded(100 - mean) };
}

/** The mean of several people's ratings, in points of each criterion; of what nobody judged there is none. */
export const meanRatings = (criteria: readonly Criterion[], all: readonly (readonly Rating[])[]): Rating[] =>
  criteria.flatMap((criterion) => {
    const shares = all.flatMap((ratings) => {
      const share = shareOf(
        criterion,
        ratings.find(({ criterionId }) => criterionId === criterion.id),
      );
      return share === null ? [] : [share];
    });
    if (shares.length === 0) return [];
    const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
    return [{ criterionId: criterion.id, points: rounded(mean * criterion.points) }];
  });
