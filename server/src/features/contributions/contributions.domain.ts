import { groupBy } from '../../core/group-by.ts';

const KINDS = ['comments', 'tasks', 'meetings'] as const;
type Kind = (typeof KINDS)[number];

/** Something that members have done. */
interface Done {
  readonly kind: 'text' | 'files' | 'other' | Kind;
  readonly at: Date;
  readonly memberIds: readonly string[];
  /** The milestone that it was said to be for; null: nothing was said. */
  readonly n: number | null;
  /** Of `files`. */
  readonly fileId?: string;
}

/** What a group has handed in at a milestone, by who made it. */
interface Work {
  readonly n: number;
  readonly dueAt: Date;
  readonly closesAt: Date;
  readonly isOver: boolean;
  readonly copyOf: readonly string[] | null;
  readonly written: ReadonlyMap<string, number> | null;
  readonly files: readonly { readonly fileId: string; readonly ownerId: string }[];
}

/** What is known of one member at one milestone. */
export interface Contribution extends Readonly<Record<Kind | 'files', number>> {
  readonly memberId: string;
  readonly isMember: boolean;
  readonly text: number | null;
}

/** What one member says of their own contribution to a milestone. */
export interface Statement {
  readonly activityId: string;
  readonly groupId: string;
  readonly n: number;
  readonly memberId: string;
  readonly text: string;
  /** Counts savings. */
  readonly revision: number;
  readonly savedAt: Date;
}

const inOrder = <Any extends Pick<Work, 'n' | 'dueAt'>>(works: readonly Any[]): Any[] =>
  works.toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime() || a.n - b.n);

/** The milestone that a group works on: the first at which nothing is handed in and something can be, or the last. */
export function workedOn(works: readonly Work[]): number | null {
  const sorted = inOrder(works);
  const current = sorted.find(({ copyOf, isOver }) => copyOf === null && !isOver);
  return (current ?? sorted.at(-1))?.n ?? null;
}

/**
 * The milestone that something counts for: the one it was said to be for, otherwise the next whose date had not passed,
 * or the last. By the project's own dates, so that no extension and no move of a member changes what was.
 */
export function milestoneOf({ at, n }: Pick<Done, 'at' | 'n'>, works: readonly Work[]): number | null {
  if (n !== null && works.some((one) => one.n === n)) return n;
  const sorted = inOrder(works);
  return (sorted.find(({ dueAt }) => at <= dueAt) ?? sorted.at(-1))?.n ?? null;
}

/** What text is counted at a milestone. */
export function textOf(n: number, works: readonly Work[]): 'now' | 'handedIn' | 'unknown' {
  const work = works.find((one) => one.n === n);
  if (work?.written) return 'handedIn';
  return work && work.copyOf === null && !work.isOver && workedOn(works) === n ? 'now' : 'unknown';
}

interface Facts {
  readonly works: readonly Work[];
  readonly done: readonly Done[];
  /** Characters of each member that are on the group's pages now. */
  readonly writtenNow: ReadonlyMap<string, number>;
  /** Who is in the group now. */
  readonly memberIds: readonly string[];
  /** Who was in it from when until when, and who is. */
  readonly stays: readonly { readonly memberId: string; readonly from: Date; readonly to: Date | null }[];
}

/**
 * What each has contributed to a milestone: who is in the group, who has a part in what was handed in, and whoever has
 * done something for it. What somebody did stays theirs wherever they are now.
 */
export function contributionsTo(
  n: number,
  { works, done, writtenNow, memberIds, stays }: Facts,
): Contribution[] {
  const work = works.find((one) => one.n === n);
  const counted = textOf(n, works);
  const written = counted === 'handedIn' ? work?.written : counted === 'now' ? writtenNow : null;
  const own = done.filter((one) => milestoneOf(one, works) === n);
  const acts = groupBy(
    own.flatMap(({ kind, memberIds: by }) => [...new Set(by)].map((memberId) => ({ kind, memberId }))),
    ({ memberId }) => memberId,
  );
  const files = filesBy(own, work);
  // A copy tells who worked on it: who has come since had no part, unless they did something.
  const asked = work?.copyOf ?? (work?.isOver === true ? presentAt(work.closesAt, stays) : memberIds);
  const people = new Set([...asked, ...acts.keys(), ...files.keys(), ...(written?.keys() ?? [])]);
  const inNow = new Set(memberIds);
  return [...people].map((memberId) => {
    const count = (kind: Kind) => acts.get(memberId)?.filter((one) => one.kind === kind).length ?? 0;
    return {
      memberId,
      isMember: inNow.has(memberId),
      text: written ? (written.get(memberId) ?? 0) : null,
      comments: count('comments'),
      tasks: count('tasks'),
      meetings: count('meetings'),
      files: files.get(memberId)?.size ?? 0,
    };
  });
}

/** Each file that somebody has put here or handed in, once; each version of one is a file. */
function filesBy(done: readonly Done[], work: Work | undefined): ReadonlyMap<string, ReadonlySet<string>> {
  const put = done.flatMap(({ kind, fileId, memberIds }) =>
    kind === 'files' && fileId !== undefined ? memberIds.map((ownerId) => ({ ownerId, fileId })) : [],
  );
  const byOwner = groupBy([...put, ...(work?.files ?? [])], ({ ownerId }) => ownerId);
  return new Map([...byOwner].map(([id, all]) => [id, new Set(all.map(({ fileId }) => fileId))]));
}

const presentAt = (at: Date, stays: Facts['stays']): string[] =>
  stays.filter(({ from, to }) => from <= at && (to === null || to > at)).map(({ memberId }) => memberId);
