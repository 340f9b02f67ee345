import { createHash } from 'node:crypto';

/** A source of numbers, uniform in [0, 1). Rules take it as an argument (DESIGN §2 rule 2). */
export type Random = () => number;

/**
 * A repeatable random source: the same seed gives the same numbers on every machine. Not for secrets.
 *
 * sfc32 by Chris Doty-Humphrey (PractRand), its 128 bits of state filled from the SHA-256 of the seed.
 */
export function seededRandom(seed: string): Random {
  const digest = createHash('sha256').update(seed).digest();
  let a = digest.readInt32LE(0);
  let b = digest.readInt32LE(4);
  let c = digest.readInt32LE(8);
  let counter = digest.readInt32LE(12);
  return () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
}

/** A whole number from 0 to `limit` - 1. */
export const below = (random: Random, limit: number): number => Math.floor(random() * limit);

/** Puts `items` in random order, in place (Fisher and Yates). */
export function shuffle(items: Int32Array, random: Random): Int32Array;
export function shuffle<T>(items: T[], random: Random): T[];
export function shuffle(
  items: { readonly length: number; [index: number]: unknown },
  random: Random,
): unknown {
  for (let i = items.length - 1; i > 0; i--) {
    const j = below(random, i + 1);
    const moved = items[i];
    items[i] = items[j];
    items[j] = moved;
  }
  return items;
}
