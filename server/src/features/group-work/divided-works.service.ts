import { deliverableIdOf } from '../../core/ids.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { Activity, ActivityService } from '../activity/index.ts';
import type { BulkWorks, DividedWorks, PlacedWork } from '../marking/index.ts';
import type { GroupsPort, PresentGroup } from './groups-port.service.ts';
import { countShares } from './marks.domain.ts';
import type { DeliverableMarkStore } from './marks.store.ts';
import { type ProjectWorks, workKeysOf } from './project-works.service.ts';
import { settingsOf } from './settings-of.service.ts';

interface Ports {
  readonly activities: Pick<ActivityService, 'find' | 'get' | 'findMany'>;
  readonly groups: Pick<GroupsPort, 'listPeopled' | 'ownGroups'>;
  readonly marks: Pick<
    DeliverableMarkStore,
    'listShares' | 'setShares' | 'listPlaced' | 'listFollowing' | 'moveShare'
  >;
  readonly worksOf: ProjectWorks;
}

/** The works of groups as those that staff divide; it is the group's members that say to which section one belongs. */
export function createDividedWorks(ports: Ports): Pick<BulkWorks, 'findCriteria'> & DividedWorks {
  const { activities, groups, marks, worksOf } = ports;

  const peopled = async (scope: CourseScope, activity: Activity): Promise<readonly PresentGroup[]> => {
    const { groupSetId } = settingsOf(activity);
    return groupSetId === null ? [] : groups.listPeopled(scope, groupSetId);
  };

  /** Every group at every milestone, handed in or not. */
  const keysIn = async (scope: CourseScope, activityId: string) => {
    const activity = await activities.get(scope, activityId);
    return workKeysOf(activity, await peopled(scope, activity));
  };

  /** Those of some works that are there, by what marks are kept under. */
  async function keysOf(scope: CourseScope, activityId: string, workIds: readonly string[]) {
    const wanted = new Set(workIds);
    return (await keysIn(scope, activityId)).filter(({ id }) => wanted.has(id));
  }

  return {
    /** Each milestone has its own. */
    findCriteria: async (scope, activityId) => ((await activities.find(scope, activityId)) ? [] : null),

    /** Of what counts as handed in: nothing else waits for a mark. */
    async countShares(scope, activityId) {
      const activity = await activities.get(scope, activityId);
      return countShares(await worksOf(scope, activity, await peopled(scope, activity)));
    },

    /** What is not handed in yet, too: it is in somebody's share once it is. */
    async listUnmarked(scope, activityId) {
      const [keys, shares] = await Promise.all([
        keysIn(scope, activityId),
        marks.listShares(scope, activityId),
      ]);
      const marked = new Set(
        shares.flatMap(({ groupId, n, isMarked }) =>
          isMarked ? [deliverableIdOf(activityId, groupId, n)] : [],
        ),
      );
      return keys
        .filter(({ id }) => !marked.has(id))
        .map(({ id, group }) => ({ id, memberIds: group.memberIds }));
    },

    async setShares(scope, activityId, shares, { bySection }) {
      const all = [...shares].flatMap(([share, ids]) => ids.map((id) => [id, share] as const));
      const shareOf = new Map(all);
      const keys = await keysOf(scope, activityId, [...shareOf.keys()]);
      const wanted = keys.map(({ id, group, n }) => ({
        key: { activityId, groupId: group.groupId, n },
        share: shareOf.get(id) ?? null,
      }));
      return marks.setShares(scope, wanted, bySection);
    },

    workIn: ({ type, data: { groupId, n } }, activityId) =>
      type === 'deliverable.handedIn' && typeof groupId === 'string' && typeof n === 'number'
        ? deliverableIdOf(activityId, groupId, n)
        : null,

    async listUnplaced(scope, activityId, workIds, now) {
      const [keys, placed] = await Promise.all([
        keysOf(scope, activityId, workIds),
        marks.listPlaced(scope, activityId, now),
      ]);
      const isPlaced = new Set(placed.map(({ groupId, n }) => deliverableIdOf(activityId, groupId, n)));
      return keys
        .filter(({ id }) => !isPlaced.has(id))
        .map(({ id, group }) => ({ id, activityId, memberIds: group.memberIds, share: null }));
    },

    async listFollowing(scope, memberId, now): Promise<PlacedWork[]> {
      const following = await marks.listFollowing(scope, now);
      if (following.length === 0) return [];
      const projects = await activities.findMany(scope, [
        ...new Set(following.map(({ activityId }) => activityId)),
      ]);
      const setIds = [...new Set(projects.flatMap((project) => settingsOf(project).groupSetId ?? []))];
      const own = new Map(
        (await groups.ownGroups(scope, memberId, setIds)).map(({ groupId, memberIds }) => [
          groupId,
          memberIds,
        ]),
      );
      return following.flatMap(({ activityId, groupId, n, share }) => {
        const memberIds = own.get(groupId);
        return memberIds
          ? [{ id: deliverableIdOf(activityId, groupId, n), activityId, memberIds, share }]
          : [];
      });
    },

    async moveShare(scope, { id, activityId, share }, to, now) {
      const [found] = await keysOf(scope, activityId, [id]);
      if (!found) return;
      const key = { activityId, groupId: found.group.groupId, n: found.n };
      await marks.moveShare(scope, key, share, to, now);
    },
  };
}
