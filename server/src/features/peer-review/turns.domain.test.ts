import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { seededRandom } from '../../core/random.ts';
import { createTurns } from './turns.domain.ts';

const all = (): boolean => true;

test('whoever came up least is next, whatever has happened, and each once', () => {
  const changes = fc.array(fc.tuple(fc.nat(9), fc.nat(6)), { maxLength: 40 });
  fc.assert(
    fc.property(changes, fc.string(), (noted, seed) => {
      const times = new Map(Array.from({ length: 10 }, (_, one) => [one, one % 3]));
      const turns = createTurns(times.keys(), (one) => times.get(one) ?? 0);
      for (const [one, count] of noted) {
        times.set(one, count);
        turns.note(one, count);
      }
      const order = [...turns.inTurn(seededRandom(seed), all)];
      expect(order.toSorted((a, b) => a - b)).toEqual([...times.keys()]);
      const counts = order.map((one) => times.get(one) ?? 0);
      expect(counts).toEqual(counts.toSorted((a, b) => a - b));
      const odd = [...turns.inTurn(seededRandom(seed), (one) => one % 2 === 1)];
      expect(odd.toSorted((a, b) => a - b)).toEqual([1, 3, 5, 7, 9]);
    }),
  );
});

test('who are equal come by lot: each as often first, and each as often last', () => {
  const turns = createTurns(['a', 'b', 'c', 'd'], () => 0);
  const random = seededRandom('lot');
  const orders = Array.from({ length: 4000 }, () => [...turns.inTurn(random, all)]);
  for (const place of [0, 3])
    for (const one of ['a', 'b', 'c', 'd']) {
      const often = orders.filter((order) => order[place] === one).length;
      expect(Math.abs(often - 1000)).toBeLessThan(120);
    }
});

test('who is not among them is left out', () => {
  const turns = createTurns(['a'], () => 0);
  turns.note('b', 0);
  expect([...turns.inTurn(seededRandom('x'), all)]).toEqual(['a']);
});
