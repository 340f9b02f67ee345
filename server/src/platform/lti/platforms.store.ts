import { type Connection, Schema } from 'mongoose';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, type Eventful, pushEvents } from '../database/collection.ts';
import { insertOnce } from '../database/insert-once.ts';

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
  /** `pending`: it registered itself and waits for an administrator's word. Only an active one may launch. */
  readonly status: 'active' | 'pending' | 'disabled';
  /** `product_family_code` of its registration or its launches, once one was seen. */
  readonly family: string | null;
}

/** What an administrator states about a platform; the rest is learned or decided later. */
export type PlatformFacts = Omit<Platform, 'id' | 'status' | 'family'>;

type PlatformDocument = Omit<Platform, 'id'> & Eventful & { _id: string };

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
    events: { type: [Schema.Types.Mixed] as never },
    eventsSince: Date,
  },
  { versionKey: false, minimize: false, strict: 'throw' },
);

/** An installation has tens of platforms; all are kept in memory. */
const PLATFORMS_MAX = 5000;

export type PlatformStore = ReturnType<typeof createPlatformStore>;

/** Queries of the `platforms` collection. */
export function createPlatformStore(connection: Connection) {
  const Platforms = defineCollection(connection, 'platforms', schema, { events: true });
  return {
    async list(): Promise<Platform[]> {
      const found = await Platforms.find({}, { events: 0, eventsSince: 0 })
        .sort({ _id: 1 })
        .limit(PLATFORMS_MAX)
        .lean<Omit<PlatformDocument, keyof Eventful>[]>();
      return found.map(({ _id, ...rest }) => ({ id: _id, ...rest }));
    },

    /** @returns false when a platform with this issuer and client id is there already; it stays as it is. */
    async insert({ id, ...fields }: Platform, event: DomainEvent): Promise<boolean> {
      const { $push, $set } = pushEvents(event);
      return await insertOnce(Platforms, { _id: id, ...fields, ...$set, events: $push.events.$each });
    },

    /** Writes what is stated about a platform; its status stays. */
    async change(id: string, facts: Partial<PlatformFacts>, event: DomainEvent): Promise<void> {
      const { $push, $set } = pushEvents(event);
      await Platforms.updateOne({ _id: id }, { $set: { ...facts, ...$set }, $push });
    },

    /** @returns false when the platform is not known, or has this status already. */
    async setStatus(id: string, status: Platform['status'], event: DomainEvent): Promise<boolean> {
      const { $push, $set } = pushEvents(event);
      const changed = await Platforms.updateOne(
        { _id: id, status: { $ne: status } },
        { $set: { status, ...$set }, $push },
      );
      return changed.modifiedCount > 0;
    },

    async setFamily(id: string, family: string): Promise<void> {
      await Platforms.updateOne({ _id: id }, { $set: { family } });
    },
  };
}
