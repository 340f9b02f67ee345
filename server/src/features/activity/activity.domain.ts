import type { DisputeTimes } from '../../core/dispute-times.ts';
import type { ErrorCode } from '../../contracts/errors.ts';

/** A run of background work that a state transition asked for: allocation, grade run. */
export interface Run {
  readonly runId: string;
  readonly requestedAt: Date;
  readonly doneAt: Date | null;
}

export interface AllocationRun extends Run {
  /** Seed of the random source, so that a repeated run allocates the same. */
  readonly seed: string;
  /** Ids of authors who were learners of the course no more when the run began; noted once, for the same reason. */
  readonly excluded?: readonly string[];
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
  readonly type: 'peerReview';
  readonly title: string;
  /** Points of its gradebook column. */
  readonly points: number;
  /** Moments in it are ISO 8601 texts under names that end in "At": a copy of the course moves them. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Counts changes of the settings; the first save makes it 1. */
  readonly revision: number;
  readonly state: ActivityState;
  readonly phase: Phase;
  readonly allocation: AllocationRun | null;
  readonly release: Run | null;
  /** The run that took released grades back, when they are not released again. */
  readonly withdrawal: Run | null;
  readonly releasedAt: Date | null;
  /** Days for disputes, as staff have set them; absent or null while they have not. */
  readonly disputes?: DisputeTimes | null;
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
  | { readonly type: 'refuse'; readonly reason: Extract<ErrorCode, 'STALE_REVISION' | 'NOT_FOUND'> };

/** Whether settings may be saved over what is there (`current` null: nothing of this course). */
export function decideSave(
  current: Activity | null,
  wanted: ActivitySettings,
  expectedRevision: number,
): SaveDecision {
  if (!current) return expectedRevision === 0 ? { type: 'create' } : { type: 'refuse', reason: 'NOT_FOUND' };
  const same =
    JSON.stringify([current.title, current.points, current.settings]) ===
    JSON.stringify([wanted.title, wanted.points, wanted.settings]);
  if (same) return { type: 'unchanged' };
  if (current.revision !== expectedRevision) return { type: 'refuse', reason: 'STALE_REVISION' };
  return { type: 'change' };
}
