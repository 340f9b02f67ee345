import type { Model } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import { isDuplicateKey } from '../../platform/database/errors.ts';
import { blank, idOf, type MarkDocument, notDecided } from './marks-model.store.ts';

/** Discussions of a course that a learner is in: more than there are. */
const OF_LEARNER_MAX = 2_000;

/** A member in whoever's share. */
interface Placed {
  readonly activityId: string;
  readonly memberId: string;
  readonly share: string | null;
}

/** Nobody has decided anything on them, nor begun to. */
const notBegun = (now: Date) => ({
  $and: [notDecided, { $or: [{ lease: null }, { 'lease.until': { $lte: now } }] }],
  draft: null,
});

/** Queries of `discussionMarks` about members who are divided by section. */
export const sectionQueries = (Marks: Model<MarkDocument>) => ({
  /** Those of some members who are in somebody's share, or whom somebody has begun to mark. */
  async listPlaced(
    { courseId }: CourseScope,
    activityId: string,
    memberIds: readonly string[],
    now: Date,
  ): Promise<string[]> {
    const ids = memberIds.map((memberId) => idOf(activityId, memberId));
    const found = await Marks.find(
      { _id: { $in: ids }, courseId, $nor: [{ share: null, ...notBegun(now) }] },
      { memberId: 1 },
    ).lean<Pick<MarkDocument, 'memberId'>[]>();
    return found.map(({ memberId }) => memberId);
  },

  /** Where a learner follows the own section, and nobody has begun to mark them. */
  async listFollowing({ courseId }: CourseScope, memberId: string, now: Date): Promise<Placed[]> {
    const found = await Marks.find(
      { courseId, memberId, bySection: true, ...notBegun(now) },
      { activityId: 1, memberId: 1, share: 1 },
    )
      .limit(OF_LEARNER_MAX)
      .lean<Pick<MarkDocument, 'activityId' | 'memberId' | 'share'>[]>();
    return found.map(({ activityId, share = null }) => ({ activityId, memberId, share }));
  },

  /** Puts a member into somebody's share, if nobody has begun them and they are in the share that was read. */
  async moveShare(
    { courseId }: CourseScope,
    { activityId, memberId, share }: Placed,
    to: string,
    now: Date,
  ): Promise<void> {
    try {
      await Marks.updateOne(
        { _id: idOf(activityId, memberId), courseId, share, ...notBegun(now) },
        {
          $set: { share: to, bySection: true },
          $setOnInsert: { ...blank(activityId, memberId), lease: null },
        },
        { upsert: share === null },
      );
    } catch (error) {
      // Somebody was faster.
      if (!isDuplicateKey(error)) throw error;
    }
  },
});
