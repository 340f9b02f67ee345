import { type Connection, Schema } from 'mongoose';
import { defineCollection } from '../database/collection.ts';
import type { LaunchNote } from './registry-ports.ts';

/** Good launches, refused ones, and those of platforms that nobody knows: none of these may push the others out. */
const RINGS = ['opened', 'refused', 'stranger'] as const;
type Ring = (typeof RINGS)[number];

interface RingDocument {
  _id: Ring;
  /** The newest at the end. */
  entries: LaunchNote[];
  expiresAt: Date;
}

const schema = new Schema<RingDocument>(
  {
    _id: { type: String, required: true } as never,
    entries: { type: [Schema.Types.Mixed] as never },
    expiresAt: { type: Date, required: true },
  },
  { versionKey: false, strict: 'throw' },
).index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

/** How many of each kind are kept, and how long after the last one. */
const LAUNCHES_KEPT = 200;
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

const ringOf = ({ code, platformId }: LaunchNote): Ring => {
  if (code === null) return 'opened';
  return platformId === null ? 'stranger' : 'refused';
};

export type LaunchLogStore = ReturnType<typeof createLaunchLogStore>;

/** Queries of the `launchLog` collection: three documents of bounded size, whoever knocks however often. */
export function createLaunchLogStore(connection: Connection) {
  const Rings = defineCollection(connection, 'launchLog', schema);
  return {
    async append(notes: readonly LaunchNote[], now: Date): Promise<void> {
      const expiresAt = new Date(now.getTime() + KEPT_MS);
      for (const _id of RINGS) {
        const entries = notes.filter((note) => ringOf(note) === _id).slice(-LAUNCHES_KEPT);
        if (entries.length === 0) continue;
        await Rings.updateOne(
          { _id },
          { $push: { entries: { $each: entries, $slice: -LAUNCHES_KEPT } }, $set: { expiresAt } },
          { upsert: true },
        );
      }
    },

    /** The last ones of all kinds, newest first. */
    async list(): Promise<LaunchNote[]> {
      const rings = await Rings.find().lean<RingDocument[]>();
      return rings.flatMap(({ entries }) => entries).sort((a, b) => b.at.getTime() - a.at.getTime());
    },
  };
}
