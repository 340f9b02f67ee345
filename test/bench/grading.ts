import { seededRandom } from '../../server/src/core/random.ts';
import { type Report, reportsOf } from '../../server/src/features/peer-review/reports.domain.ts';
import { estimateWorks } from '../../server/src/features/peer-review/work-estimates.domain.ts';
import { normal } from '../factories/review-simulator.ts';
import type { Figure } from './figure.ts';

const PER_REVIEWER = 5;
const BUDGETS: readonly (readonly [count: number, milliseconds: number | undefined])[] = [
  [1_000, undefined],
  [10_000, undefined],
  [100_000, 500],
];

/** Median time of five estimates from the reviews of 1k, 10k and 100k works, five each (algorithms §2). */
export function benchGrading(): Figure[] {
  return BUDGETS.map(([count, budget]) => {
    const random = seededRandom(`bench ${count}`);
    const worth = Array.from({ length: count }, () => 70 + 15 * normal(random));
    const given = worth.flatMap((_, reviewer) => {
      const off = 5 * normal(random);
      const deviation = 4 + 7 * random();
      const first = Math.floor(random() * count);
      return Array.from({ length: PER_REVIEWER }, (__, slot): Report => {
        const work = (first + slot * (1 + (reviewer % 97))) % count;
        return { work, reviewer, value: (worth[work] ?? 0) + off + deviation * normal(random) };
      });
    });
    const reports = reportsOf(count, count, given, new Map());
    const times = [1, 2, 3, 4, 5].map(() => {
      const start = performance.now();
      estimateWorks(reports);
      return performance.now() - start;
    });
    times.sort((a, b) => a - b);
    const name = `grades from ${count} × ${PER_REVIEWER} reviews, median of 5`;
    return { name, value: times[2] ?? 0, unit: 'ms', ...(budget && { budget }) };
  });
}
