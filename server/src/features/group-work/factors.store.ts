import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, type Eventful, pushEvents } from '../../platform/database/collection.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import type { FactorRow, ProjectFactors } from './factors.domain.ts';

/** `_id`: the activity. */
type HeadDocument = ProjectFactors & Eventful & { _id: string; courseId: string };
/** `_id`: activity/application/group. Never changed. */
type RowDocument = FactorRow & { _id: string; courseId: string; activityId: string; applicationId: string };

const required = { type: String, required: true };
const mixed = { type: Schema.Types.Mixed, default: null } as never;
const options = { versionKey: false, minimize: false, strict: 'throw' } as const;

const headSchema = new Schema<HeadDocument>(
  {
    _id: required,
    courseId: required,
    revision: { type: Number, required: true },
    applied: mixed,
    previous: mixed,
    events: { type: [Schema.Types.Mixed] as never, required: true },
    eventsSince: Date,
  },
  options,
).index({ courseId: 1, 'applied.choice.questionnaireId': 1 });

const rowSchema = new Schema<RowDocument>(
  {
    _id: required,
    courseId: required,
    activityId: required,
    applicationId: required,
    groupId: required,
    people: { type: Schema.Types.Mixed, required: true } as never,
  },
  options,
).index({ courseId: 1, activityId: 1, applicationId: 1 });

const toRow = ({ groupId, people }: RowDocument): FactorRow => ({ groupId, people });

export type FactorStore = ReturnType<typeof createFactorStore>;

/** Queries of `projectFactors`, what counts now, and of `projectFactorRows`, what each application was made of. */
export function createFactorStore(connection: Connection) {
  const Heads = defineCollection(connection, 'projectFactors', headSchema, { events: true });
  const Rows = defineCollection(connection, 'projectFactorRows', rowSchema);

  return {
    async find({ courseId }: CourseScope, activityId: string): Promise<ProjectFactors | null> {
      const found = await Heads.findOne({ _id: activityId, courseId }, { events: 0 }).lean<HeadDocument>();
      return found && { revision: found.revision, applied: found.applied, previous: found.previous };
    },

    /** All that was ever applied, the oldest last. */
    async listRows({ courseId }: CourseScope, activityId: string): Promise<FactorRow[]> {
      return (await Rows.find({ courseId, activityId }).lean<RowDocument[]>()).map(toRow);
    },

    async listApplied(
      { courseId }: CourseScope,
      activityId: string,
      applicationId: string,
    ): Promise<FactorRow[]> {
      return (await Rows.find({ courseId, activityId, applicationId }).lean<RowDocument[]>()).map(toRow);
    },

    /** Before the application that they belong to is: until then they say nothing. */
    async insertRows(
      { courseId }: CourseScope,
      activityId: string,
      applicationId: string,
      rows: readonly FactorRow[],
    ): Promise<void> {
      if (rows.length === 0) return;
      await Rows.insertMany(
        rows.map((row) => ({
          _id: `${activityId}/${applicationId}/${row.groupId}`,
          courseId,
          activityId,
          applicationId,
          ...row,
        })),
      );
    },

    /** @returns false when somebody was faster */
    async advance(
      { courseId }: CourseScope,
      activityId: string,
      next: ProjectFactors,
      event: DomainEvent,
    ): Promise<boolean> {
      const { $push, $set } = pushEvents(event);
      const { revision, applied, previous } = next;
      if (revision === 1)
        return insertOnce(Heads, { _id: activityId, courseId, ...next, events: [event], ...$set });
      const { matchedCount } = await Heads.updateOne(
        { _id: activityId, courseId, revision: revision - 1 },
        { $set: { revision, applied, previous, ...$set }, $push },
      );
      return matchedCount > 0;
    },
  };
}
