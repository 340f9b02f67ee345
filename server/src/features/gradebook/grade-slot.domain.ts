import type { DomainEvent } from '../../core/events.ts';
import type { LedgerEntry } from './ledger.domain.ts';

/** Why a grade is not in the LMS and waits for staff (or, where the sender looks again by itself, for the LMS). */
export type ProblemCode =
  /** The LMS refuses the score and would refuse it again. */
  | 'SCORE_REFUSED'
  /** Many tries brought no answer; the sender goes on every hour. */
  | 'SCORE_UNREACHABLE'
  /** No resource link of the activity has a column; the sender looks again every ten minutes. */
  | 'NO_GRADEBOOK_COLUMN'
  /** The LMS holds a newer score that did not come from here: a person's edit is not overwritten unasked. */
  | 'SCORE_CHANGED_IN_LMS'
  /** The person left the course, or never was in it. */
  | 'MEMBER_NOT_IN_COURSE'
  /** The newest run had inputs that give no grade; the grade before it stays as it is. */
  | 'GRADE_INVALID';

export interface Problem {
  readonly code: ProblemCode;
  /** The LMS's own words, or the reason in ours. */
  readonly words: string;
  readonly since: Date;
}

/** A sending that may have reached the LMS: written before the request, taken away when its outcome is known. */
export interface Attempt {
  readonly n: number;
  readonly timestamp: Date;
  readonly startedAt: Date;
  /** How often the LMS's result could not be read back. */
  readonly readFailures: number;
}

/** The LMS took entry `n`. */
export interface Delivery {
  readonly n: number;
  readonly at: Date;
}

/**
 * One member's place in one gradebook column: its ledger entries, and its own outbox (wanted against sent), so that an
 * entry and its sending are one write (spec/gradebook.md item 3).
 */
export interface GradeSlot {
  readonly id: string;
  readonly courseId: string;
  readonly platformId: string;
  readonly deploymentId: string;
  readonly activityId: string;
  readonly columnId: string;
  readonly memberId: string;
  /** Oldest first; queries that need no history give the newest alone. Older ones are in `gradeEntries`. */
  readonly entries: readonly LedgerEntry[];
  /** The newest entry that is in `gradeEntries` and no longer here; 0 when all are here. */
  readonly spilled: number;
  /** The entry the LMS should have, and the time it is told: the entry's own unless the LMS would not take it. */
  readonly want: { readonly n: number; readonly timestamp: Date } | null;
  /** The entry the LMS is known to have, since when. */
  readonly sent: Delivery | null;
  /** When the LMS took which entry, of the entries that are here. */
  readonly deliveries: readonly Delivery[];
  readonly attempt: Attempt | null;
  /** Sendings in a row that came to nothing. */
  readonly tries: number;
  readonly problem: Problem | null;
}

export const slotIdOf = (columnId: string, memberId: string): string => `${columnId}/${memberId}`;

/** Entries that stay in their slot. */
const ENTRIES_KEPT = 50;
/** So many more make it worth looking which ones can go. */
const ENTRIES_SURPLUS = 10;
/** Beyond so many, entries go even if the LMS has taken none since: no document grows without bound. */
const ENTRIES_MAX = 200;

/** Whether a slot may hold more entries than it should. @param newest the number of its newest entry. */
export const isCrowded = (newest: number, spilled: number): boolean =>
  newest - spilled > ENTRIES_KEPT + ENTRIES_SURPLUS;

/**
 * The oldest entries of a slot, which go to `gradeEntries`: only what the LMS has taken, or something newer in its
 * place, since the sender knows by an entry that a score in the LMS is one of ours.
 */
export function entriesToSpill({ entries, sent }: GradeSlot): readonly LedgerEntry[] {
  const surplus = entries.slice(0, -ENTRIES_KEPT).filter(({ n }) => sent !== null && n <= sent.n);
  const excess = entries.slice(0, -ENTRIES_MAX);
  return surplus.length > excess.length ? surplus : excess;
}

/** Keeps the moment since which the same problem waits. */
export const problemOf = (slot: GradeSlot | null, code: ProblemCode, words: string, now: Date): Problem => ({
  code,
  words: words.slice(0, 1_000),
  since: slot?.problem?.code === code ? slot.problem.since : now,
});

/** What staff's "send again" does to a slot. */
export type RetryDecision =
  | { readonly type: 'send'; readonly newTimestamp: boolean }
  | { readonly type: 'waiting' }
  | { readonly type: 'nothing' };

/** Decides on "send again": only what is not in the LMS can be sent, and repeating the click changes nothing. */
export function decideRetry(slot: GradeSlot | null): RetryDecision {
  if (!slot?.want || slot.problem?.code === 'GRADE_INVALID') return { type: 'nothing' };
  if (slot.problem) return { type: 'send', newTimestamp: slot.problem.code === 'SCORE_CHANGED_IN_LMS' };
  return slot.sent?.n === slot.want.n ? { type: 'nothing' } : { type: 'waiting' };
}

/** Where a slot's newest grade is on its way to the LMS, and since when. */
export interface SyncState {
  readonly state: 'none' | 'waiting' | 'sent' | 'failed' | 'noColumn';
  readonly at: Date | null;
}

export function syncOf({ want, sent, problem }: GradeSlot): SyncState {
  if (!want) return { state: 'none', at: null };
  if (sent?.n === want.n) return { state: 'sent', at: sent.at };
  if (!problem) return { state: 'waiting', at: want.timestamp };
  return { state: problem.code === 'NO_GRADEBOOK_COLUMN' ? 'noColumn' : 'failed', at: problem.since };
}

/** What a run writes into one slot; `before` is the slot as it was read, null when there was none. */
export type SlotChange = {
  readonly slotId: string;
  readonly memberId: string;
  readonly before: GradeSlot | null;
} & (
  | { readonly type: 'enter'; readonly entry: LedgerEntry; readonly event: DomainEvent }
  | { readonly type: 'invalid'; readonly problem: Problem; readonly event: DomainEvent }
  /** The problem of an invalid run is over: the grade before it stands, and is sent if it was not yet. */
  | { readonly type: 'recover'; readonly now: Date }
);
