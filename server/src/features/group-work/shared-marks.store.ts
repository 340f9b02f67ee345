import type { Model } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import { isDuplicateKey } from '../../platform/database/errors.ts';
import type { DeliverableKey } from './group-work.domain.ts';
import { blank, idOf, type MarkDocument, notDecided, toMarked } from './marks-model.store.ts';

/** Works of groups in a course that follow sections: more than there are. */
const FOLLOWING_MAX = 10_000;

/** A work in whoever's share. */
type Shared = DeliverableKey & { readonly share: string | null };

/** Nobody has marked it or does so right now. */
const notBegun = (now: Date) => ({
  $and: [notDecided, { $or: [{ lease: null }, { 'lease.until': { $lte: now } }] }],
});

/** Queries of `deliverableMarks` about whose share works are in. */
export const shareQueries = (Marks: Model<MarkDocument>) => ({
  /** Of all works that anything is known of. */
  async listShares({ courseId }: CourseScope, activityId: string) {
    const found = await Marks.find({ courseId, activityId }, { events: 0 }).lean<MarkDocument[]>();
    return found.map(toMarked);
  },

  /** Puts works into shares. @param bySection whether they follow their groups to other sections */
  async setShares(
    { courseId }: CourseScope,
    works: readonly { readonly key: DeliverableKey; readonly share: string | null }[],
    bySection: boolean,
  ): Promise<void> {
    if (works.length === 0) return;
    await Marks.bulkWrite(
      works.map(({ key, share }) => ({
        updateOne: {
          filter: { _id: idOf(key), courseId },
          update: { $set: { share, bySection }, $setOnInsert: { ...blank(key), lease: null } },
          upsert: true,
        },
      })),
      { ordered: false },
    );
  },

  /** The works that are in somebody's share, or that somebody has begun to mark. */
  async listPlaced(
    { courseId }: CourseScope,
    activityId: string,
    now: Date,
  ): Promise<Pick<DeliverableKey, 'groupId' | 'n'>[]> {
    return Marks.find(
      { courseId, activityId, $nor: [{ share: null, ...notBegun(now) }] },
      { groupId: 1, n: 1 },
    ).lean<Pick<MarkDocument, 'groupId' | 'n'>[]>();
  },

  /** The works of the course that follow their groups' sections, and that nobody has begun to mark. */
  async listFollowing({ courseId }: CourseScope, now: Date): Promise<Shared[]> {
    const found = await Marks.find(
      { courseId, bySection: true, ...notBegun(now) },
      { activityId: 1, groupId: 1, n: 1, share: 1 },
    )
      .limit(FOLLOWING_MAX)
      .lean<Pick<MarkDocument, 'activityId' | 'groupId' | 'n' | 'share'>[]>();
    return found.map(({ activityId, groupId, n, share = null }) => ({ activityId, groupId, n, share }));
  },

  /** Puts a work into somebody's share, if nobody has begun it and it is in the share that was read. */
  async moveShare(
    { courseId }: CourseScope,
    key: DeliverableKey,
    share: string | null,
    to: string,
    now: Date,
  ): Promise<void> {
    try {
      await Marks.updateOne(
        { _id: idOf(key), courseId, share, ...notBegun(now) },
        { $set: { share: to, bySection: true }, $setOnInsert: { ...blank(key), lease: null } },
        { upsert: share === null },
      );
    } catch (error) {
      // Somebody was faster.
      if (!isDuplicateKey(error)) throw error;
    }
  },
});
