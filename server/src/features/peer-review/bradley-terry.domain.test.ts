import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { seededRandom } from '../../core/random.ts';
import { fitBradleyTerry, type Judgements, PRIOR_COMPARISONS } from './bradley-terry.domain.ts';
import { drawPairs } from './comparison-pairs.domain.ts';
import { splitHalfReliability } from './split-half.domain.ts';

type Row = readonly [left: number, right: number, share: number];

const judgementsOf = (works: number, rows: readonly Row[]): Judgements => ({
  works,
  left: Int32Array.from(rows, ([left]) => left),
  right: Int32Array.from(rows, ([, right]) => right),
  share: Float64Array.from(rows, ([, , share]) => share),
});

const times = <One>(count: number, one: One): One[] => Array.from({ length: count }, () => one);

/** The root of a falling function. */
function root(f: (x: number) => number): number {
  let [low, high] = [-50, 50];
  for (let n = 0; n < 200; n++) {
    const middle = (low + high) / 2;
    if (f(middle) > 0) low = middle;
    else high = middle;
  }
  return low;
}

const chance = (difference: number): number => 1 / (1 + Math.exp(-difference));

test.each([
  [3, 1],
  [7, 3],
  [50, 49],
])('two works without a prior: their strengths are as their wins, %i to %i', (wins, losses) => {
  const rows = [...times(wins, [0, 1, 1] as const), ...times(losses, [1, 0, 1] as const)];
  const { values } = fitBradleyTerry(judgementsOf(2, rows), 0);
  expect((values[0] ?? 0) - (values[1] ?? 0)).toBeCloseTo(Math.log(wins / losses), 5);
});

test.each([
  [3, 1],
  [5, 0],
  [10, 10],
])('two works with the prior: where the likelihood with it is highest, %i to %i', (wins, losses) => {
  const rows = [...times(wins, [0, 1, 1] as const), ...times(losses, [1, 0, 1] as const)];
  const { values } = fitBradleyTerry(judgementsOf(2, rows));
  const half = PRIOR_COMPARISONS / 2;
  // One is as far above the prior's work as the other is below.
  const exact = root((x) => wins + half - (wins + losses) * chance(2 * x) - PRIOR_COMPARISONS * chance(x));
  expect(values[0]).toBeCloseTo(exact, 5);
  expect(values[1]).toBeCloseTo(-exact, 5);
});

/** Wins of baseball teams over each other, 13 games each pair (Agresti, Categorical Data Analysis, 2nd ed., table 10.10). */
const BASEBALL = [
  [0, 7, 9, 7, 7, 9, 11],
  [6, 0, 7, 5, 11, 9, 9],
  [4, 6, 0, 7, 7, 8, 12],
  [6, 8, 6, 0, 6, 7, 10],
  [6, 2, 6, 7, 0, 7, 12],
  [4, 4, 5, 6, 6, 0, 6],
  [2, 4, 1, 3, 1, 7, 0],
];

test('a published table: as published, and no other strengths are likelier', () => {
  const rows = BASEBALL.flatMap((row, left) =>
    row.flatMap((wins, right) => times(wins, [left, right, 1] as const)),
  );
  const { values } = fitBradleyTerry(judgementsOf(7, rows), 0);
  const last = values[6] ?? 0;
  // As the book and the package BradleyTerry2 have them, the last team being 0.
  const published = [1.581, 1.436, 1.294, 1.248, 1.108, 0.684, 0];
  published.forEach((strength, team) => expect((values[team] ?? 0) - last).toBeCloseTo(strength, 3));
  const likelihood = (at: ArrayLike<number>): number =>
    rows.reduce((sum, [left, right]) => sum + Math.log(chance((at[left] ?? 0) - (at[right] ?? 0))), 0);
  const best = likelihood(values);
  const random = seededRandom('around');
  for (let n = 0; n < 200; n++)
    expect(likelihood(values.map((value) => value + (random() - 0.5) / 10))).toBeLessThanOrEqual(best);
});

/** Comparisons of works whose strengths are known, by people who see them as the model says. */
function planted(count: number, each: number, seed: string, rounds = 1) {
  const random = seededRandom(seed);
  const truth = Array.from({ length: count }, (_, work) => 4 * (work / (count - 1)) - 2);
  const pairs = times(rounds, each).flatMap((own) => drawPairs(count, own, random));
  const rows = pairs.map(({ left, right }): Row => [
    left,
    right,
    random() < chance((truth[left] ?? 0) - (truth[right] ?? 0)) ? 1 : 0,
  ]);
  const judged = judgementsOf(count, rows);
  return { truth, judged: { ...judged, reviewer: Int32Array.from(pairs, ({ reviewer }) => reviewer) } };
}

