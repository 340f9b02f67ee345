import { comparisonIdOf } from '../../core/ids.ts';
import { groupBy } from '../../core/group-by.ts';
import { type Random, shuffle } from '../../core/random.ts';
import type { Comparison } from './comparison.domain.ts';
import { countsOf, type DrawnPair } from './label-comparisons.domain.ts';
import { authorsOf, type Submission } from './peer-review.domain.ts';
import { type Apart, isApartFromWork } from './review-exclusions.domain.ts';
import type { Nearness } from './review-nearness.domain.ts';

/** So that it ends soon where topics of different sizes keep works from being even. */
const ROUNDS = 5;

type Choose = Nearness['choose'];

/** Whose works there are, and who is not to compare which. */
export interface DealtWorks {
  readonly works: readonly Submission[];
  /** Who must not review whom. */
  readonly apart: Apart;
  /** Of the works that somebody may compare, those to choose from, by sections or topics; null: all of them. */
  readonly choose: Choose | null;
}

/** Compared so far. */
export interface DealtBefore {
  /** Pairs that nobody is to get again. */
  readonly ids: Iterable<string>;
  /** Comparisons that will still be made, or are. */
  readonly lasting: readonly Pick<Comparison, 'reviewerId' | 'left' | 'right'>[];
}

export type Dealing = ReturnType<typeof startDealing>;

/** Gives out pairs one by one: of works in fewest pairs, so that from every work one gets to every other over pairs. */
export function startDealing({ works, apart, choose }: DealtWorks, before: DealtBefore, random: Random) {
  const known = new Set(before.ids);
  const given = countsOf(before.lasting.map(({ reviewerId }) => reviewerId));
  const received = countsOf(
    before.lasting.flatMap(({ left, right }) => [left.submissionId, right.submissionId]),
  );
  const ties = createTies();
  for (const { left, right } of before.lasting) ties.tie(left.submissionId, right.submissionId);
  const drawn: DrawnPair[] = [];
  // Without one of these the works would not hang together.
  const tying = new Set<DrawnPair>();
  const times = (work: Submission): number => received.get(work.id) ?? 0;

  const canSee = (reviewerId: string, work: Submission): boolean =>
    !authorsOf(work).includes(reviewerId) && !isApartFromWork(apart, reviewerId, work);
  const openTo = (reviewerId: string): readonly Submission[] => {
    const open = works.filter((work) => canSee(reviewerId, work));
    return choose ? choose([reviewerId], open) : open;
  };

  const pairOf = (reviewerId: string, first: Submission | null): [Submission, Submission] | null => {
    // Counted once: large courses are sorted thousands of times.
    const counted = openTo(reviewerId).map((work) => ({ work, count: times(work) }));
    const open = shuffle(counted, random)
      .sort((a, b) => a.count - b.count)
      .map(({ work }) => work);
    if (first && !open.includes(first)) return null;
    for (const one of first ? [first] : open) {
      const isFree = (other: Submission): boolean =>
        one !== other && !known.has(comparisonIdOf(reviewerId, one.id, other.id));
      const isNew = ties.apartFrom(one.id);
      const other = open.find((work) => isNew(work.id) && isFree(work)) ?? open.find(isFree);
      if (other) return random() < 0.5 ? [one, other] : [other, one];
    }
    return null;
  };

  /** @param first one of the two; null: whichever. @returns false when there is no such pair */
  function add(reviewerId: string, first: Submission | null, extra: boolean): boolean {
    const pair = pairOf(reviewerId, first);
    if (!pair) return false;
    const [left, right] = pair;
    const one = { reviewerId, left, right, extra };
    drawn.push(one);
    known.add(comparisonIdOf(reviewerId, left.id, right.id));
    for (const { id } of pair) received.set(id, (received.get(id) ?? 0) + 1);
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
    let best: Submission | null = null;
    for (const work of openTo(reviewerId)) {
      const isLower = times(work) < (best ? times(best) : times(most) - 1);
      if (isLower && work !== other && !known.has(comparisonIdOf(reviewerId, other.id, work.id))) best = work;
    }
    return best;
  }

  function change(index: number, one: DrawnPair, most: Submission, fewest: Submission): void {
    const { reviewerId, left, right } = one;
    const changed = left === most ? { ...one, left: fewest } : { ...one, right: fewest };
    known.delete(comparisonIdOf(reviewerId, left.id, right.id));
    known.add(comparisonIdOf(reviewerId, changed.left.id, changed.right.id));
    received.set(most.id, times(most) - 1);
    received.set(fewest.id, times(fewest) + 1);
    drawn[index] = changed;
  }

  return {
    drawn,
    add,
    canSee,
    openTo,
    /** How many comparisons somebody has, and in how many a work is. */
    givenTo: (reviewerId: string): number => given.get(reviewerId) ?? 0,
    receivedBy: ({ id }: Submission): number => received.get(id) ?? 0,
    /** As even as single changes of what was drawn can make it in a few rounds. */
    even(): void {
      for (let round = 0; round < ROUNDS && level(); round++);
    },
  };
}

/** Which works hang together: how strong others are beside them cannot be told. */
function createTies() {
  const above = new Map<string, string>();
  const rootOf = (id: string): string => {
    let root = id;
    for (let next = above.get(root); next !== undefined; next = above.get(root)) root = next;
    // So that the way is short the next time.
    for (let at = id; at !== root;) {
      const next = above.get(at) ?? root;
      above.set(at, root);
      at = next;
    }
    return root;
  };
  return {
    /** Which works do not hang together with one. */
    apartFrom(one: string): (other: string) => boolean {
      const root = rootOf(one);
      return (other) => rootOf(other) !== root;
    },
    /** @returns whether they were not before */
    tie(one: string, other: string): boolean {
      const [root, otherRoot] = [rootOf(one), rootOf(other)];
      if (root === otherRoot) return false;
      above.set(root, otherRoot);
      return true;
    },
  };
}
