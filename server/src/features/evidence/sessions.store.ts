import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, type Eventful, pushEvents } from '../../platform/database/collection.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import type { Attendance, CourseSession } from './sessions.domain.ts';

type State = NonNullable<Attendance['state']>;

/** `deletedAt`: taken off; what was recorded stays on record. */
type SessionDocument = Omit<CourseSession, 'id'> &
  Eventful & { _id: string; courseId: string; deletedAt?: Date | null };
/** `_id`: session/member. */
type AttendanceDocument = Attendance &
  Eventful & { _id: string; courseId: string; sessionId: string; by: string; at: Date };

const required = { type: String, required: true };
const date = { type: Date, required: true };
const events = { type: [Schema.Types.Mixed] as never, required: true };
const options = { versionKey: false, minimize: false, strict: 'throw' } as const;

const sessionSchema = new Schema<SessionDocument>(
  {
    _id: required,
    courseId: required,
    title: required,
    startsAt: date,
    endsAt: date,
    place: String as never,
    revision: { type: Number, required: true },
    deletedAt: Date,
    events,
    eventsSince: Date,
  },
  options,
).index({ courseId: 1, startsAt: -1, _id: 1 });

const attendanceSchema = new Schema<AttendanceDocument>(
  {
    _id: required,
    courseId: required,
    sessionId: required,
    memberId: required,
    state: { type: String, default: null } as never,
    by: required,
    at: date,
    events,
    eventsSince: Date,
  },
  options,
).index({ courseId: 1, sessionId: 1, state: 1, memberId: 1 });

const toSession = ({
  _id,
  courseId,
  deletedAt,
  events: _,
  eventsSince,
  ...rest
}: SessionDocument): CourseSession => ({
  id: _id,
  ...rest,
});

/** A mark to write, with its event. */
export interface AttendanceWrite extends Attendance {
  readonly by: string;
  readonly event: DomainEvent;
}

export type SessionStore = ReturnType<typeof createSessionStore>;

/** Queries of `courseSessions` and `attendances`. */
export function createSessionStore(connection: Connection) {
  const Sessions = defineCollection(connection, 'courseSessions', sessionSchema, { events: true });
  const Attendances = defineCollection(connection, 'attendances', attendanceSchema, { events: true });

  return {
    async find({ courseId }: CourseScope, id: string): Promise<CourseSession | null> {
      const found = await Sessions.findOne({ _id: id, courseId, deletedAt: null }).lean<SessionDocument>();
      return found && toSession(found);
    },

    /** The newest first; `before` is the last row of the page before. */
    async list(
      { courseId }: CourseScope,
      before: { readonly startsAt: Date; readonly id: string } | null,
      limit: number,
    ): Promise<CourseSession[]> {
      const older = before && {
        $or: [{ startsAt: { $lt: before.startsAt } }, { startsAt: before.startsAt, _id: { $gt: before.id } }],
      };
      const found = await Sessions.find({ courseId, deletedAt: null, ...older })
        .sort({ startsAt: -1, _id: 1 })
        .limit(limit)
        .lean<SessionDocument[]>();
      return found.map(toSession);
    },

    /** @returns false when the id is taken, here or in another course. */
    insert(
      { courseId }: CourseScope,
      { id, ...fields }: CourseSession,
      event: DomainEvent,
    ): Promise<boolean> {
      return insertOnce(Sessions, { _id: id, courseId, ...fields, events: [event], eventsSince: event.at });
    },

    /** @returns false when somebody was faster. */
    async change(
      { courseId }: CourseScope,
      { id, revision, ...fields }: CourseSession,
      event: DomainEvent,
    ): Promise<boolean> {
      const { $push, $set } = pushEvents(event);
      const result = await Sessions.updateOne(
        { _id: id, courseId, revision: revision - 1, deletedAt: null },
        { $set: { ...fields, revision, ...$set }, $push },
      );
      return result.modifiedCount === 1;
    },

    async isDeleted({ courseId }: CourseScope, id: string): Promise<boolean> {
      return (await Sessions.exists({ _id: id, courseId, deletedAt: { $ne: null } })) !== null;
    },

    /** Takes a session off. @returns false when somebody was faster. */
    async delete({ courseId }: CourseScope, id: string, revision: number, event: DomainEvent) {
      const { $push, $set } = pushEvents(event);
      const result = await Sessions.updateOne(
        { _id: id, courseId, revision, deletedAt: null },
        { $set: { deletedAt: event.at, ...$set }, $push },
      );
      return result.modifiedCount === 1;
    },

    /** Of how many learners something is recorded. */
    countRecorded: ({ courseId }: CourseScope, sessionId: string): Promise<number> =>
      Attendances.countDocuments({ courseId, sessionId, state: { $ne: null } }),

    /** How many were there, by session. */
    async countAttended(
      { courseId }: CourseScope,
      sessionIds: readonly string[],
      states: readonly State[],
    ): Promise<ReadonlyMap<string, number>> {
      const found = await Attendances.aggregate<{ _id: string; n: number }>([
        { $match: { courseId, sessionId: { $in: sessionIds }, state: { $in: states } } },
        { $group: { _id: '$sessionId', n: { $sum: 1 } } },
      ]);
      return new Map(found.map(({ _id, n }) => [_id, n]));
    },

    /** What is recorded of these learners. */
    async listMarks(
      { courseId }: CourseScope,
      sessionId: string,
      memberIds: readonly string[],
    ): Promise<Attendance[]> {
      const ids = memberIds.map((memberId) => `${sessionId}/${memberId}`);
      return Attendances.find({ _id: { $in: ids }, courseId }, { _id: 0, memberId: 1, state: 1 }).lean<
        Attendance[]
      >();
    },

    /** Who was there. @param memberIds null: of everybody */
    async listAttended(
      { courseId }: CourseScope,
      sessionId: string,
      states: readonly State[],
      memberIds: readonly string[] | null,
    ): Promise<string[]> {
      const found = await Attendances.find(
        { courseId, sessionId, state: { $in: states }, ...(memberIds && { memberId: { $in: memberIds } }) },
        { _id: 0, memberId: 1 },
      ).lean<Attendance[]>();
      return found.map(({ memberId }) => memberId);
    },

    /** Writes marks, each with its event: one command. */
    async record({ courseId }: CourseScope, sessionId: string, writes: readonly AttendanceWrite[]) {
      await Attendances.bulkWrite(
        writes.map(({ memberId, state, by, event }) => {
          const { $push, $set } = pushEvents(event);
          return {
            updateOne: {
              filter: { _id: `${sessionId}/${memberId}`, courseId },
              update: { $set: { sessionId, memberId, state, by, at: event.at, ...$set }, $push },
              upsert: true,
            },
          };
        }) as never,
        { ordered: false },
      );
    },
  };
}
