import { expect, test } from '@jest/globals';
import { normal } from '../../../../test/factories/review-simulator.ts';
import { seededRandom } from '../../core/random.ts';
import { compareWorks } from './compared-results.domain.ts';
import { distanceWithout, reviewersOf } from './compared-reviewers.domain.ts';
import { drawPairs } from './comparison-pairs.domain.ts';
import type { JudgedPair } from './comparison.domain.ts';

const WORKS = 40;
/** Every fourth takes either work; the others prefer the one that is better, the more the further they are apart. */
const isCareless = (reviewerId: string): boolean => Number(reviewerId.slice(1)) % 4 === 0;

function judge(seed: string): JudgedPair[] {
  const random = seededRandom(seed);
  const worth = Array.from({ length: WORKS }, () => 2 * normal(random));
  return drawPairs(WORKS, 5, random).map(({ reviewer, left, right }, index) => {
    const reviewerId = `a${reviewer}`;
    const better = isCareless(reviewerId)
      ? 0.5
      : 1 / (1 + Math.exp((worth[right] ?? 0) - (worth[left] ?? 0)));
    const share = random() < better ? 1 : 0;
    return {
      id: `c${index}`,
      reviewerId,
      leftAuthorId: `a${left}`,
      rightAuthorId: `a${right}`,
      share,
      choices: [],
    };
  });
}
const meanOf = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

test('one step comes close to fitting all others anew', () => {
  const judged = judge('steps');
  const strengths = compareWorks(judged, []);
  const errors = judged.map((pair) => {
    const others = compareWorks(
      judged.filter((one) => one !== pair),
      [],
    );
    const strengthOf = (id: string): number => others.get(id)?.strength ?? 0;
    const exact = strengthOf(pair.leftAuthorId) - strengthOf(pair.rightAuthorId);
    return Math.abs(distanceWithout(pair, strengths) - exact);
  });
  expect(meanOf(errors)).toBeLessThan(0.1);
  expect(Math.max(...errors)).toBeLessThan(0.6);
});

test('who chooses at random agrees in half, who looks in as many as can be expected', () => {
  const all = Array.from({ length: 30 }, (_, seed) => {
    const judged = judge(`seed ${seed}`);
    return reviewersOf(judged, compareWorks(judged, []));
  }).flat();
  const careless = all.filter(({ id }) => isCareless(id));
  const careful = all.filter(({ id }) => !isCareless(id));
  expect(Math.abs(meanOf(careless.map(({ agreement }) => agreement)) - 50)).toBeLessThan(4);
  const [agreed, expected] = (['agreement', 'expected'] as const).map((key) =>
    meanOf(careful.map((one) => one[key])),
  );
  expect(agreed).toBeGreaterThan(68);
  expect(Math.abs((agreed ?? 0) - (expected ?? 0))).toBeLessThan(8);
});

const pair = (id: string, reviewerId: string, left: string, right: string, share: number): JudgedPair => ({
  id,
  reviewerId,
  leftAuthorId: left,
  rightAuthorId: right,
  share,
  choices: [],
});

test('each has the share by which the better work was chosen, and the first of the two', () => {
  const strengths = new Map(
    ['a', 'b', 'c'].map((id, place) => [id, { strength: 4 - 4 * place, error: 0.2 }]),
  );
  const judged = [
    pair('1', 'r', 'a', 'b', 1),
    pair('2', 'r', 'c', 'a', 0.25),
    pair('3', 's', 'c', 'b', 1),
    pair('4', 's', 'b', 'c', 1),
  ];
  const [r, s] = reviewersOf(judged, strengths);
  expect(r).toMatchObject({ id: 'r', made: 2, agreement: 87.5, first: 62.5 });
  expect(s).toMatchObject({ id: 's', made: 2, agreement: 50, first: 100 });
  expect(r?.expected).toBeGreaterThan(98);
});

test('of two works of which nothing else is known nobody is said to have chosen the better one', () => {
  const judged = [pair('1', 'r', 'a', 'b', 1)];
  const [r] = reviewersOf(judged, compareWorks(judged, []));
  expect(r?.agreement).toBeLessThan(100);
  expect(reviewersOf([], new Map())).toEqual([]);
});
