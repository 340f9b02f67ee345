/** Pairs of people by number. */
export type Pairs = readonly (readonly [number, number])[];

/** 168 hours of a week in words of 28: hour h is bit h % 28 of word ⌊h / 28⌋. */
export const WEEK_WORDS = 6;
export const HOURS_PER_WORD = 28;

/** Somebody with nothing known is in no category. */
export const NO_VALUE = -1;

/**
 * What groups are to be like (algorithms by GroupEng; Dimiduk and Dimiduk 2011). Values are by person's number.
 * `cluster` and `overlap` come before all the others, each in the order in which they are listed.
 */
export type FormationRule =
  /** Of those who belong (1) never exactly one is in a group. */
  | { readonly kind: 'cluster'; readonly belongs: Uint8Array }
  /** At least so many hours of the week are free for everybody of a group; all bits where nothing is known. */
  | { readonly kind: 'overlap'; readonly hours: Uint32Array; readonly least: number }
  /** ⌊n/G⌋ or ⌈n/G⌉ of each value in each group. */
  | { readonly kind: 'distribute'; readonly values: Int32Array; readonly kinds: number }
  /** The group's mean is less than half a standard deviation from everybody's; NaN where nothing is known. */
  | { readonly kind: 'balance'; readonly values: Float64Array }
  /** All of a group have the same value. */
  | { readonly kind: 'aggregate'; readonly values: Int32Array; readonly kinds: number };

/** People to be put into groups. */
export interface Formation {
  /** How many people there are; they are numbers from 0. */
  readonly count: number;
  /** How many are to be in each group; they add up to `count`. */
  readonly sizes: readonly number[];
  /** In order of priority. */
  readonly rules: readonly FormationRule[];
  readonly together: Pairs;
  readonly apart: Pairs;
  /** The group in which somebody stays; NO_VALUE: free. */
  readonly locks: Int32Array;
}

/** A rule that comes before the team's score. */
export const isMust = ({ kind }: FormationRule): boolean => kind === 'cluster' || kind === 'overlap';

/** People of a group: `seats` from `start` to before `end`. */
export type Measure = (seats: Int32Array, start: number, end: number) => number;

const TOLERANCE = 0.5;

