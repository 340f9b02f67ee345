import { below, type Random, shuffle } from '../../core/random.ts';
import { at, type Exclusions, identity } from './allocation-exclusions.domain.ts';

/** Exchanges tried for one misplaced reviewer before the layer is drawn anew. */
const EXCHANGES = 200;
/** Drawings of one layer before the case counts as too tight for drawing. */
const DRAWINGS = 4;

/**
 * The union of k random permutations: everybody gives k and receives k. The first is one ring through everybody, so
 * the graph is strongly connected; misplaced reviewers exchange works with random others. Linear in count · k.
 *
 * @returns the works by reviewer and slot, or null when some layer cannot be repaired by exchanges.
 */
export function allocateByPermutations(
  exclusions: Exclusions,
  perReviewer: number,
  random: Random,
): Int32Array | null {
  const { count } = exclusions;
  if (count < 2 * perReviewer + 1) return null;
  const works = new Int32Array(count * perReviewer).fill(-1);
  if (!drawUntilGood(() => drawRing(exclusions, perReviewer, works, random))) return null;
  for (let slot = 1; slot < perReviewer; slot++) {
    if (!drawUntilGood(() => drawLayer(exclusions, perReviewer, works, slot, random))) return null;
  }
  return works;
}

/**
 * Everybody reviews the next k on a ring in random order: the answer for small or tight courses without exclusions.
 * It has the fewest reciprocal pairs there can be: none when count ≥ 2k + 1, else count · (2k + 1 - count) / 2.
 */
export function allocateByRing(count: number, perReviewer: number, random: Random): Int32Array {
  const order = shuffle(identity(count), random);
  const works = new Int32Array(count * perReviewer);
  for (let position = 0; position < count; position++) {
    for (let slot = 0; slot < perReviewer; slot++) {
      works[at(order, position) * perReviewer + slot] = at(order, (position + slot + 1) % count);
    }
    const reviewer = at(order, position);
    shuffle(works.subarray(reviewer * perReviewer, (reviewer + 1) * perReviewer), random);
  }
  return works;
}

function drawUntilGood(draw: () => boolean): boolean {
  for (let drawing = 0; drawing < DRAWINGS; drawing++) if (draw()) return true;
  return false;
}

/** Slot 0: a ring whose neighbours may review each other; repairs exchange places, which keeps it one ring. */
function drawRing(exclusions: Exclusions, perReviewer: number, works: Int32Array, random: Random): boolean {
  const { count, forbidden, repeated } = exclusions;
  const order = shuffle(identity(count), random);
  const badAt = (position: number): boolean => {
    const reviewer = at(order, (position + count) % count);
    const author = at(order, (position + 1) % count);
    return forbidden(reviewer, author) || repeated(reviewer, author);
  };
  const exchange = (a: number, b: number): void => {
    const moved = at(order, a);
    order[a] = at(order, b);
    order[b] = moved;
  };
  for (let position = 0; position < count; position++) {
    if (!badAt(position)) continue;
    const mine = (position + 1) % count;
    let tries = 0;
    for (; tries < EXCHANGES; tries++) {
      const other = below(random, count);
      exchange(mine, other);
      if (!badAt(position) && !badAt(mine) && !badAt(other - 1) && !badAt(other)) break;
      exchange(mine, other);
    }
    if (tries === EXCHANGES) return false;
  }
  for (let position = 0; position < count; position++) {
    works[at(order, position) * perReviewer] = at(order, (position + 1) % count);
  }
  return true;
}

/** One more permutation over the slots before it: no duplicate, no reciprocal pair, nothing excluded. */
function drawLayer(
  exclusions: Exclusions,
  perReviewer: number,
  works: Int32Array,
  slot: number,
  random: Random,
): boolean {
  const { count, forbidden, repeated } = exclusions;
  const drawn = shuffle(identity(count), random);
  for (let reviewer = 0; reviewer < count; reviewer++) {
    works[reviewer * perReviewer + slot] = at(drawn, reviewer);
  }
  /** `own` is the slot of the reviewer that may hold the author: the one that is asked about. */
  const reviews = (reviewer: number, author: number, own: number): boolean => {
    const start = reviewer * perReviewer;
    for (let s = 0; s <= slot; s++) if (s !== own && works[start + s] === author) return true;
    return false;
  };
  const bad = (reviewer: number, author: number): boolean =>
    forbidden(reviewer, author) ||
    reviews(reviewer, author, slot) ||
    reviews(author, reviewer, -1) ||
    repeated(reviewer, author);
  for (let reviewer = 0; reviewer < count; reviewer++) {
    const mine = reviewer * perReviewer + slot;
    const author = at(works, mine);
    if (!bad(reviewer, author)) continue;
    let tries = 0;
    for (; tries < EXCHANGES; tries++) {
      const other = below(random, count);
      const theirs = other * perReviewer + slot;
      const offered = at(works, theirs);
      works[mine] = offered;
      works[theirs] = author;
      if (!bad(reviewer, offered) && !bad(other, author)) break;
      works[theirs] = offered;
      works[mine] = author;
    }
    if (tries === EXCHANGES) return false;
  }
  return true;
}
