import { AppError } from '../../core/app-error.ts';
import type { Veil, VeilOf } from '../../core/veil.ts';
import type { Activity } from '../activity/index.ts';
import { type CourseService, countsAsLearner } from '../course/index.ts';
import { type BulkWorks, byRubric, leaseEnd } from '../marking/index.ts';
import { settingsOf } from './discussion-of.service.ts';
import { toItem, toMark, type VersionWriter } from './marked-items.service.ts';
import { type MarkContent, type MarkVersion, ONLY_VERSION, unmarked } from './marks.domain.ts';
import type { ParticipantMarkStore } from './marks.store.ts';

interface Ports {
  readonly course: Pick<CourseService, 'findMembers'>;
  readonly marks: ParticipantMarkStore;
  readonly veilOf: VeilOf;
  readonly write: VersionWriter;
}

const hidesNames = (activity: Activity): boolean => settingsOf(activity).anonymity === 'full';

/**
 * Whom ids may stand for, with the ids: a member for themselves, or hidden.
 *
 * @returns two for each, of whom at most one is a member of anything
 */
export const meantBy = (veil: Veil, ids: readonly string[]): Map<string, string> =>
  new Map(ids.flatMap((id) => [[id, id] as const, [veil.show(id), id] as const]));

/** The members of a discussion as works that staff act on many at once of; what stands for a work is its member. */
export function createBulkWorks({ course, marks, veilOf, write }: Ports): BulkWorks {
  /** What is said of single posts stays through whatever is done to many members. */
  const postsIn = (versions: readonly (MarkVersion | null)[]): MarkContent['posts'] =>
    versions.find((one) => one?.kind === 'marked')?.posts ?? [];

  return {
    measureOf(activity) {
      // Where staff are promised not to know who writes, they cannot go through people.
      if (hidesNames(activity)) throw new AppError('FORBIDDEN');
      return byRubric(settingsOf(activity).grading.criteria);
    },

    /** Two round trips; who is no learner of the course is left out. */
    async find(scope, activityId, workIds, hidden) {
      const meant = meantBy(veilOf(activityId), workIds);
      const [members, found] = await Promise.all([
        course.findMembers(scope, [...meant.keys()]),
        marks.findMany(scope, activityId, [...meant.keys()]),
      ]);
      const learners = members.filter(countsAsLearner);
      return {
        items: learners.map(({ id }) =>
          toItem(meant.get(id) ?? id, scope, activityId, found.get(id) ?? unmarked(id)),
        ),
        names: new Map(hidden ? [] : learners.map(({ id, name }) => [id, name])),
      };
    },

    listEarlier: async (scope, { activityId, memberId, mark }) =>
      (await marks.listBefore(scope, activityId, memberId, mark?.n ?? 0)).map(toMark),

    versionOf: () => Promise.resolve(ONLY_VERSION),

    async write({ scope, actor, requestId }, { activityId, memberId, revision }, { mark }, now) {
      if (mark.kind === 'part') throw new Error('one of two marks is no act on many');
      const lease = { by: mark.by, until: leaseEnd(now) };
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
      await write({ scope, actor, requestId }, activityId, { ...current, revision }, version, current.parts);
    },
  };
}
