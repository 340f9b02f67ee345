import { type Connection, Schema } from 'mongoose';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, type Eventful, pushEvents } from '../../platform/database/collection.ts';
import type { AdministratorRecord, ConsoleSession } from './administration.domain.ts';

type AdministratorDocument = Omit<AdministratorRecord, 'id'> & Eventful & { _id: string };
type SessionDocument = Omit<ConsoleSession, 'id'> & { _id: string };

const required = { type: String, required: true } as const;

const administratorSchema = new Schema<AdministratorDocument>(
  {
    _id: required,
    name: required,
    status: required as never,
    joinedAt: { type: Date, required: true },
    events: { type: [Schema.Types.Mixed] as never },
    eventsSince: Date,
  },
  { versionKey: false, minimize: false, strict: 'throw' },
);

const sessionSchema = new Schema<SessionDocument>(
  {
    _id: required,
    administratorId: required,
    expiresAt: { type: Date, required: true },
    endsAt: { type: Date, required: true },
  },
  { versionKey: false, minimize: false, strict: 'throw' },
)
  .index({ administratorId: 1 })
  .index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

const toAdministrator = ({
  _id,
  events,
  eventsSince,
  ...rest
}: AdministratorDocument): AdministratorRecord => ({ id: _id, ...rest });

/** An installation has a handful. */
const ADMINISTRATORS_MAX = 1000;

export type AdministratorStore = ReturnType<typeof createAdministratorStore>;

/** Queries of `administrators` and `administratorSessions`. */
export function createAdministratorStore(connection: Connection) {
  const Administrators = defineCollection(connection, 'administrators', administratorSchema, {
    events: true,
  });
  const Sessions = defineCollection(connection, 'administratorSessions', sessionSchema);

  return {
    async list(): Promise<AdministratorRecord[]> {
      const found = await Administrators.find()
        .sort({ _id: 1 })
        .limit(ADMINISTRATORS_MAX)
        .lean<AdministratorDocument[]>();
      return found.map(toAdministrator);
    },

    async find(id: string): Promise<AdministratorRecord | null> {
      const found = await Administrators.findById(id).lean<AdministratorDocument>();
      return found && toAdministrator(found);
    },

    async insert({ id, ...fields }: AdministratorRecord, event: DomainEvent): Promise<void> {
      const { $push, $set } = pushEvents(event);
      await Administrators.insertMany([{ _id: id, ...fields, ...$set, events: $push.events.$each }]);
    },

    /** @returns false when there is no such administrator who may still sign in. */
    async note(id: string, event: DomainEvent): Promise<boolean> {
      const { $push, $set } = pushEvents(event);
      const noted = await Administrators.updateOne({ _id: id, status: 'active' }, { $push, $set });
      return noted.matchedCount > 0;
    },

    /** @returns false when it is done already. */
    async revoke(id: string, event: DomainEvent): Promise<boolean> {
      const { $push, $set } = pushEvents(event);
      const revoked = await Administrators.updateOne(
        { _id: id, status: 'active' },
        { $set: { status: 'revoked', ...$set }, $push },
      );
      return revoked.modifiedCount > 0;
    },

    async openSession({ id, ...fields }: ConsoleSession): Promise<void> {
      await Sessions.insertMany([{ _id: id, ...fields }]);
    },

    async findSession(id: string): Promise<ConsoleSession | null> {
      const found = await Sessions.findById(id).lean<SessionDocument>();
      return found && { id, ...found };
    },

    /** @returns false when the session was ended meanwhile. */
    async prolongSession(id: string, expiresAt: Date): Promise<boolean> {
      const prolonged = await Sessions.updateOne({ _id: id }, { $set: { expiresAt } });
      return prolonged.matchedCount > 0;
    },

    async endSession(id: string): Promise<void> {
      await Sessions.deleteOne({ _id: id });
    },

    async endSessionsOf(administratorId: string): Promise<void> {
      await Sessions.deleteMany({ administratorId });
    },
  };
}
