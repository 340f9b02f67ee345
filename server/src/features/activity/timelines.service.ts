import type { StepName } from '../../contracts/timelines.ts';
import { AppError } from '../../core/app-error.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { makeEvent } from '../../core/events.ts';
import { isZone } from '../../core/zoned-time.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { Activity } from './activity.domain.ts';
import { type Extension, type Schedule, type TimelineChanges, timelineOf } from '../../core/timeline.ts';
import type { GroupExtensionPorts } from './group-extensions.service.ts';
import { decideExtension } from './timeline.domain.ts';
import type { StoredAccommodation, StoredExtension, TimelineStore } from './timelines.store.ts';
import { accommodationView, stepsView, timelineView } from './timelines.views.ts';

/** Activities whose dates a preview shows: the newest. */
const PREVIEWED_MAX = 50;

type Until = Partial<Record<StepName, string>>;

/** A learner as the course knows them. */
interface Learner {
  readonly id: string;
  readonly name: string | null;
}

export interface TimelinePorts extends Omit<GroupExtensionPorts, 'extensions'> {
  readonly store: TimelineStore;
  /** Those of some members who are active learners of the course. */
  readonly findLearners: (scope: CourseScope, memberIds: readonly string[]) => Promise<Learner[]>;
}

export type TimelinesService = ReturnType<typeof createTimelinesService>;

