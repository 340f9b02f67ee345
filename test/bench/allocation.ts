import { seededRandom } from '../../server/src/core/random.ts';
import { allocate } from '../../server/src/features/peer-review/allocation.domain.ts';
import { measureAllocation } from './allocation-measures.ts';
import type { Figure } from './figure.ts';

const PER_REVIEWER = 5;
const BUDGETS: readonly (readonly [count: number, milliseconds: number | undefined])[] = [
  [1_000, undefined],
  [10_000, undefined],
  [100_000, 150],
];

/** Median time of five allocations of 1k, 10k and 100k participants, and what came out (algorithms §1). */
export async function benchAllocation(): Promise<Figure[]> {
  return BUDGETS.flatMap(([count, budget]) => {
    const runs = [1, 2, 3, 4, 5].map((run) => {
      const random = seededRandom(`bench-${run}`);
      const start = performance.now();
      const allocation = allocate({ count, perReviewer: PER_REVIEWER }, random);
      return { milliseconds: performance.now() - start, allocation };
    });
    const times = runs.map((run) => run.milliseconds).sort((a, b) => a - b);
    const works = runs[0]?.allocation.works ?? new Int32Array(0);
    const { received, reciprocalPairs } = measureAllocation(count, PER_REVIEWER, works);
    const most = received.reduce((a, b) => Math.max(a, b));
    const least = received.reduce((a, b) => Math.min(a, b));
    const name = `allocation of ${count} × ${PER_REVIEWER}`;
    return [
      { name: `${name}, median of 5`, value: times[2] ?? 0, unit: 'ms', ...(budget && { budget }) },
      { name: `${name}, spread of received reviews`, value: most - least, unit: 'reviews', budget: 1 },
      { name: `${name}, reciprocal pairs`, value: reciprocalPairs, unit: 'pairs', budget: 0 },
    ];
  });
}
