import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { below, seededRandom, shuffle } from '../../core/random.ts';
import { formGroups } from './form-groups.domain.ts';
import {
  compareObjectives,
  type Formation,
  type FormationRule,
  HOURS_PER_WORD,
  measureOf,
  NO_VALUE,
  type Objective,
  objectiveOf,
  sizesOf,
  WEEK_WORDS,
} from './formation.domain.ts';

function solve(formation: Formation, seed: number | string): Int32Array {
  const search = formGroups(formation, seededRandom(`formation/${seed}`));
  for (;;) {
    const step = search.next();
    if (step.done) return step.value;
  }
}

/** Everybody's free hours as bits of the first hours of the week. */
function weekOf(people: readonly number[]): Uint32Array {
  const hours = new Uint32Array(people.length * WEEK_WORDS);
  people.forEach((bits, person) => (hours[person * WEEK_WORDS] = bits % 2 ** HOURS_PER_WORD));
  return hours;
}

const seats = (people: number): Int32Array => Int32Array.from({ length: people }, (_, index) => index);

describe('what a rule measures of a group', () => {
  const belongs = (...values: number[]): FormationRule => ({
    kind: 'cluster',
    belongs: Uint8Array.from(values),
  });
  const spread = (...values: number[]): FormationRule => ({
    kind: 'distribute',
    values: Int32Array.from(values),
    kinds: 2,
  });
  const same = (...values: number[]): FormationRule => ({
    kind: 'aggregate',
    values: Int32Array.from(values),
    kinds: 3,
  });
  const even = (...values: number[]): FormationRule => ({
    kind: 'balance',
    values: Float64Array.from(values),
  });
  const free = (least: number, ...people: number[]): FormationRule => ({
    kind: 'overlap',
    hours: weekOf(people),
    least,
  });
  test.each<[string, FormationRule, number]>([
    ['nobody of the minority is none alone', belongs(0, 0, 0, 1, 1), 0],
    ['one of the minority is alone', belongs(1, 0, 0, 1, 0), 1],
    ['two of the minority are not alone', belongs(1, 0, 1, 1, 0), 0],
    ['half of each value may be here', spread(0, 1, 1, 0, 1, 1), 0],
    ['one of a value too many, one of the other too few', spread(0, 0, 1, 1, 1, 1), 2],
    ['somebody without a value counts for none', spread(NO_VALUE, 0, 1, 0, 1, 1), 0],
    ['all have the same', same(2, 2, 2, 0, 1), 0],
    ['one has another value', same(2, 0, 2, 0, 1), 1],
    ['the mean of all', even(2, 4, 3, 3, 3), 0],
    ['far from the mean of all', even(5, 5, 5, 1, 1, 1), 1],
    ['nothing known is no difference', even(Number.NaN, Number.NaN, Number.NaN, 1, 2), 0],
    ['enough hours shared', free(2, 0b110, 0b111, 0b1110, 0), 0],
    ['an hour is missing', free(2, 0b110, 0b101, 0b1110, 0), 1],
  ])('%s', (_rule, rule, expected) => {
    expect(measureOf(rule, 2)(seats(3), 0, 3)).toBeCloseTo(expected);
  });
});

test.each<[string, number, number[], number[]]>([
  ['even', 12, [0, 0, 0], [4, 4, 4]],
  ['the first get one more', 14, [0, 0, 0], [5, 5, 4]],
  ['who stays counts', 12, [1, 3, 0], [4, 4, 4]],
  ['a group that is too large stays so', 12, [7, 0, 0], [7, 3, 2]],
  ['nobody', 0, [0, 0], [0, 0]],
])('sizes: %s', (_rule, count, fixed, expected) => expect(sizesOf(count, fixed)).toEqual(expected));

