import { type Connection, Schema } from 'mongoose';
import { newId } from '../../core/ids.ts';
import { defineCollection } from '../database/collection.ts';
import { isDuplicateKey } from '../database/errors.ts';

interface HintDocument {
  /** The course and the topic. */
  _id: string;
  /** A new one for each change. */
  revision: string;
  /** By the database's clock: instances need not agree on the time. */
  at: Date;
}

/** That something changed. */
export interface Hint {
  readonly key: string;
  readonly revision: string;
  readonly at: Date;
}

/** Longer than any client tries to come back without reading everything anew. */
const KEPT_SECONDS = 600;

const schema = new Schema<HintDocument>(
  {
    _id: { type: String, required: true },
    revision: { type: String, required: true },
    at: { type: Date, required: true },
  },
  { versionKey: false, strict: 'throw' },
).index({ at: 1 }, { expireAfterSeconds: KEPT_SECONDS });

const toHint = ({ _id, ...hint }: HintDocument): Hint => ({ key: _id, ...hint });

export type HintStore = ReturnType<typeof createHintStore>;

/** Queries of `hints`: one document for each topic that changed lately. */
export function createHintStore(connection: Connection) {
  const Hints = defineCollection(connection, 'hints', schema);

  const write = (keys: readonly string[]) =>
    Hints.bulkWrite(
      keys.map((key) => ({
        updateOne: {
          filter: { _id: key },
          update: { $set: { revision: newId() }, $currentDate: { at: true } },
          upsert: true,
        },
      })) as never,
      { ordered: false },
    );

  return {
    async note(keys: readonly string[]): Promise<void> {
      try {
        await write(keys);
      } catch (error) {
        // Another instance made one of them at the same moment.
        if (!isDuplicateKey(error)) throw error;
        await write(keys);
      }
    },

    /** The moment of the newest, or null. */
    async latest(): Promise<Date | null> {
      const found = await Hints.findOne({}, { at: 1 }).sort({ at: -1 }).lean<Pick<HintDocument, 'at'>>();
      return found?.at ?? null;
    },

    /** Those from a moment on; all when it is null. */
    async listFrom(at: Date | null): Promise<Hint[]> {
      const found = await Hints.find(at === null ? {} : { at: { $gte: at } }).lean<HintDocument[]>();
      return found.map(toHint);
    },

    /** Those of some keys, each with how many milliseconds old it is. */
    async find(keys: readonly string[]): Promise<(Hint & { readonly age: number })[]> {
      const found = await Hints.aggregate<HintDocument & { age: number }>([
        { $match: { _id: { $in: keys } } },
        { $set: { age: { $subtract: ['$$NOW', '$at'] } } },
      ]);
      return found.map(({ age, ...document }) => ({ ...toHint(document), age: Math.max(0, age) }));
    },
  };
}
