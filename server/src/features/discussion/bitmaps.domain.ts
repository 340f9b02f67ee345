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

export function countOf(words: Words): number {
  let count = 0;
  for (const index in words) count += bitsIn(words[index] ?? 0);
  return count;
}

/** The words of a set in their order: for sets of thousands of words, and for who asks thousands of times. */
export type Bits = Int32Array;

/** The numbers up to `last` that are in one set and not in another. */
export function bitsWithout(words: Words, others: Words, last: number): Bits {
  const bits = new Int32Array(Math.floor(last / BITS) + 1);
  // By number: to go through the names of so many properties takes several times as long.
  for (let index = 0; index < bits.length; index += 1)
    bits[index] = (words[index] ?? 0) & ~(others[index] ?? 0);
  return bits;
}

export const bitsOf = (words: Words, last: number): Bits => bitsWithout(words, {}, last);

export const isIn = (bits: Bits, n: number): boolean => ((bits[n >>> 5] ?? 0) & bitOf(n)) !== 0;

export function countIn(bits: Bits): number {
  let count = 0;
  for (const word of bits) count += bitsIn(word);
  return count;
}

/** The numbers that are in a set, the smallest first. */
export function numbersIn(bits: Bits): number[] {
  const numbers: number[] = [];
  for (const [index, word] of bits.entries()) {
    if (word === 0) continue;
    for (let bit = 0; bit < BITS; bit += 1) if ((word & (1 << bit)) !== 0) numbers.push(index * BITS + bit);
  }
  return numbers;
}

/** Counts pairs, fours and bytes of bits at once (Warren, Hacker's Delight, 5-1). */
function bitsIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