/** Every way to put people into groups of these sizes; knows nothing of the search. */
function bruteForce(formation: Formation): Objective {
  const groupOf = new Int32Array(formation.count);
  const left = [...formation.sizes];
  let best: Objective | null = null;
  const place = (person: number): void => {
    if (person === formation.count) {
      const objective = objectiveOf(formation, groupOf);
      if (!best || compareObjectives(objective, best) < 0) best = objective;
      return;
    }
    const seen = new Set<number>();
    for (let group = 0; group < left.length; group++) {
      const lock = formation.locks[person] as number;
      const room = left[group] as number;
      const size = formation.sizes[group] as number;
      if (room === 0 || (lock !== NO_VALUE && lock !== group)) continue;
      // Empty groups of a size are like each other, unless somebody is to stay in one.
      if (room === size && !formation.locks.includes(group)) {
        if (seen.has(size)) continue;
        seen.add(size);
      }
      groupOf[person] = group;
      left[group] = room - 1;
      place(person + 1);
      left[group] = room;
    }
  };
  place(0);
  return best as unknown as Objective;
}

const small = fc
  .record({ count: fc.integer({ min: 2, max: 12 }), seed: fc.integer({ min: 0 }) })
  .map(({ count, seed }) => {
    const random = seededRandom(`small/${seed}`);
    const numbers = (kinds: number) => Array.from({ length: count }, () => below(random, kinds));
    const choices: (() => FormationRule)[] = [
      () => ({ kind: 'cluster', belongs: Uint8Array.from(numbers(3), (value) => +(value === 0)) }),
      () => ({ kind: 'overlap', hours: weekOf(numbers(255)), least: 1 + below(random, 3) }),
      () => ({ kind: 'distribute', values: Int32Array.from(numbers(4), (value) => value - 1), kinds: 3 }),
      () => ({ kind: 'balance', values: Float64Array.from(numbers(10)) }),
      () => ({ kind: 'aggregate', values: Int32Array.from(numbers(3)), kinds: 3 }),
    ];
    const pairs = (): [number, number][] =>
      Array.from({ length: below(random, 3) }, (): [number, number] => {
        const one = below(random, count);
        return [one, (one + 1 + below(random, count - 1)) % count];
      });
    const groups = 1 + below(random, Math.max(1, Math.floor(count / 2)));
    const sizes = sizesOf(
      count,
      Array.from({ length: groups }, () => 0),
    );
    const locks = new Int32Array(count).fill(NO_VALUE);
    if (below(random, 2) === 0) locks[below(random, count)] = below(random, groups);
    const rules = shuffle(choices, random)
      .slice(0, 1 + below(random, 3))
      .map((make) => make());
    return { count, sizes, rules, together: pairs(), apart: pairs(), locks } satisfies Formation;
  });

