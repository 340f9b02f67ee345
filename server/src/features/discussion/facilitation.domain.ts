import { momentFor, opennessOf } from '../../core/name-promise.ts';
import type { Discussion, Thread } from './discussion.domain.ts';
import { countOf } from './bitmaps.domain.ts';
import { balanceOf, type Side } from './modes.domain.ts';
import { isShut } from './moderation.domain.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Fewer posts are no conversation yet that could be one-sided. */
export const TALK_MIN = 6;
/** From which share on one person, or one side of a debate, has most of a thread. */
const PERSON_SHARE = 0.6;
const SIDE_SHARE = 0.75;
/** Nobody is told more often than once a day that they are missed. */
const NUDGED_AGAIN_MS = DAY_MS;

/** Whether staff may know who wrote in a thread, and so when. */
const isKnownToStaff = ({ openness }: Pick<Thread, 'openness'>): boolean => openness >= opennessOf('peers');

/** Since when a thread waits for an answer, as staff may know it. */
export const waitsSince = (thread: Pick<Thread, 'startedAt' | 'openness'>): Date =>
  momentFor(thread.startedAt, isKnownToStaff(thread));

/** From when on staff should look at a thread that nobody answers. */
export const unansweredFrom = (thread: Pick<Thread, 'startedAt' | 'openness'>, hours: number): Date =>
  new Date(waitsSince(thread).getTime() + hours * HOUR_MS);

/** Threads that could be answered, of those that nobody has answered: what staff have pinned is news, and a closed one waits for nothing. */
export const waitingThreads = <T extends Thread>(threads: readonly T[], now: Date): T[] =>
  threads.filter((thread) => thread.pin === null && !isShut(thread, now) && countOf(thread.live) > 0);

interface Learner {
  readonly id: string;
  readonly name: string | null;
}

/** A learner, and since when nothing has come from them. */
export interface Silence extends Learner {
  readonly lastPostAt: Date | null;
  /** When staff should look at it. */
  readonly from: Date;
}

/**
 * When each learner will have been quiet for so many days, the earliest first.
 *
 * @param lastAt of whoever has written something under their name
 * @param since when the discussion has opened
 */
export const silencesOf = (
  learners: readonly Learner[],
  lastAt: ReadonlyMap<string, Date>,
  since: Date,
  days: number,
): Silence[] =>
  learners
    .map(({ id, name }) => {
      const lastPostAt = lastAt.get(id) ?? null;
      const from = Math.max(since.getTime(), lastPostAt?.getTime() ?? 0) + days * DAY_MS;
      return { id, name, lastPostAt, from: new Date(from) };
    })
    .toSorted((a, b) => a.from.getTime() - b.from.getTime());

/** Who is told that they are missed: those of the wanted who are quiet and were not told lately. */
export function decideNudge(
  wanted: readonly string[],
  quiet: readonly Pick<Silence, 'id'>[],
  nudgedAt: ReadonlyMap<string, Date>,
  now: Date,
): string[] {
  const isQuiet = new Set(quiet.map(({ id }) => id));
  return [...new Set(wanted)].filter(
    (id) => isQuiet.has(id) && now.getTime() - (nudgedAt.get(id)?.getTime() ?? 0) >= NUDGED_AGAIN_MS,
  );
}

/** How many of a thread's posts somebody has written. */
export interface Share {
  readonly threadId: string;
  readonly authorId: string;
  readonly posts: number;
}

export interface OneSided<T> {
  readonly thread: T;
  readonly percent: number;
  readonly most:
    { readonly kind: 'person'; readonly memberId: string } | { readonly kind: 'side'; readonly side: Side };
}

/**
 * Threads in which one side of a debate, or one person, has most posts. How posts part among people is told only where
 * staff may know who wrote each of them.
 */
export function oneSidedOf<T extends Thread>(
  mode: Discussion['settings']['mode'],
  threads: readonly T[],
  shares: readonly Share[],
): OneSided<T>[] {
  return threads.flatMap((thread) => {
    const balance = balanceOf(mode, thread);
    const sided = balance ? balance.pro + balance.contra : 0;
    if (balance && sided >= TALK_MIN) {
      const side = balance.pro >= balance.contra ? 'pro' : 'contra';
      const share = balance[side] / sided;
      if (share >= SIDE_SHARE) return { thread, percent: inPercent(share), most: { kind: 'side', side } };
    }
    if (!isKnownToStaff(thread)) return [];
    const own = shares.filter(({ threadId }) => threadId === thread.id);
    const total = own.reduce((sum, { posts }) => sum + posts, 0);
    const first = own.toSorted((a, b) => b.posts - a.posts)[0];
    if (!first || total < TALK_MIN || first.posts / total < PERSON_SHARE) return [];
    const most = { kind: 'person', memberId: first.authorId } as const;
    return { thread, percent: inPercent(first.posts / total), most };
  });
}

const inPercent = (share: number): number => Math.round(share * 100);
