/**
 * Where a post stands in its thread, as a text: the numbers of the posts above it and its own, in base 36 and of one
 * length, so that the order of these texts is the order in which one reads.
 */
const DIGITS = 4;
/** More posts than this no thread takes. */
export const POSTS_MAX = 36 ** DIGITS - 1;
const SEPARATOR = '.';

const segmentOf = (n: number): string => n.toString(36).padStart(DIGITS, '0');

/** How deep a post stands; the first of a thread is at 0. */
export const depthOf = (path: string): number => path.split(SEPARATOR).length - 1;

/** @param parent null: the first post of a thread. */
export const pathOf = (parent: string | null, n: number): string =>
  parent === null ? segmentOf(n) : parent + SEPARATOR + segmentOf(n);

/** Whether a post stands somewhere below another. */
export const isBelow = (path: string, above: string): boolean => path.startsWith(above + SEPARATOR);

/**
 * Where a reply stands: below the post it answers, or beside it where replies are nested no deeper.
 *
 * @param depth how deep replies are nested, at least 1
 */
export function replyPath(answered: string, n: number, depth: number): string {
  const above = answered.split(SEPARATOR).slice(0, depth).join(SEPARATOR);
  return pathOf(above, n);
}
