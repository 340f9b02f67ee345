import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import { defineCollection } from '../../platform/database/collection.ts';
import type { Matter } from './matter.domain.ts';
import type { WaitingAfter } from './waiting.domain.ts';

interface MatterDocument extends Matter {
  /** course/receiver/key */
  _id: string;
  courseId: string;
}

const required = { type: String, required: true };
const schema = new Schema<MatterDocument>(
  {
    _id: required,
    courseId: required,
    key: required,
    activityId: required,
    waitsFor: required,
    code: required as never,
    params: { type: Schema.Types.Mixed, required: true } as never,
    since: { type: Date, required: true },
    until: { type: Date, default: null },
  },
  { versionKey: false, minimize: false, strict: 'throw' },
)
  .index({ courseId: 1, waitsFor: 1, since: 1, key: 1 })
  .index({ courseId: 1, activityId: 1, waitsFor: 1 });

const toMatter = ({ _id, courseId, ...matter }: MatterDocument): Matter => matter;

export type WaitingStore = ReturnType<typeof createWaitingStore>;

/** Queries of `waiting`: what waits for learners and for staff, derived from what the features keep. */
export function createWaitingStore(connection: Connection) {
  const Matters = defineCollection(connection, 'waiting', schema);
  const idOf = ({ courseId }: CourseScope, { waitsFor, key }: Matter): string =>
    `${courseId}/${waitsFor}/${key}`;
  const notOver = (now: Date) => ({ $or: [{ until: null }, { until: { $gt: now } }] });

  return {
    /** All that is kept of an activity for some receivers, whether its time has come or not. */
    async listKept(scope: CourseScope, activityId: string, waitsFor: readonly string[]): Promise<Matter[]> {
      const found = await Matters.find({
        courseId: scope.courseId,
        activityId,
        waitsFor: { $in: [...waitsFor] },
      }).lean<MatterDocument[]>();
      return found.map(toMatter);
    },

    /** Receivers of an activity's matters by id: the page after `after`. */
    async listReceivers(
      scope: CourseScope,
      activityId: string,
      after: string,
      limit: number,
    ): Promise<string[]> {
      const found = await Matters.find(
        { courseId: scope.courseId, activityId, waitsFor: { $gt: after } },
        { waitsFor: 1 },
      )
        .sort({ waitsFor: 1 })
        .limit(limit)
        .lean<MatterDocument[]>();
      return found.map(({ waitsFor }) => waitsFor);
    },

    async put(scope: CourseScope, matters: readonly Matter[]): Promise<void> {
      if (matters.length === 0) return;
      await Matters.bulkWrite(
        matters.map((matter) => ({
          updateOne: {
            filter: { _id: idOf(scope, matter), courseId: scope.courseId },
            update: { $set: { ...matter } },
            upsert: true,
          },
        })) as never,
        { ordered: false },
      );
    },

    async remove(scope: CourseScope, matters: readonly Matter[]): Promise<void> {
      if (matters.length === 0) return;
      await Matters.deleteMany({
        _id: { $in: matters.map((matter) => idOf(scope, matter)) },
        courseId: scope.courseId,
      });
    },

    /** What waits for a member at this moment. */
    async listOwn(scope: CourseScope, memberId: string, now: Date, limit: number): Promise<Matter[]> {
      const found = await Matters.find({
        courseId: scope.courseId,
        waitsFor: memberId,
        since: { $lte: now },
        ...notOver(now),
      })
        .sort({ since: 1, key: 1 })
        .limit(limit)
        .lean<MatterDocument[]>();
      return found.map(toMatter);
    },

    /** What waits for a receiver at this moment and has no end, the oldest first: the page after `after`. */
    async listEndless(
      scope: CourseScope,
      waitsFor: string,
      after: WaitingAfter | null,
      now: Date,
      limit: number,
    ): Promise<Matter[]> {
      const later = after && {
        $or: [{ since: { $gt: after.since } }, { since: after.since, key: { $gt: after.key } }],
      };
      const found = await Matters.find({
        courseId: scope.courseId,
        waitsFor,
        until: null,
        since: { $lte: now },
        ...later,
      })
        .sort({ since: 1, key: 1 })
        .limit(limit)
        .lean<MatterDocument[]>();
      return found.map(toMatter);
    },
  };
}
