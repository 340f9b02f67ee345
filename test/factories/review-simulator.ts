import { below, type Random, seededRandom, shuffle } from '../../server/src/core/random.ts';
import {
  type Report,
  type Reports,
  reportsOf,
} from '../../server/src/features/peer-review/reports.domain.ts';

/** A class of reviewers with what their works are worth: what estimates are measured against. */
export interface SimulatedClass {
  readonly truth: readonly number[];
  readonly reports: Reports;
  readonly given: readonly Report[];
}

interface Reviewer {
  /** What they give to a work of this worth. */
  report(worth: number): number;
}

export interface Simulation {
  readonly seed: string;
  readonly works: number;
  readonly perReviewer: number;
  /** What a work is worth. */
  worth(random: Random): number;
  reviewer(random: Random, index: number): Reviewer;
  /** The share of works that staff have looked at. */
  readonly spotChecks?: number;
}

/** Simulates one class; the same seed gives the same class. */
export function simulate(simulation: Simulation): SimulatedClass {
  const { works, perReviewer, spotChecks = 0 } = simulation;
  const random = seededRandom(simulation.seed);
  const truth = Array.from({ length: works }, () => simulation.worth(random));
  const reviewers = truth.map((_, index) => simulation.reviewer(random, index));
  const order = shuffle(
    new Int32Array(works).map((_, index) => index),
    random,
  );
  const placeOf = new Int32Array(works);
  order.forEach((work, place) => (placeOf[work] = place));
  const apart = new Set<number>();
  while (apart.size < perReviewer) apart.add(1 + below(random, works - 1));
  const given = [...apart].flatMap((distance) =>
    reviewers.map((reviewer, index): Report => {
      const work = order[((placeOf[index] ?? 0) + distance) % works] ?? 0;
      return { work, reviewer: index, value: reviewer.report(truth[work] ?? 0) };
    }),
  );
  const known = new Map([...truth.entries()].filter(() => random() < spotChecks));
  return { truth, given, reports: reportsOf(works, works, given, known) };
}

/** A number from the standard normal distribution (Box and Muller). */
export const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** A number from a gamma distribution of scale 1 (Marsaglia and Tsang). */
export function gamma(shape: number, random: Random): number {
  if (shape < 1) return gamma(shape + 1, random) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const x = normal(random);
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - random()) < x ** 2 / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

export const rootMeanSquare = (errors: readonly number[]): number =>
  Math.sqrt(errors.reduce((sum, error) => sum + error ** 2, 0) / errors.length);
