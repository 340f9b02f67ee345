import { createChangesFinder } from './find-changes.service.ts';
import { createOpenToLister } from './list-open-to.service.ts';
import { createPrerequisiteFinder } from './find-prerequisites.service.ts';
import { changesLookup } from './timelines.store.ts';
import type { ActivitySummaryView } from '../../contracts/activity.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import { type DomainEvent, doerOf, type EventActor, type EventType, makeEvent } from '../../core/events.ts';
import { type Activity, type ActivitySettings, type ActivityState, decideSave } from './activity.domain.ts';
import { momentKey, readMomentKey } from '../../core/moment-key.ts';
import { isOpenTo } from '../../core/opening.ts';
import { type CopiedFrom, copyOf, filesIn } from './copy.domain.ts';
import type { ActivityProgress, ActivityStore, Beside } from './activity.store.ts';
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

/**
 * What every activity type and the launch need of activities.
 *
 * @param only the type that alone is seen and made by whom this is for; null: all are seen
 */
export function createActivityService(
  store: ActivityStore,
  clock: Clock,
  only: Activity['type'] | null = null,
) {
  const isSeen = ({ type }: Activity): boolean => only === null || type === only;
  /** Of another type it is said which, so that a page that was asked for by its id alone is found. */
  const unseen = (activity: Activity | undefined): AppError =>
    new AppError('NOT_FOUND', { kind: 'activity', ...(activity && { type: activity.type }) });

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

  async function find(scope: CourseScope, id: string): Promise<Activity | null> {
    const activity = await store.find(scope, id);
    return activity && isSeen(activity) ? activity : null;
  }

  /** @throws AppError NOT_FOUND, also for an activity of another course. */
  async function get(scope: CourseScope, id: string): Promise<Activity> {
    const activity = await store.find(scope, id);
    if (!activity || !isSeen(activity)) throw unseen(activity ?? undefined);
    return activity;
  }

  /** Some activities with what changes one member's dates in them, and whether they are open to them: one round trip. */
  async function findManyFor(scope: CourseScope, ids: readonly string[], memberId: string) {
    const now = clock.now();
    return (await store.findManyFor(scope, ids, memberId)).map((own) => ({
      ...own,
      isOpen: isOpenTo(own.activity.opening, own.changes.met, now),
    }));
  }

  /** As `findManyFor`, of one. @throws AppError NOT_FOUND */
  async function getFor(scope: CourseScope, id: string, memberId: string) {
    const [found] = await findManyFor(scope, [id], memberId);
    if (!found || !isSeen(found.activity)) throw unseen(found?.activity);
    return found;
  }

  /** The activity, and what another collection keeps under its id. @throws AppError NOT_FOUND */
  async function getWith<Read>(scope: CourseScope, id: string, beside: Beside<Read>) {
    const found = await store.findWith(scope, id, beside);
    if (!found || !isSeen(found.activity)) throw unseen(found?.activity);
    return found;
  }

  /** @param type what it becomes where no single type is seen */
  async function create(
    scope: CourseScope,
    id: string,
    settings: ActivitySettings,
    state: ActivityState,
    by: By,
    type: Activity['type'] = only ?? 'peerReview',
  ): Promise<Activity> {
    const now = clock.now();
    const activity: Activity = {
      id,
      courseId: scope.courseId,
      type,
      ...settings,
      revision: 1,
      state,
      datesLedBy: 'roundtable',
      opening: null,
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
      eventOf(scope, by, 'activity.created', id, { type, ...settings, state }),
    );
    if (inserted) return activity;
    // Either the same request came twice, or the id belongs to another course.
    const current = await find(scope, id);
    if (current?.type !== type || decideSave(current, settings, 0).type !== 'unchanged')
      throw new AppError('ACTIVITY_ID_TAKEN');
    return current;
  }

  const findAsked = createPrerequisiteFinder(store);

  return {
    find,
    findMany: async (scope: CourseScope, ids: readonly string[]): Promise<Activity[]> =>
      (await store.findMany(scope, ids)).filter(isSeen),
    get,
    getFor,
    findManyFor,
    getWith,
    create,

    findChanges: createChangesFinder(store),

    /** The newest activities, each with what changes one member's dates in it, in one round trip. */
    listFor: (scope: CourseScope, memberId: string, limit: number) =>
      store.listFor(scope, memberId, limit, only),

    /** For stores of activity types whose rows are about members. */
    changesLookup,

    listOpenTo: createOpenToLister(store),

    /** Members whose dates in some activity of the course differ from everybody's, or did. */
    listChanged: store.timelines.listChanged,

    /** Notes that results are released to some members. */
    noteReleased: store.timelines.groups.noteReleased,

    /** The newest activities of the course with all they have, in one round trip. */
    listNewest: (scope: CourseScope, limit: number): Promise<Activity[]> =>
      store.list(scope, null, limit, only),

    /**
     * Creates the activity with this id or changes its settings; repeating a call changes nothing.
     *
     * @param expectedRevision the revision the editor saw; 0 creates.
     * @param guard further fields that must still be as the caller read them when an activity is changed.
     * @param state what a new one begins as.
     * @param beside events that ride on the change beside its own.
     * @throws AppError STALE_REVISION, ACTIVITY_ID_TAKEN, NOT_FOUND, DATES_LED_BY_LMS
     */
    async save(
      scope: CourseScope,
      id: string,
      settings: ActivitySettings,
      expectedRevision: number,
      by: By,
      guard: Record<string, unknown> = {},
      state: ActivityState = 'published',
      beside: readonly DomainEvent[] = [],
    ): Promise<Activity> {
      const current = await find(scope, id);
      const decision = decideSave(
        current,
        settings,
        expectedRevision,
        by.actor.kind === 'member' ? 'person' : 'lms',
      );
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
        [event, ...beside],
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
      const copy = copyOf(origin, { ...made, ...facts, ...(await findAsked(scope, origin)) });
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

    noteReviewsWeighed: store.noteReviewsWeighed,
    noteCriteriaSet: store.noteCriteriaSet,

    /** Newest first. @param after the `next` of the page before. */
    async list(scope: CourseScope, after: string | undefined, limit: number): Promise<ActivityPage> {
      const rows = await store.list(scope, after ? readMomentKey(after) : null, limit + 1, only);
      const items = rows.slice(0, limit);
      const last = items.at(-1);
      return {
        items: items.map(summaryView),
        next: rows.length > limit && last ? momentKey({ at: last.createdAt, id: last.id }) : null,
      };
    },
  };
}
