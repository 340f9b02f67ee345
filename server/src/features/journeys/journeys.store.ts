import { type Connection, type Model, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, type Eventful, pushEvents } from '../../platform/database/collection.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import type { Application, Journey } from './journey.domain.ts';
import type { Template } from './template.domain.ts';

type Stored<Entity> = Omit<Entity, 'id'> & Eventful & { _id: string; courseId: string };

const required = { type: String, required: true };
const number = { type: Number, required: true };
const mixed = { type: Schema.Types.Mixed, required: true } as never;
const events = { events: { type: [Schema.Types.Mixed] as never }, eventsSince: Date };
const options = { versionKey: false, minimize: false, strict: 'throw' } as const;
const kept = {
  _id: required,
  courseId: required,
  name: required,
  revision: number,
  removed: { type: Boolean, required: true },
  ...events,
};

const templateSchema = new Schema<Stored<Template>>(
  {
    ...kept,
    description: { type: String, default: '' },
    type: required,
    title: required,
    points: number,
    settings: mixed,
    dates: mixed,
  },
  options,
).index({ courseId: 1, removed: 1, name: 1, _id: 1 });

const journeySchema = new Schema<Stored<Journey>>({ ...kept, steps: mixed }, options).index({
  courseId: 1,
  removed: 1,
  name: 1,
  _id: 1,
});

const applicationSchema = new Schema<Stored<Application>>(
  {
    _id: required,
    courseId: required,
    journeyId: required,
    calendar: mixed,
    zone: required,
    steps: mixed,
    ...events,
  },
  options,
).index({ courseId: 1, journeyId: 1, _id: 1 });

/** An entity as it is without what only the database needs. */
function toEntity<Entity extends { readonly id: string }>(document: Stored<Entity>): Entity {
  const { _id, courseId, events: pushed, eventsSince, ...fields } = document;
  return { id: _id, ...fields } as unknown as Entity;
}

interface Kept {
  readonly id: string;
  readonly name: string;
  readonly revision: number;
  readonly removed: boolean;
}

/** Queries that templates and journeys have in common. */
function keptQueries<Entity extends Kept>(Documents: Model<Stored<Entity>>, left: Record<string, 0>) {
  const model = Documents as unknown as Model<Stored<Kept>>;
  const entity = (found: unknown): Entity => toEntity(found as Stored<Entity>);
  return {
    async list({ courseId }: CourseScope, limit: number): Promise<Entity[]> {
      const found = await model
        .find({ courseId, removed: false }, left)
        .sort({ name: 1, _id: 1 })
        .limit(limit)
        .lean();
      return found.map(entity);
    },

    /** Those of some ids, the removed ones too. */
    async find({ courseId }: CourseScope, ids: readonly string[]): Promise<Entity[]> {
      return (await model.find({ _id: { $in: ids }, courseId }).lean()).map(entity);
    },

    count: ({ courseId }: CourseScope): Promise<number> => model.countDocuments({ courseId, removed: false }),

    /** @returns false when the id is taken, here or in another course. */
    insert({ courseId }: CourseScope, { id, ...fields }: Entity, event: DomainEvent): Promise<boolean> {
      const document = { _id: id, courseId, ...fields, events: [event], eventsSince: event.at };
      return insertOnce(model, document as unknown as Stored<Kept>);
    },

    /** Changes fields if `guard` still holds. @returns what it is then, or null */
    async change(
      { courseId }: CourseScope,
      id: string,
      guard: Partial<Pick<Kept, 'revision' | 'removed'>>,
      fields: Partial<Entity>,
      event: DomainEvent,
    ): Promise<Entity | null> {
      const { $push, $set } = pushEvents(event);
      const changed = await model
        .findOneAndUpdate(
          { _id: id, courseId, ...guard },
          { $set: { ...fields, ...$set }, $inc: { revision: 1 }, $push },
          { returnDocument: 'after' },
        )
        .lean();
      return changed && entity(changed);
    },
  };
}

export type JourneyStores = ReturnType<typeof createJourneyStores>;

/** Queries of `activityTemplates`, `journeys` and `journeyApplications`. */
export function createJourneyStores(connection: Connection) {
  const Templates = defineCollection(connection, 'activityTemplates', templateSchema, { events: true });
  const Journeys = defineCollection(connection, 'journeys', journeySchema, { events: true });
  const Applications = defineCollection(connection, 'journeyApplications', applicationSchema, {
    events: true,
  });
  return {
    // A list needs no settings, and there may be many.
    templates: keptQueries<Template>(Templates, { settings: 0, events: 0 }),
    journeys: keptQueries<Journey>(Journeys, { events: 0 }),
    applications: {
      async find({ courseId }: CourseScope, id: string): Promise<Application | null> {
        const found = await Applications.findOne({ _id: id, courseId }).lean<Stored<Application>>();
        return found && toEntity<Application>(found);
      },

      /** @returns false when it is there already, or the id is in use elsewhere. */
      insert(
        { courseId }: CourseScope,
        { id, ...fields }: Application,
        event: DomainEvent,
      ): Promise<boolean> {
        return insertOnce(Applications, {
          _id: id,
          courseId,
          ...fields,
          events: [event],
          eventsSince: event.at,
        });
      },
    },
  };
}