/** Each member's own dates, and what staff change about them (spec/activity.md, 2). */
export function createTimelinesService(ports: TimelinePorts) {
  const { store, activities, schedules, findLearners, findGroups, clock, eventsWritten } = ports;
  const scheduleOf = (activity: Activity): Schedule => schedules[activity.type](activity);

  /** @throws AppError NOT_FOUND, MEMBER_NOT_LEARNING when the person has left, or is no learner */
  async function read(scope: CourseScope, activityId: string, memberId: string) {
    const [{ activity, changes }, [learner]] = await Promise.all([
      activities.getFor(scope, activityId, memberId),
      findLearners(scope, [memberId]),
    ]);
    if (!learner) throw new AppError('MEMBER_NOT_LEARNING');
    return { learner, schedule: scheduleOf(activity), ...changes };
  }

  async function get(caller: Caller, activityId: string, memberId: string) {
    const { scope } = caller;
    const { learner, schedule, extension, accommodation, ofGroups, byLms } = await read(
      scope,
      activityId,
      memberId,
    );
    const own = timelineOf(schedule, changesOf(extension, accommodation, [...ofGroups, ...byLms]));
    const groups = await findGroups(
      scope,
      ofGroups.map(({ groupId }) => groupId),
    );
    return timelineView(
      learner,
      schedule,
      own,
      { extension, accommodation, groups, byLms },
      {
        edit: caller.can('timeline.edit'),
      },
    );
  }

  /** @throws AppError BAD_REQUEST */
  function requireZone(zone: string): void {
    if (!isZone(zone)) throw new AppError('BAD_REQUEST', { field: 'zone' });
  }

  return {
    get,

    /** Learners with more time than others in an activity. @throws AppError NOT_FOUND */
    async list({ scope }: Caller, activityId: string, after: string | undefined, limit: number) {
      const [activity, extensions] = await Promise.all([
        activities.get(scope, activityId),
        store.listExtensions(scope, activityId, after ?? null, limit + 1),
      ]);
      const page = extensions.slice(0, limit);
      const ids = page.map(({ memberId }) => memberId);
      const [learners, accommodations] = await Promise.all([
        findLearners(scope, ids),
        store.findAccommodations(scope, ids),
      ]);
      const schedule = scheduleOf(activity);
      const names = new Map(learners.map(({ id, name }) => [id, name]));
      return {
        items: page.map((extension) => {
          const accommodation = accommodations.get(extension.memberId) ?? null;
          const { memberId, reason, changedAt } = extension;
          return {
            memberId,
            name: names.get(memberId) ?? null,
            steps: stepsView(schedule, timelineOf(schedule, changesOf(extension, accommodation))),
            reason,
            changedAt: changedAt.toISOString(),
          };
        }),
        next: extensions.length > limit ? (ids.at(-1) ?? null) : null,
      };
    },

    /** @throws AppError EXTENSION_TOO_EARLY, BAD_REQUEST, MEMBER_NOT_LEARNING, NOT_FOUND */
    async previewExtension(
      { scope }: Caller,
      activityId: string,
      memberId: string,
      until: Until,
      zone: string,
    ) {
      requireZone(zone);
      const { schedule, accommodation, ofGroups, byLms } = await read(scope, activityId, memberId);
      const own = requireExtension(
        schedule,
        { until: definedOf(until), zone },
        changesOf(null, accommodation, [...ofGroups, ...byLms]),
      );
      return { steps: stepsView(schedule, own) };
    },

    /**
     * Gives a learner more time in an activity; an empty `until` takes it back.
     *
     * @throws AppError EXTENSION_TOO_EARLY, BAD_REQUEST, MEMBER_NOT_LEARNING, STALE_REVISION, NOT_FOUND
     */
    async saveExtension(
      caller: Caller,
      activityId: string,
      memberId: string,
      wanted: { readonly until: Until; readonly zone: string; readonly reason: string },
      expectedRevision: number,
    ) {
      const { scope, actor, requestId } = caller;
      requireZone(wanted.zone);
      const found = await read(scope, activityId, memberId);
      const { schedule, extension: before, accommodation, ofGroups, byLms } = found;
      const until = definedOf(wanted.until);
      const { zone, reason } = wanted;
      // The same request once more.
      if (before && sameExtension(before, { until, reason })) return get(caller, activityId, memberId);
      if ((before?.revision ?? 0) !== expectedRevision) throw new AppError('STALE_REVISION');
      requireExtension(schedule, { until, zone }, changesOf(null, accommodation, [...ofGroups, ...byLms]));
      const at = clock.now();
      const extension: StoredExtension = {
        activityId,
        memberId,
        until,
        zone,
        reason,
        revision: expectedRevision + 1,
        changedAt: at,
      };
      const event = makeEvent({
        type: 'extension.changed',
        at,
        actor,
        requestId,
        courseId: scope.courseId,
        subject: { kind: 'member', id: memberId },
        data: { activityId, memberId, before: before?.until ?? {}, after: until },
      });
      if (!(await store.saveExtension(scope, extension, event))) throw new AppError('STALE_REVISION');
      eventsWritten();
      return get(caller, activityId, memberId);
    },

    /** Dates of the newest activities as they would be. @throws AppError BAD_REQUEST, MEMBER_NOT_LEARNING */
    async previewAccommodation(
      { scope }: Caller,
      memberId: string,
      accommodation: { readonly percent: number; readonly days: number; readonly zone: string },
    ) {
      requireZone(accommodation.zone);
      const [newest, [learner]] = await Promise.all([
        activities.listFor(scope, memberId, PREVIEWED_MAX),
        findLearners(scope, [memberId]),
      ]);
      if (!learner) throw new AppError('MEMBER_NOT_LEARNING');
      return {
        activities: newest.map(({ activity, changes }) => {
          const schedule = scheduleOf(activity);
          const own = timelineOf(schedule, { ...changes, accommodation });
          return { activityId: activity.id, title: activity.title, steps: stepsView(schedule, own) };
        }),
      };
    },

    /**
     * Gives a learner more time in every activity, present and future; no percent and no days take it back.
     *
     * @throws AppError BAD_REQUEST, MEMBER_NOT_LEARNING, STALE_REVISION
     */
    async saveAccommodation(
      { scope, actor, requestId }: Caller,
      memberId: string,
      wanted: Pick<StoredAccommodation, 'percent' | 'days' | 'zone' | 'reason'>,
      expectedRevision: number,
    ) {
      requireZone(wanted.zone);
      const [[learner], found] = await Promise.all([
        findLearners(scope, [memberId]),
        store.findAccommodations(scope, [memberId]),
      ]);
      const before = found.get(memberId);
      if (!learner) throw new AppError('MEMBER_NOT_LEARNING');
      const { percent, days, zone, reason } = wanted;
      if (before && before.percent === percent && before.days === days && before.reason === reason)
        return accommodationView(before);
      if ((before?.revision ?? 0) !== expectedRevision) throw new AppError('STALE_REVISION');
      const at = clock.now();
      const revision = expectedRevision + 1;
      const accommodation = { memberId, percent, days, zone, reason, revision, changedAt: at };
      const event = makeEvent({
        type: 'accommodation.changed',
        at,
        actor,
        requestId,
        courseId: scope.courseId,
        subject: { kind: 'member', id: memberId },
        data: {
          memberId,
          before: before ? { percent: before.percent, days: before.days } : null,
          after: { percent, days },
        },
      });
      if (!(await store.saveAccommodation(scope, accommodation, event))) throw new AppError('STALE_REVISION');
      eventsWritten();
      return accommodationView(accommodation);
    },
  };
}

const changesOf = (
  extension: StoredExtension | null,
  accommodation: StoredAccommodation | null,
  others: readonly Extension[] = [],
): TimelineChanges => ({ extensions: [...(extension ? [extension] : []), ...others], accommodation });

const definedOf = (until: Until): Record<string, string> =>
  Object.fromEntries(
    Object.entries(until).flatMap(([step, at]) => (at === undefined ? [] : [[step, at] as const])),
  );

/** @returns the member's dates with it. @throws AppError EXTENSION_TOO_EARLY, BAD_REQUEST */
function requireExtension(
  schedule: Schedule,
  extension: { readonly until: Record<string, string>; readonly zone: string },
  others: TimelineChanges,
): Map<string, Date> {
  const decision = decideExtension(schedule, extension, others);
  if (decision.type === 'refuse') throw new AppError(decision.reason, { step: decision.step });
  return timelineOf(schedule, { ...others, extensions: [...others.extensions, extension] });
}

const sameExtension = (
  a: { readonly until: Readonly<Record<string, string>>; readonly reason: string },
  b: typeof a,
): boolean =>
  a.reason === b.reason &&
  Object.keys(a.until).length === Object.keys(b.until).length &&
  Object.entries(a.until).every(([step, at]) => b.until[step] === at);