function popcount(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** Hours of the week at which all of a group are free. */
export function sharedHours(hours: Uint32Array, seats: Int32Array, start: number, end: number): number {
  let shared = 0;
  for (let word = 0; word < WEEK_WORDS; word++) {
    let free = 2 ** HOURS_PER_WORD - 1;
    for (let at = start; at < end; at++) {
      free &= hours[(seats[at] as number) * WEEK_WORDS + word] as number;
    }
    shared += popcount(free);
  }
  return shared;
}

function measureCluster(belongs: Uint8Array): Measure {
  return (seats, start, end) => {
    let count = 0;
    for (let at = start; at < end; at++) count += belongs[seats[at] as number] as number;
    return count === 1 ? 1 : 0;
  };
}

/** People by whom the group has too few or too many of the values. */
function measureDistribute(values: Int32Array, kinds: number, groups: number): Measure {
  const least = new Int32Array(kinds);
  const most = new Int32Array(kinds);
  const counts = new Int32Array(kinds);
  for (const value of values) if (value >= 0) counts[value] = (counts[value] as number) + 1;
  counts.forEach((count, value) => {
    least[value] = Math.floor(count / groups);
    most[value] = Math.ceil(count / groups);
  });
  return (seats, start, end) => {
    counts.fill(0);
    for (let at = start; at < end; at++) {
      const value = values[seats[at] as number] as number;
      if (value >= 0) counts[value] = (counts[value] as number) + 1;
    }
    let wrong = 0;
    for (let value = 0; value < kinds; value++) {
      const count = counts[value] as number;
      if (count < (least[value] as number)) wrong += (least[value] as number) - count;
      else if (count > (most[value] as number)) wrong += count - (most[value] as number);
    }
    return wrong;
  };
}

/** Standard deviations from everybody's mean, where it is half of one or more. */
function measureBalance(values: Float64Array): Measure {
  const known = values.filter((value) => !Number.isNaN(value));
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  const deviation = Math.sqrt(known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / known.length);
  if (!(deviation > 0)) return () => 0;
  return (seats, start, end) => {
    let sum = 0;
    let count = 0;
    for (let at = start; at < end; at++) {
      const value = values[seats[at] as number] as number;
      if (Number.isNaN(value)) continue;
      sum += value;
      count++;
    }
    const off = count === 0 ? 0 : Math.abs(sum / count - mean) / deviation;
    return off < TOLERANCE ? 0 : off;
  };
}

/** People who have not the value that most of the group have. */
function measureAggregate(values: Int32Array, kinds: number): Measure {
  const counts = new Int32Array(kinds);
  return (seats, start, end) => {
    let most = 0;
    let known = 0;
    for (let at = start; at < end; at++) {
      const value = values[seats[at] as number] as number;
      if (value < 0) continue;
      known++;
      const count = (counts[value] as number) + 1;
      counts[value] = count;
      if (count > most) most = count;
    }
    for (let at = start; at < end; at++) {
      const value = values[seats[at] as number] as number;
      if (value >= 0) counts[value] = 0;
    }
    return known - most;
  };
}

/**
 * How far a group is from what a rule asks; 0: the rule holds. Lone members of a minority (1), hours that are missing,
 * people in excess or missing (distribute, aggregate), standard deviations (balance).
 */
export function measureOf(rule: FormationRule, groups: number): Measure {
  switch (rule.kind) {
    case 'cluster':
      return measureCluster(rule.belongs);
    case 'overlap':
      return (seats, start, end) =>
        start === end ? 0 : Math.max(0, rule.least - sharedHours(rule.hours, seats, start, end));
    case 'distribute':
      return measureDistribute(rule.values, rule.kinds, groups);
    case 'balance':
      return measureBalance(rule.values);
    case 'aggregate':
      return measureAggregate(rule.values, rule.kinds);
  }
}

/**
 * How many are in each group: as even as those who stay where they are allow.
 *
 * @param count everybody
 * @param fixed how many stay in each group
 */
export function sizesOf(count: number, fixed: readonly number[]): number[] {
  const sizes = [...fixed];
  let left = count - sizes.reduce((sum, size) => sum + size, 0);
  // The level to which the smaller groups are filled, by taking those above it out.
  const order = sizes
    .map((_, group) => group)
    .sort((a, b) => (sizes[a] as number) - (sizes[b] as number) || a - b);
  let open = order.length;
  let sum = sizes.reduce((total, size) => total + size, 0) + left;
  while (open > 0) {
    const largest = sizes[order[open - 1] as number] as number;
    if (largest * open <= sum) break;
    sum -= largest;
    open--;
  }
  const level = open === 0 ? 0 : Math.floor(sum / open);
  const filled = order.slice(0, open).sort((a, b) => a - b);
  for (const group of filled) {
    left -= level - (sizes[group] as number);
    sizes[group] = level;
  }
  for (let index = 0; left > 0; index++, left--) {
    const group = filled[index % filled.length] as number;
    sizes[group] = (sizes[group] as number) + 1;
  }
  return sizes;
}

/** What groups are worth, the first number that differs decides; smaller is better, all 0 is perfect. */
export interface Objective {
  /** Pairs that are apart and should not be, or the other way round. */
  readonly broken: number;
  /** Of each rule that is a must, in order: the sum over the groups. */
  readonly musts: readonly number[];
  /** The score of the group that is worst off by the other rules, and the mean of all groups. */
  readonly worst: number;
  readonly mean: number;
}

/** Negative when the first is better. */
export function compareObjectives(one: Objective, other: Objective): number {
  const vector = ({ broken, musts, worst, mean }: Objective): number[] => [broken, ...musts, worst, mean];
  const [first, second] = [vector(one), vector(other)];
  for (const [index, value] of first.entries()) {
    const difference = value - (second[index] as number);
    if (Math.abs(difference) > 1e-9) return difference;
  }
  return 0;
}

/** What a rule weighs in a group's score: each half of the one before. */
const weightOf = (position: number): number => 0.5 ** position;

/**
 * What a group lacks by one of the other rules: that it lacks anything counts for more than how much.
 *
 * @param position of the rule among those that are no musts
 */
export const scoreOf = (measured: number, position: number): number =>
  measured === 0 ? 0 : weightOf(position) * (1 + measured);

/** Pairs of a rule that do not hold. */
export function brokenPairs({ together, apart }: Pick<Formation, 'together' | 'apart'>, groupOf: Int32Array) {
  return {
    together: together.filter(([a, b]) => groupOf[a] !== groupOf[b]),
    apart: apart.filter(([a, b]) => groupOf[a] === groupOf[b]),
  };
}

/** People seat by seat, group by group. @returns where each group begins, and the end of the last */
export function seatByGroup(groupOf: Int32Array, groups: number): { seats: Int32Array; starts: Int32Array } {
  const starts = new Int32Array(groups + 1);
  for (const group of groupOf) starts[group + 1] = (starts[group + 1] as number) + 1;
  for (let group = 0; group < groups; group++) {
    starts[group + 1] = (starts[group + 1] as number) + (starts[group] as number);
  }
  const next = starts.slice();
  const seats = new Int32Array(groupOf.length);
  groupOf.forEach((group, person) => {
    const seat = next[group] as number;
    seats[seat] = person;
    next[group] = seat + 1;
  });
  return { seats, starts };
}

/** What each rule measures of each group: `[rule][group]`. */
export function measureGroups(formation: Formation, groupOf: Int32Array): number[][] {
  const groups = formation.sizes.length;
  const { seats, starts } = seatByGroup(groupOf, groups);
  return formation.rules.map((rule) => {
    const measure = measureOf(rule, groups);
    return Array.from({ length: groups }, (_, group) =>
      measure(seats, starts[group] as number, starts[group + 1] as number),
    );
  });
}

/** What groups are worth; the same however people and groups are numbered. */
export function objectiveOf(formation: Formation, groupOf: Int32Array): Objective {
  const measured = measureGroups(formation, groupOf);
  const { together, apart } = brokenPairs(formation, groupOf);
  const musts: number[] = [];
  const scores = formation.sizes.map(() => 0);
  let position = 0;
  formation.rules.forEach((rule, index) => {
    const values = measured[index] as number[];
    if (isMust(rule)) {
      musts.push(values.reduce((sum, value) => sum + value, 0));
      return;
    }
    values.forEach((value, group) => {
      scores[group] = (scores[group] as number) + scoreOf(value, position);
    });
    position++;
  });
  return {
    broken: together.length + apart.length,
    musts,
    worst: scores.reduce((worst, score) => Math.max(worst, score), 0),
    mean: scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length),
  };
}
