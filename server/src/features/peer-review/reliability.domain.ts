/**
 * Grades of works from reports of unequal reliability: PG1 (Piech et al. 2013, "Tuned Models of Peer Assessment in
 * MOOCs") by expectation-maximisation (`reference/algorithms.md` §2). A report is z ~ N(s_u + b_v, 1/τ_v), with
 * s ~ N(μ, 1/γ), b ~ N(0, 1/η), τ ~ Gamma(α, β); what staff gave a work is its s. Whoever reports the same whatever the
 * work is (`low-effort.domain.ts`) weighs less.
 */
import { lowEffortOf } from './low-effort.domain.ts';
import { at, intAt, type Reports, spreadOf } from './reports.domain.ts';

/** What the model makes of reports. */
export interface Reliability {
  /** μ and γ: what works are like, before anybody has looked at one. */
  readonly mean: number;
  readonly workPrecision: number;
  /** s and its variance V, by work; V is 0 where staff have looked. */
  readonly quality: Float64Array;
  readonly variance: Float64Array;
  /** b and its variance W, by reviewer. */
  readonly bias: Float64Array;
  readonly biasVariance: Float64Array;
  /** What a report weighs, by reviewer: τ, less what low effort takes away. */
  readonly weight: Float64Array;
  readonly lowEffort: Float64Array;
  readonly rounds: number;
}

/** Shape of the prior over precisions. */
const ALPHA = 2;
const ROUNDS_MAX = 60;
const ENOUGH = 1e-3;
/** No variance is below this share of what all reports vary, as if all had been equal. */
const LEAST_SHARE = 1e-4;
const LEAST_VARIANCE = 1e-6;
/** A first guess: half of what reviewers differ by is their severity. */
const SEVERITY_SHARE = 0.5;

/** γ, η and β creep towards where they end; each fourth round they go there at once (Aitken's extrapolation). */
const SHARED = ['workPrecision', 'biasPrecision', 'beta'] as const;
const EXTRAPOLATE_EVERY = 4;
/** What shrinks more slowly than this from round to round may not end at all. */
const SHRINKING_MAX = 0.95;

/** A fit under way. */
interface Fit {
  mean: number;
  workPrecision: number;
  biasPrecision: number;
  /** β of the prior over precisions. */
  beta: number;
  readonly quality: Float64Array;
  readonly variance: Float64Array;
  /** All that is known of a reviewer, side by side: reports come from anywhere, and each is one line of the cache. */
  readonly people: Float64Array;
  readonly lowEffort: Float64Array;
  rounds: number;
  readonly leastVariance: number;
  /** Logarithms of what all works or reviewers share, after the last round, and by how much that moved them. */
  readonly before: Record<Shared, { value: number; step: number }>;
}
type Shared = (typeof SHARED)[number];

/** Places in `people`: what is estimated, and sums over a reviewer's reports, made anew in each round. */
const WEIGHT = 0;
const BIAS = 1;
const BIAS_VARIANCE = 2;
const TAU = 3;
const REPORTS = 4;
/** Of what is left of reports without s: the sum, the sum of squares, and the sum of V. */
const REST = 5;
const REST_SQUARES = 6;
const REST_VARIANCE = 7;
const PLACES = 8;

/** Fits of which more is known than they show. */
const inner = new WeakMap<Reliability, Fit>();

/** Fits the model to at least one report. */
export function fitReliability(reports: Reports): Reliability {
  const fit = firstFit(reports);
  run(reports, fit, null, ROUNDS_MAX);
  return shown(fit);
}

/**
 * Fits the model once more without one report of each of some works, and says what it makes of those works then.
 * A few rounds from the fit over all reports are enough: each takes the report out of all that is made of it.
 *
 * @param heldOut the place of the report to leave out, by work; -1 for none.
 */
export function refitWithout(
  reports: Reports,
  fitted: Reliability,
  heldOut: Int32Array,
  rounds: number,
): Reliability {
  const before = inner.get(fitted) ?? firstFit(reports);
  const { quality, variance, people } = before;
  const fit: Fit = {
    ...before,
    rounds: 0,
    quality: quality.slice(),
    variance: variance.slice(),
    people: people.slice(),
    before: nothingBefore(),
  };
  run(reports, fit, heldOut, rounds);
  return shown(fit);
}

function shown(fit: Fit): Reliability {
  const { mean, workPrecision, quality, variance, lowEffort, rounds, people } = fit;
  const each = (place: number): Float64Array =>
    lowEffort.map((_, reviewer) => at(people, PLACES * reviewer + place));
  const reliability = {
    mean,
    workPrecision,
    quality,
    variance,
    bias: each(BIAS),
    biasVariance: each(BIAS_VARIANCE),
    weight: each(WEIGHT),
    lowEffort,
    rounds,
  };
  inner.set(reliability, fit);
  return reliability;
}

