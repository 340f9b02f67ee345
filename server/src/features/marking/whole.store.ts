import type { Model } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import { type ItemDocument, type MarkDocument, toItem, withoutEvents } from './marking-model.store.ts';
import type { Mark, MarkingItem, WorkContent, WorkLookup } from './marking.domain.ts';

/** A work with all that its marker reads. */
export interface WholeItem {
  readonly item: MarkingItem;
  /** The versions before the newest, newest first. */
  readonly earlier: readonly Mark[];
  readonly work: WorkContent | null;
  readonly previousId: string | null;
  readonly nextId: string | null;
}

/** What is looked up for a row that nothing is wanted of: no document has it. */
const NOTHING = '';

/** Ids of the versions that were put away when the newest came: work/1, work/2 … */
const earlierIds = {
  $map: {
    input: { $range: [1, { $ifNull: ['$mark.n', 1] }] },
    as: 'n',
    in: { $concat: ['$_id', '/', { $toString: '$$n' }] },
  },
};

const byNewest = (found: readonly MarkDocument[]): Mark[] =>
  found.map(({ mark }) => mark).sort((a, b) => b.n - a.n);

/** Queries of `markingItems` and `markVersions` about all of one work. */
export const wholeQueries = (Items: Model<ItemDocument>, Marks: Model<MarkDocument>) => ({
  /** One work with its history, what was handed in, and its neighbours in the list: two round trips. */
  async findWhole(
    scope: CourseScope,
    activityId: string,
    workId: string,
    lookup: WorkLookup,
  ): Promise<WholeItem | null> {
    const ofActivity = { courseId: scope.courseId, activityId };
    const isIt = { $eq: ['$_id', workId] };
    const [found, next] = await Promise.all([
      Items.aggregate<ItemDocument & { own: string; versions: string[]; earlier: MarkDocument[] }>([
        { $match: { ...ofActivity, _id: { $lte: workId } } },
        { $sort: { _id: -1 } },
        { $limit: 2 },
        { $project: withoutEvents },
        // The neighbour is wanted by its id alone.
        {
          $addFields: {
            own: { $cond: [isIt, '$_id', NOTHING] },
            versions: { $cond: [isIt, { $concatArrays: [[NOTHING], earlierIds] }, [NOTHING]] },
          },
        },
        {
          $lookup: {
            from: Marks.collection.name,
            localField: 'versions',
            foreignField: '_id',
            as: 'earlier',
          },
        },
        ...lookup.stages('own'),
      ]),
      Items.findOne({ ...ofActivity, _id: { $gt: workId } }, { _id: 1 })
        .sort({ _id: 1 })
        .lean<{ _id: string }>(),
    ]);
    const [whole, previous] = found;
    if (whole?._id !== workId) return null;
    const { work, row } = lookup.take(whole);
    const { earlier, own, versions, ...document } = row;
    return {
      item: toItem(document),
      earlier: byNewest(earlier),
      work,
      previousId: previous?._id ?? null,
      nextId: next?._id ?? null,
    };
  },

  /** The versions of a mark before its newest, newest first. */
  async listEarlier(scope: CourseScope, workId: string): Promise<Mark[]> {
    return byNewest(await Marks.find({ courseId: scope.courseId, workId }).lean<MarkDocument[]>());
  },
});
