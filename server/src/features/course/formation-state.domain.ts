import { below, type Random, shuffle } from '../../core/random.ts';
import {
  type Formation,
  isMust,
  type Measure,
  measureOf,
  NO_VALUE,
  type Pairs,
  scoreOf,
} from './formation.domain.ts';

/** What one broken pair, one lone member or one missing hour weighs while groups are sought, beside a score near 1. */
const BROKEN_WEIGHT = 12;
const MUST_WEIGHT = 2;
const SCORE_WEIGHT = 4;

/** Who is tied to whom, person by person. */
function neighboursOf(pairs: Pairs, count: number): readonly number[][] {
  const neighbours: number[][] = Array.from({ length: pairs.length === 0 ? 0 : count }, () => []);
  for (const [a, b] of pairs) {
    neighbours[a]?.push(b);
    neighbours[b]?.push(a);
  }
  return neighbours;
}

/** Groups while they are sought: who sits where, and what each group costs. */
export class FormationState {
  readonly seats: Int32Array;
  readonly starts: Int32Array;
  readonly groupOf: Int32Array;
  /** The seat of each. */
  readonly seatOf: Int32Array;
  readonly isLocked: Uint8Array;
  readonly costs: Float64Array;
  /** Groups that cost something, in any order; `place` says where, from 1. */
  readonly unhappy: number[] = [];
  readonly together: readonly number[][];
  /** Whether there are pairs at all. */
  readonly isTied: boolean;
  private readonly place: Int32Array;
  private readonly apart: readonly number[][];
  private readonly measures: readonly {
    readonly measure: Measure;
    readonly cost: (value: number) => number;
  }[];

  /** Everybody who is not locked is seated at random. */
  constructor(formation: Formation, random: Random) {
    const { count, sizes, rules, locks } = formation;
    const groups = sizes.length;
    this.together = neighboursOf(formation.together, count);
    this.apart = neighboursOf(formation.apart, count);
    this.isTied = this.together.length + this.apart.length > 0;
    const musts = rules.filter(isMust).length;
    let must = 0;
    let wish = 0;
    this.measures = rules.map((rule) => {
      const measure = measureOf(rule, groups);
      if (isMust(rule)) {
        const weight = 10 + MUST_WEIGHT * (musts - must++) ** 2;
        return { measure, cost: (value) => weight * value };
      }
      const position = wish++;
      return { measure, cost: (value) => SCORE_WEIGHT * scoreOf(value, position) };
    });
    this.starts = new Int32Array(groups + 1);
    sizes.forEach((size, group) => (this.starts[group + 1] = (this.starts[group] as number) + size));
    this.seats = new Int32Array(count).fill(NO_VALUE);
    this.groupOf = new Int32Array(count);
    this.seatOf = new Int32Array(count);
    this.isLocked = Uint8Array.from(locks, (group) => (group === NO_VALUE ? 0 : 1));
    const next = this.starts.slice();
    locks.forEach((group, person) => {
      if (group === NO_VALUE) return;
      this.sit(person, next[group] as number, group);
      next[group] = (next[group] as number) + 1;
    });
    const free = shuffle(
      Int32Array.from({ length: count }, (_, person) => person).filter(
        (person) => this.isLocked[person] === 0,
      ),
      random,
    );
    let taken = 0;
    for (let group = 0; group < groups; group++) {
      const end = this.starts[group + 1] as number;
      for (let seat = next[group] as number; seat < end; seat++)
        this.sit(free[taken++] as number, seat, group);
    }
    this.costs = new Float64Array(groups);
    this.place = new Int32Array(groups);
    for (let group = 0; group < groups; group++) this.setCost(group, this.costOf(group));
  }

  private sit(person: number, seat: number, group: number): void {
    this.seats[seat] = person;
    this.seatOf[person] = seat;
    this.groupOf[person] = group;
  }

  setCost(group: number, cost: number): void {
    this.costs[group] = cost;
    const place = this.place[group] as number;
    if (cost > 0 && place === 0) {
      this.unhappy.push(group);
      this.place[group] = this.unhappy.length;
    } else if (cost === 0 && place > 0) {
      const last = this.unhappy.pop() as number;
      if (last !== group) {
        this.unhappy[place - 1] = last;
        this.place[last] = place;
      }
      this.place[group] = 0;
    }
  }

  /** What a group costs as it is. */
  costOf(group: number): number {
    const start = this.starts[group] as number;
    const end = this.starts[group + 1] as number;
    let cost = 0;
    for (const rule of this.measures) cost += rule.cost(rule.measure(this.seats, start, end));
    return this.isTied ? cost + BROKEN_WEIGHT * this.brokenOf(group, start, end) : cost;
  }

  /** Half of each broken pair for each of the two. */
  private brokenOf(group: number, start: number, end: number): number {
    let broken = 0;
    for (let at = start; at < end; at++) {
      const person = this.seats[at] as number;
      for (const other of this.together[person] ?? []) if (this.groupOf[other] !== group) broken += 0.5;
      for (const other of this.apart[person] ?? []) if (this.groupOf[other] === group) broken += 0.5;
    }
    return broken;
  }

  /** Two people change places. */
  swap(one: number, other: number): void {
    const [seat, group] = [this.seatOf[one] as number, this.groupOf[one] as number];
    this.sit(one, this.seatOf[other] as number, this.groupOf[other] as number);
    this.sit(other, seat, group);
  }

  /** Rescores the groups of those who are tied to somebody who has moved: their half of a pair has changed. */
  rescoreTied(person: number): void {
    for (const tied of [this.together[person], this.apart[person]]) {
      for (const other of tied ?? []) {
        const group = this.groupOf[other] as number;
        this.setCost(group, this.costOf(group));
      }
    }
  }

  /** Somebody free of a group; NO_VALUE when chance finds nobody. */
  anyFree(group: number, random: Random): number {
    const start = this.starts[group] as number;
    const size = (this.starts[group + 1] as number) - start;
    if (size === 0) return NO_VALUE;
    const person = this.seats[start + below(random, size)] as number;
    return this.isLocked[person] === 0 ? person : NO_VALUE;
  }
}