function firstFit(reports: Reports): Fit {
  const { reviewers, works, known } = reports;
  const spread = spreadOf(reports);
  const leastVariance = Math.max(spread.total * LEAST_SHARE, LEAST_VARIANCE);
  const noise = Math.max(spread.within, leastVariance);
  const lowEffort = lowEffortOf(reports, spread);
  const people = new Float64Array(PLACES * reviewers);
  lowEffort.forEach((probability, reviewer) => {
    people[PLACES * reviewer + WEIGHT] = (1 - probability) / noise;
    people[PLACES * reviewer + TAU] = 1 / noise;
  });
  return {
    mean: spread.mean,
    workPrecision: 1 / Math.max(spread.quality, leastVariance),
    biasPrecision: 1 / (noise * SEVERITY_SHARE),
    beta: ALPHA * noise,
    quality: spread.means.map((mean, u) => (Number.isNaN(at(known, u)) ? mean : at(known, u))),
    variance: new Float64Array(works),
    people,
    lowEffort,
    rounds: 0,
    leastVariance,
    before: nothingBefore(),
  };
}

const nothingBefore = (): Fit['before'] => ({
  workPrecision: { value: Number.NaN, step: Number.NaN },
  biasPrecision: { value: Number.NaN, step: Number.NaN },
  beta: { value: Number.NaN, step: Number.NaN },
});

function run(reports: Reports, fit: Fit, heldOut: Int32Array | null, roundsMax: number): void {
  while (fit.rounds < roundsMax) {
    fit.rounds += 1;
    const moved = updateWorks(reports, fit, heldOut);
    updateReviewers(fit);
    extrapolate(fit);
    if (moved < ENOUGH) break;
  }
}

/** Steps that shrink by the same share each round add up to a geometric series. */
function extrapolate(fit: Fit): void {
  for (const name of SHARED) {
    const last = fit.before[name];
    const value = Math.log(fit[name]);
    const step = value - last.value;
    const shrinking = step / last.step;
    const isDue = fit.rounds % EXTRAPOLATE_EVERY === 0 && shrinking > 0 && shrinking < SHRINKING_MAX;
    if (isDue) fit[name] = Math.exp(value + (step * shrinking) / (1 - shrinking));
    // A step that was made up tells nothing of the next.
    last.value = isDue ? Number.NaN : value;
    last.step = step;
  }
}

/** s, V, μ and γ, and the sums by reviewer that come of them. @returns how far a work's quality moved at most */
function updateWorks(reports: Reports, fit: Fit, heldOut: Int32Array | null): number {
  const { works, start, reviewer, value, known } = reports;
  const { people, quality, variance, workPrecision, mean, leastVariance } = fit;
  let moved = 0;
  let sum = 0;
  let squares = 0;
  for (let u = 0; u < works; u += 1) {
    const begin = intAt(start, u);
    const end = intAt(start, u + 1);
    const held = heldOut ? intAt(heldOut, u) : -1;
    let precision = workPrecision;
    let weighted = workPrecision * mean;
    for (let i = begin; i < end; i += 1) {
      if (i === held) continue;
      const place = PLACES * intAt(reviewer, i);
      const weight = at(people, place + WEIGHT);
      precision += weight;
      weighted += weight * (at(value, i) - at(people, place + BIAS));
    }
    const isKnown = !Number.isNaN(at(known, u));
    const s = isKnown ? at(known, u) : weighted / precision;
    const V = isKnown ? 0 : 1 / precision;
    moved = Math.max(moved, Math.abs(s - at(quality, u)));
    quality[u] = s;
    variance[u] = V;
    sum += s;
    squares += (s - mean) ** 2 + V;
    for (let i = begin; i < end; i += 1) {
      if (i !== held) addRest(people, PLACES * intAt(reviewer, i), at(value, i) - s, V);
    }
  }
  fit.mean = sum / works;
  // Around the new mean: what the old one was off by comes off.
  const spread = squares / works - (fit.mean - mean) ** 2;
  fit.workPrecision = 1 / Math.max(spread, leastVariance);
  return moved;
}

function addRest(people: Float64Array, place: number, rest: number, variance: number): void {
  people[place + REPORTS] = at(people, place + REPORTS) + 1;
  people[place + REST] = at(people, place + REST) + rest;
  people[place + REST_SQUARES] = at(people, place + REST_SQUARES) + rest * rest;
  people[place + REST_VARIANCE] = at(people, place + REST_VARIANCE) + variance;
}

/** b, W and η, then τ and β; the sums begin anew. */
function updateReviewers(fit: Fit): void {
  const { people, lowEffort, biasPrecision, beta, leastVariance } = fit;
  const reviewers = lowEffort.length;
  let biases = 0;
  let precisions = 0;
  for (let v = 0; v < reviewers; v += 1) {
    const place = PLACES * v;
    const n = at(people, place + REPORTS);
    const rest = at(people, place + REST);
    const precision = biasPrecision + n * at(people, place + TAU);
    const bias = (at(people, place + TAU) * rest) / precision;
    const around = at(people, place + REST_SQUARES) - 2 * bias * rest + n * bias * bias;
    const errors = around + at(people, place + REST_VARIANCE) + n / precision;
    const tau = (ALPHA + n / 2) / (beta + errors / 2);
    people[place + BIAS] = bias;
    people[place + BIAS_VARIANCE] = 1 / precision;
    people[place + TAU] = tau;
    people[place + WEIGHT] = tau * (1 - at(lowEffort, v));
    for (let sum = REPORTS; sum < PLACES; sum += 1) people[place + sum] = 0;
    biases += bias * bias + 1 / precision;
    precisions += tau;
  }
  fit.biasPrecision = reviewers / Math.max(biases, reviewers * leastVariance);
  fit.beta = ALPHA * Math.max(reviewers / precisions, leastVariance);
}
