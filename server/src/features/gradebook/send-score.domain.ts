import { backoffMs } from '../../core/backoff.ts';
import { type Attempt, type GradeSlot, type Problem, problemOf } from './grade-slot.domain.ts';
import type { LedgerEntry } from './ledger.domain.ts';

/** After so many tries in a row a grade waits in the facilitator queue, and is tried every hour only. */
const MAX_TRIES = 12;
const HOUR_MS = 60 * 60 * 1000;
const COLUMN_CHECK_MS = 10 * 60 * 1000;
/** A pause that an LMS asks for is kept up to a day: more is taken for a mistake. */
const PAUSE_MAX_SECONDS = 24 * 60 * 60;
/** When the result cannot be read so often, the same score is sent again unread: the LMS knows it by its timestamp. */
const MAX_READ_FAILURES = 3;

/** What became of one sending. */
export type SendOutcome =
  | { readonly type: 'sent' }
  /** Try again at `dueAt`; `attempt` stays when the LMS may have stored the score. */
  | {
      readonly type: 'later';
      readonly dueAt: Date;
      readonly tries: number;
      readonly attempt: Attempt | null;
      readonly problem: Problem | null;
      /** The time the LMS will be told instead of the one it did not take. */
      readonly timestamp?: Date;
    }
  /** Nothing more is tried until staff say so or a new grade is made. */
  | { readonly type: 'stuck'; readonly attempt: Attempt | null; readonly problem: Problem };

/** What the LMS holds of one person in one column. */
interface HeldResult {
  readonly score: number | null;
  readonly maximum: number | null;
}

/** What the LMS said when it was asked what it holds. */
export type Reading =
  | { readonly type: 'read'; readonly result: HeldResult | null }
  | { readonly type: 'unreadable'; readonly words: string };

/** What the LMS said to a score, when that settles its fate or puts it off. */
type Answer =
  | { readonly type: 'stored' }
  | { readonly type: 'refused'; readonly status: number; readonly words: string }
  | {
      readonly type: 'busy';
      readonly status: number;
      readonly words: string;
      readonly retryAfterSeconds: number | null;
    }
  | { readonly type: 'unknown'; readonly words: string };

/** The moment and the dice of one decision: `random` is in [0, 1). */
export interface Chance {
  readonly now: Date;
  readonly random: number;
}

const after = (now: Date, ms: number): Date => new Date(now.getTime() + ms);

function later(
  slot: GradeSlot,
  words: string,
  { now, random }: Chance,
  attempt: Attempt | null,
  pauseSeconds = 0,
): SendOutcome {
  const tries = slot.tries + 1;
  const exhausted = tries >= MAX_TRIES;
  const pause = Math.min(pauseSeconds, PAUSE_MAX_SECONDS) * 1000;
  const wait = Math.max(pause, exhausted ? HOUR_MS : backoffMs(tries, random));
  const problem = exhausted ? problemOf(slot, 'SCORE_UNREACHABLE', words, now) : null;
  return { type: 'later', dueAt: after(now, wait), tries, attempt, problem };
}

/**
 * A score is never sent with a time from the future (another server's clock is ahead, or the entry follows another in
 * the same second): it would block later scores.
 */
export const tooEarly = (slot: GradeSlot, now: Date): SendOutcome | null =>
  slot.want && slot.want.timestamp > now
    ? {
        type: 'later',
        dueAt: slot.want.timestamp,
        tries: slot.tries,
        attempt: slot.attempt,
        problem: slot.problem,
      }
    : null;

/** No column yet: the LMS or the teacher has to make one; that is no failed sending. */
export const afterNoColumn = (slot: GradeSlot, now: Date): SendOutcome => ({
  type: 'later',
  dueAt: after(now, COLUMN_CHECK_MS),
  tries: 0,
  attempt: slot.attempt,
  problem: problemOf(slot, 'NO_GRADEBOOK_COLUMN', '', now),
});

export const afterNoMember = (slot: GradeSlot, now: Date): SendOutcome => ({
  type: 'stuck',
  attempt: slot.attempt,
  problem: problemOf(slot, 'MEMBER_NOT_IN_COURSE', '', now),
});

/**
 * Decides after a look at what the LMS holds, when an earlier sending's outcome is unknown (a broken connection, or a
 * crash in between): what is there already is not sent again.
 *
 * @returns the outcome, or null: send, with the same timestamp.
 */
export function afterReadBack(
  slot: GradeSlot,
  entry: LedgerEntry,
  attempt: Attempt,
  reading: Reading,
  chance: Chance,
): SendOutcome | null {
  if (reading.type === 'read') return holds(reading.result, entry) ? { type: 'sent' } : null;
  if (attempt.readFailures >= MAX_READ_FAILURES) return null;
  return later(slot, reading.words, chance, { ...attempt, readFailures: attempt.readFailures + 1 });
}

/** Decides after the LMS's answer to a score. */
export function afterAnswer(slot: GradeSlot, attempt: Attempt, answer: Answer, chance: Chance): SendOutcome {
  switch (answer.type) {
    case 'stored':
      return { type: 'sent' };
    case 'refused':
      return {
        type: 'stuck',
        attempt: null,
        problem: problemOf(slot, 'SCORE_REFUSED', `${answer.status} ${answer.words}`.trim(), chance.now),
      };
    case 'busy': {
      // A server error may come from a proxy after the LMS has stored the score; a refusal for load may not.
      const mayBeStored = answer.status >= 500;
      const words = `${answer.status} ${answer.words}`.trim();
      return later(slot, words, chance, mayBeStored ? attempt : null, answer.retryAfterSeconds ?? 0);
    }
    case 'unknown':
      return later(slot, answer.words, chance, attempt);
  }
}

/**
 * Decides when the LMS says that it holds a score of this time or a later one.
 *
 * The same value: it is there. An older one of ours (clocks that disagree): the new one is sent with a later time,
 * which must not lie in the future when it is sent. Any other: somebody changed it in the LMS, and staff decide.
 */
export function afterNotNewer(
  slot: GradeSlot,
  entry: LedgerEntry,
  attempt: Attempt,
  reading: Reading,
  chance: Chance,
): SendOutcome {
  if (reading.type === 'unreadable')
    return later(slot, reading.words, chance, { ...attempt, readFailures: attempt.readFailures + 1 });
  const { result } = reading;
  if (holds(result, entry)) return { type: 'sent' };
  const ours = result === null || result.score === null || slot.entries.some((older) => holds(result, older));
  if (ours) {
    const again = later(slot, 'the LMS holds a score of a later time', chance, null);
    return again.type === 'later' ? { ...again, timestamp: again.dueAt } : again;
  }
  const held = `${result.score} / ${result.maximum ?? entry.maximum}`;
  return {
    type: 'stuck',
    attempt: null,
    problem: problemOf(slot, 'SCORE_CHANGED_IN_LMS', held, chance.now),
  };
}

/**
 * Whether the LMS's result is the entry's grade. The LMS may have rescaled it to its column's maximum and rounded it
 * (Moodle keeps five digits), so less than half of our last digit makes no difference.
 */
function holds(result: HeldResult | null, entry: LedgerEntry): boolean {
  if (result === null || result.score === null || entry.value === null)
    return entry.value === null && (result?.score ?? null) === null;
  const theirMaximum = result.maximum ?? entry.maximum;
  if (theirMaximum <= 0) return false;
  const halfDigit = 0.5 / 10 ** entry.parameters.decimals;
  return Math.abs((result.score / theirMaximum) * entry.maximum - entry.value) < halfDigit;
}
