import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, type Eventful, pushEvents } from '../../platform/database/collection.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import type { Reminder } from './reminders.domain.ts';

type ReminderDocument = Omit<Reminder, 'id'> & Eventful & { _id: string };

const required = { type: String, required: true };
const schema = new Schema<ReminderDocument>(
  {
    _id: required,
    courseId: required,
    activityId: required,
    task: required as never,
    memberIds: { type: [String], default: null } as never,
    by: required,
    requestedAt: { type: Date, required: true },
    doneAt: { type: Date, default: null },
    reminded: { type: Number, default: null },
    events: { type: [Schema.Types.Mixed] as never, required: true },
    eventsSince: Date,
  },
  { versionKey: false, strict: 'throw' },
).index({ courseId: 1, activityId: 1, doneAt: 1 });

const toReminder = ({ _id, events, eventsSince, ...rest }: ReminderDocument): Reminder => ({
  id: _id,
  ...rest,
  // Reminders that are older than the field were for everybody.
  memberIds: rest.memberIds ?? null,
});

export type ReminderStore = ReturnType<typeof createReminderStore>;

/** Queries of `reminders`: what staff asked for, and what came of it. */
export function createReminderStore(connection: Connection) {
  const Reminders = defineCollection(connection, 'reminders', schema, { events: true });
  return {
    /** @returns false when the id is taken, here or in another course. */
    insert({ id, ...fields }: Reminder, event: DomainEvent): Promise<boolean> {
      return insertOnce(Reminders, { _id: id, ...fields, events: [event], eventsSince: event.at });
    },

    async find(scope: CourseScope, activityId: string, id: string): Promise<Reminder | null> {
      const found = await Reminders.findOne({
        _id: id,
        courseId: scope.courseId,
        activityId,
      }).lean<ReminderDocument>();
      return found && toReminder(found);
    },

    /** Those of a task that have not been carried out, the oldest first. */
    async listUndone(scope: CourseScope, activityId: string, task: Reminder['task']): Promise<Reminder[]> {
      const found = await Reminders.find({ courseId: scope.courseId, activityId, doneAt: null, task })
        .sort({ requestedAt: 1 })
        .lean<ReminderDocument[]>();
      return found.map(toReminder);
    },

    async finish(
      scope: CourseScope,
      id: string,
      reminded: number,
      doneAt: Date,
      event: DomainEvent,
    ): Promise<void> {
      const { $push, $set } = pushEvents(event);
      await Reminders.updateOne(
        { _id: id, courseId: scope.courseId, doneAt: null },
        { $set: { doneAt, reminded, ...$set }, $push },
      );
    },
  };
}
