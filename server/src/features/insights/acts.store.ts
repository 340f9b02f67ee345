import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, type Eventful, pushEvents } from '../../platform/database/collection.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import type { Acts } from './acts.domain.ts';

/** `_id`: course/key. */
type ActsDocument = Acts & Eventful & { _id: string; courseId: string };

const required = { type: String, required: true };
const mixed = { type: Schema.Types.Mixed, default: null } as never;
const schema = new Schema<ActsDocument>(
  {
    _id: required,
    courseId: required,
    key: required,
    topic: required,
    assigneeId: { type: String, default: null },
    snoozed: mixed,
    done: mixed,
    revision: { type: Number, required: true },
    events: { type: [Schema.Types.Mixed] as never, required: true },
    eventsSince: Date,
  },
  { versionKey: false, minimize: false, strict: 'throw' },
).index({ courseId: 1, topic: 1 });

const toActs = ({ key, topic, assigneeId, snoozed, done, revision }: ActsDocument): Acts => ({
  key,
  topic,
  assigneeId,
  snoozed,
  done,
  revision,
});

export type ActsStore = ReturnType<typeof createActsStore>;

/** Queries of `queueActs`: what staff said of matters. No rebuild of what waits touches them. */
export function createActsStore(connection: Connection) {
  const All = defineCollection(connection, 'queueActs', schema, { events: true });
  const idOf = ({ courseId }: CourseScope, key: string): string => `${courseId}/${key}`;

  return {
    async find(scope: CourseScope, key: string): Promise<Acts | null> {
      const found = await All.findOne({
        _id: idOf(scope, key),
        courseId: scope.courseId,
      }).lean<ActsDocument>();
      return found && toActs(found);
    },

    async listOf(scope: CourseScope, topics: readonly string[]): Promise<Acts[]> {
      const found = await All.find({ courseId: scope.courseId, topic: { $in: [...topics] } }).lean<
        ActsDocument[]
      >();
      return found.map(toActs);
    },

    /** Stores what follows on the revision before, with its event. @returns false when another act was faster. */
    async save(scope: CourseScope, { revision, ...acts }: Acts, event: DomainEvent): Promise<boolean> {
      const { courseId } = scope;
      const _id = idOf(scope, acts.key);
      if (revision === 1)
        return insertOnce(All, { _id, courseId, ...acts, revision, events: [event], eventsSince: event.at });
      const { $push, $set } = pushEvents(event);
      const saved = await All.updateOne(
        { _id, courseId, revision: revision - 1 },
        { $set: { ...acts, revision, ...$set }, $push },
      );
      return saved.matchedCount === 1;
    },
  };
}
