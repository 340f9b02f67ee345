import type { Post } from './discussion.domain.ts';

/** Where posts of a thread stand. */
export type Place = Pick<Post, 'n' | 'path'>;

/** The posts of a thread in reading order. It only grows, until staff move posts. */
export interface ReadingOrder {
  /** The highest number in it. */
  readonly last: number;
  readonly paths: readonly string[];
  readonly numbers: readonly number[];
}

export const NO_ORDER: ReadingOrder = { last: 0, paths: [], numbers: [] };

/** An order with further posts, which it may have already. */
export function orderWith(order: ReadingOrder, more: readonly Place[]): ReadingOrder {
  const added = more.filter(({ n }) => n > order.last).toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const [paths, numbers]: [string[], number[]] = [[], []];
  const take = (path: string, n: number): void => {
    paths.push(path);
    numbers.push(n);
  };
  let next = 0;
  for (const [index, path] of order.paths.entries()) {
    for (let one = added[next]; one && one.path < path; one = added[next]) {
      take(one.path, one.n);
      next += 1;
    }
    take(path, order.numbers[index] ?? 0);
  }
  for (const { path, n } of added.slice(next)) take(path, n);
  return { last: added.reduce((last, { n }) => Math.max(last, n), order.last), paths, numbers };
}

/** The first post after a place for which something holds, or null. */
export function nextIn(
  { paths, numbers }: ReadingOrder,
  after: string,
  isWanted: (n: number) => boolean,
): number | null {
  let [low, high] = [0, paths.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((paths[middle] ?? '') <= after) low = middle + 1;
    else high = middle;
  }
  for (let index = low; index < numbers.length; index += 1) {
    const n = numbers[index] ?? 0;
    if (isWanted(n)) return n;
  }
  return null;
}
