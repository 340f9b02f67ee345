import { type Connection, Schema } from 'mongoose';
import { defineCollection } from '../database/collection.ts';
import { insertOnce } from '../database/insert-once.ts';

interface SeenNotice {
  /** A hash of platform and nonce. */
  _id: string;
  expiresAt: Date;
}

const schema = new Schema<SeenNotice>(
  { _id: { type: String, required: true }, expiresAt: { type: Date, required: true } },
  { versionKey: false, strict: 'throw' },
).index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

export type NoticeStore = ReturnType<typeof createNoticeStore>;

/** Queries of `platformNotices`: which notices have been taken, for as long as they could be sent again. */
export function createNoticeStore(connection: Connection) {
  const Seen = defineCollection(connection, 'platformNotices', schema);
  return {
    /** @returns false when it was taken before. */
    take: (id: string, expiresAt: Date): Promise<boolean> => insertOnce(Seen, { _id: id, expiresAt }),

    /** Lets a notice come again that could not be dealt with. */
    async giveBack(id: string): Promise<void> {
      await Seen.deleteOne({ _id: id });
    },
  };
}
