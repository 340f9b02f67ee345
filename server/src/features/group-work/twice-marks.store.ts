import type { Model } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DeliverableKey } from './group-work.domain.ts';
import type { MarkedDeliverable } from './marks.domain.ts';
import { blank, idOf, type MarkDocument, notDecided, toMarked } from './marks-model.store.ts';

/** More than a lead can settle. */
const SETTLED_MAX = 2_000;

/** Queries of `deliverableMarks` about works that two people mark. */
export const twiceQueries = (Marks: Model<MarkDocument>) => ({
  /** Has works marked twice, or once; what somebody has begun to mark meanwhile stays as it is. */
  async setTwice(
    { courseId }: CourseScope,
    works: readonly { readonly key: DeliverableKey; readonly twice: boolean }[],
  ): Promise<void> {
    if (works.length === 0) return;
    await Marks.bulkWrite(
      works.flatMap(({ key, twice }) => {
        const one = { _id: idOf(key), courseId };
        const fresh = { ...blank(key), share: null, lease: null, twice };
        return [
          { updateOne: { filter: one, update: { $setOnInsert: fresh }, upsert: true } },
          // Whoever has the work open finds out before they finish.
          {
            updateOne: {
              filter: { ...one, ...notDecided, twice: { $ne: twice } },
              update: { $set: { twice }, $inc: { revision: 1 } },
            },
          },
        ];
      }),
    );
  },

  /** The works of which it is decided whether two people mark them. */
  async listTwiceDecided(
    { courseId }: CourseScope,
    activityId: string,
  ): Promise<Pick<DeliverableKey, 'groupId' | 'n'>[]> {
    return Marks.find({ courseId, activityId, twice: { $in: [true, false] } }, { groupId: 1, n: 1 }).lean<
      Pick<MarkDocument, 'groupId' | 'n'>[]
    >();
  },

  /** What the lead has to settle in some projects, longest waiting first. */
  async listToSettle(
    { courseId }: CourseScope,
    activityIds: readonly string[],
  ): Promise<{ readonly marked: MarkedDeliverable; readonly since: Date }[]> {
    const found = await Marks.find(
      { courseId, activityId: { $in: [...activityIds] }, toSettle: true },
      { events: 0 },
    )
      .sort({ settleSince: 1, _id: 1 })
      .limit(SETTLED_MAX)
      .lean<MarkDocument[]>();
    return found.flatMap((one) =>
      one.settleSince ? [{ marked: toMarked(one), since: one.settleSince }] : [],
    );
  },

  /** The projects of the course in which the lead has something to settle. */
  async listActivitiesToSettle({ courseId }: CourseScope): Promise<string[]> {
    const found = await Marks.find({ courseId, toSettle: true }, { activityId: 1 })
      .limit(SETTLED_MAX)
      .lean<Pick<MarkDocument, 'activityId'>[]>();
    return [...new Set(found.map(({ activityId }) => activityId))];
  },
});
