import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { seededRandom } from '../../core/random.ts';
import { countsOf, drawScenarios, type Given, withChosen } from './scenarios.domain.ts';

const groups = (count: number, from = 0): string[] =>
  Array.from({ length: count }, (_, at) => `g${from + at}`);
const pool = (count: number): string[] => Array.from({ length: count }, (_, at) => `s${at}`);
const sizes = fc.record({
  groupCount: fc.integer({ min: 0, max: 40 }),
  later: fc.integer({ min: 0, max: 10 }),
  scenarioCount: fc.integer({ min: 1, max: 12 }),
  seed: fc.string(),
});

test('a draw is even: no scenario is used twice more often than another', () => {
  fc.assert(
    fc.property(sizes, ({ groupCount, scenarioCount, seed }) => {
      const ids = groups(groupCount);
      const given = drawScenarios(ids, pool(scenarioCount), [], seededRandom(seed));
      expect(given.map(({ groupId }) => groupId).toSorted()).toEqual(ids.toSorted());
      const counts = [...countsOf(pool(scenarioCount), ids, given).values()];
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    }),
  );
});

test('a draw is stable: the same seed gives the same, and who has one keeps it when others come', () => {
  fc.assert(
    fc.property(sizes, ({ groupCount, later, scenarioCount, seed }) => {
      const ids = groups(groupCount);
      const first = drawScenarios(ids, pool(scenarioCount), [], seededRandom(seed));
      expect(drawScenarios(ids.toReversed(), pool(scenarioCount), [], seededRandom(seed))).toEqual(first);
      const all = [...groups(later, groupCount), ...ids];
      const second = drawScenarios(all, pool(scenarioCount), first, seededRandom(`${seed} later`));
      expect(second.slice(0, first.length)).toEqual(first);
      const counts = [...countsOf(pool(scenarioCount), all, second).values()];
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    }),
  );
});

const has = (groupId: string, scenarioId: string, isChosen = false): Given => ({
  groupId,
  scenarioId,
  isChosen,
});

test.each([
  [
    'a group that comes later gets the least used',
    ['a', 'b', 'c'],
    [has('a', 's0'), has('b', 's0')],
    'c',
    's1',
  ],
  ['groups that are gone do not count', ['b', 'c'], [has('a', 's1'), has('b', 's0')], 'c', 's1'],
  ['what staff chose counts, and stays', ['a', 'c'], [has('a', 's1', true)], 'c', 's0'],
  ['a scenario that is gone is none', ['a', 'b'], [has('a', 'gone'), has('b', 's0')], 'a', 's1'],
])('%s', (_rule, ids, given, groupId, expected) => {
  const drawn = drawScenarios(ids, pool(2), given, seededRandom('x'));
  expect(drawn.find((one) => one.groupId === groupId)?.scenarioId).toBe(expected);
});

test('staff choose for one group, and leave it to the draw again', () => {
  const chosen = withChosen([has('a', 's0'), has('b', 's1')], 'a', 's1');
  expect(chosen).toEqual([has('b', 's1'), has('a', 's1', true)]);
  expect(withChosen(chosen, 'a', null)).toEqual([has('b', 's1')]);
});
