import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  gamma,
  normal,
  rootMeanSquare,
  simulate,
  type SimulatedClass,
  type Simulation,
} from '../../../../test/factories/review-simulator.ts';
import type { Random } from '../../core/random.ts';
import { combineReviews, medianOf } from '../gradebook/combine-reviews.domain.ts';
import { fitReliability } from './reliability.domain.ts';
import { at, intAt, type Report, reportsOf } from './reports.domain.ts';
import { estimateByMean, estimateWorks, type WorkEstimates } from './work-estimates.domain.ts';

const mean = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0) / numbers.length;
const onScale = (value: number): number => Math.min(100, Math.max(0, value));
const scoresOf = ({ reports: { start, value } }: SimulatedClass, work: number): number[] =>
  Array.from(value.subarray(intAt(start, work), intAt(start, work + 1)));

const METHODS = ['mean', 'median', 'pg1', 'pg1OfAll', 'ours'] as const;
type Method = (typeof METHODS)[number];

/** Errors of every method over classes of different seeds; works that staff have looked at are left out. */
function measure(simulation: Omit<Simulation, 'seed'>, runs: number) {
  const errors: Record<Method, number[]> = { mean: [], median: [], pg1: [], pg1OfAll: [], ours: [] };
  const tally = { covered: 0, works: 0, byReliability: 0 };
  for (let run = 1; run <= runs; run += 1) {
    const one = simulate({ ...simulation, seed: `run ${run}` });
    const fit = fitReliability(one.reports);
    const estimates = estimateWorks(one.reports);
    if (estimates.by === 'reliability') tally.byReliability += 1 / runs;
    const off: Record<Method, number[]> = { mean: [], median: [], pg1: [], pg1OfAll: [], ours: [] };
    one.truth.forEach((worth, work) => {
      const scores = scoresOf(one, work);
      const ours = gradeOf(estimates, scores, work);
      // Where the table counts spot checks, it counts the works that they are of as well.
      off.pg1OfAll.push(at(fit.quality, work) - worth);
      if (!Number.isNaN(at(one.reports.known, work))) return;
      off.pg1.push(at(fit.quality, work) - worth);
      off.mean.push(mean(scores) - worth);
      off.median.push(medianOf(scores.toSorted((a, b) => a - b)) - worth);
      off.ours.push(ours - worth);
      tally.works += 1;
      if (Math.abs(ours - worth) <= (estimates.margin(work) ?? Number.NaN)) tally.covered += 1;
    });
    for (const method of METHODS) errors[method].push(rootMeanSquare(off[method]));
  }
  return {
    mean: mean(errors.mean),
    median: mean(errors.median),
    pg1: mean(errors.pg1),
    pg1OfAll: mean(errors.pg1OfAll),
    ours: mean(errors.ours),
    coverage: tally.covered / tally.works,
    byReliability: tally.byReliability,
  };
}

const gradeOf = (estimates: WorkEstimates, scores: readonly number[], work: number): number =>
  combineReviews(scores, 'reliability', estimates.weighing(work));

/** The works' standard deviation in percentage points, where the table counts it as 1. */
const SCALE = 12;

/** Works around 60 with standard deviation 1 of the table, reviewers of random variance, nothing cut off. */
const ofVariance = (variance: (random: Random) => number, bias = 0): Omit<Simulation, 'seed'> => ({
  works: 50,
  perReviewer: 15,
  worth: (random) => 60 + SCALE * normal(random),
  reviewer(random) {
    const deviation = SCALE * Math.sqrt(variance(random));
    const off = SCALE * bias * normal(random);
    return { report: (worth) => worth + off + deviation * normal(random) };
  },
});
const byGamma = (random: Random): number => 22.4 * gamma(0.3, random);
const bimodal = (random: Random): number => (random() < 0.2 ? 1.74 : 0.07);
const pareto = (random: Random): number => 0.0375 / (1 - random());

