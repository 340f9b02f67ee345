import { type Connection, type Model, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import { defineCollection } from '../../platform/database/collection.ts';
import { type ItemDocument, NOBODYS, toItem, withoutEvents } from './marking-model.store.ts';
import type { MarkingItem } from './marking.domain.ts';

/** Works of one learner in the activities of a course: more than there are. */
const OF_LEARNER_MAX = 2_000;

/** Nobody has begun to mark it. */
const notBegun = (now: Date) => ({
  marked: false,
  draft: null,
  firstBy: { $in: [NOBODYS, null] },
  toSettle: { $ne: true },
  leaseEndsAt: { $lte: now },
});

/** Queries of `markingItems` about works that are divided by section. */
export const sectionQueries = (Items: Model<ItemDocument>) => ({
  /** Of some works those that are in nobody's share and that nobody has begun. */
  async listUnplaced(
    scope: CourseScope,
    activityId: string,
    workIds: readonly string[],
    now: Date,
  ): Promise<MarkingItem[]> {
    const found = await Items.find(
      {
        courseId: scope.courseId,
        activityId,
        _id: { $in: [...workIds] },
        share: NOBODYS,
        ...notBegun(now),
      },
      withoutEvents,
    ).lean<ItemDocument[]>();
    return found.map(toItem);
  },

  /** The works of a learner that follow the learner's section and that nobody has begun. */
  async listFollowing(scope: CourseScope, memberId: string, now: Date): Promise<MarkingItem[]> {
    const found = await Items.find(
      { courseId: scope.courseId, memberId, bySection: true, ...notBegun(now) },
      withoutEvents,
    )
      .limit(OF_LEARNER_MAX)
      .lean<ItemDocument[]>();
    return found.map(toItem);
  },

  /** Puts a work into somebody's share, if nobody has begun it and it is in the share that was read. */
  async moveShare(
    scope: CourseScope,
    item: Pick<MarkingItem, 'id' | 'activityId' | 'share'>,
    to: string,
    now: Date,
  ): Promise<void> {
    await Items.updateOne(
      {
        _id: item.id,
        courseId: scope.courseId,
        activityId: item.activityId,
        share: item.share ?? NOBODYS,
        ...notBegun(now),
      },
      { $set: { share: to, bySection: true } },
    );
  },
});

interface DivisionDocument {
  /** The activity's id. */
  _id: string;
  courseId: string;
  bySection: boolean;
}

const required = { type: String, required: true };
const schema = new Schema<DivisionDocument>(
  { _id: required, courseId: required, bySection: { type: Boolean, required: true } },
  { versionKey: false, strict: 'throw' },
).index({ courseId: 1, _id: 1 });

export type DivisionStore = ReturnType<typeof createDivisionStore>;

/** Queries of `markingDivisions`: how the works of an activity are divided as they come in. */
export function createDivisionStore(connection: Connection) {
  const Divisions = defineCollection(connection, 'markingDivisions', schema);
  return {
    async isBySection({ courseId }: CourseScope, activityId: string): Promise<boolean> {
      const found = await Divisions.findOne({ _id: activityId, courseId }).lean<DivisionDocument>();
      return found?.bySection === true;
    },

    async save({ courseId }: CourseScope, activityId: string, bySection: boolean): Promise<void> {
      await Divisions.updateOne(
        { _id: activityId, courseId },
        { $set: { bySection }, $setOnInsert: { courseId } },
        { upsert: true },
      );
    },
  };
}
