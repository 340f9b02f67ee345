import { predictsBetter } from './held-out.domain.ts';
import { fitReliability, type Reliability } from './reliability.domain.ts';
import { at, intAt, type Reports, spreadOf } from './reports.domain.ts';

/** What the reviews of one work say together: each weighed, less what its reviewer is off by. */
export interface Weighing {
  /** In the order of the reports, and of the class mean; together 1. */
  readonly shares: readonly number[];
  readonly biases: readonly number[];
  readonly prior: { readonly share: number; readonly mean: number };
}

/** What is known of the works of an activity, by their numbers. */
export interface WorkEstimates {
  /** `mean`: the model does not tell more than a mean does. */
  readonly by: 'reliability' | 'mean';
  /** Null where the reports of a work all count the same. */
  weighing(work: number): Weighing | null;
  /** Half of the 95 % interval around a work's percentage; null while nothing can be said. */
  margin(work: number): number | null;
}

const NORMAL_95 = 1.96;
// Fitted to simulations, so that 95 % intervals hold the truth in 93 to 97 % whatever reviewers are like.
/** V takes what it is made of as certain; the fewer the reviewers, the more that leaves out of those who looked. */
const PER_REVIEWER = 0.5;
/** So does the variance of biases. */
const OF_BIASES = 1.5;
/**
 * Where fewer than this share of the reviewers count, these few are even better than the model takes anybody to be: its
 * prior knows no reviewer who is right nearly always.
 */
const FEW_COUNT = 0.5;
/** The spread of all reports counts as so many further reports of a work. */
const POOLED = 6;
/** As probable as this it is no longer that somebody has looked. */
const LOW_EFFORT = 0.5;
const DIGITS = 1e6;

/** Estimates of works by the mean of their reports, or any measure like it. */
export const estimateByMean = (reports: Reports): WorkEstimates => ({
  by: 'mean',
  weighing: () => null,
  margin: marginsOfMeans(reports),
});

/**
 * Estimates of works by the reliability of their reviewers, or by the mean where that predicts reports that it has not
 * seen as well (`reference/algorithms.md` §2).
 */
export function estimateWorks(reports: Reports): WorkEstimates {
  if (reports.value.length === 0) return estimateByMean(reports);
  const fit = fitReliability(reports);
  if (!predictsBetter(reports, fit)) return estimateByMean(reports);
  const marginOfMean = marginsOfMeans(reports);
  const doubt = doubtOf(fit);
  return {
    by: 'reliability',
    weighing: (work) => (receivedOf(reports, work) > 1 ? weighingOf(reports, fit, work) : null),
    // Whoever has one review gets what it says: there is nothing to weigh it against.
    margin: (work) =>
      receivedOf(reports, work) > 1 ? marginOf(reports, fit, doubt, work) : marginOfMean(work),
  };
}

const receivedOf = ({ start }: Reports, work: number): number => intAt(start, work + 1) - intAt(start, work);

function weighingOf({ start, reviewer }: Reports, fit: Reliability, work: number): Weighing {
  const reviewers = reviewer.subarray(intAt(start, work), intAt(start, work + 1));
  const sum = reviewers.reduce((total, v) => total + at(fit.weight, v), fit.workPrecision);
  return {
    shares: Array.from(reviewers, (v) => rounded(at(fit.weight, v) / sum)),
    biases: Array.from(reviewers, (v) => rounded(at(fit.bias, v))),
    prior: { share: rounded(fit.workPrecision / sum), mean: rounded(fit.mean) },
  };
}

/** As an entry of the ledger keeps it: more digits say nothing more. */
const rounded = (value: number): number => Math.round(value * DIGITS) / DIGITS;

/**
 * How far all works may be off together. Biases are taken to be 0 in the mean; where most reviewers err a little to one
 * side and a few strongly to the other, these few have moved everybody, and only staff can tell whom to believe. Whoever
 * has not looked is left out.
 */
function doubtOf({ bias, lowEffort }: Reliability): number {
  const looked = bias.filter((_, reviewer) => at(lowEffort, reviewer) < LOW_EFFORT).sort();
  return looked.length === 0 ? 0 : Math.abs(at(looked, looked.length >> 1));
}

function marginOf(
  { start, reviewer, known }: Reports,
  fit: Reliability,
  doubt: number,
  work: number,
): number {
  if (!Number.isNaN(at(known, work))) return 0;
  const from = intAt(start, work);
  const end = intAt(start, work + 1);
  let weights = 0;
  let squares = 0;
  let ofBiases = 0;
  let looked = 0;
  for (let i = from; i < end; i += 1) {
    const v = intAt(reviewer, i);
    const weight = at(fit.weight, v);
    weights += weight;
    squares += weight ** 2;
    ofBiases += weight ** 2 * at(fit.biasVariance, v);
    looked += 1 - at(fit.lowEffort, v);
  }
  const precision = fit.workPrecision + weights;
  // As many reviewers who count alike would say as much (Kish's effective sample size).
  const effective = weights ** 2 / Math.max(squares, Number.MIN_VALUE);
  const few = Math.min(1, effective / Math.max(looked, 1) / FEW_COUNT);
  const variance = few ** 2 / precision + (OF_BIASES * ofBiases) / precision ** 2;
  return doubt + NORMAL_95 * Math.sqrt(variance) * (1 + (PER_REVIEWER * looked) / (end - from) ** 2);
}

/** Of a mean: by what its reports differ by, and what reports of the activity do; nothing where none can be compared. */
function marginsOfMeans(reports: Reports): (work: number) => number | null {
  const { start, value } = reports;
  // Where nobody has two reports, nothing tells how far two of them are apart.
  const isCompared = start.some((from, work) => intAt(start, work + 1) - from > 1);
  const compared = isCompared ? spreadOf(reports) : null;
  return (work) => {
    const from = intAt(start, work);
    const end = intAt(start, work + 1);
    const n = end - from;
    if (n === 0 || !compared) return null;
    let squares = POOLED * compared.within;
    for (let i = from; i < end; i += 1) squares += (at(value, i) - at(compared.means, work)) ** 2;
    return studentT(POOLED + n - 1) * Math.sqrt(squares / (POOLED + n - 1) / n);
  };
}

/** The two-sided 95 % quantile of Student's t, to three digits (Cornish and Fisher's expansion). */
function studentT(freedom: number): number {
  const z = NORMAL_95;
  return (
    z +
    (z ** 3 + z) / (4 * freedom) +
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * freedom ** 2) +
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * freedom ** 3)
  );
}
