import { sequenceOf } from './terms.domain.ts';

/** Whether a sequence stands somewhere in another. */
const holds = (all: readonly string[], wanted: readonly string[]): boolean =>
  all.some((_, from) => wanted.every((term, index) => all[from + index] === term));

/**
 * The first of some words that stands in a text: as a whole word by the rules of Unicode, in small or capital letters,
 * with or without accents. Several words stand one after the other.
 *
 * @returns as staff have written it; null: none
 */
export function blockedWordIn(blocked: readonly string[], text: string): string | null {
  if (blocked.length === 0) return null;
  const all = sequenceOf(text);
  return (
    blocked.find((word) => {
      const wanted = sequenceOf(word);
      return wanted.length > 0 && holds(all, wanted);
    }) ?? null
  );
}
