import { type Connection, Schema } from 'mongoose';
import { defineCollection } from '../database/collection.ts';

/** One registered LMS: an issuer with a client id. */
export interface Platform {
  readonly id: string;
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  readonly jwksUri: string;
  /** The audience of client assertions where it is not the token endpoint. */
  readonly authorizationServer: string | null;
  /** Further origins whose pages may frame the tool. */
  readonly frameOrigins: readonly string[];
  readonly acceptNewDeployments: boolean;
  readonly status: 'active' | 'disabled';
  /** `product_family_code` of its launches, once one was seen. */
  readonly family: string | null;
}

/** What an administrator states about a platform; the rest is learned or decided later. */
export type PlatformFacts = Omit<Platform, 'id' | 'status' | 'family'>;

type PlatformDocument = Omit<Platform, 'id'> & { _id: string };

const text = { type: String, required: true } as const;

const schema = new Schema<PlatformDocument>(
  {
    _id: text,
    name: text,
    issuer: text,
    clientId: text,
    authorizationEndpoint: text,
    tokenEndpoint: text,
    jwksUri: text,
    authorizationServer: { type: String, default: null },
    frameOrigins: { type: [String], default: [] },
    acceptNewDeployments: { type: Boolean, default: false },
    status: text,
    family: { type: String, default: null },
  },
  { versionKey: false, strict: 'throw' },
);

/** An installation has tens of platforms; all are kept in memory. */
const PLATFORMS_MAX = 5000;

export type PlatformStore = ReturnType<typeof createPlatformStore>;

/** Queries of the `platforms` collection. */
export function createPlatformStore(connection: Connection) {
  const Platforms = defineCollection(connection, 'platforms', schema);
  return {
    async list(): Promise<Platform[]> {
      const found = await Platforms.find().sort({ _id: 1 }).limit(PLATFORMS_MAX).lean<PlatformDocument[]>();
      return found.map(({ _id, ...rest }) => ({ id: _id, ...rest }));
    },

    /** Writes what is stated about a platform; a platform that was disabled stays so. */
    async save(id: string, facts: PlatformFacts): Promise<void> {
      await Platforms.updateOne(
        { _id: id },
        { $set: facts, $setOnInsert: { status: 'active', family: null } },
        { upsert: true },
      );
    },

    async setStatus(id: string, status: Platform['status']): Promise<void> {
      await Platforms.updateOne({ _id: id }, { $set: { status } });
    },

    async setFamily(id: string, family: string): Promise<void> {
      await Platforms.updateOne({ _id: id }, { $set: { family } });
    },
  };
}
