import { type Connection, Schema } from 'mongoose';
import { defineCollection } from '../../platform/database/collection.ts';

/** What servers tell each other of a platform that they send scores to. */
interface PaceDocument {
  /** The platform's id. */
  _id: string;
  pausedUntil: Date | null;
  failingSince: Date | null;
  /** When each server sent to it last. */
  senders: Record<string, Date>;
}

export interface SharedPace {
  /** The platform fell silent, or answers again, by what this server told. */
  readonly changed: boolean;
  readonly pausedUntil: Date | null;
  /** Servers that send to the platform now. */
  readonly senders: number;
}

/** A server that has not checked in for so long does not send to the platform any more. */
const GONE_MS = 10_000;

const schema = new Schema<PaceDocument>(
  {
    _id: { type: String, required: true },
    pausedUntil: { type: Date, default: null },
    failingSince: { type: Date, default: null },
    senders: { type: Schema.Types.Mixed, required: true } as never,
  },
  { versionKey: false, minimize: false, strict: 'throw' },
);

const laterOf = (a: Date | null, b: Date | null): Date | null => (a && (!b || a > b) ? a : b);

export type PaceStore = ReturnType<typeof createPaceStore>;

/** Queries of `platformPaces`: how platforms take what they are sent, shared by all servers. */
export function createPaceStore(connection: Connection) {
  const Paces = defineCollection(connection, 'platformPaces', schema);

  return {
    /** Tells what this server knows, and learns what the others do. */
    async checkIn(
      platformId: string,
      senderId: string,
      now: Date,
      mine: { readonly pausedUntil: Date | null; readonly failingSince: Date | null },
    ): Promise<SharedPace> {
      const before = await Paces.findOneAndUpdate(
        { _id: platformId },
        {
          $set: { [`senders.${senderId}`]: now, failingSince: mine.failingSince },
          ...(mine.pausedUntil && { $max: { pausedUntil: mine.pausedUntil } }),
        },
        { upsert: true, returnDocument: 'before' },
      ).lean<PaceDocument>();
      const senders = { ...before?.senders, [senderId]: now };
      const gone = Object.entries(senders).filter(([, at]) => now.getTime() - at.getTime() > GONE_MS);
      if (gone.length > 0) {
        const unset = Object.fromEntries(gone.map(([id]) => [`senders.${id}`, 1]));
        await Paces.updateOne({ _id: platformId }, { $unset: unset });
      }
      return {
        changed: before?.failingSince?.getTime() !== mine.failingSince?.getTime(),
        pausedUntil: laterOf(before?.pausedUntil ?? null, mine.pausedUntil),
        senders: Object.keys(senders).length - gone.length,
      };
    },

    /** Since when a platform gives no sensible answer; null while it does. */
    async failingSince(platformId: string): Promise<Date | null> {
      return (await Paces.findById(platformId).lean<PaceDocument>())?.failingSince ?? null;
    },
  };
}
