import { below, type Random } from '../../core/random.ts';
import {
  compareObjectives,
  type Formation,
  NO_VALUE,
  type Objective,
  objectiveOf,
} from './formation.domain.ts';
import { FEW, formFew } from './form-few.domain.ts';
import { FormationState } from './formation-state.domain.ts';
import { polish } from './formation-polish.domain.ts';

/** Tries of one run: enough for thousands of people, never more than a few seconds. */
const TRIES_PER_PERSON = 400;
const TRIES_MIN = 2_000;
const TRIES_MAX = 4_000_000;
/** Tries between two rests, about a millisecond. */
const TRIES_AT_ONCE = 1_024;
const TEMPERATURE = 0.4;
const RIDDLE_TEMPERATURE = 3;
/** The last part of a run takes nothing that makes groups worse. */
const COOL = 0.85;

/** The fewer people, the more often they are sought for: each run begins somewhere else. */
const runsFor = (count: number): number => (count <= 60 ? 12 : count <= 600 ? 3 : 1);

/** Groups as they are sought: how far the search has come, from 0 to 1, and in the end the group of each. */
export type FormationSearch = Generator<number, Int32Array, undefined>;

/**
 * Few people: the best groups there are. Else it seeks groups by swapping two people of different groups and rescoring only these two (simulated annealing, Kirkpatrick
 * et al. 1983). It rests each millisecond or so, so that whoever runs it can let others in.
 *
 * @param random the same source gives the same groups
 */
export function* formGroups(formation: Formation, random: Random): FormationSearch {
  const { count, sizes } = formation;
  if (sizes.length <= 1) return new Int32Array(count);
  if (count <= FEW) return yield* formFew(formation, random);
  const runs = runsFor(count);
  let best: { readonly groupOf: Int32Array; readonly objective: Objective } | null = null;
  for (let run = 0; run < runs; run++) {
    const state = new FormationState(formation, random);
    // A run that is warmer leaves valleys that the one before could not.
    const warmth = run % 2 === 0 ? TEMPERATURE : RIDDLE_TEMPERATURE;
    for (const progress of anneal(state, warmth, random)) yield (run + progress) / runs;
    if (state.unhappy.length === 0) return state.groupOf;
    const found = yield* polish(formation, state.groupOf, random);
    const objective = objectiveOf(formation, found);
    if (!best || compareObjectives(objective, best.objective) < 0) best = { groupOf: found, objective };
  }
  return best?.groupOf ?? new Int32Array(count);
}

/** One run from hot to cold; ends when no group lacks anything. */
function* anneal(state: FormationState, warmth: number, random: Random): Generator<number, void, undefined> {
  const { groupOf, isLocked, together, costs, unhappy } = state;
  const count = groupOf.length;
  const most = Math.min(TRIES_MAX, TRIES_MIN + TRIES_PER_PERSON * count);
  let temperature = warmth;
  for (let tries = 0; tries < most && unhappy.length > 0; tries++) {
    if (tries % TRIES_AT_ONCE === 0) {
      if (tries > 0) yield tries / most;
      temperature = warmth * Math.max(0, 1 - tries / most / COOL);
    }
    const one = state.anyFree(unhappy[below(random, unhappy.length)] as number, random);
    if (one === NO_VALUE) continue;
    const tied = together[one]?.length ? together[one] : null;
    // Whoever belongs to somebody elsewhere goes there half of the time.
    const wish = tied && random() < 0.5 ? (tied[below(random, tied.length)] as number) : NO_VALUE;
    const other =
      wish !== NO_VALUE && groupOf[wish] !== groupOf[one]
        ? state.anyFree(groupOf[wish] as number, random)
        : below(random, count);
    if (other === NO_VALUE || isLocked[other] !== 0 || groupOf[one] === groupOf[other] || other === wish)
      continue;
    const along = tied ? companions(state, one, other, tied, random) : NOBODY;
    if (along === null) continue;
    const [from, to] = [groupOf[one] as number, groupOf[other] as number];
    state.swap(one, other);
    for (const [leaving, coming] of along) state.swap(leaving, coming);
    const [costFrom, costTo] = [state.costOf(from), state.costOf(to)];
    const worse = costFrom + costTo - (costs[from] as number) - (costs[to] as number);
    if (worse <= 0 || (temperature > 0 && random() < Math.exp(-worse / temperature))) {
      state.setCost(from, costFrom);
      state.setCost(to, costTo);
      if (!state.isTied) continue;
      for (const person of [one, other, ...along.flat()]) state.rescoreTied(person);
    } else {
      for (const [leaving, coming] of along.toReversed()) state.swap(leaving, coming);
      state.swap(one, other);
    }
  }
}

const NOBODY: readonly [number, number][] = [];

/**
 * Who changes places besides when one leaves for another's group: those of the group who are to be together with the one
 * go along, each for somebody of the other group. Null when there are too few to change with.
 */
function companions(
  { groupOf, isLocked, seats, starts }: FormationState,
  one: number,
  other: number,
  tied: readonly number[],
  random: Random,
): readonly [number, number][] | null {
  const to = groupOf[other] as number;
  const along = tied.filter((person) => groupOf[person] === groupOf[one] && isLocked[person] === 0);
  if (along.length === 0) return NOBODY;
  const start = starts[to] as number;
  const size = (starts[to + 1] as number) - start;
  const moving: [number, number][] = [];
  const first = below(random, size);
  for (let step = 0; step < size && moving.length < along.length; step++) {
    const person = seats[start + ((first + step) % size)] as number;
    // Whoever is tied to one of the newcomers stays with them.
    if (person === other || isLocked[person] !== 0 || tied.includes(person)) continue;
    moving.push([along[moving.length] as number, person]);
  }
  return moving.length === along.length ? moving : null;
}
