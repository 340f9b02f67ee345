import type { TimelineChanges } from '../../core/timeline.ts';
import { changesLookup } from './timelines.store.ts';
import type { ActivitySummaryView } from '../../contracts/activity.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import { type DomainEvent, doerOf, type EventActor, type EventType, makeEvent } from '../../core/events.ts';
import { type Activity, type ActivitySettings, type ActivityState, decideSave } from './activity.domain.ts';
import { type CopiedFrom, copyOf, filesIn } from './copy.domain.ts';
import type { ActivityProgress, ActivityStore } from './activity.store.ts';
import { summaryView } from './activity.views.ts';

/** Who did something, for the event that rides on the write. */
export interface By {
  readonly actor: EventActor;
  readonly requestId: string | null;
}

export interface ActivityPage {
  readonly items: ActivitySummaryView[];
  /** The key to ask for the next page with, or null at the end. */
  readonly next: string | null;
}

export type ActivityService = ReturnType<typeof createActivityService>;

/** What every activity type and the launch need of activities. */
export function createActivityService(store: ActivityStore, clock: Clock) {
  const eventOf = (
    scope: CourseScope,
    { actor, requestId }: By,
    type: EventType,
    id: string,
    data: Record<string, unknown>,
  ): DomainEvent =>
    makeEvent({
      actor,
      requestId,
      type,
      at: clock.now(),
      courseId: scope.courseId,
      subject: { kind: 'activity', id },
      data,
    });

  const find = store.find;

  /** @throws AppError NOT_FOUND, also for an activity of another course. */
  async function get(scope: CourseScope, id: string): Promise<Activity> {
    const activity = await find(scope, id);
    if (!activity) throw new AppError('NOT_FOUND', { kind: 'activity' });
    return activity;
  }

  /** The activity and what changes one member's dates in it. @throws AppError NOT_FOUND */
  async function getFor(scope: CourseScope, id: string, memberId: string) {
    const found = await store.findFor(scope, id, memberId);
    if (!found) throw new AppError('NOT_FOUND', { kind: 'activity' });
    return found;
  }

  async function create(
    scope: CourseScope,
    id: string,
    settings: ActivitySettings,
    state: ActivityState,
    by: By,
  ): Promise<Activity> {
    const now = clock.now();
    const activity: Activity = {
      id,
      courseId: scope.courseId,
      type: 'peerReview',
      ...settings,
      revision: 1,
      state,
      phase: 'submission',
      allocation: null,
      release: null,
      withdrawal: null,
      releasedAt: null,
      createdAt: now,
      changedAt: now,
      createdBy: doerOf(by.actor),
      copiedFrom: null,
    };
    const inserted = await store.insert(
      activity,
      eventOf(scope, by, 'activity.created', id, { ...settings, state }),
    );
    if (inserted) return activity;
    // Either the same request came twice, or the id belongs to another course.
    const current = await find(scope, id);
    if (!current || decideSave(current, settings, 0).type !== 'unchanged')
      throw new AppError('ACTIVITY_ID_TAKEN');
    return current;
  }

  return {
    find,
    findMany: store.findMany,
    get,
    getFor,
    create,

    /** What changes the dates of some members in an activity; three round trips at once. */
    async findChanges(
      scope: CourseScope,
      activityId: string,
      memberIds: readonly string[],
    ): Promise<ReadonlyMap<string, TimelineChanges>> {
      const { extensions, accommodations, ofGroups } = await store.timelines.find(
        scope,
        activityId,
        memberIds,
      );
      const changed = new Set([...extensions.keys(), ...accommodations.keys(), ...ofGroups.keys()]);
      return new Map(
        [...changed].map((id) => {
          const own = extensions.get(id);
          const all = [...(own ? [own] : []), ...(ofGroups.get(id) ?? [])];
          return [id, { extensions: all, accommodation: accommodations.get(id) ?? null }];
        }),
      );
    },

    /** The newest activities, each with what changes one member's dates in it, in one round trip. */
    listFor: store.listFor,

    /** For stores of activity types whose rows are about members. */
    changesLookup,

    /** Members whose dates in some activity of the course differ from everybody's, or did. */
    listChanged: store.timelines.listChanged,

    /** The newest activities of the course with all they have, in one round trip. */
    listNewest: (scope: CourseScope, limit: number): Promise<Activity[]> => store.list(scope, null, limit),

    /**
     * Creates the activity with this id or changes its settings; repeating a call changes nothing.
     *
     * @param expectedRevision the revision the editor saw; 0 creates.
     * @param guard further fields that must still be as the caller read them when an activity is changed.
     * @param state what a new one begins as.
     * @throws AppError STALE_REVISION, ACTIVITY_ID_TAKEN, NOT_FOUND
     */
    async save(
      scope: CourseScope,
      id: string,
      settings: ActivitySettings,
      expectedRevision: number,
      by: By,
      guard: Record<string, unknown> = {},
      state: ActivityState = 'published',
    ): Promise<Activity> {
      const current = await find(scope, id);
      const decision = decideSave(current, settings, expectedRevision);
      if (decision.type === 'refuse') throw new AppError(decision.reason);
      if (decision.type === 'create' || !current) return create(scope, id, settings, state, by);
      if (decision.type === 'unchanged') return current;
      const event = eventOf(scope, by, 'activity.changed', id, {
        before: { title: current.title, points: current.points, settings: current.settings },
        after: { ...settings },
      });
      const { copiedFrom } = current;
      const changed = await store.change(
        scope,
        id,
        { ...guard, revision: expectedRevision },
        settings,
        // Whoever saves the settings has seen the dates.
        copiedFrom && { ...copiedFrom, checkedAt: copiedFrom.checkedAt ?? clock.now() },
        event,
      );
      if (!changed) throw new AppError('STALE_REVISION');
      return changed;
    },

    /**
     * Makes a copy of an activity of another course under an id that follows from the two: of several at once, one makes
     * it. @returns the copy, just made or made before.
     */
    async copy(
      scope: CourseScope,
      id: string,
      origin: Activity,
      facts: {
        readonly courseTitle: string | null;
        readonly movedByMs: number | null;
        /** Absent: a draft stays one, and what was published or closed there is published here. */
        readonly state?: ActivityState;
      },
      by: By,
    ): Promise<Activity> {
      const made = { id, courseId: scope.courseId, createdBy: doerOf(by.actor), at: clock.now() };
      const copy = copyOf(origin, { ...made, ...facts });
      const { title, points, settings } = copy;
      const { courseId, settings: original } = origin;
      const copiedFrom: CopiedFrom = { courseId, activityId: origin.id, fileIds: filesIn(original) };
      const data = { title, points, settings, copiedFrom };
      if (await store.insert(copy, eventOf(scope, by, 'activity.created', id, data))) return copy;
      return get(scope, id);
    },

    /** Staff say that the dates of a copy are right. @throws AppError NOT_FOUND */
    async confirmCopy(scope: CourseScope, id: string, by: By): Promise<void> {
      await get(scope, id);
      await store.confirmCopy(scope, id, clock.now(), eventOf(scope, by, 'activity.copyChecked', id, {}));
    },

    /**
     * Moves an activity's state on, with its event, if `guard` (fields of the activity as the type read them) still
     * holds. @returns null when somebody was faster: read again and decide again.
     */
    updateState(
      scope: CourseScope,
      id: string,
      guard: Record<string, unknown>,
      progress: ActivityProgress,
      event: { type: EventType; data: Record<string, unknown> },
      by: By,
    ): Promise<Activity | null> {
      return store.updateState(scope, id, guard, progress, eventOf(scope, by, event.type, id, event.data));
    },

    /** Notes who takes no part in an allocation; what a first run noted stays. @returns the activity after it. */
    async excludeFromAllocation(
      scope: CourseScope,
      id: string,
      runId: string,
      memberIds: readonly string[],
    ): Promise<Activity> {
      await store.excludeFromAllocation(scope, id, runId, memberIds);
      return get(scope, id);
    },

    /** Newest first. @param after the `next` of the page before. */
    async list(scope: CourseScope, after: string | undefined, limit: number): Promise<ActivityPage> {
      const rows = await store.list(scope, after ? parseKey(after) : null, limit + 1);
      const items = rows.slice(0, limit);
      const last = items.at(-1);
      return {
        items: items.map(summaryView),
        next: rows.length > limit && last ? `${last.createdAt.getTime()}_${last.id}` : null,
      };
    },
  };
}

function parseKey(key: string): { createdAt: Date; id: string } {
  const [time, id] = key.split('_');
  const createdAt = new Date(Number(time));
  if (!id || Number.isNaN(createdAt.getTime())) throw new AppError('BAD_REQUEST', { field: 'after' });
  return { createdAt, id };
}
