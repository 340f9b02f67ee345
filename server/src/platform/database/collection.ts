import type { Connection, Model, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { GLOBAL_COLLECTIONS } from './global.ts';

/** The fields that let a document carry its events until the relay has copied them (DESIGN §2 rule 4). */
export interface Eventful {
  events: DomainEvent[];
  /** Set while `events` is not empty: the relay finds the document by its partial index. */
  eventsSince?: Date;
}

/** A model registered with this connection: all are indexed at start, the eventful ones are served by the relay. */
interface Registered {
  model: Model<never>;
  eventful: boolean;
  /** Whether this process may have written events that the relay has not looked for yet; at first another may have. */
  isWritten: boolean;
}

const registry = new WeakMap<Connection, Map<string, Registered>>();

const collectionsOf = (connection: Connection): Map<string, Registered> => {
  let known = registry.get(connection);
  if (!known) registry.set(connection, (known = new Map<string, Registered>()));
  return known;
};

/**
 * Defines a collection on a connection, once per name.
 *
 * Course data (all that is not listed in `global.ts`) must carry `courseId`, and its indexes must start with it, apart
 * from those over due times (DESIGN §2 rule 5): a schema that does not is refused here, at start.
 */
export function defineCollection<T>(
  connection: Connection,
  name: string,
  schema: Schema<T>,
  options: { events?: boolean } = {},
): Model<T> {
  const collections = collectionsOf(connection);
  if (collections.has(name)) throw new Error(`collection ${name} is defined twice`);
  // Another connection may define the same collection: the feature's schema stays as it is.
  const indexed = schema.clone();
  if (options.events) {
    indexed.index({ eventsSince: 1 }, { partialFilterExpression: { eventsSince: { $exists: true } } });
  }
  if (!GLOBAL_COLLECTIONS.has(name)) assertTenantIndexes(name, indexed);
  const model = connection.model<T>(name, indexed, name);
  const eventful = options.events ?? false;
  const registered = { model: model as unknown as Model<never>, eventful, isWritten: true };
  collections.set(name, registered);
  if (eventful) noteWrites(model, () => (registered.isWritten = true));
  return model;
}

const WRITES = [
  'insertOne',
  'insertMany',
  'updateOne',
  'updateMany',
  'replaceOne',
  'findOneAndUpdate',
  'findOneAndReplace',
  'bulkWrite',
] as const;

/** Hears of each write when it is over: also of one that failed, since a part of it may have been done. */
function noteWrites<T>({ collection }: Model<T>, written: () => void): void {
  const methods = collection as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>;
  for (const name of WRITES) {
    const write = methods[name]?.bind(collection);
    if (!write) throw new Error(`the driver has no ${name}`);
    methods[name] = (...args) => write(...args).finally(written);
  }
}

/** Fields by which background work finds what is due, whatever the course. */
const DUE_TIMES = new Set(['eventsSince', 'dueAt', 'expiresAt', 'unsentSince']);

function assertTenantIndexes<T>(name: string, schema: Schema<T>): void {
  if (!schema.path('courseId')) throw new Error(`collection ${name} holds course data but has no courseId`);
  for (const [fields] of schema.indexes()) {
    const [first = '', second = ''] = Object.keys(fields);
    // What is due may be looked for platform by platform, so that none holds back another's.
    const isDue = DUE_TIMES.has(first) || (first === 'platformId' && DUE_TIMES.has(second));
    if (first !== 'courseId' && !isDue) {
      throw new Error(`collection ${name}: the index on ${first} must start with courseId`);
    }
  }
}

/** Creates every index that the schemas name. */
export async function createIndexes(connection: Connection): Promise<void> {
  await Promise.all([...collectionsOf(connection).values()].map(({ model }) => model.createIndexes()));
}

/** A collection whose documents carry events. */
export interface EventSource {
  readonly model: Model<Eventful>;
  isWritten: boolean;
}

/** The collections whose documents carry events. */
export const eventSources = (connection: Connection): EventSource[] =>
  [...collectionsOf(connection).values()].filter(({ eventful }) => eventful) as unknown as EventSource[];

/** Deletes everything that carries the course's id. @param except collections whose documents stand for more than data */
export async function eraseCourse(
  connection: Connection,
  { courseId }: CourseScope,
  except: ReadonlySet<string>,
): Promise<void> {
  // The course itself first: whoever asks for its scope from now on finds none, and writes nothing more.
  const names = [...collectionsOf(connection)].sort(
    ([a], [b]) => Number(b === 'courses') - Number(a === 'courses'),
  );
  for (const [name, { model }] of names) {
    if (GLOBAL_COLLECTIONS.has(name) || except.has(name)) continue;
    await (model as unknown as Model<{ courseId: string }>).deleteMany({ courseId });
  }
}

/** The part of an update that makes its events ride on it: spread into `$push` and `$set`. */
export const pushEvents = (
  ...events: DomainEvent[]
): { $push: { events: { $each: DomainEvent[] } }; $set: { eventsSince: Date } } => ({
  $push: { events: { $each: events } },
  $set: { eventsSince: events[0]?.at ?? new Date(0) },
});
