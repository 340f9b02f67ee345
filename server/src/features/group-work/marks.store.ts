import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, type Eventful, pushEvents } from '../../platform/database/collection.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import type { DeliverableKey } from './group-work.domain.ts';
import type { DeliverableMark, MarkedDeliverable } from './marks.domain.ts';

/** `_id`: activity/group/n. */
type MarkDocument = MarkedDeliverable & Eventful & { _id: string; courseId: string };
/** A mark that another has replaced. `_id`: activity/group/n/number. */
interface VersionDocument {
  _id: string;
  courseId: string;
  mark: DeliverableMark;
}

const required = { type: String, required: true };
const number = { type: Number, required: true };
const mixed = { type: Schema.Types.Mixed, default: null } as never;
const options = { versionKey: false, minimize: false, strict: 'throw' } as const;

const markSchema = new Schema<MarkDocument>(
  {
    _id: required,
    courseId: required,
    activityId: required,
    groupId: required,
    n: number,
    revision: number,
    mark: mixed,
    events: { type: [Schema.Types.Mixed] as never, required: true },
    eventsSince: Date,
  },
  options,
).index({ courseId: 1, activityId: 1, groupId: 1 });

const versionSchema = new Schema<VersionDocument>(
  { _id: required, courseId: required, mark: mixed },
  options,
).index({
  courseId: 1,
  _id: 1,
});

const idOf = ({ activityId, groupId, n }: DeliverableKey): string => `${activityId}/${groupId}/${n}`;

const toMarked = ({ activityId, groupId, n, revision, mark }: MarkDocument): MarkedDeliverable => ({
  activityId,
  groupId,
  n,
  revision,
  mark,
});

export type DeliverableMarkStore = ReturnType<typeof createDeliverableMarkStore>;

/** Queries of `deliverableMarks`, what staff give groups now, and of `deliverableMarkVersions`, what they gave before. */
export function createDeliverableMarkStore(connection: Connection) {
  const Marks = defineCollection(connection, 'deliverableMarks', markSchema, { events: true });
  const Versions = defineCollection(connection, 'deliverableMarkVersions', versionSchema);

  return {
    async find({ courseId }: CourseScope, key: DeliverableKey): Promise<MarkedDeliverable | null> {
      const found = await Marks.findOne({ _id: idOf(key), courseId }).lean<MarkDocument>();
      return found && toMarked(found);
    },

    async listOfGroups(
      { courseId }: CourseScope,
      activityId: string,
      groupIds: readonly string[],
    ): Promise<MarkedDeliverable[]> {
      const filter = { courseId, activityId, groupId: { $in: groupIds } };
      return (await Marks.find(filter, { events: 0 }).lean<MarkDocument[]>()).map(toMarked);
    },

    /** Writes the next version and keeps the one before. @returns false when somebody has marked meanwhile */
    async advance(
      { courseId }: CourseScope,
      { revision, mark: before, ...key }: MarkedDeliverable,
      mark: DeliverableMark,
      event: DomainEvent,
    ): Promise<boolean> {
      const _id = idOf(key);
      const { $push, $set } = pushEvents(event);
      if (revision === 0) {
        const { activityId, groupId, n } = key;
        const fresh = { activityId, groupId, n, revision: 1, mark, events: [event], ...$set };
        return insertOnce(Marks, { _id, courseId, ...fresh });
      }
      if (before) await insertOnce(Versions, { _id: `${_id}/${before.n}`, courseId, mark: before });
      const { matchedCount } = await Marks.updateOne(
        { _id, courseId, revision },
        { $set: { mark, ...$set }, $inc: { revision: 1 }, $push },
      );
      return matchedCount > 0;
    },
  };
}
