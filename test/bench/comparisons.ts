import { seededRandom } from '../../server/src/core/random.ts';
import { fitBradleyTerry } from '../../server/src/features/peer-review/bradley-terry.domain.ts';
import { drawPairs } from '../../server/src/features/peer-review/comparison-pairs.domain.ts';
import { drawInSteps } from '../../server/src/features/peer-review/draw-comparisons.domain.ts';
import { authorsOf } from '../../server/src/features/peer-review/peer-review.domain.ts';
import { buildSubmission } from '../factories/peer-review-entities.ts';
import { normal } from '../factories/review-simulator.ts';
import { type Figure, median } from './figure.ts';

/** So that each work is in ten (algorithms §2). */
const PER_REVIEWER = 5;
const BUDGETS: readonly (readonly [count: number, milliseconds: number | undefined])[] = [
  [1_000, undefined],
  [10_000, undefined],
  [100_000, 8_000],
];

/** Median time of dealing pairs to groups, and of three fits of the strengths of 1k, 10k and 100k works, ten comparisons each. */
export function benchComparisons(): Figure[] {
  return [...benchDealing(), ...benchStrengths()];
}

/** Between two rests the server answers nobody. */
function benchDealing(): Figure[] {
  return [250, 1_000].map((count) => {
    const works = Array.from({ length: count }, (_, group) => {
      const memberIds = Array.from({ length: 3 + (group % 2) }, (__, member) => `m${group}-${member}`);
      return buildSubmission({
        id: `work ${group}`,
        authorId: memberIds[0] ?? '',
        group: { id: `g${group}`, name: null, memberIds },
      });
    });
    const drawing = { apart: new Map<string, Set<string>>(), reviewersOf: authorsOf, nearness: null };
    const times = [1, 2, 3, 4, 5].map((seed) => {
      const steps = drawInSteps(works, PER_REVIEWER, `seed ${seed}`, drawing);
      let longest = 0;
      for (let isDone = false; !isDone;) {
        const start = performance.now();
        isDone = steps.next().done === true;
        longest = Math.max(longest, performance.now() - start);
      }
      return longest;
    });
    const name = `longest stretch of dealing comparisons to the members of ${count} groups, median of 5`;
    return { name, value: median(times), unit: 'ms', ...(count === 1_000 && { budget: 200 }) };
  });
}

function benchStrengths(): Figure[] {
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
    const name = `strengths from ${count} × ${2 * PER_REVIEWER} comparisons, median of 3`;
    return { name, value: median(times), unit: 'ms', ...(budget && { budget }) };
  });
}
