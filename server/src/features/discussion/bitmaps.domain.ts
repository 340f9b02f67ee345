/**
 * Sets of small numbers as words of 32 bits by their index: what is alive in a thread, what a person has read of it. A
 * word is a signed 32-bit integer, since that is what databases can set single bits in.
 */
export type Words = Readonly<Record<string, number>>;

const BITS = 32;

const indexOf = (n: number): string => String(Math.floor(n / BITS));
const bitOf = (n: number): number => 1 << (n % BITS);

export const hasNumber = (words: Words, n: number): boolean => ((words[indexOf(n)] ?? 0) & bitOf(n)) !== 0;

/** Numbers as the words to be joined to what is there. */
export function wordsOf(numbers: readonly number[]): Words {
  const words: Record<string, number> = {};
  for (const n of numbers) words[indexOf(n)] = (words[indexOf(n)] ?? 0) | bitOf(n);
  return words;
}

/** The mask that takes a number out of the word it is in. */
export const maskWithout = (n: number): { readonly index: string; readonly mask: number } => ({
  index: indexOf(n),
  mask: ~bitOf(n),
});

/** What is in one set and not in another. */
export const wordsWithout = (words: Words, others: Words): Words =>
  Object.fromEntries(Object.entries(words).map(([index, word]) => [index, word & ~(others[index] ?? 0)]));

export const countOf = (words: Words): number =>
  Object.values(words).reduce((sum, word) => sum + bitsIn(word), 0);

/** The numbers in a set, the smallest first. */
export function numbersOf(words: Words): number[] {
  const numbers: number[] = [];
  for (const [index, word] of Object.entries(words)) {
    for (let bit = 0; bit < BITS; bit += 1)
      if ((word & (1 << bit)) !== 0) numbers.push(Number(index) * BITS + bit);
  }
  return numbers.sort((a, b) => a - b);
}

/** Kernighan's count: each step takes the lowest bit away. */
function bitsIn(word: number): number {
  let count = 0;
  for (let rest = word; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
