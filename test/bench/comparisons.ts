import { seededRandom } from '../../server/src/core/random.ts';
import { fitBradleyTerry } from '../../server/src/features/peer-review/bradley-terry.domain.ts';
import { drawPairs } from '../../server/src/features/peer-review/comparison-pairs.domain.ts';
import { normal } from '../factories/review-simulator.ts';
import type { Figure } from './figure.ts';

/** So that each work is in ten (algorithms §2). */
const PER_REVIEWER = 5;
const BUDGETS: readonly (readonly [count: number, milliseconds: number | undefined])[] = [
  [1_000, undefined],
  [10_000, undefined],
  [100_000, 8_000],
];

/** Median time of three fits of the strengths of 1k, 10k and 100k works, ten comparisons each. */
export function benchComparisons(): Figure[] {
  return BUDGETS.map(([count, budget]) => {
    const random = seededRandom(`bench ${count}`);
    const worth = Array.from({ length: count }, () => 1.5 * normal(random));
    const pairs = drawPairs(count, PER_REVIEWER, random);
    const judged = {
      works: count,
      left: Int32Array.from(pairs, ({ left }) => left),
      right: Int32Array.from(pairs, ({ right }) => right),
      share: Float64Array.from(pairs, ({ left, right }) =>
        random() < 1 / (1 + Math.exp((worth[right] ?? 0) - (worth[left] ?? 0))) ? 1 : 0,
      ),
    };
    const times = [1, 2, 3].map(() => {
      const start = performance.now();
      fitBradleyTerry(judged);
      return performance.now() - start;
    });
    times.sort((a, b) => a - b);
    const name = `strengths from ${count} × ${2 * PER_REVIEWER} comparisons, median of 3`;
    return { name, value: times[1] ?? 0, unit: 'ms', ...(budget && { budget }) };
  });
}