// Mean, median and PG1 of reference/algorithms.md §2. How its reviewers were drawn is not said: the simulator's
// parameters are those that give its first two columns, and the third is what is shown.
test.each<[string, Omit<Simulation, 'seed'>, number, number, number]>([
  ['gamma', ofVariance(byGamma), 0.67, 0.254, 0.125],
  ['gamma, with severity of 0.4', ofVariance(byGamma, 0.4), 0.68, 0.35, 0.153],
  ['bimodal', ofVariance(bimodal), 0.161, 0.103, 0.083],
  ['pareto', ofVariance(pareto), 0.15, 0.095, 0.074],
])('accuracy, %s', (_row, simulation, byMean, byMedian, byModel) => {
  const found = measure(simulation, 40);
  expect(found.mean / SCALE / byMean).toBeGreaterThan(0.9);
  expect(found.mean / SCALE / byMean).toBeLessThan(1.1);
  expect(found.median / SCALE / byMedian).toBeGreaterThan(0.9);
  expect(found.median / SCALE / byMedian).toBeLessThan(1.1);
  expect(found.pg1 / SCALE).toBeLessThanOrEqual(1.02 * byModel);
  expect(found.ours).toBeLessThanOrEqual(1.05 * Math.min(found.mean, found.median, found.pg1));
});

type Bad = (worth: number, random: Random) => number;

/** 500 works around 70, reviewers of differing severity and care, a share of whom report something else. */
const ofClass = (share: number, bad: Bad, spotChecks = 0): Omit<Simulation, 'seed'> => ({
  works: 500,
  perReviewer: 5,
  spotChecks,
  worth: (random) => onScale(70 + 15 * normal(random)),
  reviewer(random, index) {
    const off = 5 * normal(random);
    const deviation = 4 + 7.3 * random();
    const honest = (worth: number): number => onScale(worth + off + deviation * normal(random));
    const isBad = index < share * 500;
    return { report: (worth) => (isBad ? bad(worth, random) : honest(worth)) };
  },
});
const anything: Bad = (_worth, random) => 100 * random();
const maximum: Bad = () => 100;
const sabotage: Bad = (_worth, random) => onScale(9 + 5 * normal(random));
const average: Bad = (_worth, random) => 70 + 2 * normal(random);

test.each<[string, Omit<Simulation, 'seed'>, readonly [number, number, number]]>([
  ['honest', ofClass(0, anything), [4.1, 4.78, 3.74]],
  ['honest, a tenth looked at', ofClass(0, anything, 0.1), [4.1, 4.78, 3.73]],
  ['20 % random', ofClass(0.2, anything), [9.7, 7.33, 5.05]],
  ['20 % random, a tenth looked at', ofClass(0.2, anything, 0.1), [9.7, 7.33, 4.97]],
  ['20 % always the maximum', ofClass(0.2, maximum), [9.61, 10.2, 8.51]],
  ['20 % always the maximum, a tenth looked at', ofClass(0.2, maximum, 0.1), [9.61, 10.2, 6.69]],
  ['10 % sabotage', ofClass(0.1, sabotage), [11.3, 8.1, 7.51]],
  ['10 % sabotage, a tenth looked at', ofClass(0.1, sabotage, 0.1), [11.3, 8.1, 4.93]],
  ['half report the average', ofClass(0.5, average), [8.78, 11.25, 14.75]],
])('robustness, %s', (_row, simulation, [byMean, byMedian, byModel]) => {
  const found = measure(simulation, 6);
  expect(found.mean / byMean).toBeGreaterThan(0.9);
  expect(found.mean / byMean).toBeLessThan(1.1);
  expect(found.median / byMedian).toBeGreaterThan(0.9);
  expect(found.median / byMedian).toBeLessThan(1.1);
  expect(found.pg1OfAll).toBeLessThanOrEqual(1.02 * byModel);
  expect(found.ours).toBeLessThanOrEqual(1.05 * Math.min(found.mean, found.median, found.pg1));
});

test.each<[string, Omit<Simulation, 'seed'>]>([
  ['honest', ofClass(0, anything)],
  ['honest, a tenth looked at', ofClass(0, anything, 0.1)],
  ['20 % random', ofClass(0.2, anything)],
  ['20 % random, a tenth looked at', ofClass(0.2, anything, 0.1)],
  ['20 % always the maximum', ofClass(0.2, maximum)],
  ['20 % always the maximum, a tenth looked at', ofClass(0.2, maximum, 0.1)],
  ['10 % sabotage', ofClass(0.1, sabotage)],
  ['10 % sabotage, a tenth looked at', ofClass(0.1, sabotage, 0.1)],
  ['half report the average', ofClass(0.5, average)],
  ['gamma', ofVariance(byGamma)],
  ['gamma, with severity of 0.4', ofVariance(byGamma, 0.4)],
  ['bimodal', ofVariance(bimodal)],
  ['pareto', ofVariance(pareto)],
])('95 %% intervals hold the truth in 93 to 97 %%: %s', (_row, simulation) => {
  const { coverage } = measure(simulation, simulation.works < 100 ? 40 : 8);
  expect(coverage).toBeGreaterThan(0.93);
  expect(coverage).toBeLessThan(0.97);
});

