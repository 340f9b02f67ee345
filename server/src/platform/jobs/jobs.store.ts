import { type Connection, Schema } from 'mongoose';
import { defineCollection } from '../database/collection.ts';
import { isDuplicateKey } from '../database/errors.ts';
import type { Job } from './ports.ts';

interface JobDocument {
  /** `type/key`: the same key is the same job. */
  _id: string;
  type: string;
  key: string;
  payload: Record<string, unknown>;
  dueAt: Date;
  /** Names the run that holds the job; null while it waits. While held, `dueAt` is when the lease ends. */
  lease: string | null;
  /** Counts requests: one that comes while the job runs makes it run again. */
  requests: number;
  /** Runs begun since the last success. */
  tries: number;
  error: { message: string; at: Date } | null;
}

/** A job held by one run. */
export interface ClaimedJob {
  readonly id: string;
  readonly type: string;
  readonly key: string;
  readonly payload: Record<string, unknown>;
  readonly lease: string;
  readonly requests: number;
  readonly tries: number;
}

const required = { type: String, required: true };
const schema = new Schema<JobDocument>(
  {
    _id: required,
    type: required,
    key: required,
    payload: { type: Schema.Types.Mixed, required: true } as never,
    dueAt: { type: Date, required: true },
    lease: { type: String, default: null },
    requests: { type: Number, required: true },
    tries: { type: Number, required: true },
    error: { type: Schema.Types.Mixed, default: null } as never,
  },
  { versionKey: false, minimize: false, strict: 'throw' },
).index({ dueAt: 1 });

export type JobStore = ReturnType<typeof createJobStore>;

/** Queries of the `jobs` collection. A job is deleted when it is done: what is there is what has to be done. */
export function createJobStore(connection: Connection) {
  const Jobs = defineCollection(connection, 'jobs', schema);

  /** Adds a waiting job or brings its due time forward. @returns false when the job is held by a run. */
  async function addWaiting({ type, key, payload }: Job, dueAt: Date): Promise<boolean> {
    try {
      await Jobs.updateOne(
        { _id: `${type}/${key}`, lease: null },
        {
          $min: { dueAt },
          $inc: { requests: 1 },
          $setOnInsert: { type, key, payload, tries: 0, error: null },
        },
        { upsert: true },
      );
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  return {
    async add(job: Job, dueAt: Date): Promise<void> {
      // A run may end between the two statements; then the job has to be added after all.
      while (!(await addWaiting(job, dueAt))) {
        const held = await Jobs.updateOne(
          { _id: `${job.type}/${job.key}`, lease: { $ne: null } },
          { $inc: { requests: 1 } },
        );
        if (held.matchedCount === 1) return;
      }
    },

    /** Ends all leases: their holders are dead. */
    async endLeases(now: Date): Promise<void> {
      await Jobs.updateMany({ lease: { $ne: null } }, { $min: { dueAt: now } });
    },

    /** Takes the job that is longest due, also one whose lease has ended. */
    async claim(types: readonly string[], lease: string, now: Date, until: Date): Promise<ClaimedJob | null> {
      const job = await Jobs.findOneAndUpdate(
        { dueAt: { $lte: now }, type: { $in: types } },
        { $set: { lease, dueAt: until }, $inc: { tries: 1 } },
        { sort: { dueAt: 1 }, returnDocument: 'after' },
      ).lean<JobDocument>();
      if (!job) return null;
      const { _id: id, type, key, payload, requests, tries } = job;
      return { id, type, key, payload, lease, requests, tries };
    },

    /** @returns false when another run holds the job by now. */
    async renew(job: ClaimedJob, until: Date): Promise<boolean> {
      const renewed = await Jobs.updateOne({ _id: job.id, lease: job.lease }, { $set: { dueAt: until } });
      return renewed.matchedCount === 1;
    },

    /** Takes every job away that is about a course, also one that runs: what it does afterwards finds nothing. */
    async removeOf(courseId: string): Promise<void> {
      await Jobs.deleteMany({ 'payload.courseId': courseId });
    },

    /** Takes the job away. @returns false when it was asked for again meanwhile, or the lease is lost. */
    async remove(job: ClaimedJob): Promise<boolean> {
      const removed = await Jobs.deleteOne({ _id: job.id, lease: job.lease, requests: job.requests });
      return removed.deletedCount === 1;
    },

    /** Puts the job back to wait, without counting a failure. @returns false when the lease is lost. */
    async putBack(job: ClaimedJob, at: Date, now: Date): Promise<boolean> {
      const waiting = { lease: null, tries: 0, error: null };
      const held = { _id: job.id, lease: job.lease };
      const back = await Jobs.updateOne(
        { ...held, requests: job.requests },
        { $set: { ...waiting, dueAt: at } },
      );
      if (back.matchedCount === 1) return true;
      // Asked for while it ran: what it has read may be older than what it was asked for.
      const again = await Jobs.updateOne(held, { $set: { ...waiting, dueAt: now } });
      return again.matchedCount === 1;
    },

    /** Puts the job back to wait after a failure. @returns false when the lease is lost. */
    async fail(job: ClaimedJob, dueAt: Date, message: string, at: Date): Promise<boolean> {
      const failed = await Jobs.updateOne(
        { _id: job.id, lease: job.lease },
        { $set: { lease: null, dueAt, error: { message, at } } },
      );
      return failed.matchedCount === 1;
    },
  };
}
