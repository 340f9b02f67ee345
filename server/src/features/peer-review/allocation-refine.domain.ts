import { below, type Random } from '../../core/random.ts';
import { at, type Exclusions } from './allocation-exclusions.domain.ts';

/** Exchanges tried per review while reciprocal pairs are left; most courses need a handful. */
const EXCHANGES_PER_REVIEW = 200;
const EXCHANGES_LIMIT = 400_000;
/** Share of exchanges that may make things worse by one pair, to leave a dead end. */
const UPHILL = 0.02;
const REPEATED_COST = 1000;

/**
 * Exchanges works among two or three reviewers, which leaves all counts as they are, until nobody reviews their own
 * reviewer (or the tries are used up: small or divided courses may not have such an allocation). Keeps the best seen.
 */
export function untie(exclusions: Exclusions, perReviewer: number, works: Int32Array, random: Random): void {
  const reviews = works.reduce((sum, work) => sum + (work >= 0 ? 1 : 0), 0);
  const tries = Math.min(EXCHANGES_LIMIT, EXCHANGES_PER_REVIEW * reviews);
  let cost = totalCost(exclusions, perReviewer, works);
  let best = cost;
  let kept = works.slice();
  for (let tried = 0; tried < tries && best % REPEATED_COST > 0; tried++) {
    const moved = exchange(exclusions, perReviewer, works, random, random() < UPHILL ? 1 : 0);
    if (moved === null) continue;
    cost += moved;
    if (cost < best) {
      best = cost;
      kept = works.slice();
    }
  }
  works.set(kept);
}

/**
 * Makes the graph of reviews one strongly connected whole, if exchanges between its parts can: first without new
 * reciprocal pairs, then with them, as a part that only judges itself is worse.
 */
export function connect(
  exclusions: Exclusions,
  perReviewer: number,
  works: Int32Array,
  random: Random,
): void {
  let parts = strongParts(perReviewer, works);
  for (const allowed of [0, 2]) {
    for (let tried = 0; tried < 40 * works.length && tried < 20_000 && parts.count > 1; tried++) {
      const a = below(random, works.length);
      const b = below(random, works.length);
      const [reviewerA, reviewerB] = [reviewerOf(a, perReviewer), reviewerOf(b, perReviewer)];
      if (parts.of[reviewerA] === parts.of[reviewerB] && allowed === 0) continue;
      const before = works.slice();
      if (rotate(exclusions, perReviewer, works, [a, b], allowed) === null) continue;
      const after = strongParts(perReviewer, works);
      if (after.count < parts.count) parts = after;
      else works.set(before);
    }
  }
}

const reviewerOf = (slot: number, perReviewer: number): number => Math.floor(slot / perReviewer);

function reviewsAlready(works: Int32Array, perReviewer: number, reviewer: number, author: number): boolean {
  const start = reviewer * perReviewer;
  for (let slot = start; slot < start + perReviewer; slot++) if (works[slot] === author) return true;
  return false;
}

/** What one review adds to the cost; a reciprocal pair is counted once at each end. */
function costOf(exclusions: Exclusions, perReviewer: number, works: Int32Array, slot: number): number {
  const reviewer = reviewerOf(slot, perReviewer);
  const author = at(works, slot);
  const reciprocal = reviewsAlready(works, perReviewer, author, reviewer) ? 1 : 0;
  return reciprocal + (exclusions.repeated(reviewer, author) ? REPEATED_COST : 0);
}

function totalCost(exclusions: Exclusions, perReviewer: number, works: Int32Array): number {
  let cost = 0;
  works.forEach((author, slot) => {
    if (author >= 0) cost += costOf(exclusions, perReviewer, works, slot);
  });
  return cost;
}

/** One random exchange among two or three reviews. @returns the change of the total cost, or null: not made. */
function exchange(
  exclusions: Exclusions,
  perReviewer: number,
  works: Int32Array,
  random: Random,
  allowed: number,
): number | null {
  const slots = [below(random, works.length), below(random, works.length)];
  if (random() < 0.3) slots.push(below(random, works.length));
  return rotate(exclusions, perReviewer, works, slots, 2 * allowed);
}

/** Hands the works of `slots` on by one, unless that breaks an exclusion or costs more than `allowed`. */
function rotate(
  exclusions: Exclusions,
  perReviewer: number,
  works: Int32Array,
  slots: readonly number[],
  allowed: number,
): number | null {
  const reviewers = slots.map((slot) => reviewerOf(slot, perReviewer));
  if (new Set(reviewers).size < slots.length || slots.some((slot) => at(works, slot) < 0)) return null;
  const authors = slots.map((slot) => at(works, slot));
  const wanted = authors.map((_, index) => authors[(index + 1) % authors.length] as number);
  const possible = wanted.every((author, index) => {
    const reviewer = reviewers[index] as number;
    return !exclusions.forbidden(reviewer, author) && !reviewsAlready(works, perReviewer, reviewer, author);
  });
  if (!possible) return null;
  const before = localCost(exclusions, perReviewer, works, slots);
  slots.forEach((slot, index) => (works[slot] = wanted[index] as number));
  const change = localCost(exclusions, perReviewer, works, slots) - before;
  if (change <= allowed) return change;
  slots.forEach((slot, index) => (works[slot] = authors[index] as number));
  return null;
}

/** The part of the total cost that these reviews have a share in, both ends of each reciprocal pair. */
function localCost(
  exclusions: Exclusions,
  perReviewer: number,
  works: Int32Array,
  slots: readonly number[],
): number {
  let cost = 0;
  for (const slot of slots) {
    const own = costOf(exclusions, perReviewer, works, slot);
    const reciprocal = own % REPEATED_COST;
    const reviewer = reviewerOf(slot, perReviewer);
    // The way back is one of these reviews itself: then each end is counted by its own slot.
    const backIsHere = slots.some(
      (other) => works[other] === reviewer && reviewerOf(other, perReviewer) === works[slot],
    );
    cost += own + (reciprocal > 0 && !backIsHere ? 1 : 0);
  }
  return cost;
}

/** Strongly connected components of "reviewer → author" (Tarjan 1972, without recursion). */
function strongParts(perReviewer: number, works: Int32Array): { count: number; of: Int32Array } {
  const people = works.length / perReviewer;
  const of = new Int32Array(people).fill(-1);
  const index = new Int32Array(people).fill(-1);
  const low = new Int32Array(people);
  const cursor = new Int32Array(people);
  const open: number[] = [];
  let visited = 0;
  let count = 0;
  for (let root = 0; root < people; root++) {
    const path = at(index, root) < 0 ? [root] : [];
    while (path.length > 0) {
      const person = path.at(-1) as number;
      if (at(index, person) < 0) {
        index[person] = low[person] = visited++;
        open.push(person);
      }
      const slot = at(cursor, person);
      if (slot < perReviewer) {
        cursor[person] = slot + 1;
        const author = at(works, person * perReviewer + slot);
        if (author < 0) continue;
        if (at(index, author) < 0) path.push(author);
        else if (at(of, author) < 0) low[person] = Math.min(at(low, person), at(index, author));
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent !== undefined) low[parent] = Math.min(at(low, parent), at(low, person));
      if (at(low, person) !== at(index, person)) continue;
      for (let member = -1; member !== person;) {
        member = open.pop() as number;
        of[member] = count;
      }
      count++;
    }
  }
  return { count, of };
}
