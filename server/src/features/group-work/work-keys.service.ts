import type { CourseScope } from '../../core/course-scope.ts';
import type { Activity, ActivityService } from '../activity/index.ts';
import type { GroupsPort, PresentGroup } from './groups-port.service.ts';
import { workKeysOf } from './project-works.service.ts';
import { settingsOf } from './settings-of.service.ts';

/** What ids of works stand for: groups at milestones that count points. */
export function createWorkKeys(
  activities: Pick<ActivityService, 'get'>,
  groups: Pick<GroupsPort, 'listPeopled'>,
) {
  const peopled = async (scope: CourseScope, activity: Activity): Promise<readonly PresentGroup[]> => {
    const { groupSetId } = settingsOf(activity);
    return groupSetId === null ? [] : groups.listPeopled(scope, groupSetId);
  };

  /** Every group at every milestone, handed in or not. */
  async function all(scope: CourseScope, activityId: string) {
    const activity = await activities.get(scope, activityId);
    return workKeysOf(activity, await peopled(scope, activity));
  }

  return {
    peopled,
    all,

    /** Those of some works that are there. */
    async some(scope: CourseScope, activityId: string, workIds: readonly string[]) {
      const wanted = new Set(workIds);
      return (await all(scope, activityId)).filter(({ id }) => wanted.has(id));
    },
  };
}

export type WorkKeys = ReturnType<typeof createWorkKeys>;
