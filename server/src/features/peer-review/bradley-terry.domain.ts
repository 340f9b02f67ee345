/**
 * Strengths of works from comparisons of two (reference/algorithms.md §2; Bradley & Terry 1952, fitted by the
 * minorise–maximise steps of Hunter 2004, https://doi.org/10.1214/aos/1079120141).
 *
 * A work of strength p is chosen over one of strength q with probability p / (p + q); strengths are given as logarithms.
 */

/** Comparisons of works by their numbers. */
export interface Judgements {
  readonly works: number;
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** How far the left one was chosen, from 0 to 1: by several criteria it can be in between. */
  readonly share: Float64Array;
}

export interface Strengths {
  /** Natural logarithms; 0 is a work that is as good as the prior's. */
  readonly values: Float64Array;
  /** Standard errors of the same. */
  readonly errors: Float64Array;
  readonly rounds: number;
}

/**
 * The ridge prior: each work has so many further comparisons with a work of strength 1, half of them won and half lost.
 * It keeps a work that won everything at a finite strength, and works that were never compared with each other on one
 * scale.
 */
export const PRIOR_COMPARISONS = 1;

/** A step goes so much further than its bound says: nearly double steps still climb, and take a fraction of the rounds. */
const STRETCH = 1.9;
const PRECISE = 1e-6;
const ROUNDS_MAX = 5_000;

/** The comparisons of each work, one after the other: those of `work` are from `starts[work]` to `starts[work + 1]`. */
interface Table {
  readonly starts: Int32Array;
  readonly others: Int32Array;
  /** How far each work was chosen in all. */
  readonly won: Float64Array;
}

/**
 * @param prior comparisons with a work of strength 1; with 0 the strengths are the most likely ones as they are, and
 *   finite only where every work has won and lost
 * @param from strengths to begin with, from a fit of nearly the same
 */
export function fitBradleyTerry(
  judged: Judgements,
  prior = PRIOR_COMPARISONS,
  from?: Float64Array,
): Strengths {
  const table = tableOf(judged);
  const powers = new Float64Array(judged.works).fill(1);
  if (from) powers.forEach((_, work) => (powers[work] = Math.exp(from[work] ?? 0)));
  let rounds = 0;
  while (rounds < ROUNDS_MAX && step(table, powers, prior) + centre(powers, prior) > PRECISE) rounds += 1;
  return { values: powers.map(Math.log), errors: errorsOf(table, powers, prior), rounds };
}

function tableOf({ works, left, right, share }: Judgements): Table {
  const starts = new Int32Array(works + 1);
  const won = new Float64Array(works);
  const add = (numbers: Int32Array, work: number): void => {
    numbers[work] = (numbers[work] ?? 0) + 1;
  };
  left.forEach((work) => add(starts, work + 1));
  right.forEach((work) => add(starts, work + 1));
  for (let work = 0; work < works; work++) starts[work + 1] = (starts[work + 1] ?? 0) + (starts[work] ?? 0);
  const others = new Int32Array(2 * left.length);
  const next = starts.slice();
  const put = (work: number, other: number, share: number): void => {
    others[next[work] ?? 0] = other;
    add(next, work);
    won[work] = (won[work] ?? 0) + share;
  };
  left.forEach((work, index) => {
    const other = right[index] ?? 0;
    const own = share[index] ?? 0;
    put(work, other, own);
    put(other, work, 1 - own);
  });
  return { starts, others, won };
}

/**
 * p_i = W_i / Σ n_ij / (p_i + p_j), each work after the other. For a work that won more than it lost, the same step is
 * made with its losses and 1 / p: what seldom happens binds more tightly. @returns by how much the furthest moved
 */
function step({ starts, others, won }: Table, powers: Float64Array, prior: number): number {
  let most = 0;
  for (let work = 0; work < powers.length; work++) {
    const own = powers[work] ?? 1;
    const [start, end] = [starts[work] ?? 0, starts[work + 1] ?? 0];
    const all = end - start + prior;
    // Nothing is known of it.
    if (all === 0) continue;
    let expected = (prior * own) / (own + 1);
    for (let at = start; at < end; at++) expected += own / (own + (powers[others[at] ?? 0] ?? 1));
    const wins = (won[work] ?? 0) + prior / 2;
    const ratio = 2 * wins <= all ? wins / expected : (all - expected) / (all - wins);
    const change = STRETCH * Math.log(ratio);
    powers[work] = own * Math.exp(change);
    if (Math.abs(change) > most) most = Math.abs(change);
  }
  return most;
}

/**
 * All works together, up or down: comparisons say nothing of that, so it would follow the prior in tiny steps. With half
 * of the prior's comparisons won, Σ p_i / (p_i + 1) is half of the works. @returns by how much they moved
 */
function centre(powers: Float64Array, prior: number): number {
  if (prior === 0) return 0;
  let above = 0;
  let slope = 0;
  for (const power of powers) {
    const share = power / (power + 1);
    above += share - 0.5;
    slope += share * (1 - share);
  }
  const change = slope === 0 ? 0 : -above / slope;
  const factor = Math.exp(Math.max(-1, Math.min(1, change)));
  powers.forEach((power, work) => (powers[work] = power * factor));
  return Math.abs(change);
}

/**
 * From the information matrix I: the diagonal of its inverse to second order, (1 + Σ_j I_ij² / (I_ii I_jj)) / I_ii, as
 * inverting it whole would take the cube of the works.
 */
function errorsOf({ starts, others }: Table, powers: Float64Array, prior: number): Float64Array {
  const tells = (own: number, other: number): number => (own * other) / (own + other) ** 2;
  const known = powers.map((own, work) => {
    let sum = prior * tells(own, 1);
    const end = starts[work + 1] ?? 0;
    for (let at = starts[work] ?? 0; at < end; at++) sum += tells(own, powers[others[at] ?? 0] ?? 1);
    return sum;
  });
  return powers.map((own, work) => {
    const of = known[work] ?? 0;
    let shared = 0;
    const end = starts[work + 1] ?? 0;
    for (let at = starts[work] ?? 0; at < end; at++) {
      const other = others[at] ?? 0;
      shared += tells(own, powers[other] ?? 1) ** 2 / (of * (known[other] ?? 1));
    }
    return Math.sqrt((1 + shared) / of);
  });
}
