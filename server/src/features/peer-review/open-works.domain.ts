import type { Random } from '../../core/random.ts';
import { authorsOf, type Submission } from './peer-review.domain.ts';
import type { Apart } from './review-exclusions.domain.ts';
import type { Near, Nearness } from './review-nearness.domain.ts';
import { createTurns, type Turns } from './turns.domain.ts';

/** Some of the works: all, or those that are near to somebody. */
export interface WorksSet {
  readonly size: number;
  readonly has: (work: Submission) => boolean;
  readonly turns: Turns<Submission>;
}

/** What somebody may compare: a set of works without some few. */
export interface OpenWorks {
  readonly set: WorksSet;
  /** The own works, and those of people the reviewer is kept apart from. */
  readonly hidden: readonly Submission[];
}

/**
 * Which works are open to whom, in the order of how often they are in a pair. Nothing is kept or gone through for each
 * reviewer: those who have the same works near have them in one order.
 *
 * @param timesOf in how many pairs a work is
 */
export function createOpenWorks(
  works: readonly Submission[],
  apart: Apart,
  nearness: Pick<Nearness, 'nearTo' | 'needed'> | null,
  timesOf: (work: Submission) => number,
) {
  const partIn = new Map<string, Submission[]>();
  for (const work of works)
    for (const id of authorsOf(work)) partIn.set(id, [...(partIn.get(id) ?? []), work]);
  const all: WorksSet = { size: works.length, has: () => true, turns: createTurns(works, timesOf) };
  const sets = new Map<Near['key'], WorksSet>();
  const orders = new Map(works.map((work) => [work, [all.turns]]));

  const setOf = ({ key, has }: Near): WorksSet => {
    const known = sets.get(key);
    if (known) return known;
    const some = works.filter(has);
    // Where most are near, stepping over the others in the order of all is as short.
    const isMost = 2 * some.length >= works.length;
    const turns = isMost ? all.turns : createTurns(some, timesOf);
    if (!isMost) for (const work of some) orders.get(work)?.push(turns);
    const set = { size: some.length, has, turns };
    sets.set(key, set);
    return set;
  };

  const hiddenFrom = (reviewerId: string): readonly Submission[] => {
    const own = partIn.get(reviewerId) ?? [];
    const others = apart.get(reviewerId);
    if (!others) return own;
    return [...new Set([...own, ...[...others].flatMap((id) => partIn.get(id) ?? [])])];
  };

  function openTo(reviewerId: string): OpenWorks {
    const hidden = hiddenFrom(reviewerId);
    const near = nearness?.nearTo([reviewerId]);
    if (!nearness || !near) return { set: all, hidden };
    const set = setOf(near);
    const left = set.size - hidden.filter(set.has).length;
    return { set: left >= Math.min(nearness.needed, works.length - hidden.length) ? set : all, hidden };
  }

  return {
    openTo,
    /** What somebody may compare, from works in fewest pairs; who are equal by lot. */
    inTurn: (open: OpenWorks, random: Random): Iterable<Submission> =>
      open.set.turns.inTurn(random, (work) => isOpen(open, work)),
    /** A work is in another number of pairs now. */
    note(work: Submission): void {
      for (const turns of orders.get(work) ?? []) turns.note(work, timesOf(work));
    },
  };
}

export const isOpen = ({ set, hidden }: OpenWorks, work: Submission): boolean =>
  set.has(work) && !hidden.includes(work);
