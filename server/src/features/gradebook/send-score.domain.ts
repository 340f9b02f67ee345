import { backoffMs } from '../../core/backoff.ts';
import {
  type Attempt,
  type GradeSlot,
  type Problem,
  type ProblemCode,
  problemOf,
  READ_BACKS_MAX,
} from './grade-slot.domain.ts';
import type { LedgerEntry } from './ledger.domain.ts';

/** After so many tries in a row a grade waits in the facilitator queue, and is tried every hour only. */
const MAX_TRIES = 20;
/** Longer waits would help nobody: how much an LMS is asked at once is the pace's to say. */
const LONGEST_WAIT_SECONDS = 60;
const HOUR_MS = 60 * 60 * 1000;
/** How soon the LMS's side is looked at again that a person has to change there. */
const RECHECK_MS = 10 * 60 * 1000;
/** A column that is being made is there in a moment. */
const COLUMN_SOON_MS = 2_000;
const COLUMN_SOON_FOR_MS = 60_000;
/** A pause that an LMS asks for is kept up to a day: more is taken for a mistake. */
const PAUSE_MAX_SECONDS = 24 * 60 * 60;
/** When what the LMS holds cannot be read so often, a score that never left before is sent unread. */
const FIRST_READS_MAX = 3;

/** What became of one sending. */
export type SendOutcome =
  /** The LMS has it. */
  | { readonly type: 'sent' }
  /** Try again at `dueAt`; `attempt` stays when the LMS may have stored it. */
  | {
      readonly type: 'later';
      readonly dueAt: Date;
      readonly tries: number;
      readonly attempt: Attempt | null;
      readonly problem: Problem | null;
      /** The time the LMS will be told instead of the one it did not take. */
      readonly timestamp?: Date;
    }
  /** Nothing more is tried until staff say so or something new comes. */
  | { readonly type: 'stuck'; readonly attempt: Attempt | null; readonly problem: Problem };

/** What the LMS holds of one person in one column. */
interface HeldResult {
  readonly score: number | null;
  readonly maximum: number | null;
  readonly comment: string | null;
}

/** What the LMS said when it was asked what it holds. */
export type Reading =
  | { readonly type: 'read'; readonly result: HeldResult | null }
  /** It may be readable later. */
  | { readonly type: 'unreadable'; readonly words: string }
  /** The tool may not read it at all. */
  | { readonly type: 'forbidden' };

/** What the LMS said to a score, when that settles its fate or puts it off. */
export type Answer =
  | { readonly type: 'stored' }
  | {
      readonly type: 'refused';
      readonly cause: keyof typeof AFTER_REFUSAL;
      readonly status: number;
      readonly words: string;
    }
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

/** What a refusal is to staff, and when the LMS is asked again by itself; null: not before somebody says so. */
const AFTER_REFUSAL = {
  notAllowed: { code: 'LMS_NOT_ALLOWED', againMs: HOUR_MS },
  unpublished: { code: 'ASSIGNMENT_UNPUBLISHED', againMs: RECHECK_MS },
  columnGone: { code: 'NO_GRADEBOOK_COLUMN', againMs: RECHECK_MS },
  notAMember: { code: 'MEMBER_NOT_IN_COURSE', againMs: null },
  courseConcluded: { code: 'COURSE_CONCLUDED', againMs: null },
  attemptsExhausted: { code: 'ATTEMPTS_EXHAUSTED', againMs: null },
  other: { code: 'SCORE_REFUSED', againMs: null },
} as const satisfies Record<string, { code: ProblemCode; againMs: number | null }>;

const after = (now: Date, ms: number): Date => new Date(now.getTime() + ms);
const wordsOf = ({ status, words }: { status: number; words: string }): string =>
  `${status === 0 ? '' : status} ${words}`.trim();

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
  const wait = Math.max(pause, exhausted ? HOUR_MS : backoffMs(tries, random, LONGEST_WAIT_SECONDS));
  const problem = exhausted ? problemOf(slot, 'SCORE_UNREACHABLE', words, now) : null;
  return { type: 'later', dueAt: after(now, wait), tries, attempt, problem };
}

/** Put off as it is: that is no failed sending. @param attempt what is known of an earlier one. */
export const putOff = (slot: GradeSlot, attempt: Attempt | null, dueAt: Date): SendOutcome => ({
  type: 'later',
  dueAt,
  tries: slot.tries,
  attempt,
  problem: slot.problem,
});

/**
 * A score is never sent with a time from the future (another server's clock is ahead, or the entry follows another in
 * the same second): it would block later scores.
 */
export const tooEarly = (
  slot: GradeSlot,
  attempt: Attempt | null,
  timestamp: Date,
  now: Date,
): SendOutcome | null => (timestamp > now ? putOff(slot, attempt, timestamp) : null);

/** No column yet: the tool is about to make one, or the LMS or the teacher has to. */
export function afterNoColumn(
  slot: GradeSlot,
  attempt: Attempt | null,
  words: string,
  now: Date,
): SendOutcome {
  const problem = problemOf(slot, 'NO_GRADEBOOK_COLUMN', words, now);
  const isNew = now.getTime() - problem.since.getTime() < COLUMN_SOON_FOR_MS;
  const dueAt = after(now, isNew ? COLUMN_SOON_MS : RECHECK_MS);
  return { type: 'later', dueAt, tries: 0, attempt, problem };
}

export const afterNoMember = (slot: GradeSlot, attempt: Attempt | null, now: Date): SendOutcome => ({
  type: 'stuck',
  attempt,
  problem: problemOf(slot, 'MEMBER_NOT_IN_COURSE', '', now),
});

