import { backoffMs } from '../../core/backoff.ts';

/** What is read from the LMS for a course, in the background. */
export type ReadKind = 'roster' | 'groups';

/** Why it could not be read whole; the LMS's own words beside it. */
export type ReadReason =
  | 'REFUSED'
  | 'UNREACHABLE'
  | 'UNREADABLE'
  | 'FOREIGN_ADDRESS'
  | 'ENDLESS'
  /** A whole roster without anybody: more likely a mistake of the LMS than an empty course. */
  | 'EMPTY'
  /** Some entries could not be understood: nobody is taken for gone because of it. */
  | 'PARTIAL';

export interface ReadTrouble {
  readonly reason: ReadReason;
  readonly words: string;
  /** Of the first failure in a row. */
  readonly since: Date;
  /** Failures in a row. */
  readonly tries: number;
}

/** How the reading of one course's roster or groups stands. */
export interface LmsRead {
  readonly courseId: string;
  readonly kind: ReadKind;
  /** The run at work, or the last one when it crashed. */
  readonly run: { readonly id: string; readonly startedAt: Date } | null;
  /** Somebody asked for a reading that has not begun yet. */
  readonly requestedAt: Date | null;
  /** When the reading began that was whole the last time. */
  readonly readAt: Date | null;
  /** The same of a reading of everything, not only of what changed. */
  readonly fullAt: Date | null;
  readonly people: number;
  readonly learners: number;
  /** Where only what changed can be read; null where the LMS offers nothing of the kind. */
  readonly differencesUrl: string | null;
  readonly trouble: ReadTrouble | null;
  /** Nobody of the staff has opened the course for a month after this: it is not read any more by itself. */
  readonly wantedUntil: Date;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Between two readings by themselves, give or take a quarter so that courses do not all come at once. */
const INTERVAL_MS = HOUR_MS;
const JITTER = 0.25;
/** How long a course is kept up to date after staff have opened it. */
const WANTED_MS = 30 * DAY_MS;
/** A run that has said nothing for this long has crashed. */
const RUN_MS = 10 * 60_000;
/** A reading of everything puts right what differences may have missed. */
const FULL_MS = DAY_MS;
/** Failures that pass by themselves wait for staff only from this one on. */
const TRIES_BEFORE_STAFF = 3;

export const wantedUntil = (now: Date): Date => new Date(now.getTime() + WANTED_MS);

/** Whether it is being read, or about to be. */
const isReading = ({ run, requestedAt }: LmsRead, now: Date): boolean =>
  [run?.startedAt, requestedAt].some((since) => since && now.getTime() - since.getTime() < RUN_MS);

export type ReadState = 'unavailable' | 'waiting' | 'reading' | 'read' | 'failed';

/** @param read null when it was never read. @param available whether the LMS offers it. */
export function stateOf(read: LmsRead | null, available: boolean, now: Date): ReadState {
  if (!available) return 'unavailable';
  if (!read) return 'waiting';
  if (isReading(read, now)) return 'reading';
  if (read.trouble) return 'failed';
  return read.readAt ? 'read' : 'waiting';
}

/** Whether only what changed is to be read. */
export const readsDifferences = ({ differencesUrl, fullAt }: LmsRead, now: Date): boolean =>
  differencesUrl !== null && fullAt !== null && now.getTime() - fullAt.getTime() < FULL_MS;

/** When it is read next by itself; null when nobody looks at the course any more. @param random in [0, 1) */
export function nextReadAt(
  read: Pick<LmsRead, 'wantedUntil'>,
  trouble: ReadTrouble | null,
  retryAfterSeconds: number | null,
  now: Date,
  random: number,
): Date | null {
  if (read.wantedUntil <= now) return null;
  const regular = INTERVAL_MS * (1 - JITTER + 2 * JITTER * random);
  const soon = trouble?.reason === 'UNREACHABLE' ? backoffMs(trouble.tries, random) : regular;
  const wait = Math.max(Math.min(soon, regular), (retryAfterSeconds ?? 0) * 1000);
  return new Date(now.getTime() + wait);
}

/** The trouble after one more failure: it began with the first of the same kind in a row. */
export const troubleAfter = (
  before: ReadTrouble | null,
  reason: ReadReason,
  words: string,
  now: Date,
): ReadTrouble => ({
  reason,
  words,
  since: before?.reason === reason ? before.since : now,
  tries: before?.reason === reason ? before.tries + 1 : 1,
});

/** Whether staff have to know: what may pass by itself is tried some more first. */
export const waitsForStaff = (trouble: ReadTrouble | null): trouble is ReadTrouble =>
  trouble !== null && (trouble.reason !== 'UNREACHABLE' || trouble.tries >= TRIES_BEFORE_STAFF);
