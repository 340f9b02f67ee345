import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, type Eventful, pushEvents } from '../../platform/database/collection.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import type { SectionSettings } from './sections.domain.ts';

/** `_id`: the course. */
type SectionsDocument = SectionSettings & Eventful & { _id: string; courseId: string };

const required = { type: String, required: true };
const schema = new Schema<SectionsDocument>(
  {
    _id: required,
    courseId: required,
    setId: { type: String, default: null },
    assistants: { type: [Schema.Types.Mixed], required: true } as never,
    revision: { type: Number, required: true },
    events: { type: [Schema.Types.Mixed] as never, required: true },
    eventsSince: Date,
  },
  { versionKey: false, minimize: false, strict: 'throw' },
).index({ courseId: 1 });

export type SectionStore = ReturnType<typeof createSectionStore>;

/** Queries of `sections`: one document for each course that has them. */
export function createSectionStore(connection: Connection) {
  const Settings = defineCollection(connection, 'sections', schema, { events: true });
  return {
    async find({ courseId }: CourseScope): Promise<SectionSettings | null> {
      const found = await Settings.findOne(
        { _id: courseId, courseId },
        { events: 0 },
      ).lean<SectionsDocument>();
      return found && { setId: found.setId, assistants: found.assistants, revision: found.revision };
    },

    /** Stores the settings after those of the revision before. @returns false when somebody was faster */
    async save(
      { courseId }: CourseScope,
      { setId, assistants, revision }: SectionSettings,
      event: DomainEvent,
    ): Promise<boolean> {
      if (revision === 1) {
        const document = { _id: courseId, courseId, setId, assistants, revision };
        return insertOnce(Settings, { ...document, events: [event], eventsSince: event.at });
      }
      const { $push, $set } = pushEvents(event);
      const result = await Settings.updateOne(
        { _id: courseId, courseId, revision: revision - 1 },
        { $set: { ...$set, setId, assistants, revision }, $push },
      );
      return result.matchedCount === 1;
    },
  };
}
