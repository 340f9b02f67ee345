import { below, type Random, shuffle } from '../../core/random.ts';
import { type Formation, isMust, measureOf, scoreOf, seatByGroup } from './formation.domain.ts';

/** Comparisons in all, and those between two rests. */
const LOOKS_MAX = 400_000;
const LOOKS_AT_ONCE = 512;
/** Of many people, so many others are looked at for each. */
const OTHERS_MAX = 300;

/**
 * Swaps whatever makes groups better by the exact order of the objective, until nothing does: what counts for more is
 * never given up for what counts for less, and the worse of two groups counts before their sum.
 *
 * @param groupOf the group of each; left as it is
 * @returns the group of each, and nothing else but rests in between
 */
export function* polish(
  formation: Formation,
  groupOf: Int32Array,
  random: Random,
): Generator<number, Int32Array, undefined> {
  const { count, locks } = formation;
  const board = createBoard(formation, groupOf);
  const people = shuffle(
    Int32Array.from({ length: count }, (_, person) => person).filter((one) => (locks[one] as number) < 0),
    random,
  );
  let looks = 0;
  for (let isBetter = true; isBetter && looks < LOOKS_MAX;) {
    isBetter = false;
    for (const one of people) {
      if (board.isPerfect(one)) continue;
      const first = below(random, people.length);
      const most = Math.min(people.length, OTHERS_MAX);
      for (let step = 0; step < most && looks < LOOKS_MAX; step++) {
        const other = people[(first + step) % people.length] as number;
        if (looks++ % LOOKS_AT_ONCE === 0) yield 1;
        if (board.swapIfBetter(one, other)) isBetter = true;
      }
    }
  }
  return board.groupOf;
}

/** Groups with what each is worth, by what counts first. */
function createBoard(formation: Formation, start: Int32Array) {
  const groups = formation.sizes.length;
  const groupOf = start.slice();
  const { seats, starts } = seatByGroup(groupOf, groups);
  const seatOf = new Int32Array(groupOf.length);
  seats.forEach((person, seat) => (seatOf[person] = seat));
  const tied = Array.from({ length: groupOf.length }, (): { other: number; together: boolean }[] => []);
  for (const [pairs, together] of [
    [formation.together, true],
    [formation.apart, false],
  ] as const) {
    for (const [a, b] of pairs) {
      tied[a]?.push({ other: b, together });
      tied[b]?.push({ other: a, together });
    }
  }
  const rules = formation.rules.map((rule) => ({ measure: measureOf(rule, groups), must: isMust(rule) }));
  const musts = rules.filter(({ must }) => must).length;

  /** What each must lacks, then the score. */
  function worthOf(group: number): number[] {
    const worth: number[] = [];
    let score = 0;
    let position = 0;
    for (const { measure, must } of rules) {
      const value = measure(seats, starts[group] as number, starts[group + 1] as number);
      if (must) worth.push(value);
      else score += scoreOf(value, position++);
    }
    return [...worth, score];
  }
  const worths = Array.from({ length: groups }, (_, group) => worthOf(group));
  const brokenOf = (person: number): number =>
    (tied[person] ?? []).filter(({ other, together }) => (groupOf[person] === groupOf[other]) !== together)
      .length;

  function swap(one: number, other: number): void {
    const [seat, group] = [seatOf[one] as number, groupOf[one] as number];
    const [there, to] = [seatOf[other] as number, groupOf[other] as number];
    seats[there] = one;
    seats[seat] = other;
    [seatOf[one], seatOf[other]] = [there, seat];
    [groupOf[one], groupOf[other]] = [to, group];
  }

  /** Negative when two groups together are better than they were. */
  function compare(before: readonly (readonly number[])[], after: readonly (readonly number[])[]): number {
    const at = (pair: readonly (readonly number[])[], index: number): [number, number] => [
      pair[0]?.[index] ?? 0,
      pair[1]?.[index] ?? 0,
    ];
    const sum = ([a, b]: [number, number]): number => a + b;
    for (let must = 0; must < musts; must++) {
      const difference = sum(at(after, must)) - sum(at(before, must));
      if (difference !== 0) return difference;
    }
    const [scores, now] = [at(before, musts), at(after, musts)];
    const worse = Math.max(...now) - Math.max(...scores);
    return Math.abs(worse) > 1e-9 ? worse : sum(now) - sum(scores);
  }

  return {
    groupOf,
    isPerfect: (person: number): boolean =>
      brokenOf(person) === 0 && (worths[groupOf[person] as number] ?? []).every((value) => value === 0),

    /** Whether two people have changed places. */
    swapIfBetter(one: number, other: number): boolean {
      const [from, to] = [groupOf[one] as number, groupOf[other] as number];
      if (from === to) return false;
      const broken = brokenOf(one) + brokenOf(other);
      swap(one, other);
      const pairs = brokenOf(one) + brokenOf(other) - broken;
      if (pairs <= 0) {
        const after = [worthOf(from), worthOf(to)];
        const before = [worths[from] ?? [], worths[to] ?? []];
        if (pairs < 0 || compare(before, after) < -1e-9) {
          [worths[from], worths[to]] = after as [number[], number[]];
          return true;
        }
      }
      swap(one, other);
      return false;
    },
  };
}
