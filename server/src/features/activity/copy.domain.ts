import { copyIdOf } from '../../core/ids.ts';
import { endingAt, isMoment, momentsIn, submissionsCloseAt } from './submission-end.domain.ts';
import { openingOfCopy } from './opening.domain.ts';
import type { Activity, ActivitySettings, CopyOrigin } from './activity.domain.ts';

/** What is known of old and new dates when a course is copied. */
export interface CopyDates {
  /** The LMS's own end of submissions, at the copied link and at its original. */
  readonly submissionUntil: { readonly here: Date | null; readonly there: Date | null };
  /** When the two courses begin. */
  readonly courseStart: { readonly here: Date | null; readonly there: Date | null };
}

/** What the event of a copied activity says of the original, for those who have more to copy. */
export interface CopiedFrom {
  readonly courseId: string;
  readonly activityId: string;
  /** The files that its settings refer to; their copies are named by `copyIdOf`. */
  readonly fileIds: readonly string[];
}

/** Settings with every moment in them later by `ms`: those are the ISO 8601 texts under names that end in "At". */
export function shiftMoments<T>(value: T, ms: number): T {
  if (Array.isArray(value)) return value.map((item: unknown) => shiftMoments(item, ms)) as T;
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  const shifted = Object.entries(value).map(([name, part]: [string, unknown]) => [
    name,
    name.endsWith('At') && isMoment(part)
      ? new Date(Date.parse(part) + ms).toISOString()
      : shiftMoments(part, ms),
  ]);
  return Object.fromEntries(shifted) as T;
}

/** Settings, or anything else of an activity, that refer to other files: those are the ids under the name "fileId", however deep. */
export function withFiles<T>(value: T, rename: (fileId: string) => string): T {
  if (Array.isArray(value)) return value.map((item: unknown) => withFiles(item, rename)) as T;
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  const renamed = Object.entries(value).map(([name, part]: [string, unknown]) => [
    name,
    name === 'fileId' && typeof part === 'string' ? rename(part) : withFiles(part, rename),
  ]);
  return Object.fromEntries(renamed) as T;
}

/** Settings that name nobody: people are the ids under the name "memberIds", however deep, and in another course they are nobody. */
function withoutPeople<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withoutPeople) as T;
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  const parts = Object.entries(value).map(([name, part]: [string, unknown]) => [
    name,
    name === 'memberIds' && Array.isArray(part) ? [] : withoutPeople(part),
  ]);
  return Object.fromEntries(parts) as T;
}

/** The files that settings refer to, each once. */
export function filesIn(settings: Activity['settings']): string[] {
  const ids = new Set<string>();
  withFiles(settings, (id) => {
    ids.add(id);
    return id;
  });
  return [...ids];
}

/**
 * By how much the dates of a copied activity move: as its end of submissions moves in the LMS, else as the course's
 * beginning does. @returns null when the new dates are not known.
 */
export function movedByMs(
  origin: Pick<Activity, 'settings'>,
  { submissionUntil, courseStart }: CopyDates,
): number | null {
  if (submissionUntil.here) {
    const before = submissionUntil.there ?? submissionsCloseAt(origin);
    if (before) return submissionUntil.here.getTime() - before.getTime();
  }
  if (courseStart.here && courseStart.there) return courseStart.here.getTime() - courseStart.there.getTime();
  return null;
}

/**
 * The copy of an activity: settings and rubric, nothing of what people did with it. Files of its settings are named as
 * their copies are; the activity's type has those made.
 */
export function copyOf(
  origin: Activity,
  copy: Pick<Activity, 'id' | 'courseId' | 'createdBy'> &
    Pick<CopyOrigin, 'courseTitle' | 'movedByMs' | 'at'> &
    Pick<Parameters<typeof openingOfCopy>[1], 'here' | 'titles'> & { readonly state?: Activity['state'] },
): Activity {
  const { id, courseId, createdBy, courseTitle, movedByMs, at, here, titles } = copy;
  const { state = origin.state === 'draft' ? 'draft' : 'published' } = copy;
  const isSameCourse = courseId === origin.courseId;
  const settings = withFiles(shiftMoments(origin.settings, movedByMs ?? 0), (file) =>
    copyIdOf(courseId, file),
  );
  return {
    id,
    courseId,
    type: origin.type,
    title: origin.title,
    points: origin.points,
    settings: isSameCourse ? settings : withoutPeople(settings),
    revision: 1,
    state,
    // Within the course the LMS's date belongs to the original's place.
    datesLedBy: isSameCourse ? 'roundtable' : origin.datesLedBy,
    opening: openingOfCopy(origin.opening, {
      movedByMs: movedByMs ?? 0,
      isSameCourse,
      here,
      titles,
    }),
    phase: 'submission',
    allocation: null,
    release: null,
    withdrawal: null,
    releasedAt: null,
    disputes: origin.disputes ? { ...origin.disputes, revision: 1 } : null,
    createdAt: at,
    changedAt: at,
    createdBy,
    copiedFrom: { activityId: origin.id, courseTitle, at, movedByMs, checkedAt: null },
  };
}

/** Settings whose submissions end at another moment. Steps that would change sides with it move along, all alike. */
export function withSubmissionsUntil({ settings, ...rest }: ActivitySettings, until: Date): ActivitySettings {
  const before = submissionsCloseAt({ settings });
  if (!before) return { ...rest, settings };
  // What came before or at the end of submissions, such as a due date with late work after it, still does.
  const inOrder = momentsIn(endingAt(settings, before, null)).every((step) =>
    step > before.getTime() ? step > until.getTime() : step <= until.getTime(),
  );
  return {
    ...rest,
    settings: inOrder
      ? endingAt(settings, before, until.toISOString())
      : shiftMoments(settings, until.getTime() - before.getTime()),
  };
}
