import { below, type Random, shuffle } from '../../core/random.ts';

/** One comparison, by the numbers of the reviewer and of the works; the reviewer's own work has the reviewer's number. */
export interface Pair {
  readonly reviewer: number;
  readonly left: number;
  readonly right: number;
}

/** The two works of a comparison, as steps from the reviewer's own work around a ring of all. */
type Steps = readonly [left: number, right: number];

/** Draws of which the one that repeats fewest pairs is taken. */
const DRAWS = 20;

/** Comparisons that each of `count` people can make: of two works that are not the own one. */
export const comparisonsEach = (count: number, wanted: number): number =>
  count < 3 ? 0 : Math.min(wanted, ((count - 1) * (count - 2)) / 2);

/**
 * Random pairs for everybody who handed in (reference/algorithms.md §2, balanced random pairing): nobody gets the own
 * work, nor a pair twice; every work is in exactly 2 · `comparisonsEach` pairs, half of them left and half right; and
 * over the pairs one gets from every work to every other.
 *
 * All works are laid around a ring at random; each comparison of a reviewer is made of the same two steps from the own
 * work for everybody, so each work comes up once left and once right. A first pair of neighbours ties the ring together.
 */
export function drawPairs(count: number, perReviewer: number, random: Random): Pair[] {
  const each = comparisonsEach(count, perReviewer);
  if (each === 0) return [];
  const ring = shuffle(
    Int32Array.from({ length: count }, (_, work) => work),
    random,
  );
  const steps = drawSteps(count, each, random);
  const pairs: Pair[] = [];
  for (let place = 0; place < count; place++) {
    const at = (step: number): number => ring[(place + step) % count] ?? 0;
    for (const [left, right] of shuffle([...steps], random))
      pairs.push({ reviewer: at(0), left: at(left), right: at(right) });
  }
  return pairs;
}

function drawSteps(count: number, each: number, random: Random): Steps[] {
  const draw = 2 * each <= count - 1 ? drawFar : drawNear;
  let best = draw(count, each, random);
  for (let other = 1; other < DRAWS && repeats(best, count) > 0; other++) {
    const drawn = draw(count, each, random);
    if (repeats(drawn, count) < repeats(best, count)) best = drawn;
  }
  return best;
}

const ordered = (a: number, b: number, random: Random): Steps => (random() < 0.5 ? [a, b] : [b, a]);

/** Two neighbours, so that all works hang together. */
function neighbours(count: number, random: Random): Steps {
  const step = 1 + below(random, count - 2);
  return ordered(step, step + 1, random);
}

/** Where there are enough works: each reviewer gets a work once at most. */
function drawFar(count: number, each: number, random: Random): Steps[] {
  const first = neighbours(count, random);
  const left = shuffle(
    stepsOf(count).filter((step) => !first.includes(step)),
    random,
  );
  const further = Array.from({ length: each - 1 }, (_, index): Steps => [
    left[2 * index] ?? 0,
    left[2 * index + 1] ?? 0,
  ]);
  return [first, ...further];
}

/** In a small course works come up again, beside others: those first that came up least. */
function drawNear(count: number, each: number, random: Random): Steps[] {
  const first = neighbours(count, random);
  // Of two steps the smaller one second: each pair comes once.
  const all = stepsOf(count).flatMap((a) => stepsOf(a).map((b) => ordered(a, b, random)));
  const drawn: Steps[] = [first];
  const rest = shuffle(
    all.filter(([a, b]) => !first.includes(a) || !first.includes(b)),
    random,
  );
  const used = (step: number): number => drawn.filter((pair) => pair.includes(step)).length;
  while (drawn.length < each) {
    rest.sort((x, y) => used(x[0]) + used(x[1]) - used(y[0]) - used(y[1]));
    const [next] = rest.splice(0, 1);
    if (!next) break;
    drawn.push(next);
  }
  return drawn;
}

const stepsOf = (count: number): number[] => Array.from({ length: count - 1 }, (_, index) => index + 1);

/** How many pairs of works another reviewer gets as well. */
function repeats(steps: readonly Steps[], count: number): number {
  const apart = steps.map(([a, b]) => Math.min((a - b + count) % count, (b - a + count) % count));
  return steps.length - new Set(apart).size;
}
