import type { CourseScope } from '../../core/course-scope.ts';
import type { VeilOf } from '../../core/veil.ts';
import { type CourseService, countsAsLearner } from '../course/index.ts';
import type { DividedWork, DividedWorks } from '../marking/index.ts';
import { meantBy } from './bulk-works.service.ts';
import type { ContributionStore } from './contributions.store.ts';
import { countShares } from './marks.domain.ts';
import type { ParticipantMarkStore } from './marks.store.ts';

interface Ports {
  readonly course: Pick<CourseService, 'findMembers' | 'listAllLearners'>;
  readonly contributions: Pick<ContributionStore, 'countWritten'>;
  readonly marks: Pick<
    ParticipantMarkStore,
    'listShares' | 'setShares' | 'listPlaced' | 'listFollowing' | 'moveShare'
  >;
  readonly veilOf: VeilOf;
}

const asWork = (memberId: string): DividedWork => ({ id: memberId, memberIds: [memberId] });

/** The members of a discussion as works that staff divide; what stands for a work is its member. */
export function createDividedWorks({ course, contributions, marks, veilOf }: Ports): DividedWorks {
  const learnerIds = async (scope: CourseScope): Promise<string[]> =>
    (await course.listAllLearners(scope)).map(({ id }) => id);

  return {
    async countShares(scope, activityId) {
      const [ids, shares] = await Promise.all([learnerIds(scope), marks.listShares(scope, activityId)]);
      return countShares(await contributions.countWritten(scope, activityId, ids), shares);
    },

    /** Whoever has written nothing yet, too: what they write later is in somebody's share. */
    async listUnmarked(scope, activityId) {
      const [ids, shares] = await Promise.all([learnerIds(scope), marks.listShares(scope, activityId)]);
      const marked = new Set(shares.flatMap(({ memberId, isMarked }) => (isMarked ? [memberId] : [])));
      return ids.filter((id) => !marked.has(id)).map(asWork);
    },

    async setShares(scope, activityId, shares, { of, bySection }) {
      if (of === 'all') return marks.setShares(scope, activityId, shares, bySection);
      // By hand they are picked from a list that may hide who they are.
      const meant = meantBy(veilOf(activityId), [...shares.values()].flat());
      const members = await course.findMembers(scope, [...meant.keys()]);
      const memberOf = new Map(members.map(({ id }) => [meant.get(id), id]));
      const known = [...shares].map(([share, ids]) => {
        const memberIds = ids.flatMap((id) => memberOf.get(id) ?? []);
        return [share, memberIds] as const;
      });
      return marks.setShares(scope, activityId, new Map(known), bySection);
    },

    workIn: ({ type, actor }) => (type === 'post.written' && actor.kind === 'member' ? actor.memberId : null),

    async listUnplaced(scope, activityId, workIds, now) {
      const [members, known] = await Promise.all([
        course.findMembers(scope, [...new Set(workIds)]),
        marks.listPlaced(scope, activityId, workIds, now),
      ]);
      const isPlaced = new Set(known);
      return members
        .filter((member) => countsAsLearner(member) && !isPlaced.has(member.id))
        .map(({ id }) => ({ ...asWork(id), activityId, share: null }));
    },

    listFollowing: async (scope, memberId, now) =>
      (await marks.listFollowing(scope, memberId, now)).map((one) => ({ ...asWork(memberId), ...one })),

    moveShare: (scope, { id, activityId, share }, to, now) =>
      marks.moveShare(scope, { activityId, memberId: id, share }, to, now),
  };
}
