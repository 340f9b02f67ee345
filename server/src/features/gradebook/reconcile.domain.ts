import type { ComparedState } from '../../contracts/reconciliation.ts';
import { type GradeSlot, isStuck } from './grade-slot.domain.ts';
import type { LedgerEntry } from './ledger.domain.ts';
import { holds } from './send-score.domain.ts';

/** What the LMS showed of one person in one column. */
export interface Theirs {
  readonly score: number;
  readonly maximum: number | null;
}

/** Work on an activity's comparison that is under way. */
export interface Working {
  readonly kind: 'reading' | 'sendingOurs' | 'acceptingTheirs';
  readonly done: number;
  /** Null while it is not known. */
  readonly of: number | null;
}

/** The comparison of an activity's grades with the LMS. */
export interface Reconciliation {
  readonly activityId: string;
  readonly working: Working | null;
  /** How often such work has come to its end. */
  readonly finished: number;
  readonly readAt: Date | null;
  readonly failure: string | null;
  readonly states: Readonly<Partial<Record<ComparedState, number>>>;
  readonly strangers: number;
}

/** What the LMS showed of one member in one column, and how that compared. */
export interface ComparedRow {
  readonly columnId: string;
  readonly memberId: string;
  readonly name: string | null;
  readonly sortName: string;
  readonly theirs: Theirs | null;
  readonly state: ComparedState;
  readonly readAt: Date;
}

/**
 * How one member's grade here compares with what the LMS showed.
 *
 * @param slot as it is now; null when the member has no grade here.
 * @param theirs what the LMS showed at `readAt`; null when it showed none.
 */
export function compare(slot: GradeSlot | null, theirs: Theirs | null, readAt: Date): ComparedState {
  const newest = slot?.entries.at(-1);
  if (!slot || !newest) return theirs ? 'theirsOnly' : 'same';
  const isSent = slot.want !== null && slot.sent?.n === slot.want.n;
  if (isSent && slot.sent && slot.sent.at > readAt) return 'sentSince';
  const result = theirs && { ...theirs, comment: null };
  if (holds(result, newest)) return 'same';
  const isOurs = slot.entries.some((entry) => entry.value !== null && holds(result, entry));
  if (theirs && !isOurs) return 'changed';
  const isKept = newest.value === null && (isSent || slot.problem?.code === 'GRADE_NOT_TAKEN_BACK');
  if (isKept) return 'notTakenBack';
  if (!isSent) return slot.problem && isStuck(slot.problem) ? 'failed' : 'waiting';
  return theirs ? 'older' : 'missing';
}

/** What staff can do about a row. Pure; whether they may is the caller's to add. */
export function choicesFor(
  state: ComparedState,
  hasTheirs: boolean,
): { sendOurs: boolean; acceptTheirs: boolean } {
  switch (state) {
    case 'changed':
    case 'older':
    case 'missing':
    case 'failed':
      return { sendOurs: true, acceptTheirs: hasTheirs };
    case 'notTakenBack':
      return { sendOurs: true, acceptTheirs: false };
    case 'theirsOnly':
      return { sendOurs: false, acceptTheirs: true };
    case 'same':
    case 'waiting':
    case 'sentSince':
      return { sendOurs: false, acceptTheirs: false };
  }
}

/** Their value in points of our column; five digits, as Moodle's gradebook keeps them. */
export const inOurPoints = ({ score, maximum }: Theirs, ourMaximum: number): number =>
  Number((maximum === null || maximum <= 0 ? score : (score / maximum) * ourMaximum).toFixed(5));

/** The newest grade as it is shown beside theirs; null when there is none. */
export const oursOf = (entry: LedgerEntry | undefined): { value: number; maximum: number } | null =>
  entry && entry.value !== null ? { value: entry.value, maximum: entry.maximum } : null;