describe('groups that are sought', () => {
  test('are as good as the best of all there are, for twelve at most', () => {
    fc.assert(
      fc.property(small, fc.integer(), (formation, seed) => {
        const found = objectiveOf(formation, solve(formation, seed));
        expect(compareObjectives(found, bruteForce(formation))).toBe(0);
      }),
      { numRuns: 100 },
    );
  });

  test('of few people are found where swapping two of them at a time leads nowhere', () => {
    const formation: Formation = {
      count: 11,
      sizes: [3, 2, 2, 2, 2],
      rules: [
        { kind: 'balance', values: Float64Array.from([8, 4, 1, 8, 3, 7, 4, 7, 7, 3, 9]) },
        { kind: 'cluster', belongs: Uint8Array.from([0, 0, 0, 1, 1, 0, 1, 1, 0, 0, 1]) },
      ],
      together: [
        [4, 8],
        [4, 6],
      ],
      apart: [[0, 2]],
      locks: Int32Array.from([-1, -1, -1, -1, -1, -1, 1, -1, -1, -1, -1]),
    };
    const found = objectiveOf(formation, solve(formation, 0));
    expect(compareObjectives(found, bruteForce(formation))).toBe(0);
  });

  test('hold everybody once, in the sizes that are asked, and leave who is locked', () => {
    const people = fc.record({
      count: fc.integer({ min: 1, max: 90 }),
      groups: fc.integer({ min: 1, max: 12 }),
      seed: fc.integer(),
    });
    fc.assert(
      fc.property(people, ({ count, groups, seed }) => {
        const random = seededRandom(`placed/${seed}`);
        const sizes = sizesOf(
          count,
          Array.from({ length: groups }, () => 0),
        );
        const locks = new Int32Array(count).fill(NO_VALUE);
        sizes.forEach((size, group) => {
          if (size > 0 && group < count) locks[group] = group;
        });
        const values = Int32Array.from({ length: count }, () => below(random, 4));
        const rules: FormationRule[] = [{ kind: 'distribute', values, kinds: 4 }];
        const formation: Formation = { count, sizes, rules, together: [], apart: [], locks };
        const groupOf = solve(formation, seed);
        expect(sizes.map((_, group) => groupOf.filter((one) => one === group).length)).toEqual(sizes);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        for (const [person, group] of locks.entries())
          if (group !== NO_VALUE) expect(groupOf[person]).toBe(group);
        expect(solve(formation, seed)).toEqual(groupOf);
      }),
      { numRuns: 15 },
    );
  });

  test('are worth the same however people and groups are numbered', () => {
    fc.assert(
      fc.property(small, fc.integer(), (formation, seed) => {
        const random = seededRandom(`numbered/${seed}`);
        const { count, sizes } = formation;
        const groupOf = solve({ ...formation, locks: new Int32Array(count).fill(NO_VALUE) }, seed);
        const people = shuffle(seats(count), random);
        const groups = shuffle(seats(sizes.length), random);
        const renumber = <T extends Uint8Array | Uint32Array | Int32Array | Float64Array>(
          values: T,
          width = 1,
        ): T => {
          const moved = values.slice() as T;
          people.forEach((to, from) => {
            for (let index = 0; index < width; index++)
              moved[to * width + index] = values[from * width + index] as number;
          });
          return moved;
        };
        const rules = formation.rules.map((rule): FormationRule => {
          if (rule.kind === 'cluster') return { ...rule, belongs: renumber(rule.belongs) };
          if (rule.kind === 'overlap') return { ...rule, hours: renumber(rule.hours, WEEK_WORDS) };
          if (rule.kind === 'balance') return { ...rule, values: renumber(rule.values) };
          return { ...rule, values: renumber(rule.values) };
        });
        const pairs = (list: Formation['together']) =>
          list.map(([a, b]): [number, number] => [people[a] as number, people[b] as number]);
        const other: Formation = {
          ...formation,
          rules,
          sizes: sizes.map((_, group) => sizes[groups.indexOf(group)] as number),
          together: pairs(formation.together),
          apart: pairs(formation.apart),
        };
        const moved = renumber(groupOf.map((group) => groups[group] as number));
        expect(compareObjectives(objectiveOf(other, moved), objectiveOf(formation, groupOf))).toBe(0);
      }),
      { numRuns: 12 },
    );
  });

  test.each([
    ['sixty', 60, 12],
    ['a course of 300', 300, 60],
    ['a course of 1,500', 1500, 300],
  ])('find what was planted: %s', (_who, count, groups) => {
    const random = seededRandom(`planted/${count}`);
    const size = count / groups;
    const order = shuffle(seats(count), random);
    const planted = new Int32Array(count);
    order.forEach((person, index) => (planted[person] = Math.floor(index / size)));
    const inGroup = (group: number) => [...planted.keys()].filter((person) => planted[person] === group);
    const women = new Uint8Array(count);
    const majors = new Int32Array(count);
    const together: [number, number][] = [];
    const apart: [number, number][] = [];
    for (let group = 0; group < groups; group++) {
      const people = inGroup(group);
      people.forEach((person, index) => (majors[person] = index));
      if (group % 3 === 0) for (const person of people.slice(0, 2)) women[person] = 1;
      if (group % 4 === 1) together.push([people[0] as number, people[3] as number]);
      if (group % 4 === 2) apart.push([people[0] as number, inGroup((group + 1) % groups)[2] as number]);
    }
    const formation: Formation = {
      count,
      sizes: Array.from({ length: groups }, () => size),
      rules: [
        { kind: 'cluster', belongs: women },
        { kind: 'distribute', values: majors, kinds: size },
      ],
      together,
      apart,
      locks: new Int32Array(count).fill(NO_VALUE),
    };
    expect(objectiveOf(formation, solve(formation, 1))).toEqual({ broken: 0, musts: [0], worst: 0, mean: 0 });
  });
});