/** The grade was taken back, but this LMS keeps what it has. */
const notTakenBack = (
  slot: GradeSlot,
  result: HeldResult | null,
  entry: LedgerEntry,
  now: Date,
): SendOutcome => ({
  type: 'stuck',
  attempt: null,
  problem: problemOf(slot, 'GRADE_NOT_TAKEN_BACK', heldWords(result, entry), now),
});

const changedInLms = (slot: GradeSlot, result: HeldResult, entry: LedgerEntry, now: Date): SendOutcome => ({
  type: 'stuck',
  attempt: null,
  problem: problemOf(slot, 'SCORE_CHANGED_IN_LMS', heldWords(result, entry), now),
});

const heldWords = (result: HeldResult | null, { maximum }: LedgerEntry): string =>
  result === null || result.score === null ? '' : `${result.score} / ${result.maximum ?? maximum}`;

/**
 * Decides from what the LMS holds whether an entry is sent: what is there already is not sent again, and a value that
 * is none of ours is not overwritten, unless staff have said so.
 *
 * @param attempt a sending whose outcome is unknown, or null.
 * @param clearsScores whether the LMS takes a grade away when asked.
 * @returns the outcome, or null: send.
 */
export function beforeSending(
  slot: GradeSlot,
  entry: LedgerEntry,
  attempt: Attempt | null,
  reading: Reading,
  clearsScores: boolean,
  chance: Chance,
): SendOutcome | null {
  if (reading.type === 'forbidden') {
    // What it holds is not to be known; asking an LMS that keeps grades to take one away would be in vain.
    return entry.value === null && !clearsScores ? notTakenBack(slot, null, entry, chance.now) : null;
  }
  if (reading.type === 'unreadable') {
    const isGivenUp = attempt ? attempt.readFailures >= READ_BACKS_MAX : slot.tries >= FIRST_READS_MAX;
    return isGivenUp ? null : afterUnreadable(slot, attempt, reading, chance);
  }
  const { result } = reading;
  if (holds(result, entry)) return { type: 'sent' };
  if (result === null || result.score === null) return null;
  if (!isOurs(slot, result) && slot.want?.overwrites !== true) {
    return changedInLms(slot, result, entry, chance.now);
  }
  return entry.value === null && !clearsScores ? notTakenBack(slot, result, entry, chance.now) : null;
}

/** What the LMS holds has to be read first, and could not be. @param attempt a sending of unknown outcome, or null. */
export const afterUnreadable = (
  slot: GradeSlot,
  attempt: Attempt | null,
  reading: Reading,
  chance: Chance,
): SendOutcome =>
  later(
    slot,
    reading.type === 'unreadable' ? reading.words : '',
    chance,
    attempt && { ...attempt, readFailures: attempt.readFailures + 1 },
  );

/** Decides after the LMS's answer to a score or a hand-in. */
export function afterAnswer(slot: GradeSlot, attempt: Attempt, answer: Answer, chance: Chance): SendOutcome {
  switch (answer.type) {
    case 'stored':
      return { type: 'sent' };
    case 'refused': {
      const { code, againMs } = AFTER_REFUSAL[answer.cause];
      if (code === 'NO_GRADEBOOK_COLUMN') return afterNoColumn(slot, null, wordsOf(answer), chance.now);
      const problem = problemOf(slot, code, wordsOf(answer), chance.now);
      if (againMs === null) return { type: 'stuck', attempt: null, problem };
      return { type: 'later', dueAt: after(chance.now, againMs), tries: 0, attempt: null, problem };
    }
    case 'busy': {
      // A server error may come from a proxy after the LMS has stored the score; a refusal for load may not.
      const mayBeStored = answer.status >= 500;
      return later(
        slot,
        wordsOf(answer),
        chance,
        mayBeStored ? attempt : null,
        answer.retryAfterSeconds ?? 0,
      );
    }
    case 'unknown':
      return later(slot, answer.words, chance, attempt);
  }
}

/**
 * Decides when the LMS says that it holds a score of this time or a later one.
 *
 * The same value: it is there. An older one of ours (clocks that disagree, or a hand-in within the same second): the
 * new one is sent with a later time, which must not lie in the future when it is sent. Any other: somebody changed it
 * in the LMS, and staff decide.
 */
export function afterNotNewer(
  slot: GradeSlot,
  entry: LedgerEntry,
  attempt: Attempt,
  reading: Reading,
  chance: Chance,
): SendOutcome {
  if (reading.type === 'unreadable') return afterUnreadable(slot, attempt, reading, chance);
  const result = reading.type === 'read' ? reading.result : null;
  if (reading.type === 'read' && holds(result, entry)) return { type: 'sent' };
  if (result !== null && result.score !== null && !isOurs(slot, result)) {
    return changedInLms(slot, result, entry, chance.now);
  }
  const again = later(slot, 'the LMS holds a score of a later time', chance, null);
  return again.type === 'later' ? { ...again, timestamp: again.dueAt } : again;
}

const isOurs = (slot: GradeSlot, result: HeldResult): boolean =>
  slot.entries.some((entry) => entry.value !== null && holds(result, entry));

/**
 * Whether the LMS's result is the entry's grade. The LMS may have rescaled it to its column's maximum and rounded it
 * (Moodle keeps five digits), so less than half of our last digit makes no difference.
 */
export function holds(result: HeldResult | null, entry: LedgerEntry): boolean {
  if (result === null || result.score === null) return entry.value === null;
  if (entry.value === null) return false;
  const theirMaximum = result.maximum ?? entry.maximum;
  if (theirMaximum <= 0) return false;
  const halfDigit = 0.5 / 10 ** entry.parameters.decimals;
  return Math.abs((result.score / theirMaximum) * entry.maximum - entry.value) < halfDigit;
}