test('planted strengths come out: close with many comparisons, in order with ten each', () => {
  const many = planted(60, 10, 'many', 60);
  const { values } = fitBradleyTerry(many.judged);
  many.truth.forEach((truth, work) => expect(Math.abs((values[work] ?? 0) - truth)).toBeLessThan(0.35));
  const few = planted(200, 5, 'few');
  const fit = fitBradleyTerry(few.judged);
  const [top, bottom] = [150, 50].map((from) => fit.values.slice(from, from + 50));
  const mean = (some: Float64Array = new Float64Array()) => some.reduce((a, b) => a + b, 0) / some.length;
  expect(mean(top)).toBeGreaterThan(mean(bottom) + 1);
});

test('an interval of two standard errors holds the true strength nearly always', () => {
  let [held, all] = [0, 0];
  for (let seed = 0; seed < 20; seed++) {
    const { truth, judged } = planted(100, 10, `interval ${seed}`);
    const { values, errors } = fitBradleyTerry(judged);
    truth.forEach((strength, work) => {
      all += 1;
      if (Math.abs((values[work] ?? 0) - strength) <= 1.96 * (errors[work] ?? 0)) held += 1;
    });
  }
  expect(held / all).toBeGreaterThan(0.92);
  expect(held / all).toBeLessThan(0.98);
});

test('who wins everything, who loses everything and who was never compared have a finite place', () => {
  const { values, errors, rounds } = fitBradleyTerry(
    judgementsOf(4, [...times(20, [0, 1, 1] as const), ...times(20, [1, 2, 1] as const)]),
  );
  expect(Array.from(values)).toEqual([
    expect.any(Number),
    expect.closeTo(0, 5),
    expect.closeTo(-(values[0] ?? 0), 5),
    expect.closeTo(0, 5),
  ]);
  expect(values[0]).toBeGreaterThan(1);
  expect([...values, ...errors].every(Number.isFinite)).toBe(true);
  expect(rounds).toBeLessThan(1000);
});

test('property: it ends, is finite, and turning all choices around turns the strengths around', () => {
  const row = fc.tuple(
    fc.nat(9),
    fc.nat(9),
    fc.integer({ min: 0, max: 4 }).map((quarters) => quarters / 4),
  );
  fc.assert(
    fc.property(
      fc.array(
        row.filter(([left, right]) => left !== right),
        { maxLength: 60 },
      ),
      (rows) => {
        const { values, rounds } = fitBradleyTerry(judgementsOf(10, rows));
        const turned = fitBradleyTerry(
          judgementsOf(
            10,
            rows.map(([left, right, share]) => [left, right, 1 - share]),
          ),
        ).values;
        expect(rounds).toBeLessThan(5000);
        values.forEach((value, work) => expect(value).toBeCloseTo(-(turned[work] ?? NaN), 4));
      },
    ),
    { numRuns: 200 },
  );
});

test('reliability: high for people who see the same, about none for people who guess, unknown for a few', () => {
  const { judged } = planted(40, 10, 'reliable');
  expect(splitHalfReliability(judged, seededRandom('split'))).toBeGreaterThan(0.6);
  const random = seededRandom('guess');
  const guessed = { ...judged, share: judged.share.map(() => (random() < 0.5 ? 1 : 0)) };
  expect(Math.abs(splitHalfReliability(guessed, seededRandom('split')) ?? 1)).toBeLessThan(0.3);
  const three = planted(3, 1, 'three').judged;
  expect(splitHalfReliability(three, seededRandom('split'))).toBeNull();
});

test('works of sections that were never beside each other: each section is around the middle', () => {
  // In the first section the better work nearly always wins, in the second one often.
  const rows: Row[] = [
    ...times(19, [0, 1, 1] as const),
    ...times(1, [0, 1, 0] as const),
    ...times(6, [2, 3, 1] as const),
    ...times(4, [2, 3, 0] as const),
  ];
  const { values } = fitBradleyTerry(judgementsOf(4, rows));
  const [best = 0, worst = 0, better = 0, weaker = 0] = values;
  expect(best + worst).toBeCloseTo(0, 3);
  expect(better + weaker).toBeCloseTo(0, 3);
  expect(best).toBeGreaterThan(better);
  expect(better).toBeGreaterThan(weaker);
});
