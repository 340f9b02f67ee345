import type { DomainEvent } from '../../core/events.ts';
import type { LedgerEntry } from './ledger.domain.ts';

/** Why something is not in the LMS and waits for staff (or, where the sender looks again by itself, for the LMS). */
export type ProblemCode =
  /** The LMS refuses the score and would refuse it again. */
  | 'SCORE_REFUSED'
  /** Many tries brought no answer; the sender goes on every hour. */
  | 'SCORE_UNREACHABLE'
  /** The LMS takes nothing from the tool: its token or scope is not enough; looked at again every hour. */
  | 'LMS_NOT_ALLOWED'
  /** The activity has no column in the gradebook; the sender looks again every ten minutes. */
  | 'NO_GRADEBOOK_COLUMN'
  /** The assignment is not published in the LMS yet; looked at again every ten minutes. */
  | 'ASSIGNMENT_UNPUBLISHED'
  /** The LMS holds a value that did not come from here: a person's edit is not overwritten unasked. */
  | 'SCORE_CHANGED_IN_LMS'
  /** The grade was taken back here, but the LMS cannot take one away. */
  | 'GRADE_NOT_TAKEN_BACK'
  /** The course is over in the LMS. */
  | 'COURSE_CONCLUDED'
  /** The person left the course, or never was in it. */
  | 'MEMBER_NOT_IN_COURSE'
  /** The learner has handed in here, but has no attempt left in the LMS. */
  | 'ATTEMPTS_EXHAUSTED'
  /** The newest run had inputs that give no grade; the grade before it stays as it is. */
  | 'GRADE_INVALID';

/** Problems that the sender looks at again by itself; all others wait for staff or for a new grade. */
const PASSING: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'SCORE_UNREACHABLE',
  'LMS_NOT_ALLOWED',
  'NO_GRADEBOOK_COLUMN',
  'ASSIGNMENT_UNPUBLISHED',
]);

export interface Problem {
  readonly code: ProblemCode;
  /** The LMS's own words, or the reason in ours. */
  readonly words: string;
  readonly since: Date;
}

/** A sending that may have reached the LMS: kept until its outcome is known. */
export interface Attempt {
  /** Of a grade its entry, of a hand-in its version. */
  readonly n: number;
  readonly timestamp: Date;
  readonly startedAt: Date;
  /** How often the LMS's result could not be read back. */
  readonly readFailures: number;
}

/**
 * When the result of a sending of unknown outcome cannot be read back so often, it is repeated unread, since otherwise
 * it might never arrive. An LMS that keeps every comment shows a repeated one twice, so this is a last resort: at an LMS
 * that fails three readings in ten it happens to one sending in a hundred thousand.
 */
export const READ_BACKS_MAX = 10;

/** The LMS took entry `n`. */
export interface Delivery {
  readonly n: number;
  readonly at: Date;
}

/** What was handed in last, so that the LMS no longer says "missing" (spec/gradebook.md item 7). */
export interface HandIn {
  readonly version: number;
  /** When it was handed in. */
  readonly at: Date;
  /** The version the LMS was told of last; null before. */
  readonly told: number | null;
  readonly attempt: Attempt | null;
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
  readonly want: {
    readonly n: number;
    readonly timestamp: Date;
    /** Staff have said that it replaces whatever the LMS holds. */
    readonly overwrites?: true;
  } | null;
  /** The entry the LMS is known to have, since when. */
  readonly sent: Delivery | null;
  /** When the LMS took which entry, of the entries that are here. */
  readonly deliveries: readonly Delivery[];
  /** Of the member's work in the activity; null where there is none or the column is not the activity's main one. */
  readonly handIn: HandIn | null;
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

/** Whether a problem waits for staff, or for something new. */
export const isStuck = ({ code }: Problem): boolean => !PASSING.has(code);

/** Something that a slot has for the LMS. */
export type Work = 'grade' | 'handIn';

/**
 * What there is to tell the LMS next. A grade goes first, since a hand-in never touches it; but a hand-in that the LMS
 * may have been told of goes before the grade, whose comment takes the place of the one by which that can be seen.
 *
 * @param unsettled whoever held the slot before never said what became of what it was sending.
 */
export function workOf({ want, sent, handIn, problem }: GradeSlot, unsettled: boolean): Work | null {
  const isExhausted = problem?.code === 'ATTEMPTS_EXHAUSTED';
  const gradeWaits = want !== null && sent?.n !== want.n && (!problem || !isStuck(problem) || isExhausted);
  const handInWaits = handIn !== null && handIn.told !== handIn.version && !isExhausted;
  if (handInWaits && (unsettled || handIn.attempt !== null)) return 'handIn';
  if (gradeWaits) return 'grade';
  return handInWaits ? 'handIn' : null;
}

/** Sendings whose outcome is unknown, of each kind. */
export type Attempts = Readonly<Record<Work, Attempt | null>>;

/**
 * The sendings of what waits now whose outcome is unknown: they broke off, or whoever held the slot before fell silent.
 */
export function unknownAttempts(slot: GradeSlot, unsettled: boolean, now: Date): Attempts {
  const { want, sent, handIn } = slot;
  const of = (before: Attempt | null, waits: boolean, n: number, timestamp: Date): Attempt | null => {
    if (!waits) return null;
    if (before?.n === n) return before;
    return unsettled ? { n, timestamp, startedAt: now, readFailures: 0 } : null;
  };
  return {
    grade: want && of(slot.attempt, sent?.n !== want.n, want.n, want.timestamp),
    handIn: handIn && of(handIn.attempt, handIn.told !== handIn.version, handIn.version, handIn.at),
  };
}

/** What staff's "send again" does to a slot. */
export type RetryDecision =
  | { readonly type: 'send'; readonly overwrites: boolean }
  | { readonly type: 'waiting' }
  | { readonly type: 'nothing' };

/** Decides on "send again": only what is not in the LMS can be sent, and repeating the click changes nothing. */
export function decideRetry(slot: GradeSlot | null): RetryDecision {
  if (!slot || slot.problem?.code === 'GRADE_INVALID') return { type: 'nothing' };
  if (slot.problem) return { type: 'send', overwrites: slot.problem.code === 'SCORE_CHANGED_IN_LMS' };
  return workOf(slot, false) ? { type: 'waiting' } : { type: 'nothing' };
}

/** Where a slot's newest grade is on its way to the LMS, and since when. */
export interface SyncState {
  readonly state: 'none' | 'waiting' | 'sent' | 'failed' | 'noColumn' | 'notTakenBack';
  readonly at: Date | null;
}

export function syncOf({ want, sent, problem }: GradeSlot): SyncState {
  if (!want) return { state: 'none', at: null };
  if (sent?.n === want.n) return { state: 'sent', at: sent.at };
  if (!problem || problem.code === 'ATTEMPTS_EXHAUSTED') return { state: 'waiting', at: want.timestamp };
  if (problem.code === 'NO_GRADEBOOK_COLUMN') return { state: 'noColumn', at: problem.since };
  return { state: problem.code === 'GRADE_NOT_TAKEN_BACK' ? 'notTakenBack' : 'failed', at: problem.since };
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
  | { readonly type: 'recover'; readonly event: DomainEvent }
);
