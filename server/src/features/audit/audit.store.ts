import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection } from '../../platform/database/collection.ts';
import { insertMissing } from '../../platform/database/insert-once.ts';

type AuditDocument = Omit<DomainEvent, 'id'> & { _id: string };

const mixed = Schema.Types.Mixed;
const schema = new Schema<AuditDocument>(
  {
    _id: { type: String, required: true },
    type: { type: String, required: true } as never,
    at: { type: Date, required: true },
    actor: { type: mixed, required: true } as never,
    courseId: { type: String, required: true },
    subject: { type: mixed, required: true } as never,
    requestId: { type: String, default: null },
    data: { type: mixed, required: true } as never,
  },
  { versionKey: false, minimize: false, strict: 'throw' },
).index({ courseId: 1, at: 1, _id: 1 });

/** The `audit` collection: one record per event, by the event's id, never changed. */
export function createAuditStore(connection: Connection) {
  const Audit = defineCollection(connection, 'audit', schema);
  return {
    /** Appends what is not there yet: an event that comes twice is recorded once. */
    async append(events: readonly DomainEvent[]): Promise<void> {
      // Field by field: one event with a field too many would hold up all that come after it.
      const documents = events.map(({ id, type, at, actor, courseId, subject, requestId, data }) => ({
        _id: id,
        type,
        at,
        actor,
        courseId,
        subject,
        requestId,
        data,
      }));
      await insertMissing(Audit, documents);
    },

    /** The records of a course in the order of their time. */
    async list(scope: CourseScope, limit: number): Promise<DomainEvent[]> {
      const found = await Audit.find({ courseId: scope.courseId })
        .sort({ at: 1, _id: 1 })
        .limit(limit)
        .lean<AuditDocument[]>();
      return found.map(({ _id, ...event }) => ({ id: _id, ...event }));
    },

    /** The records of a course or of the installation, newest first. @param before the last one seen. */
    async listNewest(
      courseId: string,
      before: { readonly at: Date; readonly id: string } | null,
      limit: number,
    ): Promise<DomainEvent[]> {
      const page = before && {
        $or: [{ at: { $lt: before.at } }, { at: before.at, _id: { $lt: before.id } }],
      };
      const found = await Audit.find({ courseId, ...page })
        .sort({ at: -1, _id: -1 })
        .limit(limit)
        .lean<AuditDocument[]>();
      return found.map(({ _id, ...event }) => ({ id: _id, ...event }));
    },
  };
}
