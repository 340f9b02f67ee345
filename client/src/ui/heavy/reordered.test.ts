import { expect, test } from '@jest/globals';
import { reordered } from './reordered.ts';

const IDS = ['a', 'b', 'c', 'd'];

test.each([
  ['forward', ['a'], 'c', 'after', 'b c a d'],
  ['back', ['d'], 'b', 'before', 'a d b c'],
  ['to the very start', ['c'], 'a', 'before', 'c a b d'],
  ['to the very end', ['a'], 'd', 'after', 'b c d a'],
  ['next to itself', ['b'], 'c', 'before', 'a b c d'],
  ['several, in their own order', ['d', 'a'], 'b', 'after', 'b a d c'],
] as const)('an item moves %s', (_rule, moved, target, position, expected) => {
  expect(reordered(IDS, new Set(moved), target, position).join(' ')).toBe(expected);
});
