/**
 * Sets of small numbers as words of 32 bits by their index: what is alive in a thread, what a person has read of it. A
 * word is a signed 32-bit integer, since that is what databases can set single bits in.
 */
export type Words = Readonly<Record<string, number>>;

const BITS = 32;

const indexOf = (n: number): string => String(Math.floor(n / BITS));
const bitOf = (n: number): number => 1 << (n % BITS);

export const hasNumber = (words: Words, n: number): boolean => ((words[indexOf(n)] ?? 0) & bitOf(n)) !== 0;

/** As `hasNumber`, for who asks thousands of times. */
export function testerOf(words: Words): (n: number) => boolean {
  const bits = new Int32Array(
    Object.keys(words).reduce((size, index) => Math.max(size, Number(index) + 1), 0),
  );
  for (const index in words) bits[Number(index)] = words[index] ?? 0;
  return (n) => ((bits[n >>> 5] ?? 0) & bitOf(n)) !== 0;
}

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

export function countOf(words: Words): number {
  let count = 0;
  for (const index in words) count += bitsIn(words[index] ?? 0);
  return count;
}

/** How many numbers of one set are not in another: as `countOf(wordsWithout())`, without making that. */
export function countWithout(words: Words, others: Words): number {
  let count = 0;
  for (const index in words) count += bitsIn((words[index] ?? 0) & ~(others[index] ?? 0));
  return count;
}

/** The numbers in a set, the smallest first. */
export function numbersOf(words: Words): number[] {
  const numbers: number[] = [];
  for (const [index, word] of Object.entries(words)) {
    for (let bit = 0; bit < BITS; bit += 1)
      if ((word & (1 << bit)) !== 0) numbers.push(Number(index) * BITS + bit);
  }
  return numbers.sort((a, b) => a - b);
}

/** Counts pairs, fours and bytes of bits at once (Warren, Hacker's Delight, 5-1). */
function bitsIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
