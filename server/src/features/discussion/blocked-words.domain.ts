import { plainTextOf } from '../../contracts/plain-text.ts';
import { mayKnow } from '../../core/name-promise.ts';
import type { Post } from './discussion.domain.ts';
import { sequenceOf } from './terms.domain.ts';

/** Whether a sequence stands somewhere in another. */
const holds = (all: readonly string[], wanted: readonly string[]): boolean =>
  all.some((_, from) => wanted.every((term, index) => all[from + index] === term));

/** What people put between the words of a file's name: by the rules of Unicode it would be one word. */
const BETWEEN = /[^\p{L}\p{M}\p{N}]+/gu;

/**
 * All that a post says to staff, each part by itself: its title, its text, what its files are called; not where they may not
 * know who wrote it, as names of files tell: a word that is somebody's name would tell them all the same.
 */
export const saidBy = ({
  title,
  text,
  files,
  promise,
}: Pick<Post, 'title' | 'text' | 'files' | 'promise'>): string[] => [
  title ?? '',
  text ? plainTextOf(text) : '',
  ...(mayKnow(promise, { isStaff: true }) ? files.map(({ name }) => name.replaceAll(BETWEEN, ' ')) : []),
];

/**
 * The first of some words that stands in one of some texts: as a whole word by the rules of Unicode, in small or capital
 * letters, with or without accents. Several words stand one after the other.
 *
 * @returns as staff have written it; null: none
 */
export function blockedWordIn(blocked: readonly string[], texts: readonly string[]): string | null {
  if (blocked.length === 0) return null;
  const said = texts.map(sequenceOf);
  return (
    blocked.find((word) => {
      const wanted = sequenceOf(word);
      return wanted.length > 0 && said.some((all) => holds(all, wanted));
    }) ?? null
  );
}
