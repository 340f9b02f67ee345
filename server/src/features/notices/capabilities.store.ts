import { type Connection, Schema } from 'mongoose';
import type { CapabilityPurpose } from '../../core/capability.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { defineCollection } from '../../platform/database/collection.ts';

/** An address that works without a session: whose it is, and by which serial its secret is made. */
export interface Capability {
  readonly scope: CourseScope;
  readonly memberId: string;
  readonly serial: string;
  /** Hash of the secret: all that finds it. */
  readonly hash: string;
  /** The holder's language when it was made: whoever uses it has no session to say one. */
  readonly locale: string | null;
  readonly since: Date;
}

interface CapabilityDocument {
  /** purpose/member: one of each, so that a new one takes the old one's place. */
  _id: string;
  purpose: CapabilityPurpose;
  courseId: string;
  platformId: string;
  deploymentId: string;
  memberId: string;
  serial: string;
  hash: string;
  locale: string | null;
  since: Date;
}

const required = { type: String, required: true };
const schema = new Schema<CapabilityDocument>(
  {
    _id: required,
    purpose: required as never,
    courseId: required,
    platformId: required,
    deploymentId: required,
    memberId: required,
    serial: required,
    hash: required,
    locale: { type: String, default: null },
    since: { type: Date, required: true },
  },
  { versionKey: false, strict: 'throw' },
).index({ hash: 1 }, { unique: true });

const toCapability = (found: CapabilityDocument): Capability => {
  const { courseId, platformId, deploymentId, memberId, serial, hash, locale, since } = found;
  return { scope: { courseId, platformId, deploymentId }, memberId, serial, hash, locale, since };
};

export type CapabilityStore = ReturnType<typeof createCapabilityStore>;

/** Queries of `capabilities`: secret addresses, by the hash of their secret. */
export function createCapabilityStore(connection: Connection) {
  const Capabilities = defineCollection(connection, 'capabilities', schema);
  const idOf = (purpose: CapabilityPurpose, memberId: string): string => `${purpose}/${memberId}`;

  return {
    async find(purpose: CapabilityPurpose, memberId: string): Promise<Capability | null> {
      const found = await Capabilities.findOne({ _id: idOf(purpose, memberId) }).lean<CapabilityDocument>();
      return found && toCapability(found);
    },

    /** Whoever holds the secret names nothing else. */
    async findByHash(purpose: CapabilityPurpose, hash: string): Promise<Capability | null> {
      const found = await Capabilities.findOne({ hash, purpose }).lean<CapabilityDocument>();
      return found && toCapability(found);
    },

    /** Makes it, or keeps the one that is there. @returns the one that holds */
    async findOrMake(purpose: CapabilityPurpose, made: Capability): Promise<Capability> {
      const { scope, ...fields } = made;
      const found = await Capabilities.findOneAndUpdate(
        { _id: idOf(purpose, made.memberId) },
        { $setOnInsert: { purpose, ...scopeFields(scope), ...fields } },
        { upsert: true, returnDocument: 'after' },
      ).lean<CapabilityDocument>();
      return found ? toCapability(found) : made;
    },

    /** Makes a new one in the place of the old. */
    async replace(purpose: CapabilityPurpose, made: Capability): Promise<void> {
      const { scope, ...fields } = made;
      await Capabilities.updateOne(
        { _id: idOf(purpose, made.memberId) },
        { $set: { purpose, ...scopeFields(scope), ...fields } },
        { upsert: true },
      );
    },

    async remove(purpose: CapabilityPurpose, memberId: string): Promise<void> {
      await Capabilities.deleteOne({ _id: idOf(purpose, memberId) });
    },
  };
}

const scopeFields = ({ courseId, platformId, deploymentId }: CourseScope) => ({
  courseId,
  platformId,
  deploymentId,
});
