import { type Connection, Schema } from 'mongoose';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, type Eventful, pushEvents } from '../database/collection.ts';
import type { Invitation } from './ports.ts';

type InvitationDocument = Omit<Invitation, 'id'> & Eventful & { _id: string; tries: number; goneAt: Date };

const schema = new Schema<InvitationDocument>(
  {
    _id: { type: String, required: true },
    kind: { type: String, required: true } as never,
    label: { type: String, required: true },
    administratorId: { type: String, default: null },
    madeBy: { type: String, default: null },
    madeAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
    usedAt: { type: Date, default: null },
    revokedAt: { type: Date, default: null },
    tries: { type: Number, required: true },
    goneAt: { type: Date, required: true },
    events: { type: [Schema.Types.Mixed] as never },
    eventsSince: Date,
  },
  { versionKey: false, minimize: false, strict: 'throw' },
)
  .index({ madeAt: -1, _id: 1 })
  .index({ madeBy: 1 })
  .index({ goneAt: 1 }, { expireAfterSeconds: 0 });

const toInvitation = ({
  _id,
  events,
  eventsSince,
  tries,
  goneAt,
  ...rest
}: InvitationDocument): Invitation => ({
  id: _id,
  ...rest,
});

/** An invitation stays in the list for this long after it has expired. */
const KEPT_MS = 90 * 24 * 60 * 60 * 1000;
/** How often an invitation may be given back and tried again. */
const TRIES_MAX = 20;

/** Queries of the `invitations` collection; an `_id` is the hash of the secret. */
export function createInvitationStore(connection: Connection) {
  const Invitations = defineCollection(connection, 'invitations', schema, { events: true });
  const usable = (now: Date) => ({ usedAt: null, revokedAt: null, expiresAt: { $gt: now } });

  return {
    async insert({ id, ...fields }: Invitation, event: DomainEvent): Promise<void> {
      const { $push, $set } = pushEvents(event);
      const goneAt = new Date(fields.expiresAt.getTime() + KEPT_MS);
      await Invitations.insertMany([
        { _id: id, ...fields, tries: 0, goneAt, ...$set, events: $push.events.$each },
      ]);
    },

    async find(id: string): Promise<Invitation | null> {
      const found = await Invitations.findById(id).lean<InvitationDocument>();
      return found && toInvitation(found);
    },

    /** @returns false when it cannot be used any more. */
    async use(id: string, now: Date, event: DomainEvent): Promise<boolean> {
      const { $push, $set } = pushEvents(event);
      const used = await Invitations.updateOne(
        { _id: id, ...usable(now), tries: { $lt: TRIES_MAX } },
        { $set: { usedAt: now, ...$set }, $inc: { tries: 1 }, $push },
      );
      return used.modifiedCount > 0;
    },

    async giveBack(id: string, event: DomainEvent): Promise<void> {
      const { $push, $set } = pushEvents(event);
      await Invitations.updateOne({ _id: id }, { $set: { usedAt: null, ...$set }, $push });
    },

    /** @returns false when it cannot be used anyway. */
    async revoke(id: string, now: Date, event: DomainEvent): Promise<boolean> {
      const { $push, $set } = pushEvents(event);
      const revoked = await Invitations.updateOne(
        { _id: id, ...usable(now) },
        { $set: { revokedAt: now, ...$set }, $push },
      );
      return revoked.modifiedCount > 0;
    },

    async listUsableOf(madeBy: string, now: Date): Promise<Invitation[]> {
      const found = await Invitations.find({ madeBy, ...usable(now) }).lean<InvitationDocument[]>();
      return found.map(toInvitation);
    },

    async list(after: { madeAt: Date; id: string } | null, limit: number): Promise<Invitation[]> {
      const page = after && {
        $or: [{ madeAt: { $lt: after.madeAt } }, { madeAt: after.madeAt, _id: { $gt: after.id } }],
      };
      const found = await Invitations.find({ ...page })
        .sort({ madeAt: -1, _id: 1 })
        .limit(limit)
        .lean<InvitationDocument[]>();
      return found.map(toInvitation);
    },
  };
}
