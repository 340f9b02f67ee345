import { groupBy } from '../../core/group-by.ts';
import type { Random } from '../../core/random.ts';
import type { Comparison } from './comparison.domain.ts';
import { countsOf, type DrawnPair } from './label-comparisons.domain.ts';
import { createOpenWorks, isOpen } from './open-works.domain.ts';
import type { Submission } from './peer-review.domain.ts';
import type { Apart } from './review-exclusions.domain.ts';
import type { Nearness } from './review-nearness.domain.ts';
import { createTies } from './tied-works.domain.ts';

/** So that it ends soon where topics of different sizes keep works from being even. */
const ROUNDS = 5;
/** Works that are looked at for one that does not hang together with another yet: of many such one is found at once. */
const LOOKS = 50;

/** Whose works there are, and who is not to compare which. */
export interface DealtWorks {
  readonly works: readonly Submission[];
  /** Who must not review whom. */
  readonly apart: Apart;
  /** Which of the works that somebody may compare are near by section or topic; null: all of them. */
  readonly nearness: Pick<Nearness, 'nearTo' | 'needed'> | null;
}

type KnownPair = Pick<Comparison, 'reviewerId' | 'left' | 'right'>;

/** Compared so far. */
export interface DealtBefore {
  /** Pairs that nobody is to get again. */
  readonly known: readonly KnownPair[];
  /** Comparisons that will still be made, or are. */
  readonly lasting: readonly KnownPair[];
}

export type Dealing = ReturnType<typeof startDealing>;

/** Gives out pairs one by one: of works in fewest pairs, so that from every work one gets to every other over pairs. */
export function startDealing({ works, apart, nearness }: DealtWorks, before: DealtBefore, random: Random) {
  const known = createKnownPairs(before.known);
  const given = countsOf(before.lasting.map(({ reviewerId }) => reviewerId));
  const received = countsOf(
    before.lasting.flatMap(({ left, right }) => [left.submissionId, right.submissionId]),
  );
  const ties = createTies([...works.map(({ id }) => id), ...received.keys()]);
  for (const { left, right } of before.lasting) ties.tie(left.submissionId, right.submissionId);
  const drawn: DrawnPair[] = [];
  // Without one of these the works would not hang together.
  const tying = new Set<DrawnPair>();
  const times = (work: Submission): number => received.get(work.id) ?? 0;
  const { openTo, inTurn, note } = createOpenWorks(works, apart, nearness, times);
  const count = (work: Submission, more: number): void => {
    received.set(work.id, times(work) + more);
    note(work);
  };

  const dealPair = (reviewerId: string, first: Submission | null): [Submission, Submission] | null => {
    const open = openTo(reviewerId);
    if (first && !isOpen(open, first)) return null;
    for (const one of first ? [first] : inTurn(open, random)) {
      const other = besideOf(reviewerId, one, inTurn(open, random));
      if (other) return random() < 0.5 ? [one, other] : [other, one];
    }
    return null;
  };

  /** The first that does not hang together with one yet, else the first. */
  function besideOf(reviewerId: string, one: Submission, others: Iterable<Submission>): Submission | null {
    const isNew = ties.apartFrom(one.id);
    let first: Submission | null = null;
    let looks = 0;
    for (const other of others) {
      looks += 1;
      const isFree = other !== one && !known.has(reviewerId, one.id, other.id);
      if (isFree && isNew(other.id)) return other;
      if (isFree) first ??= other;
      if (first && (looks >= LOOKS || ties.areOne())) break;
    }
    return first;
  }

  /** @param first one of the two; null: whichever. @returns false when there is no such pair */
  function add(reviewerId: string, first: Submission | null, extra: boolean): boolean {
    const pair = dealPair(reviewerId, first);
    if (!pair) return false;
    const [left, right] = pair;
    const one = { reviewerId, left, right, extra };
    drawn.push(one);
    known.add(reviewerId, left.id, right.id);
    for (const work of pair) count(work, 1);
    given.set(reviewerId, (given.get(reviewerId) ?? 0) + 1);
    if (ties.tie(left.id, right.id)) tying.add(one);
    return true;
  }

  /** Puts works in fewer pairs in the place of those in more, where they can be. @returns whether anything has changed */
  function level(): boolean {
    let isChanged = false;
    const least = works.reduce((fewest, work) => Math.min(fewest, times(work)), Infinity);
    const places = groupBy(
      drawn.flatMap(({ left, right }, index) => [left.id, right.id].map((id) => ({ id, index }))),
      ({ id }) => id,
    );
    for (const most of works.toSorted((a, b) => times(b) - times(a)))
      for (const { index } of places.get(most.id) ?? []) {
        if (times(most) - least < 2) break;
        const one = drawn[index];
        const fewest = one && !tying.has(one) ? insteadOf(one, most) : null;
        if (!one || !fewest) continue;
        change(index, one, most, fewest);
        isChanged = true;
      }
    return isChanged;
  }

  /** The work in fewest pairs that can take another's place, where that makes them more even. */
  function insteadOf({ reviewerId, left, right }: DrawnPair, most: Submission): Submission | null {
    const other = left === most ? right : left;
    for (const work of inTurn(openTo(reviewerId), random)) {
      if (times(work) >= times(most) - 1) break;
      if (work !== other && !known.has(reviewerId, other.id, work.id)) return work;
    }
    return null;
  }

  function change(index: number, one: DrawnPair, most: Submission, fewest: Submission): void {
    const { reviewerId, left, right } = one;
    const changed = left === most ? { ...one, left: fewest } : { ...one, right: fewest };
    known.remove(reviewerId, left.id, right.id);
    known.add(reviewerId, changed.left.id, changed.right.id);
    count(most, -1);
    count(fewest, 1);
    drawn[index] = changed;
  }

  return {
    drawn,
    add,
    openTo,
    /** How many comparisons somebody has, and in how many a work is. */
    givenTo: (reviewerId: string): number => given.get(reviewerId) ?? 0,
    receivedBy: times,
    /** As even as single changes of what was drawn can make it in a few rounds. */
    even(): void {
      for (let round = 0; round < ROUNDS && level(); round++);
    },
  };
}

/** Which works each reviewer has beside each other, whichever of the two is named first: some few. */
function createKnownPairs(known: readonly KnownPair[]) {
  const pairs = new Map<string, (readonly [string, string])[]>();
  const placeOf = (reviewerId: string, one: string, other: string): number =>
    pairs.get(reviewerId)?.findIndex((pair) => pair.includes(one) && pair.includes(other)) ?? -1;
  const add = (reviewerId: string, one: string, other: string): void => {
    const own = pairs.get(reviewerId);
    if (own) own.push([one, other]);
    else pairs.set(reviewerId, [[one, other]]);
  };
  for (const { reviewerId, left, right } of known) add(reviewerId, left.submissionId, right.submissionId);
  return {
    add,
    has: (reviewerId: string, one: string, other: string): boolean => placeOf(reviewerId, one, other) >= 0,
    remove: (reviewerId: string, one: string, other: string): void => {
      pairs.get(reviewerId)?.splice(placeOf(reviewerId, one, other), 1);
    },
  };
}
