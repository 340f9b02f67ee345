import { type Dates, deadlineOf, type HandedIn, unconfirmed } from './group-work.domain.ts';

/** How far a group is with one milestone, without a look at the clock. */
export interface Stage {
  readonly n: number;
  readonly title: string;
  readonly dates: Dates;
  readonly handedIn: Pick<HandedIn, 'at' | 'needsAll' | 'memberIds' | 'confirmations' | 'settledAt'> | null;
  /** Whether points are given for it. */
  readonly isMarked: boolean;
}

/** What waits for members of a group at one milestone; it holds from `since` to `until`. */
export interface Waits {
  readonly n: number;
  readonly title: string;
  readonly code: 'DELIVER' | 'DELIVER_LATE' | 'CONFIRM_DELIVERABLE';
  readonly memberIds: readonly string[];
  readonly since: Date;
  readonly until: Date;
}

/**
 * What waits for the members of a group: the next milestone to hand in, from the date of the one before; the same late,
 * while that is taken; and to confirm what is handed in. Dates that come need nobody who notes them.
 *
 * @param memberIds who is in the group now
 */
export function waitsOf(stages: readonly Stage[], memberIds: readonly string[], startsAt: Date): Waits[] {
  const sorted = stages.toSorted((a, b) => a.dates.dueAt.getTime() - b.dates.dueAt.getTime());
  return sorted.flatMap(({ n, title, dates, handedIn }, index): Waits[] => {
    const { dueAt, closesAt } = dates;
    if (!handedIn) {
      const since = sorted[index - 1]?.dates.dueAt ?? startsAt;
      const due = { n, title, memberIds, code: 'DELIVER', since, until: dueAt } as const;
      if (closesAt <= dueAt) return [due];
      return [due, { ...due, code: 'DELIVER_LATE', since: dueAt, until: closesAt }];
    }
    if (handedIn.settledAt) return [];
    const missing = unconfirmed(handedIn).filter((id) => memberIds.includes(id));
    const since = handedIn.at;
    const until = deadlineOf(handedIn, dates);
    return missing.length === 0
      ? []
      : [{ n, title, memberIds: missing, code: 'CONFIRM_DELIVERABLE', since, until }];
  });
}

/** Groups that staff are to look at, at one milestone. */
export interface Counted {
  readonly n: number;
  readonly title: string;
  readonly code: 'DELIVERABLES_MISSING' | 'DELIVERABLES_UNMARKED';
  readonly count: number;
  readonly since: Date;
}

const isWhole = (handedIn: NonNullable<Stage['handedIn']>): boolean =>
  handedIn.settledAt !== null || unconfirmed(handedIn).length === 0;

/**
 * What waits for staff at the milestones of a project: groups that have handed nothing in, once nothing is taken any more
 * from any of them, and copies that nobody has marked.
 *
 * @param groups the stages of each group with somebody in it
 * @param graded the milestones that give points
 */
export function countsOf(groups: readonly (readonly Stage[])[], graded: ReadonlySet<number>): Counted[] {
  const titles = new Map(groups.flat().map(({ n, title }) => [n, title]));
  return [...titles].flatMap(([n, title]) => {
    const stages = groups.flatMap((all) => all.filter((one) => one.n === n));
    const missing = stages.filter(({ handedIn }) => !handedIn).map(({ dates }) => dates.closesAt.getTime());
    const unmarked = stages.flatMap(({ handedIn, isMarked }) =>
      handedIn && isWhole(handedIn) && !isMarked && graded.has(n) ? [handedIn.at.getTime()] : [],
    );
    const counts: Counted[] = [
      {
        n,
        title,
        code: 'DELIVERABLES_MISSING',
        count: missing.length,
        since: new Date(Math.max(...missing)),
      },
      {
        n,
        title,
        code: 'DELIVERABLES_UNMARKED',
        count: unmarked.length,
        since: new Date(Math.min(...unmarked)),
      },
    ];
    return counts.filter(({ count }) => count > 0);
  });
}
