import { type Connection, Schema } from 'mongoose';
import { defineCollection } from '../database/collection.ts';

/** A platform's access token as it is stored: sealed, for one platform and one set of scopes. */
export interface StoredToken {
  readonly sealedToken: string;
  readonly createdAt: Date;
}

type TokenDocument = StoredToken & { _id: string; expiresAt: Date };

const schema = new Schema<TokenDocument>(
  {
    _id: { type: String, required: true },
    sealedToken: { type: String, required: true },
    createdAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
  },
  { versionKey: false, strict: 'throw' },
).index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

export type AccessTokenStore = ReturnType<typeof createAccessTokenStore>;

/** Queries of the `accessTokens` collection, by platform id and scopes. */
export function createAccessTokenStore(connection: Connection) {
  const Tokens = defineCollection(connection, 'accessTokens', schema);
  const idOf = (platformId: string, scopes: string): string => `${platformId} ${scopes}`;
  return {
    async find(platformId: string, scopes: string): Promise<StoredToken | null> {
      return await Tokens.findById(idOf(platformId, scopes)).lean<TokenDocument>();
    },

    async save(platformId: string, scopes: string, token: StoredToken, expiresAt: Date): Promise<void> {
      await Tokens.updateOne(
        { _id: idOf(platformId, scopes) },
        { $set: { ...token, expiresAt } },
        { upsert: true },
      );
    },

    async remove(platformId: string, scopes: string): Promise<void> {
      await Tokens.deleteOne({ _id: idOf(platformId, scopes) });
    },
  };
}
