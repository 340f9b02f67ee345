import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { depthOf, isBelow, pathOf, POSTS_MAX, replyPath } from './paths.domain.ts';

describe('where a post stands', () => {
  const first = pathOf(null, 1);
  const second = replyPath(first, 2, 2);
  const third = replyPath(second, 3, 2);
  test.each([
    ['the first post is at the top', first, 0],
    ['a reply is one deeper', second, 1],
    ['a reply to it two', third, 2],
    ['and no reply is deeper than that', replyPath(third, 4, 2), 2],
  ])('%s', (_rule, path, depth) => expect(depthOf(path)).toBe(depth));

  test('a reply that would be too deep stands beside what it answers', () => {
    expect(isBelow(replyPath(third, 4, 2), second)).toBe(true);
    expect(isBelow(replyPath(third, 4, 2), third)).toBe(false);
  });

  test('a post is below another by its numbers, not by how they are written', () => {
    expect(isBelow(pathOf(null, 36), pathOf(null, 1))).toBe(false);
    expect(isBelow(first, first)).toBe(false);
  });
});

/** Posts of a thread: each answers one that was there before it. */
const threads = fc.array(fc.nat(), { minLength: 1, maxLength: 60 }).map((choices) => {
  const depth = 3;
  const paths = [pathOf(null, 1)];
  for (const choice of choices)
    paths.push(replyPath(paths[choice % paths.length] ?? '', paths.length + 1, depth));
  return paths;
});

/** The same by walking down a tree, the lower number first. */
function walk(paths: readonly string[], above: string | null): string[] {
  const deep = above === null ? 0 : depthOf(above) + 1;
  return paths
    .filter((path) => depthOf(path) === deep && (above === null || isBelow(path, above)))
    .flatMap((path) => [path, ...walk(paths, path)]);
}

test('the order of the texts is the order in which one reads a tree', () => {
  fc.assert(fc.property(threads, (paths) => expect(paths.toSorted()).toEqual(walk(paths, null))));
});

test('no two posts stand at one place, and the order of numbers holds up to the last one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: POSTS_MAX }), fc.integer({ min: 1, max: POSTS_MAX }), (a, b) =>
      expect(pathOf(null, a) < pathOf(null, b)).toBe(a < b),
    ),
  );
});
