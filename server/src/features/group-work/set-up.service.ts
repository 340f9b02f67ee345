import { GroupWorkSettings } from '../../contracts/group-work.ts';
import { isBlank } from '../../contracts/plain-text.ts';
import type { SetUpFault } from '../../contracts/publication.ts';
import { AppError } from '../../core/app-error.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { Activity, ActivityService, ActivityType } from '../activity/index.ts';
import type { CourseService } from '../course/index.ts';
import type { DeliverableStore } from './deliverables.store.ts';
import { SMALL_BELOW } from './group-work.domain.ts';
import { settingsView } from './group-work.views.ts';
import { type GroupsPort, LEARNERS_MAX } from './groups-port.service.ts';
import { pointsOf, scheduleOf, settingsOf, stepsOf } from './settings-of.service.ts';

/** Group projects as one type of activity. */
export function createGroupWorkType(
  activities: Pick<ActivityService, 'get'>,
  deliverables: DeliverableStore,
  groups: GroupsPort,
  course: Pick<CourseService, 'listLearners'>,
): ActivityType {
  /** What is wrong with the groups: learners who are in none, and groups that are too small. */
  async function groupFaults(scope: CourseScope, setId: string): Promise<SetUpFault[]> {
    const [{ items }, all] = await Promise.all([
      course.listLearners(scope, undefined, LEARNERS_MAX),
      groups.listPeopled(scope, setId),
    ]);
    if (all.length === 0) return [{ code: 'noGroups' }];
    const grouped = new Set(all.flatMap(({ memberIds }) => memberIds));
    const inNoGroup = items.filter(({ id }) => !grouped.has(id)).length;
    const small = all.filter(({ memberIds }) => memberIds.length < SMALL_BELOW).length;
    return [
      ...(inNoGroup > 0 ? [{ code: 'inNoGroup', count: inNoGroup } as const] : []),
      ...(small > 0 ? [{ code: 'groupsSmall', count: small } as const] : []),
    ];
  }

  const handedIn = async (scope: CourseScope, activityId: string) =>
    (await deliverables.listOf(scope, activityId)).filter((one) => one.handedIn !== null);

  return {
    isAnnounced: true,
    scheduleOf,
    stepsOf: (settings) => stepsOf(settingsOf(settings)),

    async faultsOf(activity, scope) {
      const { brief, milestones, groupSetId } = settingsOf(activity);
      return [
        ...(isBlank(brief) ? [{ code: 'noInstructions' } as const] : []),
        ...(milestones.length === 0 ? [{ code: 'noMilestone' } as const] : []),
        ...(groupSetId === null ? [{ code: 'noGroups' } as const] : await groupFaults(scope, groupSetId)),
      ];
    },

    parseSettings({ title, settings }) {
      const parsed = GroupWorkSettings.safeParse({ ...settings, title });
      if (!parsed.success) return null;
      const { title: checkedTitle, ...rest } = parsed.data;
      return { title: checkedTitle, points: pointsOf(rest), settings: rest };
    },

    listHandedIn: async (scope, activityId) => [
      ...new Set((await handedIn(scope, activityId)).flatMap((one) => one.handedIn?.memberIds ?? [])),
    ],

    async listBegun(scope, activityId) {
      const all = await deliverables.listOf(scope, activityId);
      return [
        ...new Set(all.flatMap((one) => [...(one.handedIn?.memberIds ?? []), one.savedBy ?? []].flat())),
      ];
    },

    async countsOf(scope, activityId) {
      const [activity, done, { items }] = await Promise.all([
        activities.get(scope, activityId),
        handedIn(scope, activityId),
        course.listLearners(scope, undefined, LEARNERS_MAX),
      ]);
      const { milestones, groupSetId } = settingsOf(activity);
      const all = groupSetId === null ? [] : await groups.listPeopled(scope, groupSetId);
      return {
        learners: items.length,
        unfinished: Math.max(0, all.length * milestones.length - done.length),
      };
    },
  };
}

/** Setting a project up. */
export function createSetUpService(
  activities: ActivityService,
  deliverables: Pick<DeliverableStore, 'hasAny'>,
  eventsWritten: () => void,
) {
  const viewOf = async ({ scope, can }: Caller, activity: Activity) =>
    settingsView(activity, settingsOf(activity), await deliverables.hasAny(scope, activity.id), {
      edit: can('activity.edit'),
    });

  return {
    /**
     * @throws AppError ACTIVITY_HAS_WORK when groups are exchanged, or a milestone goes, under what is written;
     * STALE_REVISION, ACTIVITY_ID_TAKEN, NOT_FOUND
     */
    async save(
      caller: Caller,
      activityId: string,
      { title, ...settings }: GroupWorkSettings,
      expectedRevision: number,
      state: 'draft' | 'published',
    ) {
      const { scope, actor, requestId } = caller;
      const before = await activities.find(scope, activityId);
      const was = before && settingsOf(before);
      const kept = new Set(settings.milestones.map(({ n }) => n));
      const takesAway =
        was?.groupSetId !== settings.groupSetId || was.milestones.some(({ n }) => !kept.has(n));
      if (was && takesAway && (await deliverables.hasAny(scope, activityId)))
        throw new AppError('ACTIVITY_HAS_WORK');
      const saved = await activities.save(
        scope,
        activityId,
        { title, points: pointsOf(settings), settings },
        expectedRevision,
        { actor, requestId },
        {},
        state,
      );
      eventsWritten();
      return viewOf(caller, saved);
    },

    /** @throws AppError NOT_FOUND */
    get: async (caller: Caller, activityId: string) =>
      viewOf(caller, await activities.get(caller.scope, activityId)),
  };
}
