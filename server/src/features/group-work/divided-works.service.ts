import { deliverableIdOf } from '../../core/ids.ts';
import type { ActivityService } from '../activity/index.ts';
import type { DividedWorks, PlacedWork } from '../marking/index.ts';
import type { GroupsPort } from './groups-port.service.ts';
import { countShares, isDecided } from './marks.domain.ts';
import type { DeliverableMarkStore } from './marks.store.ts';
import type { ProjectWorks } from './project-works.service.ts';
import { settingsOf } from './settings-of.service.ts';
import type { WorkKeys } from './work-keys.service.ts';

interface Ports {
  readonly activities: Pick<ActivityService, 'get' | 'findMany'>;
  readonly groups: Pick<GroupsPort, 'ownGroups'>;
  readonly keys: WorkKeys;
  readonly marks: Pick<
    DeliverableMarkStore,
    'listShares' | 'setShares' | 'listPlaced' | 'listFollowing' | 'moveShare'
  >;
  readonly worksOf: ProjectWorks;
}

/** The works of groups as those that staff divide; it is the group's members that say to which section one belongs. */
export function createDividedWorks(ports: Ports): DividedWorks {
  const { activities, groups, keys, marks, worksOf } = ports;

  return {
    /** Of what counts as handed in: nothing else waits for a mark. */
    async countShares(scope, activityId) {
      const activity = await activities.get(scope, activityId);
      return countShares(await worksOf(scope, activity, await keys.peopled(scope, activity)));
    },

    /** What is not handed in yet, too: it is in somebody's share once it is. */
    async listUnmarked(scope, activityId) {
      const [all, shares] = await Promise.all([
        keys.all(scope, activityId),
        marks.listShares(scope, activityId),
      ]);
      const marked = new Set(
        shares.flatMap((one) => (isDecided(one) ? [deliverableIdOf(activityId, one.groupId, one.n)] : [])),
      );
      return all
        .filter(({ id }) => !marked.has(id))
        .map(({ id, group }) => ({ id, memberIds: group.memberIds }));
    },

    async setShares(scope, activityId, shares, { bySection }) {
      const all = [...shares].flatMap(([share, ids]) => ids.map((id) => [id, share] as const));
      const shareOf = new Map(all);
      const found = await keys.some(scope, activityId, [...shareOf.keys()]);
      const wanted = found.map(({ id, group, n }) => ({
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
      const [found, placed] = await Promise.all([
        keys.some(scope, activityId, workIds),
        marks.listPlaced(scope, activityId, now),
      ]);
      const isPlaced = new Set(placed.map(({ groupId, n }) => deliverableIdOf(activityId, groupId, n)));
      return found
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
      const [found] = await keys.some(scope, activityId, [id]);
      if (!found) return;
      const key = { activityId, groupId: found.group.groupId, n: found.n };
      await marks.moveShare(scope, key, share, to, now);
    },
  };
}
