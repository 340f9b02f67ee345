import type { StepName } from '../../contracts/timelines.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { courseEvent } from '../../core/events.ts';
import { type Schedule, timelineOf, UNCHANGED } from '../../core/timeline.ts';
import { isZone } from '../../core/zoned-time.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { Activity } from './activity.domain.ts';
import type { ActivityService } from './activity.service.ts';
import type { GroupExtensionStore } from './group-extensions.store.ts';
import { decideExtension, type GroupExtension, type KnownGroup } from './timeline.domain.ts';
import { groupExtensionView, stepsView } from './timelines.views.ts';

export interface GroupExtensionPorts {
  readonly extensions: GroupExtensionStore;
  readonly activities: ActivityService;
  readonly schedules: Readonly<Record<Activity['type'], (activity: Activity) => Schedule>>;
  /** Those of some groups that the course has. */
  readonly findGroups: (scope: CourseScope, ids: readonly string[]) => Promise<KnownGroup[]>;
  readonly clock: Clock;
  readonly eventsWritten: () => void;
}

interface Wanted {
  readonly until: Partial<Record<StepName, string>>;
  readonly zone: string;
}

export type GroupExtensionsService = ReturnType<typeof createGroupExtensionsService>;

/** More time for everybody in a group or a section (spec/activity.md, 2 and 3). */
export function createGroupExtensionsService(ports: GroupExtensionPorts) {
  const { extensions, activities, schedules, findGroups, clock, eventsWritten } = ports;

  /** @throws AppError NOT_FOUND */
  async function read(scope: CourseScope, activityId: string, groupId: string) {
    const [activity, [group], before] = await Promise.all([
      activities.get(scope, activityId),
      findGroups(scope, [groupId]),
      extensions.find(scope, activityId, groupId),
    ]);
    if (!group) throw new AppError('NOT_FOUND', { kind: 'group' });
    return { schedule: schedules[activity.type](activity), group, before };
  }

  /** @throws AppError EXTENSION_TOO_EARLY, BAD_REQUEST */
  function stepsWith(schedule: Schedule, { until, zone }: Wanted) {
    if (!isZone(zone)) throw new AppError('BAD_REQUEST', { field: 'zone' });
    const extension = { until: definedOf(until), zone };
    const decision = decideExtension(schedule, extension, UNCHANGED);
    if (decision.type === 'refuse') throw new AppError(decision.reason, { step: decision.step });
    return stepsView(schedule, timelineOf(schedule, { ...UNCHANGED, extensions: [extension] }));
  }

  return {
    /** Groups with more time in an activity. @throws AppError NOT_FOUND */
    async list({ scope }: Caller, activityId: string) {
      const [activity, inForce] = await Promise.all([
        activities.get(scope, activityId),
        extensions.list(scope, activityId),
      ]);
      const schedule = schedules[activity.type](activity);
      const groups = await findGroups(
        scope,
        inForce.map(({ groupId }) => groupId),
      );
      const known = new Map(groups.map((group) => [group.id, group]));
      const items = inForce.flatMap((extension) => {
        const group = known.get(extension.groupId);
        return group ? [groupExtensionView(schedule, group, extension)] : [];
      });
      return { items };
    },

    /** @throws AppError EXTENSION_TOO_EARLY, BAD_REQUEST, NOT_FOUND */
    async preview({ scope }: Caller, activityId: string, groupId: string, wanted: Wanted) {
      const { schedule, group, before } = await read(scope, activityId, groupId);
      return {
        steps: stepsWith(schedule, wanted),
        people: group.people,
        revision: before?.revision ?? 0,
        reason: before?.reason ?? '',
      };
    },

    /**
     * Gives everybody in a group more time in an activity, also those who join it later; an empty `until` takes it back.
     *
     * @throws AppError EXTENSION_TOO_EARLY, BAD_REQUEST, STALE_REVISION, NOT_FOUND
     */
    async save(
      caller: Caller,
      activityId: string,
      groupId: string,
      { reason, ...wanted }: Wanted & { readonly reason: string },
      expectedRevision: number,
    ) {
      const { scope } = caller;
      const { schedule, group, before } = await read(scope, activityId, groupId);
      const until = definedOf(wanted.until);
      // The same request once more.
      if (before && before.reason === reason && JSON.stringify(before.until) === JSON.stringify(until))
        return groupExtensionView(schedule, group, before);
      if ((before?.revision ?? 0) !== expectedRevision) throw new AppError('STALE_REVISION');
      stepsWith(schedule, wanted);
      const at = clock.now();
      const revision = expectedRevision + 1;
      const extension: GroupExtension = {
        activityId,
        groupId,
        until,
        zone: wanted.zone,
        reason,
        revision,
        changedAt: at,
      };
      const event = courseEvent('groupExtension.changed', { kind: 'group', id: groupId }, caller, at, {
        activityId,
        groupId,
        before: before?.until ?? {},
        after: until,
      });
      if (!(await extensions.save(scope, extension, event))) throw new AppError('STALE_REVISION');
      eventsWritten();
      return groupExtensionView(schedule, group, extension);
    },
  };
}

const definedOf = (until: Wanted['until']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(until).flatMap(([step, at]) => (at === undefined ? [] : [[step, at] as const])),
  );
