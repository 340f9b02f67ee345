import { type Connection, Schema } from 'mongoose';
import { deploymentKeyOf } from '../../core/ids.ts';
import { defineCollection } from '../database/collection.ts';
import { isDuplicateKey } from '../database/errors.ts';

/** One installation of the tool in a platform. A pending one waits for an administrator's word. */
export interface Deployment {
  readonly key: string;
  readonly platformId: string;
  readonly deploymentId: string;
  readonly status: 'approved' | 'pending';
  /** Origins that its verified launches named: of its pages and its services. */
  readonly learnedOrigins: readonly string[];
}

type DeploymentDocument = Omit<Deployment, 'key'> & { _id: string; firstSeenAt: Date };

const schema = new Schema<DeploymentDocument>(
  {
    _id: { type: String, required: true },
    platformId: { type: String, required: true },
    deploymentId: { type: String, required: true },
    status: { type: String, required: true },
    learnedOrigins: { type: [String], default: [] },
    firstSeenAt: { type: Date, required: true },
  },
  { versionKey: false, strict: 'throw' },
).index({ platformId: 1, _id: 1 });

/** A school's LMS has one or two hosts; more than this would be a mistake. */
export const LEARNED_ORIGINS_MAX = 20;

const toDeployment = ({ _id, platformId, deploymentId, status, learnedOrigins }: DeploymentDocument) => ({
  key: _id,
  platformId,
  deploymentId,
  status,
  learnedOrigins,
});

export type DeploymentStore = ReturnType<typeof createDeploymentStore>;

/** Queries of the `deployments` collection. */
export function createDeploymentStore(connection: Connection) {
  const Deployments = defineCollection(connection, 'deployments', schema);
  return {
    async find(key: string): Promise<Deployment | null> {
      const found = await Deployments.findById(key).lean<DeploymentDocument>();
      return found && toDeployment(found);
    },

    async listOf(platformId: string): Promise<Deployment[]> {
      const found = await Deployments.find({ platformId }).sort({ _id: 1 }).lean<DeploymentDocument[]>();
      return found.map(toDeployment);
    },

    /** Records a deployment that was not known; one that is known keeps its status. */
    async record(
      platformId: string,
      deploymentId: string,
      status: Deployment['status'],
      now: Date,
    ): Promise<void> {
      const _id = deploymentKeyOf(platformId, deploymentId);
      const fresh = { platformId, deploymentId, status, learnedOrigins: [], firstSeenAt: now };
      try {
        await Deployments.updateOne({ _id }, { $setOnInsert: fresh }, { upsert: true });
      } catch (error) {
        // Two first launches at once: the other one has recorded it.
        if (!isDuplicateKey(error)) throw error;
      }
    },

    /** @returns false when the deployment is not known. */
    async approve(key: string): Promise<boolean> {
      const { matchedCount } = await Deployments.updateOne({ _id: key }, { $set: { status: 'approved' } });
      return matchedCount > 0;
    },

    /** The origins that verified launches of any of the platform's deployments named. */
    async originsOf(platformId: string): Promise<string[]> {
      return await Deployments.distinct('learnedOrigins', { platformId });
    },

    /** Adds origins while there is room for them. @param origins at most `LEARNED_ORIGINS_MAX`. */
    async learnOrigins(key: string, origins: readonly string[]): Promise<void> {
      const room = { [`learnedOrigins.${LEARNED_ORIGINS_MAX - origins.length}`]: { $exists: false } };
      await Deployments.updateOne(
        { _id: key, ...room },
        { $addToSet: { learnedOrigins: { $each: [...origins] } } },
      );
    },
  };
}
