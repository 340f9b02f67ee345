import { GroupWorkSettings } from '../../contracts/group-work.ts';
import { isPattern, OUTSIDE_PLACES } from '../../contracts/outside-links.ts';
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
import type { GroupsPort } from './groups-port.service.ts';
import { pointsOf, scheduleOf, settingsOf, stepsOf } from './settings-of.service.ts';

/** Group projects as one type of activity. */
export function createGroupWorkType(
  activities: Pick<ActivityService, 'get'>,
  deliverables: DeliverableStore,
  groups: GroupsPort,
  course: Pick<CourseService, 'listAllLearners'>,
): ActivityType {
  /** What is wrong with the groups: learners who are in none, and groups that are too small. */
  async function groupFaults(scope: CourseScope, setId: string): Promise<SetUpFault[]> {
    const [learners, all] = await Promise.all([
      course.listAllLearners(scope),
      groups.listPeopled(scope, setId),
    ]);
    if (all.length === 0) return [{ code: 'noGroups' }];
    const grouped = new Set(all.flatMap(({ memberIds }) => memberIds));
    const inNoGroup = learners.filter(({ id }) => !grouped.has(id)).length;
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
      const [activity, done, learners] = await Promise.all([
        activities.get(scope, activityId),
        handedIn(scope, activityId),
        course.listAllLearners(scope),
      ]);
      const { milestones, groupSetId } = settingsOf(activity);
      const all = groupSetId === null ? [] : await groups.listPeopled(scope, groupSetId);
      return {
        learners: learners.length,
        unfinished: Math.max(0, all.length * milestones.length - done.length),
      };
    },
  };
}

/** Setting a project up. */
export function createSetUpService(
  activities: ActivityService,
  works: { readonly hasAny: DeliverableStore['hasAny'] },
  { outsideHosts }: { readonly outsideHosts: readonly string[] },
  eventsWritten: () => void,
) {
  const viewOf = async ({ scope, can }: Caller, activity: Activity) =>
    settingsView(activity, settingsOf(activity), {
      hasWorks: await works.hasAny(scope, activity.id),
      outsideHosts: [...outsideHosts],
      can: { edit: can('activity.edit') },
    });

  /** @throws AppError OUTSIDE_HOST_REFUSED; one that was allowed when it was written stays */
  function requirePatterns({ team }: Pick<GroupWorkSettings, 'team'>, was: GroupWorkSettings | null): void {
    for (const kind of OUTSIDE_PLACES) {
      const pattern = team[kind]?.pattern ?? '';
      const isNew = pattern !== '' && pattern !== was?.team[kind]?.pattern;
      if (isNew && !isPattern(pattern, outsideHosts)) throw new AppError('OUTSIDE_HOST_REFUSED');
    }
  }

  return {
    /**
     * @throws AppError ACTIVITY_HAS_WORK when groups are exchanged, or a milestone or scenario goes, under what is written;
     * OUTSIDE_HOST_REFUSED, STALE_REVISION, ACTIVITY_ID_TAKEN, NOT_FOUND
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
      requirePatterns(settings, was);
      const kept = new Set(settings.milestones.map(({ n }) => n));
      const scenarios = new Set(settings.team.scenarios?.list.map(({ id }) => id));
      const takesAway =
        was?.groupSetId !== settings.groupSetId ||
        was.milestones.some(({ n }) => !kept.has(n)) ||
        (was.team.scenarios?.list.some(({ id }) => !scenarios.has(id)) ?? false);
      if (was && takesAway && (await works.hasAny(scope, activityId)))
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
