import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, type Eventful, pushEvents } from '../../platform/database/collection.ts';
import type { Attribute, Described, Taken } from './attributes.domain.ts';

type AttributeDocument = Omit<Attribute, 'id'> & Eventful & { _id: string; gone: boolean };
/** `_id`: the member. */
type DescribedDocument = { _id: string; courseId: string; values: Described['values'] };

const required = { type: String, required: true };
const mixed = { type: Schema.Types.Mixed, required: true } as never;
const options = { versionKey: false, minimize: false, strict: 'throw' } as const;

const attributeSchema = new Schema<AttributeDocument>(
  {
    _id: required,
    courseId: required,
    name: { type: String, default: '' },
    type: required as never,
    source: required as never,
    takenAt: { type: Date, required: true },
    known: { type: Number, required: true },
    values: { type: [Schema.Types.Mixed], required: true } as never,
    // Its events have still to be told; nothing else is left of it.
    gone: { type: Boolean, required: true },
    events: { type: [Schema.Types.Mixed] as never, required: true },
    eventsSince: Date,
  },
  options,
).index({ courseId: 1, gone: 1 });

const describedSchema = new Schema<DescribedDocument>(
  { _id: required, courseId: required, values: mixed },
  options,
).index({ courseId: 1 });

/** People written at once. */
const CHUNK = 500;

export type AttributeStore = ReturnType<typeof createAttributeStore>;

/** Queries of `attributes` and `memberAttributes`: what there is to know of people, and what is known of each. */
export function createAttributeStore(connection: Connection) {
  const Attributes = defineCollection(connection, 'attributes', attributeSchema, { events: true });
  const People = defineCollection(connection, 'memberAttributes', describedSchema);

  return {
    async list({ courseId }: CourseScope): Promise<Attribute[]> {
      const found = await Attributes.find({ courseId, gone: false }, { events: 0, eventsSince: 0 })
        .sort({ name: 1, _id: 1 })
        .lean<AttributeDocument[]>();
      return found.map(({ _id, gone, events, eventsSince, ...rest }) => ({ id: _id, ...rest }));
    },

    /** What is known of everybody. */
    async listPeople({ courseId }: CourseScope): Promise<Described[]> {
      const found = await People.find({ courseId }).lean<DescribedDocument[]>();
      return found.map(({ _id, values }) => ({ memberId: _id, values }));
    },

    /** Writes what is known of people, attribute by attribute; what is not named stays. */
    async describe({ courseId }: CourseScope, taken: readonly Taken[]): Promise<void> {
      const sets = new Map<string, Record<string, unknown>>();
      for (const { id, values } of taken) {
        for (const [memberId, value] of values) {
          const set = sets.get(memberId) ?? {};
          set[`values.${id}`] = value;
          sets.set(memberId, set);
        }
      }
      const all = [...sets];
      for (let start = 0; start < all.length; start += CHUNK) {
        await People.bulkWrite(
          all.slice(start, start + CHUNK).map(([memberId, $set]) => ({
            updateOne: { filter: { _id: memberId, courseId }, update: { $set }, upsert: true },
          })) as never,
          { ordered: false },
        );
      }
    },

    /** Adds attributes or brings them up to date, each with its event. */
    async save(
      attributes: readonly Attribute[],
      eventOf: (attribute: Attribute) => DomainEvent,
    ): Promise<void> {
      if (attributes.length === 0) return;
      await Attributes.bulkWrite(
        attributes.map((attribute) => {
          const { id, courseId, ...fields } = attribute;
          const { $push, $set } = pushEvents(eventOf(attribute));
          return {
            updateOne: {
              filter: { _id: id, courseId },
              update: { $set: { ...fields, gone: false, ...$set }, $push },
              upsert: true,
            },
          };
        }) as never,
        { ordered: false },
      );
    },

    /** Forgets attributes of everybody; what they were called goes too. */
    async forget(
      { courseId }: CourseScope,
      ids: readonly string[],
      eventOf: (id: string) => DomainEvent,
    ): Promise<void> {
      await Attributes.bulkWrite(
        ids.map((id) => {
          const { $push, $set } = pushEvents(eventOf(id));
          return {
            updateOne: {
              filter: { _id: id, courseId, gone: false },
              update: { $set: { gone: true, name: '', values: [], known: 0, ...$set }, $push },
            },
          };
        }) as never,
        { ordered: false },
      );
      const $unset = Object.fromEntries(ids.map((id) => [`values.${id}`, 1]));
      await People.updateMany({ courseId }, { $unset });
    },
  };
}
