import type { Milestone } from '../../contracts/milestones.ts';
import type { MilestoneStep } from '../../contracts/timelines.ts';

/** The step of a timeline that a milestone is. */
export const milestoneKey = (n: number): MilestoneStep => `milestone${n}`;

/** A post of one member, with all it ever said. */
export interface Contribution {
  /** Whom it replies to; null: it starts a thread. */
  readonly answers: { readonly authorId: string } | null;
  /** From the oldest on; never empty. */
  readonly versions: readonly { readonly at: Date; readonly words: number }[];
  readonly deletedAt: Date | null;
}

/** What somebody has to do until when: the end of a milestone is their own. */
export type OwnMilestone = Omit<Milestone, 'dueAt'> & { readonly dueAt: Date | null };

export interface MilestoneStanding {
  readonly milestone: OwnMilestone;
  readonly met: boolean;
  readonly isOver: boolean;
  /** Posts that count. */
  readonly done: number;
  /** Posts that lack nothing but words. */
  readonly tooShort: number;
  /** Replies that lack nothing but another person. */
  readonly samePerson: number;
}

/** A member's own milestones. @param timeline their own end of each step that has one */
export const ownMilestones = (
  milestones: readonly Milestone[],
  timeline: ReadonlyMap<string, Date>,
): OwnMilestone[] =>
  milestones.map((milestone) => ({
    ...milestone,
    dueAt: timeline.get(milestoneKey(milestone.n)) ?? timeline.get('post') ?? null,
  }));

/**
 * How a member stands towards a milestone (spec/discussion.md, 5). What counts is what stood there at their own date, or
 * stands there now as long as that has not come: what is written, lengthened, shortened or deleted after it changes
 * nothing. A reply counts when it is to somebody else; where it has to be to different people, one to each does.
 *
 * @param memberId whose posts these are
 */
export function standingOf(
  milestone: OwnMilestone,
  memberId: string,
  contributions: readonly Contribution[],
  now: Date,
): MilestoneStanding {
  const { kind, count, words, differentPeople, dueAt } = milestone;
  const until = dueAt && dueAt < now ? dueAt : now;
  const there = contributions.flatMap((one) => {
    const length = wordsAt(one, until);
    return length !== null && isOfKind(one, kind, memberId) ? [{ ...one, length }] : [];
  });
  const longEnough = there.filter(({ length }) => length >= words);
  const counting = differentPeople ? onePerPerson(longEnough) : longEnough;
  const done = counting.length;
  return {
    milestone,
    met: done >= count,
    isOver: dueAt !== null && dueAt < now,
    done,
    tooShort: there.length - longEnough.length,
    samePerson: longEnough.length - done,
  };
}

/** How long a post was at a moment; null when it was not there. */
function wordsAt({ versions, deletedAt }: Contribution, at: Date): number | null {
  if (deletedAt && deletedAt <= at) return null;
  return versions.findLast((version) => version.at <= at)?.words ?? null;
}

function isOfKind({ answers }: Contribution, kind: Milestone['kind'], memberId: string): boolean {
  if (answers?.authorId === memberId) return false;
  return kind === 'any' || (kind === 'reply') === (answers !== null);
}

/** Of several replies to one person the first; threads are to nobody, and each counts. */
function onePerPerson<One extends Contribution>(contributions: readonly One[]): One[] {
  const answered = new Set<string>();
  return contributions.filter(({ answers }) => {
    if (answers === null) return true;
    const isNew = !answered.has(answers.authorId);
    answered.add(answers.authorId);
    return isNew;
  });
}
