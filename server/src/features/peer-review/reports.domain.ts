/** What one reviewer gave to one work, in percent; works and reviewers are counted from 0. */
export interface Report {
  readonly work: number;
  readonly reviewer: number;
  readonly value: number;
}

/**
 * All reports of an activity, ordered by work: those of work `u` are at `start[u]` up to `start[u + 1]`. Half a million
 * of them are read in every round of a fit, so they lie in the order in which they are read.
 */
export interface Reports {
  readonly works: number;
  readonly reviewers: number;
  readonly start: Int32Array;
  readonly reviewer: Int32Array;
  readonly value: Float64Array;
  /** What staff gave each work, in percent; NaN where they have not looked. */
  readonly known: Float64Array;
}

/** The number at a place that exists; for each kind of array its own, which is what makes reading fast. */
export const at = (numbers: Float64Array, index: number): number => numbers[index] as number;
export const intAt = (numbers: Int32Array, index: number): number => numbers[index] as number;

/**
 * @param known what staff gave, by work; works that are not in it they have not looked at.
 */
export function reportsOf(
  works: number,
  reviewers: number,
  given: readonly Report[],
  known: ReadonlyMap<number, number>,
): Reports {
  const start = new Int32Array(works + 1);
  for (const { work } of given) start[work + 1] = intAt(start, work + 1) + 1;
  for (let u = 0; u < works; u += 1) start[u + 1] = intAt(start, u + 1) + intAt(start, u);
  const next = start.slice();
  const reviewer = new Int32Array(given.length);
  const value = new Float64Array(given.length);
  for (const report of given) {
    const place = intAt(next, report.work);
    next[report.work] = place + 1;
    reviewer[place] = report.reviewer;
    value[place] = report.value;
  }
  const knownValues = new Float64Array(works).fill(Number.NaN);
  for (const [work, percent] of known) knownValues[work] = percent;
  return { works, reviewers, start, reviewer, value, known: knownValues };
}

/** How reports spread, before anything is known of who gave them. */
export interface Spread {
  readonly mean: number;
  /** Means of the reports by work; the mean of all where there is none. */
  readonly means: Float64Array;
  /** Variance of all reports, and of reports around their work's mean. */
  readonly total: number;
  readonly within: number;
  /** Variance of the works' quality: of their means, less what the reports' noise makes of it; 0 at least. */
  readonly quality: number;
}

/** Of at least one report. */
export function spreadOf({ works, start, value }: Reports): Spread {
  const means = new Float64Array(works);
  let sum = 0;
  for (let i = 0; i < value.length; i += 1) sum += at(value, i);
  const mean = sum / value.length;
  let total = 0;
  let squares = 0;
  let reported = 0;
  let between = 0;
  let shares = 0;
  for (let u = 0; u < works; u += 1) {
    const from = intAt(start, u);
    const n = intAt(start, u + 1) - from;
    let own = 0;
    for (let i = from; i < from + n; i += 1) own += at(value, i);
    means[u] = n === 0 ? mean : own / n;
    if (n === 0) continue;
    for (let i = from; i < from + n; i += 1) {
      total += (at(value, i) - mean) ** 2;
      squares += (at(value, i) - at(means, u)) ** 2;
    }
    between += (at(means, u) - mean) ** 2;
    reported += 1;
    shares += 1 / n;
  }
  const within = squares / Math.max(1, value.length - reported);
  const quality = Math.max(0, (between - within * shares) / reported);
  return { mean, means, total: total / value.length, within, quality };
}
