import { type Connection, Schema } from 'mongoose';
import type { DomainEvent } from '../../core/events.ts';
import { deploymentKeyOf } from '../../core/ids.ts';
import { defineCollection, type Eventful, pushEvents } from '../database/collection.ts';
import { insertOnce } from '../database/insert-once.ts';

/** One installation of the tool in a platform. A pending one waits for an administrator's word. */
export interface Deployment {
  readonly key: string;
  readonly platformId: string;
  readonly deploymentId: string;
  readonly status: 'approved' | 'pending';
  /** Origins that its verified launches named: of its pages and its services. */
  readonly learnedOrigins: readonly string[];
  readonly firstSeenAt: Date;
  /** What a launch said about one course's services: the connection test tries these. */
  readonly services: LearnedServices | null;
  /** What came of registering the tool's notice handler; null while nobody has tried. */
  readonly noticeHandler: NoticeHandlerOutcome | null;
}

/** The platform's answer to the handler at one of its addresses; 0 when nothing was sent. */
export interface NoticeHandlerOutcome {
  readonly url: string;
  readonly status: number;
  readonly at: Date;
}

/** Addresses of one course's services, as its newest launch of a day named them. */
export interface LearnedServices {
  readonly memberships: string | null;
  readonly lineItems: string | null;
  readonly lineItem: string | null;
  readonly learnedAt: Date;
}

type DeploymentDocument = Omit<Deployment, 'key'> & Eventful & { _id: string };

const schema = new Schema<DeploymentDocument>(
  {
    _id: { type: String, required: true },
    platformId: { type: String, required: true },
    deploymentId: { type: String, required: true },
    status: { type: String, required: true },
    learnedOrigins: { type: [String], default: [] },
    firstSeenAt: { type: Date, required: true },
    services: { type: Schema.Types.Mixed as never, default: null },
    noticeHandler: { type: Schema.Types.Mixed as never, default: null },
    events: { type: [Schema.Types.Mixed] as never },
    eventsSince: Date,
  },
  { versionKey: false, minimize: false, strict: 'throw' },
)
  .index({ platformId: 1, status: 1, _id: 1 })
  .index({ status: 1, _id: 1 }, { partialFilterExpression: { status: 'pending' } });

/** A school's LMS has one or two hosts; more than this would be a mistake. */
export const LEARNED_ORIGINS_MAX = 20;

const toDeployment = ({ _id, events, eventsSince, ...rest }: DeploymentDocument): Deployment => ({
  key: _id,
  ...rest,
});

export type DeploymentStore = ReturnType<typeof createDeploymentStore>;

/** Queries of the `deployments` collection. */
export function createDeploymentStore(connection: Connection) {
  const Deployments = defineCollection(connection, 'deployments', schema, { events: true });
  return {
    async find(key: string): Promise<Deployment | null> {
      const found = await Deployments.findById(key).lean<DeploymentDocument>();
      return found && toDeployment(found);
    },

    /** Deployments of a platform, the pending ones first. */
    async listOf(platformId: string, limit: number): Promise<Deployment[]> {
      const found = await Deployments.find({ platformId })
        .sort({ status: -1, _id: -1 })
        .limit(limit)
        .lean<DeploymentDocument[]>();
      return found.map(toDeployment);
    },

    /** Deployments of all platforms that wait for a word. @param after the key of the last one seen. */
    async listPending(after: string | null, limit: number): Promise<Deployment[]> {
      const found = await Deployments.find({
        status: 'pending',
        ...(after !== null && { _id: { $gt: after } }),
      })
        .sort({ _id: 1 })
        .limit(limit)
        .lean<DeploymentDocument[]>();
      return found.map(toDeployment);
    },

    /** One that has launched lately, with the services it named; null when none has. */
    async findWithServices(platformId: string): Promise<Deployment | null> {
      const found = await Deployments.findOne({ platformId, services: { $ne: null } })
        .sort({ status: 1, _id: 1 })
        .lean<DeploymentDocument>();
      return found && toDeployment(found);
    },

    /**
     * Records a deployment that was not known; one that is known keeps its status.
     *
     * @param event told with a new one; null for one that only waits.
     * @returns false when it was known.
     */
    async record(
      platformId: string,
      deploymentId: string,
      status: Deployment['status'],
      now: Date,
      event: DomainEvent | null,
    ): Promise<boolean> {
      const pushed = event && pushEvents(event);
      return await insertOnce(Deployments, {
        _id: deploymentKeyOf(platformId, deploymentId),
        platformId,
        deploymentId,
        status,
        learnedOrigins: [],
        firstSeenAt: now,
        services: null,
        noticeHandler: null,
        events: pushed?.$push.events.$each ?? [],
        ...pushed?.$set,
      });
    },

    /** @returns false when no pending deployment has this key. */
    async approve(key: string, event: DomainEvent): Promise<boolean> {
      const { $push, $set } = pushEvents(event);
      const changed = await Deployments.updateOne(
        { _id: key, status: 'pending' },
        { $set: { status: 'approved', ...$set }, $push },
      );
      return changed.modifiedCount > 0;
    },

    async noteHandler(key: string, noticeHandler: NoticeHandlerOutcome): Promise<void> {
      await Deployments.updateOne({ _id: key }, { $set: { noticeHandler } });
    },

    async learnServices(key: string, services: LearnedServices): Promise<void> {
      await Deployments.updateOne({ _id: key }, { $set: { services } });
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
