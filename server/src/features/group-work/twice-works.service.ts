import { deliverableIdOf } from '../../core/ids.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { VeilOf } from '../../core/veil.ts';
import type { ActivityService } from '../activity/index.ts';
import type { TwiceWorks } from '../marking/index.ts';
import { MARK_EVENTS, toItem } from './marked-items.service.ts';
import { isDecided } from './marks.domain.ts';
import type { DeliverableMarkStore } from './marks.store.ts';
import type { ProjectWorks } from './project-works.service.ts';
import type { WorkKeys } from './work-keys.service.ts';

interface Ports {
  readonly activities: Pick<ActivityService, 'get'>;
  readonly keys: WorkKeys;
  readonly marks: Pick<
    DeliverableMarkStore,
    'setTwice' | 'listTwiceDecided' | 'listToSettle' | 'listActivitiesToSettle'
  >;
  readonly worksOf: ProjectWorks;
  readonly veilOf: VeilOf;
}

/** The works of groups as works that two people mark: those of which a copy stands. */
export function createTwiceWorks({ activities, keys, marks, worksOf, veilOf }: Ports): TwiceWorks {
  async function listStanding(scope: CourseScope, activityId: string) {
    const activity = await activities.get(scope, activityId);
    const works = await worksOf(scope, activity, await keys.peopled(scope, activity));
    return works.filter(({ standing }) => standing.handedInAt !== null);
  }

  return {
    async countTwice(scope, activityId) {
      const marked = (await listStanding(scope, activityId)).map((one) => one.marked);
      const twice = marked.filter((one) => one.twice);
      return {
        total: marked.length,
        twice: twice.length,
        begun: twice.filter(({ parts }) => parts.length > 0).length,
        toSettle: marked.filter((one) => one.parts.length === 2 && !isDecided(one)).length,
      };
    },

    listChoosable: async (scope, activityId) =>
      (await listStanding(scope, activityId)).map(({ id, marked }) => ({
        id,
        twice: marked.twice,
        begun: isDecided(marked) || marked.parts.length > 0,
      })),

    async setTwice(scope, activityId, { add, remove }) {
      const isChosen = new Set(add);
      const found = await keys.some(scope, activityId, [...add, ...remove]);
      await marks.setTwice(
        scope,
        found.map(({ id, group, n }) => ({
          key: { activityId, groupId: group.groupId, n },
          twice: isChosen.has(id),
        })),
      );
    },

    async listUndecided(scope, activityId, workIds) {
      const decided = await marks.listTwiceDecided(scope, activityId);
      const known = new Set(decided.map(({ groupId, n }) => deliverableIdOf(activityId, groupId, n)));
      return workIds.filter((id) => !known.has(id));
    },

    /** By ids that name nobody: whoever settles it may want not to know. */
    listToSettle: async (scope, activityIds) =>
      (await marks.listToSettle(scope, activityIds)).map(({ marked, since }) => ({
        item: toItem(scope, marked),
        since,
        place: {
          hiddenGroupId: veilOf(marked.activityId).hide(marked.groupId),
          n: `${marked.n}`,
        },
      })),

    listActivitiesToSettle: marks.listActivitiesToSettle,

    isAboutMarks: (type) => MARK_EVENTS.has(type),
  };
}
