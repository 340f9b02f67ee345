import { at, intAt, type Reports, type Spread } from './reports.domain.ts';

/** Whoever has reported less often may have seen works that are alike. */
const REPORTS_MIN = 3;
/** Nobody who always reports the same strays from it by more than this share of how much works differ. */
const SPREAD_MAX = 0.3;
const SPREAD_MIN = 0.03;
const SHARE_FIRST = 0.05;
const SHARE_MIN = 0.001;
const SHARE_MAX = 0.9;
const ROUNDS = 20;
/** The largest power of e that is a number. */
const EXPONENT_MAX = 700;

/**
 * How probable it is of each reviewer that the reports say nearly the same whatever the work was: the class mean, the
 * maximum, next to nothing. A mixture of two normal distributions around each reviewer's own mean, a narrow and a wide
 * one, to one of which all reports of a reviewer belong. Such reports tell no work from another, and those near the class
 * mean agree with everybody, so that every measure of agreement rewards them.
 */
export function lowEffortOf({ reviewers, reviewer, value }: Reports, { quality }: Spread): Float64Array {
  const given = new Int32Array(reviewers);
  const means = new Float64Array(reviewers);
  const squares = new Float64Array(reviewers);
  for (let i = 0; i < value.length; i += 1) {
    const v = intAt(reviewer, i);
    const n = intAt(given, v) + 1;
    const off = at(value, i) - at(means, v);
    given[v] = n;
    means[v] = at(means, v) + off / n;
    squares[v] = at(squares, v) + off * (at(value, i) - at(means, v));
  }
  const probability = new Float64Array(reviewers);
  const most = quality * SPREAD_MAX ** 2;
  const least = quality * SPREAD_MIN ** 2;
  if (most === 0) return probability;
  const mixture: Mixture = {
    share: SHARE_FIRST,
    narrow: most / 4,
    wide: squares.reduce(add, 0) / Math.max(1, value.length - given.filter((n) => n > 0).length),
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    const low = expect(given, squares, probability, mixture);
    if (low.reviewers === 0 || low.reports === low.allReports) break;
    mixture.share = within(SHARE_MIN, low.probability / low.reviewers, SHARE_MAX);
    mixture.wide = Math.max(most, (low.allSquares - low.squares) / (low.allReports - low.reports));
    mixture.narrow = within(least, low.reports > 0 ? low.squares / low.reports : 0, most);
  }
  return probability;
}

interface Mixture {
  share: number;
  /** Variances around a reviewer's own mean. */
  narrow: number;
  wide: number;
}

const add = (a: number, b: number): number => a + b;
const within = (least: number, value: number, most: number): number => Math.min(most, Math.max(least, value));

/** Writes each reviewer's probability, and sums up what the next mixture is made of. */
function expect(
  given: Int32Array,
  squares: Float64Array,
  probability: Float64Array,
  { share, narrow, wide }: Mixture,
) {
  const odds = share / (1 - share);
  const byReport = Math.log(wide / narrow) / 2;
  const bySquare = (1 / wide - 1 / narrow) / 2;
  const sums = { probability: 0, reviewers: 0, reports: 0, squares: 0, allReports: 0, allSquares: 0 };
  for (let v = 0; v < given.length; v += 1) {
    const n = intAt(given, v);
    if (n < REPORTS_MIN) continue;
    const freedom = n - 1;
    const ratio = odds * Math.exp(Math.min(EXPONENT_MAX, freedom * byReport + at(squares, v) * bySquare));
    const p = ratio / (1 + ratio);
    probability[v] = p;
    sums.probability += p;
    sums.reviewers += 1;
    sums.reports += p * freedom;
    sums.squares += p * at(squares, v);
    sums.allReports += freedom;
    sums.allSquares += at(squares, v);
  }
  return sums;
}
