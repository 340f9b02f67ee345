import { isStaff } from '../../core/roles.ts';
import type { Clock } from '../../core/clock.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { Activity, ActivityService } from '../activity/index.ts';
import type { CourseService } from '../course/index.ts';
import type { AccessService } from './access.service.ts';
import type { DeliverableStore } from './deliverables.store.ts';
import { standingOf } from './group-work.domain.ts';
import { groupView, groupWorkView } from './group-work.views.ts';
import { LEARNERS_MAX, type PresentGroup } from './groups-port.service.ts';
import { groupDates, settingsOf } from './settings-of.service.ts';

/** Names of those in no group that are told. */
const NAMED = 20;

interface Ports {
  readonly activities: Pick<ActivityService, 'findChanges'>;
  readonly access: AccessService;
  readonly deliverables: Pick<DeliverableStore, 'listOfGroups'>;
  readonly course: Pick<CourseService, 'findMembers' | 'listLearners'>;
  readonly clock: Clock;
}

export type OverviewService = ReturnType<typeof createOverviewService>;

/** A project with the groups that somebody may see, and how far each is. */
export function createOverviewService({ activities, access, deliverables, course, clock }: Ports) {
  async function viewsOf({ scope, member }: Caller, activity: Activity, groups: readonly PresentGroup[]) {
    if (groups.length === 0) return [];
    const people = [...new Set(groups.flatMap(({ memberIds }) => memberIds))];
    const [changes, members, lines] = await Promise.all([
      activities.findChanges(scope, activity.id, people),
      course.findMembers(scope, people),
      deliverables.listOfGroups(
        scope,
        activity.id,
        groups.map(({ groupId }) => groupId),
      ),
    ]);
    const names = new Map(members.map(({ id, name }) => [id, name]));
    const now = clock.now();
    return groups.map((group) => {
      const dates = groupDates(activity, changes, group.memberIds);
      const standings = [...dates].map(([n, own]) => {
        const line = lines.find((one) => one.groupId === group.groupId && one.n === n);
        return standingOf(n, line?.handedIn ?? null, own, now);
      });
      return groupView(group, standings, names, member.id);
    });
  }

  return {
    /** @throws AppError NOT_FOUND, ACTIVITY_NOT_OPEN */
    async get(caller: Caller, activityId: string) {
      const activity = await access.project(caller, activityId);
      const groups = isStaff(caller.member.role) ? [] : await access.own(caller, activity);
      return groupWorkView(activity, settingsOf(activity), await viewsOf(caller, activity, groups), {
        edit: caller.can('activity.edit'),
        listGroups: caller.can('groupWork.overview'),
      });
    },

    /** For staff: the groups by their ids, and who is in none. @throws AppError NOT_FOUND */
    async list(caller: Caller, activityId: string, after: string | undefined, limit: number) {
      const activity = await access.project(caller, activityId);
      const [all, { items: learners }] = await Promise.all([
        access.all(caller, activity),
        course.listLearners(caller.scope, undefined, LEARNERS_MAX),
      ]);
      const sorted = all.toSorted((a, b) => compare(keyOf(a), keyOf(b)));
      const rest = after === undefined ? sorted : sorted.filter((group) => compare(keyOf(group), after) > 0);
      const page = rest.slice(0, limit);
      const last = page.at(-1);
      const grouped = new Set(all.flatMap(({ memberIds }) => memberIds));
      const alone = learners.filter(({ id }) => !grouped.has(id));
      return {
        items: await viewsOf(caller, activity, page),
        next: rest.length > limit && last ? keyOf(last) : null,
        inNoGroup: { count: alone.length, names: alone.slice(0, NAMED).map(({ name }) => name) },
      };
    },
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
/** By name: numbers in it count as numbers for nobody, as in other lists by key. */
const keyOf = ({ name, groupId }: PresentGroup): string => `${name ?? ''}/${groupId}`;
