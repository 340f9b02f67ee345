import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, type Eventful, pushEvents } from '../../platform/database/collection.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import type { Post } from './discussion.domain.ts';
import { placeIn } from './post-documents.store.ts';
import type { ListPlace, PostReport } from './post-reports.domain.ts';
import { titleStages, type WithTitle } from './thread-model.store.ts';

/** `_id`: thread-n. */
type ReportDocument = PostReport & Eventful & { _id: string; courseId: string };

const required = { type: String, required: true };
const schema = new Schema<ReportDocument>(
  {
    _id: required,
    courseId: required,
    activityId: required,
    threadId: required,
    n: { type: Number, required: true },
    reports: { type: [Schema.Types.Mixed] as never, required: true },
    state: required as never,
    dismissed: { type: Schema.Types.Mixed, default: null } as never,
    since: { type: Date, required: true },
    revision: { type: Number, required: true },
    events: { type: [Schema.Types.Mixed] as never, required: true },
    eventsSince: Date,
  },
  { versionKey: false, minimize: false, strict: 'throw' },
)
  .index({ courseId: 1, activityId: 1, state: 1, since: -1 })
  .index({ courseId: 1, state: 1, _id: 1 });

/** What was dismissed before it was kept by whom says nobody. */
const toReport = ({ _id, courseId, events, eventsSince, ...report }: ReportDocument): PostReport => ({
  ...report,
  dismissed: report.dismissed ?? null,
});

/** By the place where the post was written. */
export const reportIdOf = ({ threadId, n }: Pick<PostReport, 'threadId' | 'n'>): string => `${threadId}-${n}`;

/** What stands in the list after one of it. */
function laterThan({ isOpen, since, id }: ListPlace) {
  const openness = isOpen ? 1 : 0;
  return [
    { openness: { $lt: openness } },
    { openness, since: { $lt: since } },
    { openness, since, _id: { $gt: id } },
  ];
}

export type PostReportStore = ReturnType<typeof createPostReportStore>;

/** Queries of `postReports`: one document per reported post. */
export function createPostReportStore(connection: Connection) {
  const Reports = defineCollection(connection, 'postReports', schema, { events: true });

  return {
    async find({ courseId }: CourseScope, { id }: Pick<Post, 'id'>): Promise<PostReport | null> {
      const found = await Reports.findOne({
        _id: reportIdOf(placeIn(id)),
        courseId,
      }).lean<ReportDocument>();
      return found && toReport(found);
    },

    /** Writes the revision after the one that is there. @returns false when somebody was faster */
    async save({ courseId }: CourseScope, report: PostReport, event: DomainEvent): Promise<boolean> {
      const _id = reportIdOf(report);
      if (report.revision === 1)
        return insertOnce(Reports, { _id, courseId, ...report, events: [event], eventsSince: event.at });
      const { $push, $set } = pushEvents(event);
      const { matchedCount } = await Reports.updateOne(
        { _id, courseId, revision: report.revision - 1 },
        { $set: { ...report, ...$set }, $push },
      );
      return matchedCount === 1;
    },

    /** Those that wait first, each the newest first, with the titles of their threads. @param after the last one of the page before */
    async list(
      { courseId }: CourseScope,
      activityId: string,
      after: ListPlace | null,
      limit: number,
    ): Promise<(PostReport & { readonly title: string })[]> {
      const found = await Reports.aggregate<ReportDocument & WithTitle>([
        { $match: { courseId, activityId } },
        { $set: { openness: { $cond: [{ $eq: ['$state', 'open'] }, 1, 0] } } },
        ...(after ? [{ $match: { $or: laterThan(after) } }] : []),
        { $sort: { openness: -1, since: -1, _id: 1 } },
        { $limit: limit },
        { $unset: 'openness' },
        ...titleStages,
      ]);
      return found.map(({ threads: [title = ''], ...report }) => ({ ...toReport(report), title }));
    },

    async findOpen({ courseId }: CourseScope, ids: readonly string[]): Promise<PostReport[]> {
      const found = await Reports.find({ _id: { $in: ids }, courseId, state: 'open' }).lean<
        ReportDocument[]
      >();
      return found.map(toReport);
    },

    /** The ids of those that wait, in their order. */
    async listOpen({ courseId }: CourseScope, after: string, limit: number): Promise<string[]> {
      const found = await Reports.find({ courseId, state: 'open', _id: { $gt: after } }, { _id: 1 })
        .sort({ _id: 1 })
        .limit(limit)
        .lean<{ _id: string }[]>();
      return found.map(({ _id }) => _id);
    },
  };
}
