import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import { newId } from '../../core/ids.ts';
import { defineCollection } from '../database/collection.ts';

/** Who has a page open on one instance. */
interface PresenceDocument {
  /** page/instance */
  _id: string;
  courseId: string;
  pageId: string;
  instance: string;
  /** A new one whenever it is written. */
  revision: string;
  /** Who is there, by their writer numbers. */
  clients: number[];
  /** What they say of themselves, as Yjs encodes it. */
  states: Buffer;
  /** An instance that dies says nothing more. */
  expiresAt: Date;
}

export interface Presence {
  readonly instance: string;
  readonly revision: string;
  readonly clients: readonly number[];
  readonly states: Uint8Array;
}

const required = { type: String, required: true };
const date = { type: Date, required: true };
const schema = new Schema<PresenceDocument>(
  {
    _id: required,
    courseId: required,
    pageId: required,
    instance: required,
    revision: required,
    clients: { type: [Number], required: true },
    states: { type: Schema.Types.Buffer, required: true } as never,
    expiresAt: date,
  },
  { versionKey: false, strict: 'throw' },
)
  .index({ courseId: 1, pageId: 1 })
  .index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

export type PresenceStore = ReturnType<typeof createPresenceStore>;

/** Queries of `docPresence`: which instances have a page open, and who is there. @param instance this one */
export function createPresenceStore(connection: Connection, instance: string) {
  const All = defineCollection(connection, 'docPresence', schema);
  const keyOf = (pageId: string): string => `${pageId}/${instance}`;
  return {
    async say(
      { courseId }: CourseScope,
      pageId: string,
      { clients, states }: Pick<Presence, 'clients' | 'states'>,
      expiresAt: Date,
    ): Promise<void> {
      const said = { revision: newId(), clients: [...clients], states: Buffer.from(states) };
      const change = { courseId, pageId, instance, ...said, expiresAt };
      await All.updateOne({ _id: keyOf(pageId), courseId }, { $set: change }, { upsert: true });
    },

    async leave({ courseId }: CourseScope, pageId: string): Promise<void> {
      await All.deleteOne({ _id: keyOf(pageId), courseId });
    },

    /** What the other instances say. */
    async listOthers({ courseId }: CourseScope, pageId: string, now: Date): Promise<Presence[]> {
      const found = await All.find({ courseId, pageId, expiresAt: { $gt: now } }).lean<
        (Omit<PresenceDocument, 'states'> & { states: Uint8Array | { buffer: Uint8Array } })[]
      >();
      return found
        .filter((one) => one.instance !== instance)
        .map(({ states, revision, clients, instance: other }) => ({
          instance: other,
          revision,
          clients,
          states: states instanceof Uint8Array ? states : states.buffer,
        }));
    },
  };
}
