import { AppError } from '../../core/app-error.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { ActivityService } from '../activity/index.ts';
import { type BulkWorks, byRubric, leaseEnd } from '../marking/index.ts';
import type { GroupMilestone } from '../../contracts/group-work.ts';
import type { DeliverableStore } from './deliverables.store.ts';
import { toItem, type VersionWriter } from './marked-items.service.ts';
import { type Adjustment, type MarkVersion, unmarked } from './marks.domain.ts';
import type { DeliverableMarkStore } from './marks.store.ts';
import type { ProjectWorks } from './project-works.service.ts';
import { settingsOf } from './settings-of.service.ts';
import type { WorkKeys } from './work-keys.service.ts';

interface Ports {
  readonly activities: Pick<ActivityService, 'get'>;
  readonly deliverables: Pick<DeliverableStore, 'find'>;
  readonly keys: WorkKeys;
  readonly marks: Pick<DeliverableMarkStore, 'find' | 'take' | 'listBefore'>;
  readonly worksOf: ProjectWorks;
  readonly write: VersionWriter;
}

/** By its rubric, or by the milestone's points where there is none. */
const measureOf = ({ criteria, points }: Pick<GroupMilestone, 'criteria' | 'points'>) =>
  criteria.length > 0 ? byRubric(criteria) : { criteria, maximum: points };

/** The works of groups as those that staff act on many at once of. */
export function createBulkWorks({ activities, deliverables, keys, marks, worksOf, write }: Ports): BulkWorks {
  /** @throws AppError NOT_FOUND for a group that is there no more */
  async function keyOf(scope: CourseScope, activityId: string, workId: string) {
    const [found] = await keys.some(scope, activityId, [workId]);
    if (!found) throw new AppError('NOT_FOUND', { kind: 'group' });
    return { key: { activityId, groupId: found.group.groupId, n: found.n }, group: found.group };
  }

  return {
    measureOf(activity) {
      const counted = settingsOf(activity).milestones.filter(({ points }) => points > 0);
      return { criteria: [], maximum: Math.max(0, ...counted.map((one) => measureOf(one).maximum)) };
    },

    /** Names are of groups, so nothing is read for them. */
    async find(scope, activityId, workIds, hidden) {
      const activity = await activities.get(scope, activityId);
      const wanted = new Set(workIds);
      const groups = await keys.peopled(scope, activity);
      const works = (await worksOf(scope, activity, groups)).filter(({ id }) => wanted.has(id));
      return {
        items: works.map(({ marked }) => toItem(scope, marked)),
        names: new Map(hidden ? [] : works.map(({ group }) => [group.groupId, group.name])),
        own: new Map(
          works.map(({ id, milestone, standing, version }) => [
            id,
            {
              measure: measureOf(milestone),
              part: milestone.title,
              workVersion: standing.state === 'handedIn' ? version : 0,
            },
          ]),
        ),
      };
    },

    async listEarlier(scope, { id, activityId, mark }) {
      const { key } = await keyOf(scope, activityId, id);
      return marks.listBefore(scope, key, mark?.n ?? 0);
    },

    // Told with what each is marked by.
    versionOf: () => Promise.resolve(0),

    async write({ scope, actor, requestId }, { id, activityId, revision }, { mark }, now) {
      if (mark.kind === 'part') throw new Error('one of two marks is no act on many');
      const { key, group } = await keyOf(scope, activityId, id);
      const lease = { by: mark.by, until: leaseEnd(now) };
      // There is a document to write to; a colleague who has taken it meanwhile keeps it.
      if (!(await marks.take(scope, key, lease, now))) throw new AppError('STALE_REVISION');
      const [found, deliverable] = await Promise.all([marks.find(scope, key), deliverables.find(scope, key)]);
      const current = { ...(found ?? unmarked(key)), revision };
      // A version that stands again is given back as it was lent; no points are no points for single members, too.
      const { adjustments = [] } = mark as { readonly adjustments?: readonly Adjustment[] };
      const version: MarkVersion = mark.kind === 'marked' ? ({ ...mark, adjustments } as MarkVersion) : mark;
      const memberIds = deliverable?.handedIn?.memberIds ?? group.memberIds;
      await write({ scope, actor, requestId }, current, memberIds, { version, parts: current.parts });
    },
  };
}
