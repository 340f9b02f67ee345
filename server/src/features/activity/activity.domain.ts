import { submissionsCloseAt } from './submission-end.domain.ts';
import type { DisputeTimes } from '../../core/dispute-times.ts';
import type { Opening } from '../../core/opening.ts';
import type { ErrorCode } from '../../contracts/errors.ts';

/** A run of background work that a state transition asked for: allocation, grade run. */
export interface Run {
  readonly runId: string;
  readonly requestedAt: Date;
  readonly doneAt: Date | null;
}

/** A run that releases grades, to everybody or to some. */
export interface ReleaseRun extends Run {
  /** Whom staff have chosen; absent: everybody. */
  readonly memberIds?: readonly string[];
}

export interface AllocationRun extends Run {
  /** Seed of the random source, so that a repeated run allocates the same. */
  readonly seed: string;
  /** Ids of authors who were learners of the course no more when the run began; noted once, for the same reason. */
  readonly excluded?: readonly string[];
  /** The group set within whose groups people review each other; null or absent: across the course. */
  readonly sectionSetId?: string | null;
  /** The group set whose groups do not review each other: works of other topics; null or absent: none. */
  readonly outsideSetId?: string | null;
}

/** Whom an activity is for: staff alone while it is a draft, everybody from then on; closed, nobody writes in it. */
export type ActivityState = 'draft' | 'published' | 'closed';

export type Phase = 'submission' | 'review' | 'released';

/** Where an activity of a copied course comes from. */
export interface CopyOrigin {
  readonly activityId: string;
  readonly courseTitle: string | null;
  readonly at: Date;
  /** By how much its dates were moved, in milliseconds; null when the new course's dates were not known. */
  readonly movedByMs: number | null;
  /** Since when staff have confirmed its dates, or saved them anew. */
  readonly checkedAt: Date | null;
}

/**
 * What all activities have. `settings` belong to the type, which checks them by its contract before they come here.
 */
export interface Activity {
  readonly id: string;
  readonly courseId: string;
  readonly type: 'peerReview' | 'discussion' | 'groupWork';
  readonly title: string;
  /** Points of its gradebook column. */
  readonly points: number;
  /** Moments in it are ISO 8601 texts under names that end in "At": a copy of the course moves them. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Counts changes of the settings; the first save makes it 1. */
  readonly revision: number;
  readonly state: ActivityState;
  /** Whose dates count: where it is the LMS, its end of submissions, for everybody and for single learners. */
  readonly datesLedBy: 'roundtable' | 'lms';
  /** Null: it is open to everybody from the start. */
  readonly opening: Opening | null;
  readonly phase: Phase;
  readonly allocation: AllocationRun | null;
  readonly release: ReleaseRun | null;
  /** The run that took released grades back, when they are not released again. */
  readonly withdrawal: Run | null;
  readonly releasedAt: Date | null;
  /** Days for disputes, as staff have set them; absent or null while they have not. */
  readonly disputes?: DisputeTimes | null;
  /** Whether staff have ever said how much a review counts. */
  readonly reviewsWeighed?: boolean;
  /** Whether staff have ever set what a criterion of a work gets. */
  readonly criteriaSet?: boolean;
  /** When a round of revision has opened last, as authors have been told. */
  readonly revisionOpenedAt?: Date;
  readonly createdAt: Date;
  /** When the settings were saved last. */
  readonly changedAt: Date;
  readonly createdBy: string;
  /** Null for an activity that was made here. */
  readonly copiedFrom: CopyOrigin | null;
}

export type ActivitySettings = Pick<Activity, 'title' | 'points' | 'settings'>;

export type SaveDecision =
  | { readonly type: 'create' }
  | { readonly type: 'change' }
  /** The same settings again: a repeated request, answered like the first. */
  | { readonly type: 'unchanged' }
  | {
      readonly type: 'refuse';
      readonly reason: Extract<ErrorCode, 'STALE_REVISION' | 'NOT_FOUND' | 'DATES_LED_BY_LMS'>;
    };

/** Whether settings may be saved over what is there (`current` null: nothing of this course). */
export function decideSave(
  current: Activity | null,
  wanted: ActivitySettings,
  expectedRevision: number,
  by: 'person' | 'lms' = 'person',
): SaveDecision {
  if (!current) return expectedRevision === 0 ? { type: 'create' } : { type: 'refuse', reason: 'NOT_FOUND' };
  const same =
    JSON.stringify([current.title, current.points, current.settings]) ===
    JSON.stringify([wanted.title, wanted.points, wanted.settings]);
  if (same) return { type: 'unchanged' };
  if (current.revision !== expectedRevision) return { type: 'refuse', reason: 'STALE_REVISION' };
  // A form knows no seconds, an LMS may.
  const movesEnd = Math.abs(endOf(current) - endOf(wanted)) >= MINUTE_MS;
  if (by === 'person' && current.datesLedBy === 'lms' && movesEnd)
    return { type: 'refuse', reason: 'DATES_LED_BY_LMS' };
  return { type: 'change' };
}

const MINUTE_MS = 60_000;

const endOf = (settings: ActivitySettings): number => submissionsCloseAt(settings)?.getTime() ?? Number.NaN;
