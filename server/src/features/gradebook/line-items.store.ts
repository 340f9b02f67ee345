import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, type Eventful, pushEvents } from '../../platform/database/collection.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import type { ColumnLineItem } from './line-item.domain.ts';

type LineItemDocument = Omit<ColumnLineItem, 'columnId'> & Eventful & { _id: string };

const required = { type: String, required: true };
const optional = { type: String, default: null };
const mixed = { type: Schema.Types.Mixed, default: null } as never;
const schema = new Schema<LineItemDocument>(
  {
    _id: required,
    courseId: required,
    activityId: required,
    url: optional,
    origin: optional as never,
    told: mixed,
    gone: optional,
    problem: mixed,
    graded: { type: Number, required: true },
    events: { type: [Schema.Types.Mixed] as never, required: true },
    eventsSince: Date,
  },
  { versionKey: false, minimize: false, strict: 'throw' },
)
  .index({ courseId: 1, activityId: 1 })
  .index(
    { courseId: 1, 'problem.since': 1, _id: 1 },
    { partialFilterExpression: { 'problem.since': { $exists: true } } },
  );

const toLineItem = ({ _id, events, eventsSince, ...rest }: LineItemDocument): ColumnLineItem => ({
  columnId: _id,
  ...rest,
});

export type LineItemStore = ReturnType<typeof createLineItemStore>;

/** Queries of `lineItems`: what the LMS's gradebook has of the activities' columns. */
export function createLineItemStore(connection: Connection) {
  const LineItems = defineCollection(connection, 'lineItems', schema, { events: true });

  return {
    async find(scope: CourseScope, columnId: string): Promise<ColumnLineItem | null> {
      const found = await LineItems.findOne({
        _id: columnId,
        courseId: scope.courseId,
      }).lean<LineItemDocument>();
      return found && toLineItem(found);
    },

    async findMany(scope: CourseScope, columnIds: readonly string[]): Promise<ColumnLineItem[]> {
      const found = await LineItems.find({ _id: { $in: columnIds }, courseId: scope.courseId }).lean<
        LineItemDocument[]
      >();
      return found.map(toLineItem);
    },

    async listOf(scope: CourseScope, activityId: string): Promise<ColumnLineItem[]> {
      const found = await LineItems.find({ courseId: scope.courseId, activityId }).lean<LineItemDocument[]>();
      return found.map(toLineItem);
    },

    /** Changes what is known of a column. @returns false when it is another's by now: read again. */
    async update(
      scope: CourseScope,
      before: ColumnLineItem,
      change: Partial<Pick<ColumnLineItem, 'url' | 'origin' | 'told' | 'gone' | 'problem' | 'graded'>>,
      event: DomainEvent | null,
    ): Promise<boolean> {
      const pushed = event ? pushEvents(event) : null;
      const { columnId, url } = before;
      const updated = await LineItems.updateOne(
        { _id: columnId, courseId: scope.courseId, url },
        { $set: { ...change, ...pushed?.$set }, ...(pushed && { $push: pushed.$push }) },
      );
      return updated.matchedCount === 1;
    },

    /** The column as it is known, or as one of which nothing is. */
    async open(scope: CourseScope, activityId: string, columnId: string): Promise<ColumnLineItem> {
      const fresh = { url: null, origin: null, told: null, gone: null, problem: null, graded: 0 };
      const known = await this.find(scope, columnId);
      if (known) return known;
      await insertOnce(LineItems, {
        _id: columnId,
        courseId: scope.courseId,
        activityId,
        ...fresh,
        events: [],
      });
      return (
        (await this.find(scope, columnId)) ?? { columnId, courseId: scope.courseId, activityId, ...fresh }
      );
    },

    /** Columns with a problem, of some activities. */
    async findProblems(scope: CourseScope, activityIds: readonly string[]): Promise<ColumnLineItem[]> {
      const found = await LineItems.find({
        courseId: scope.courseId,
        activityId: { $in: activityIds },
        'problem.since': { $exists: true },
      }).lean<LineItemDocument[]>();
      return found.map(toLineItem);
    },

    /** Columns with a problem, those first that wait longest. */
    async listProblems(
      scope: CourseScope,
      after: { readonly since: Date; readonly id: string } | null,
      limit: number,
    ): Promise<ColumnLineItem[]> {
      const later = after && {
        $or: [
          { 'problem.since': { $gt: after.since } },
          { 'problem.since': after.since, _id: { $gt: after.id } },
        ],
      };
      const found = await LineItems.find({
        courseId: scope.courseId,
        'problem.since': { $exists: true },
        ...later,
      })
        .sort({ 'problem.since': 1, _id: 1 })
        .limit(limit)
        .lean<LineItemDocument[]>();
      return found.map(toLineItem);
    },
  };
}
