import { expect, test } from '@jest/globals';
import { behind } from './behind.ts';

test.each([
  ['before the first one it is first', 'd', 'a', 'before', null],
  ['behind the first', 'd', 'a', 'after', 'a'],
  ['before the last it is behind the one in between', 'd', 'c', 'before', 'b'],
  ['what moves down does not count itself', 'b', 'c', 'before', 'a'],
  ['on the column itself it is last', 'd', null, 'after', 'c'],
] as const)('%s', (_rule, moved, target, position, expected) => {
  expect(behind(['a', 'b', 'c'], moved, target, position)).toBe(expected);
});

test('in an empty column it is first', () => {
  expect(behind([], 'd', null, 'after')).toBeNull();
});
