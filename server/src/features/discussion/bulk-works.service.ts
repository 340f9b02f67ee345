import { AppError } from '../../core/app-error.ts';
import { courseEvent, type EventType } from '../../core/events.ts';
import type { Activity, ActivityService } from '../activity/index.ts';
import { type CourseService, countsAsLearner } from '../course/index.ts';
import type { BulkWorks, Mark, MarkingItem } from '../marking/index.ts';
import { settingsOf } from './discussion-of.service.ts';
import {
  leaseUntil,
  type MarkContent,
  type MarkedMember,
  type MarkVersion,
  unmarked,
} from './marks.domain.ts';
import type { ParticipantMarkStore } from './marks.store.ts';

interface Ports {
  readonly activities: Pick<ActivityService, 'find'>;
  readonly course: Pick<CourseService, 'findMembers'>;
  readonly marks: ParticipantMarkStore;
  readonly eventsWritten: () => void;
}

const EVENTS = {
  marked: 'discussion.marked',
  excused: 'discussion.excused',
  undone: 'discussion.markUndone',
} as const satisfies Record<MarkVersion['kind'], EventType>;

/** What one has written is never handed in: there is one version of it, the posts as they are. */
const ONLY_VERSION = 1;

const toMark = (version: MarkVersion): Mark =>
  version.kind === 'marked' ? { ...version, workVersion: ONLY_VERSION } : version;

const hidesNames = (activity: Activity): boolean => settingsOf(activity).anonymity === 'full';

/** The members of a discussion as works that staff act on many at once of; what stands for a work is its member. */
export function createBulkWorks({ activities, course, marks, eventsWritten }: Ports): BulkWorks {
  const toItem = (courseId: string, activityId: string, member: MarkedMember): MarkingItem => ({
    id: member.memberId,
    courseId,
    activityId,
    memberId: member.memberId,
    share: null,
    lease: member.lease && { memberId: member.lease.by, until: member.lease.until },
    revision: member.revision,
    draft: null,
    mark: member.newest && toMark(member.newest),
    twice: false,
    parts: [],
  });

  /** What is said of single posts stays through whatever is done to many members. */
  const postsIn = (versions: readonly (MarkVersion | null)[]): MarkContent['posts'] =>
    versions.find((one) => one?.kind === 'marked')?.posts ?? [];

  return {
    async findCriteria(scope, activityId) {
      const activity = await activities.find(scope, activityId);
      if (!activity) return null;
      // Where staff are promised not to know who writes, they cannot go through people.
      if (hidesNames(activity)) throw new AppError('FORBIDDEN');
      return settingsOf(activity).grading.criteria;
    },

    /** Two round trips; who is no learner of the course is left out. */
    async find(scope, activityId, memberIds) {
      const [members, found] = await Promise.all([
        course.findMembers(scope, memberIds),
        marks.findMany(scope, activityId, memberIds),
      ]);
      const learners = members.filter(countsAsLearner);
      return {
        items: learners.map(({ id }) => toItem(scope.courseId, activityId, found.get(id) ?? unmarked(id))),
        names: new Map(learners.map(({ id, name }) => [id, name])),
      };
    },

    listEarlier: async (scope, { activityId, memberId, mark }) =>
      (await marks.listBefore(scope, activityId, memberId, mark?.n ?? 0)).map(toMark),

    versionOf: () => Promise.resolve(ONLY_VERSION),

    async write({ scope, actor, requestId }, { activityId, memberId, revision }, { mark }, now) {
      if (mark.kind === 'part') throw new Error('the members of a discussion are marked once');
      const lease = { by: mark.by, until: leaseUntil(now) };
      // There is a document to write to; a colleague who has taken the member meanwhile keeps them.
      if (!(await marks.take(scope, activityId, memberId, lease, now))) throw new AppError('STALE_REVISION');
      const current = (await marks.find(scope, activityId, memberId)) ?? unmarked(memberId);
      const { newest } = current;
      const { n, by, at, reason, bulk } = mark;
      const step = { n, by, at, reason, ...(bulk !== undefined && { bulk }) };
      let version: MarkVersion = { kind: 'undone', ...step };
      if (mark.kind === 'excused') version = { kind: 'excused', ...step };
      if (mark.kind === 'marked') {
        const { ratings, comment, points, maximum } = mark;
        const posts = postsIn([newest, ...(await marks.listBefore(scope, activityId, memberId, n - 1))]);
        version = { kind: 'marked', ...step, ratings, comment, posts, points, maximum };
      }
      const score = version.kind === 'marked' && { points: version.points, maximum: version.maximum };
      const subject = { kind: 'member', id: memberId };
      const data = { activityId, memberId, n, ...score };
      const event = courseEvent(EVENTS[version.kind], subject, { scope, actor, requestId }, now, data);
      if (!(await marks.advance(scope, activityId, { ...current, revision }, version, event)))
        throw new AppError('STALE_REVISION');
      eventsWritten();
    },
  };
}
