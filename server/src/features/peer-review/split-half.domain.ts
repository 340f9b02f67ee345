import { type Random, shuffle } from '../../core/random.ts';
import { fitBradleyTerry, type Judgements } from './bradley-terry.domain.ts';

/** Comparisons with who made each. */
export interface JudgedBy extends Judgements {
  /** Number of the reviewer. */
  readonly reviewer: Int32Array;
}

/** Splits whose mean is taken; fewer where there is much to compare, as each is two fits more. */
const SPLITS_MAX = 20;
const COMPARISONS_AT_MOST = 400_000;
const REVIEWERS_MIN = 4;
const WORKS_MIN = 3;

/**
 * How well the strengths that one half of the reviewers gives agree with those of the other half: the correlation, in
 * the mean of several random splits (reference/algorithms.md §2; Bisson et al. 2016, Verhavert et al. 2018).
 * Null where there is too little to split.
 *
 * It is told as it is: each half has half of the comparisons, so the whole is a little more reliable than this.
 */
export function splitHalfReliability(judged: JudgedBy, random: Random): number | null {
  const reviewers = [...new Set(judged.reviewer)].sort((a, b) => a - b);
  if (reviewers.length < REVIEWERS_MIN) return null;
  const splits = Math.max(
    1,
    Math.min(SPLITS_MAX, Math.floor(COMPARISONS_AT_MOST / Math.max(1, judged.left.length))),
  );
  let sum = 0;
  let count = 0;
  for (let split = 0; split < splits; split++) {
    const drawn = shuffle([...reviewers], random);
    const first = new Set(drawn.slice(0, Math.floor(drawn.length / 2)));
    const agreement = agreementOf(
      partOf(judged, (reviewer) => first.has(reviewer)),
      partOf(judged, (reviewer) => !first.has(reviewer)),
    );
    if (agreement === null) continue;
    sum += agreement;
    count += 1;
  }
  return count === 0 ? null : sum / count;
}

function partOf(
  { works, left, right, share, reviewer }: JudgedBy,
  isIn: (one: number) => boolean,
): Judgements {
  const kept = Array.from(left.keys()).filter((index) => isIn(reviewer[index] ?? -1));
  return {
    works,
    left: Int32Array.from(kept, (index) => left[index] ?? 0),
    right: Int32Array.from(kept, (index) => right[index] ?? 0),
    share: Float64Array.from(kept, (index) => share[index] ?? 0),
  };
}

/** The correlation of the strengths of those works that both halves have compared. */
function agreementOf(one: Judgements, other: Judgements): number | null {
  const known = (part: Judgements): Set<number> => new Set([...part.left, ...part.right]);
  const inOther = known(other);
  const both = [...known(one)].filter((work) => inOther.has(work));
  if (both.length < WORKS_MIN) return null;
  const [a, b] = [fitBradleyTerry(one).values, fitBradleyTerry(other).values];
  return correlation(
    both.map((work) => a[work] ?? 0),
    both.map((work) => b[work] ?? 0),
  );
}

function correlation(a: readonly number[], b: readonly number[]): number | null {
  const meanOf = (numbers: readonly number[]): number =>
    numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  const [meanA, meanB] = [meanOf(a), meanOf(b)];
  let [both, ofA, ofB] = [0, 0, 0];
  a.forEach((value, index) => {
    const [da, db] = [value - meanA, (b[index] ?? 0) - meanB];
    both += da * db;
    ofA += da * da;
    ofB += db * db;
  });
  return ofA === 0 || ofB === 0 ? null : both / Math.sqrt(ofA * ofB);
}
