import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  bitsOf,
  bitsWithout,
  countIn,
  countOf,
  hasNumber,
  isIn,
  maskWithout,
  numbersIn,
  type Words,
  wordsOf,
} from './bitmaps.domain.ts';

const LAST = 500;
const numbersOf = (words: Words): number[] => numbersIn(bitsOf(words, LAST));

const sets = fc.uniqueArray(fc.integer({ min: 0, max: LAST })).map((all) => all.sort((a, b) => a - b));

test('a set of numbers comes back from its words, counted and asked for one by one', () => {
  fc.assert(
    fc.property(sets, fc.integer({ min: 0, max: LAST }), (all, n) => {
      const words = wordsOf(all);
      expect(numbersOf(words)).toEqual(all);
      expect(countOf(words)).toBe(all.length);
      expect(hasNumber(words, n)).toBe(all.includes(n));
      expect(isIn(bitsOf(words, LAST), n)).toBe(all.includes(n));
    }),
  );
});

test('what is unread is what is alive and not read', () => {
  fc.assert(
    fc.property(sets, sets, (live, read) => {
      const unread = bitsWithout(wordsOf(live), wordsOf(read), live.at(-1) ?? 0);
      const expected = live.filter((n) => !read.includes(n));
      expect(numbersIn(unread)).toEqual(expected);
      expect(countIn(unread)).toBe(expected.length);
    }),
  );
});

test('words are what a database keeps as 32-bit integers, and a mask takes one number out', () => {
  fc.assert(
    fc.property(sets, fc.integer({ min: 0, max: LAST }), (all, n) => {
      const words = wordsOf(all);
      for (const word of Object.values(words)) expect(word).toBe(word | 0);
      const { index, mask } = maskWithout(n);
      const without: Words = { ...words, [index]: (words[index] ?? 0) & mask };
      expect(numbersOf(without)).toEqual(all.filter((one) => one !== n));
      expect(numbersOf({ [index]: ~mask })).toEqual([n]);
    }),
  );
});
