import { below, seededRandom } from '../../server/src/core/random.ts';
import { formGroups } from '../../server/src/features/course/form-groups.domain.ts';
import {
  type Formation,
  measureGroups,
  NO_VALUE,
  sizesOf,
} from '../../server/src/features/course/formation.domain.ts';
import type { Figure } from './figure.ts';

const GROUP_SIZE = 5;
const BUDGETS: readonly (readonly [count: number, milliseconds: number | undefined])[] = [
  [1_000, 20],
  [2_000, undefined],
  [10_000, 100],
  [100_000, 1_000],
];

/** A course like GroupEng's sample: grade averages, genders, minorities, four majors, a skill. */
function makeCourse(count: number): Formation {
  const random = seededRandom(`bench-course-${count}`);
  const chance = (share: number) => Uint8Array.from({ length: count }, () => Number(random() < share));
  const kinds = (many: number) => Int32Array.from({ length: count }, () => below(random, many));
  const normal = () => Math.sqrt(-2 * Math.log(random() + 1e-12)) * Math.cos(2 * Math.PI * random());
  return {
    count,
    sizes: sizesOf(
      count,
      Array.from({ length: Math.floor(count / GROUP_SIZE) }, () => 0),
    ),
    rules: [
      { kind: 'cluster', belongs: chance(0.3) },
      { kind: 'cluster', belongs: chance(0.15) },
      { kind: 'distribute', values: kinds(4), kinds: 4 },
      { kind: 'distribute', values: kinds(2), kinds: 2 },
      {
        kind: 'balance',
        values: Float64Array.from({ length: count }, () => Math.min(4, Math.max(1.5, 3.1 + 0.5 * normal()))),
      },
    ],
    together: [],
    apart: [],
    locks: new Int32Array(count).fill(NO_VALUE),
  };
}

/** Median time of five searches for groups of five by five rules, and what they leave undone (algorithms §3). */
export async function benchGroupFormation(): Promise<Figure[]> {
  return BUDGETS.flatMap(([count, budget]) => {
    const course = makeCourse(count);
    const runs = [1, 2, 3, 4, 5].map((run) => {
      const start = performance.now();
      const search = formGroups(course, seededRandom(`bench-${run}`));
      let step = search.next();
      while (!step.done) step = search.next();
      const milliseconds = performance.now() - start;
      const violations = measureGroups(course, step.value)
        .flat()
        .filter((value) => value > 0).length;
      return { milliseconds, violations };
    });
    const times = runs.map((run) => run.milliseconds).sort((a, b) => a - b);
    const name = `groups of ${GROUP_SIZE} by 5 rules, ${count} people`;
    return [
      { name: `${name}, median of 5`, value: times[2] ?? 0, unit: 'ms', ...(budget && { budget }) },
      {
        name: `${name}, rules broken`,
        value: Math.max(...runs.map(({ violations }) => violations)),
        unit: 'groups',
        budget: 0,
      },
    ];
  });
}
