import { type Random, shuffle } from '../../core/random.ts';
import {
  compareObjectives,
  type Formation,
  isMust,
  measureOf,
  NO_VALUE,
  type Objective,
  scoreOf,
} from './formation.domain.ts';

/** Of so many people at most the best groups are found for certain: there are 138,600 ways at most. */
export const FEW = 12;
/** Steps between two rests, less than a millisecond. */
const STEPS_AT_ONCE = 512;
const STEPS_ABOUT = 100_000;

/** Some of a few people: who stands at place i of their list is bit i. */
type Some = number;

/** What people are worth as a group, whichever it is; a pair that is torn apart counts half in each of its groups. */
interface Worth {
  readonly broken: number;
  readonly musts: readonly number[];
  readonly score: number;
}

/**
 * The best groups of a few people, by branch and bound: group after group is chosen, and whatever is no better than the
 * best so far already is not gone on with. Groups of a size in which nobody stays are not told apart.
 *
 * @param random decides among groups that are equally good
 */
export function* formFew(formation: Formation, random: Random): Generator<number, Int32Array, undefined> {
  const { count, sizes, locks } = formation;
  const people = shuffle(
    Int32Array.from({ length: count }, (_, person) => person),
    random,
  );
  const worthOf = makeWorths(formation, people);
  const fixed = sizes.map((_, group) => someOf(people, (person) => locks[person] === group));
  const order = sizes
    .map((_, group) => group)
    .sort((a, b) => Number(fixed[a] === 0) - Number(fixed[b] === 0) || sizeOf(b) - sizeOf(a));
  const chosen = sizes.map((): Some => 0);
  let best: { readonly groups: readonly Some[]; readonly objective: Objective } | null = null;
  let steps = 0;

  function sizeOf(group: number): number {
    return sizes[group] ?? 0;
  }

  /** @param at how many groups of the order are chosen. @param left who is in none yet */
  function* choose(at: number, left: Some, so: Objective): Generator<number, void, undefined> {
    if (steps++ % STEPS_AT_ONCE === 0) yield Math.min(1, steps / STEPS_ABOUT);
    const group = order[at];
    if (group === undefined) {
      best = { groups: [...chosen], objective: so };
      return;
    }
    const stay = fixed[group] ?? 0;
    const before = order[at - 1];
    const isLike =
      before !== undefined && stay === 0 && fixed[before] === 0 && sizeOf(before) === sizeOf(group);
    // Of two groups that are alike, the first has whoever stands first.
    const from = isLike ? lowest(chosen[before] ?? 0) : 0;
    for (const some of choices(left, sizeOf(group) - bits(stay))) {
      if (isLike && lowest(some) < from) continue;
      const objective = withGroup(so, worthOf(stay | some), sizes.length);
      if (best && compareObjectives(objective, best.objective) >= 0) continue;
      chosen[group] = stay | some;
      yield* choose(at + 1, left & ~some, objective);
    }
  }

  const free = someOf(people, (person) => locks[person] === NO_VALUE);
  const musts = formation.rules.filter(isMust).map(() => 0);
  yield* choose(0, free, { broken: 0, musts, worst: 0, mean: 0 });
  const groupOf = new Int32Array(count);
  const { groups } = best ?? { groups: chosen };
  people.forEach((person, place) => {
    groupOf[person] = groups.findIndex((some) => (some & (1 << place)) !== 0);
  });
  return groupOf;
}

const someOf = (people: Int32Array, belongs: (person: number) => boolean): Some =>
  people.reduce((some, person, place) => (belongs(person) ? some | (1 << place) : some), 0);

const lowest = (some: Some): number => some & -some;

function bits(some: Some): number {
  let count = 0;
  for (let rest = some; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Every choice of so many. */
function* choices(from: Some, many: number): Generator<Some, void, undefined> {
  if (many <= 0) {
    if (many === 0) yield 0;
    return;
  }
  for (let rest = from; rest !== 0; rest &= rest - 1) {
    const first = lowest(rest);
    for (const others of choices(rest & ~first, many - 1)) yield first | others;
  }
}

/** One group more: nothing of it becomes less, so that a part that is no better than the best never leads to a better one. */
const withGroup = (so: Objective, { broken, musts, score }: Worth, groups: number): Objective => ({
  broken: so.broken + broken,
  musts: so.musts.map((sum, index) => sum + (musts[index] ?? 0)),
  worst: Math.max(so.worst, score),
  mean: so.mean + score / groups,
});

function makeWorths({ sizes, rules, together, apart }: Formation, people: Int32Array): (some: Some) => Worth {
  const measures = rules.map((rule) => ({ measure: measureOf(rule, sizes.length), must: isMust(rule) }));
  const known = new Map<Some, Worth>();
  function worthOf(some: Some): Worth {
    const seats = people.filter((_, place) => (some & (1 << place)) !== 0);
    const isHere = (person: number): boolean => seats.includes(person);
    const musts: number[] = [];
    let score = 0;
    let position = 0;
    for (const { measure, must } of measures) {
      const value = measure(seats, 0, seats.length);
      if (must) musts.push(value);
      else score += scoreOf(value, position++);
    }
    const torn = together.filter(([a, b]) => isHere(a) !== isHere(b)).length;
    return { broken: torn / 2 + apart.filter(([a, b]) => isHere(a) && isHere(b)).length, musts, score };
  }
  return (some) => {
    const found = known.get(some) ?? worthOf(some);
    known.set(some, found);
    return found;
  };
}