test('where nearly everybody reports the average, a mean is taken', () => {
  const found = measure(ofClass(0.8, average), 3);
  expect(found.byReliability).toBe(0);
  expect(found.ours).toBe(found.mean);
});

test('where all reviewers are alike, a mean is taken', () => {
  const alike = {
    ...ofClass(0, anything),
    reviewer: (random: Random) => ({ report: (w: number) => onScale(w + 8 * normal(random)) }),
  };
  expect(measure(alike, 3).byReliability).toBe(0);
});

const percent = fc.integer({ min: 0, max: 100 });
const someReports = fc
  .tuple(fc.integer({ min: 1, max: 14 }), fc.integer({ min: 1, max: 9 }))
  .chain(([works, reviewers]) =>
    fc.record({
      works: fc.constant(works),
      reviewers: fc.constant(reviewers),
      given: fc.uniqueArray(
        fc.record({
          work: fc.nat(works - 1),
          reviewer: fc.nat(reviewers - 1),
          value: percent,
        }),
        { selector: ({ work, reviewer }) => `${work}/${reviewer}` },
      ),
    }),
  );

test('whatever is missing, every reviewed work has a grade on the scale and an interval that is a number', () => {
  fc.assert(
    fc.property(someReports, ({ works, reviewers, given }) => {
      const estimates = estimateWorks(reportsOf(works, reviewers, given, new Map()));
      for (let work = 0; work < works; work += 1) {
        const scores = given.filter((report) => report.work === work).map(({ value }) => value);
        const margin = estimates.margin(work);
        if (scores.length === 0) continue;
        const grade = gradeOf(estimates, scores, work);
        expect(grade).toBeGreaterThanOrEqual(0);
        expect(grade).toBeLessThanOrEqual(100);
        if (margin !== null) expect(margin).toBeGreaterThanOrEqual(0);
        if (scores.length === 1) expect(grade).toBe(scores[0]);
      }
    }),
  );
});

test('the order in which reports come changes nothing', () => {
  const { reports, given, truth } = simulate({ ...ofClass(0.2, anything), works: 60, seed: 'order' });
  const turned = reportsOf(60, 60, given.toReversed(), new Map());
  const a = fitReliability(reports);
  const b = fitReliability(turned);
  truth.forEach((_, work) => expect(at(b.quality, work)).toBeCloseTo(at(a.quality, work), 6));
  a.weight.forEach((weight, reviewer) => expect(at(b.weight, reviewer)).toBeCloseTo(weight, 6));
});

test('what staff gave is what the work is worth, and its reviewers are weighed by it', () => {
  const { reports, given } = simulate({ ...ofClass(0, anything), works: 60, seed: 'staff' });
  const known = new Map([[3, 20]]);
  const fit = fitReliability(reportsOf(60, 60, given, known));
  expect(at(fit.quality, 3)).toBe(20);
  expect(at(fit.variance, 3)).toBe(0);
  const before = fitReliability(reports);
  const reviewersOf = given.filter(({ work }) => work === 3).map(({ reviewer }) => reviewer);
  const weightOf = ({ weight }: typeof fit): number =>
    mean(reviewersOf.map((reviewer) => at(weight, reviewer)));
  expect(weightOf(fit)).toBeLessThan(0.8 * weightOf(before));
  expect(estimateWorks(reportsOf(60, 60, given, known)).margin(3)).toBe(0);
});

test.each([
  ['the class mean', average],
  ['the maximum', maximum],
])('who reports %s whatever the work is counts next to nothing', (_what, bad) => {
  const { reports } = simulate({ ...ofClass(0.1, bad), seed: 'low effort' });
  const { lowEffort } = fitReliability(reports);
  expect(mean(Array.from(lowEffort.subarray(0, 50)))).toBeGreaterThan(0.9);
  expect(mean(Array.from(lowEffort.subarray(50)))).toBeLessThan(0.02);
});

test('where nobody can be compared with anybody, nothing is said of certainty', () => {
  const given: Report[] = [
    { work: 0, reviewer: 1, value: 70 },
    { work: 1, reviewer: 0, value: 80 },
  ];
  const estimates = estimateByMean(reportsOf(2, 2, given, new Map()));
  expect(estimates.margin(0)).toBeNull();
  expect(estimateWorks(reportsOf(2, 2, [], new Map())).margin(0)).toBeNull();
});
