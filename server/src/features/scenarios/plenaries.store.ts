import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, type Eventful, pushEvents } from '../../platform/database/collection.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import type { Plenaries } from './plenaries.domain.ts';

/** `_id`: the project. Its dates are bounded by its milestones. */
type PlenariesDocument = Omit<Plenaries, 'activityId'> & Eventful & { _id: string; courseId: string };

const required = { type: String, required: true };
const schema = new Schema<PlenariesDocument>(
  {
    _id: required,
    courseId: required,
    opens: { type: Schema.Types.Mixed, required: true } as never,
    revision: { type: Number, required: true },
    events: { type: [Schema.Types.Mixed] as never, required: true },
    eventsSince: Date,
  },
  { versionKey: false, strict: 'throw' },
).index({ courseId: 1, _id: 1 });

export type PlenaryStore = ReturnType<typeof createPlenaryStore>;

/** Queries of `plenaries`: from when on learners see them. */
export function createPlenaryStore(connection: Connection) {
  const Dates = defineCollection(connection, 'plenaries', schema, { events: true });
  return {
    async find({ courseId }: CourseScope, activityId: string): Promise<Plenaries> {
      const found = await Dates.findOne(
        { _id: activityId, courseId },
        { events: 0 },
      ).lean<PlenariesDocument>();
      return { activityId, opens: found?.opens ?? [], revision: found?.revision ?? 0 };
    },

    /** @param all with the revision that they get. @returns false when somebody was faster */
    async save({ courseId }: CourseScope, all: Plenaries, event: DomainEvent): Promise<boolean> {
      const { activityId: _id, opens, revision } = all;
      if (revision === 1)
        return insertOnce(Dates, { _id, courseId, opens, revision, events: [event], eventsSince: event.at });
      const { $push, $set } = pushEvents(event);
      const { matchedCount } = await Dates.updateOne(
        { _id, courseId, revision: revision - 1 },
        { $set: { opens, revision, ...$set }, $push },
      );
      return matchedCount > 0;
    },
  };
}
