import { type Connection, Schema } from 'mongoose';
import type { JWK } from 'jose';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, type Eventful, pushEvents } from '../database/collection.ts';
import { insertOnce } from '../database/insert-once.ts';

/** A key pair with which the tool speaks to one platform. */
export interface SigningKey {
  readonly kid: string;
  readonly platformId: string;
  /** 1 for the first, one more at each rotation. */
  readonly generation: number;
  readonly publicJwk: JWK;
  /** The private key in PEM, sealed. */
  readonly sealedPrivateKey: string;
  /** It signs from here on; it is published before. */
  readonly signsFrom: Date;
  /** Until when it is published; null while no later key has replaced it. */
  readonly publishedUntil: Date | null;
}

type KeyDocument = Omit<SigningKey, 'kid'> & Eventful & { _id: string };

const schema = new Schema<KeyDocument>(
  {
    _id: { type: String, required: true },
    platformId: { type: String, required: true },
    generation: { type: Number, required: true },
    publicJwk: { type: Schema.Types.Mixed, required: true },
    sealedPrivateKey: { type: String, required: true },
    signsFrom: { type: Date, required: true },
    publishedUntil: { type: Date, default: null },
    events: { type: [Schema.Types.Mixed] as never },
    eventsSince: Date,
  },
  { versionKey: false, minimize: false, strict: 'throw' },
).index({ platformId: 1, generation: 1 }, { unique: true });

export type KeyStore = ReturnType<typeof createKeyStore>;

/** Queries of the `keys` collection. */
export function createKeyStore(connection: Connection) {
  const Keys = defineCollection(connection, 'keys', schema, { events: true });
  return {
    async list(): Promise<SigningKey[]> {
      const found = await Keys.find().sort({ platformId: 1, generation: 1 }).lean<KeyDocument[]>();
      return found.map(({ _id, events, eventsSince, ...rest }) => ({ kid: _id, ...rest }));
    },

    /** @returns false when this generation of the platform's key was made elsewhere at the same time. */
    async insert({ kid, ...fields }: SigningKey, event: DomainEvent | null): Promise<boolean> {
      const pushed = event && pushEvents(event);
      const events = pushed?.$push.events.$each ?? [];
      return await insertOnce(Keys, { _id: kid, ...fields, events, ...pushed?.$set });
    },

    /** Deletes keys whose publication has ended: nobody needs their private halves any more. */
    async removeUnpublished(now: Date): Promise<void> {
      await Keys.deleteMany({ publishedUntil: { $lte: now } });
    },

    /** Ends the publication of all keys of a platform before this generation, those ended already excepted. */
    async retireBefore(platformId: string, generation: number, publishedUntil: Date): Promise<void> {
      await Keys.updateMany(
        { platformId, generation: { $lt: generation }, publishedUntil: null },
        { $set: { publishedUntil } },
      );
    },
  };
}
