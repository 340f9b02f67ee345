import { type Connection, type Model, Schema } from 'mongoose';
import { defineCollection, type Eventful } from '../../platform/database/collection.ts';
import type { GradeSlot } from './grade-slot.domain.ts';

export type SlotDocument = Omit<GradeSlot, 'id'> &
  Eventful & {
    _id: string;
    /** When the sender is to look at the slot; absent while there is nothing it could do. */
    dueAt?: Date;
    /** Since when the LMS lacks what it should have. */
    unsentSince?: Date;
    /** Names the one sender that holds the slot; it holds it until `leaseUntil`. */
    leaseToken: string | null;
    leaseUntil: Date;
  };

export const NO_LEASE = { leaseToken: null, leaseUntil: new Date(0) };

const required = { type: String, required: true };
const mixed = { type: Schema.Types.Mixed, default: null } as never;
const schema = new Schema<SlotDocument>(
  {
    _id: required,
    courseId: required,
    platformId: required,
    deploymentId: required,
    activityId: required,
    columnId: required,
    memberId: required,
    entries: { type: [Schema.Types.Mixed] as never, required: true },
    spilled: { type: Number, required: true },
    want: mixed,
    sent: mixed,
    deliveries: { type: [Schema.Types.Mixed] as never, required: true },
    dueAt: Date,
    unsentSince: Date,
    leaseToken: { type: String, default: null },
    leaseUntil: { type: Date, required: true },
    attempt: mixed,
    tries: { type: Number, required: true },
    problem: mixed,
    events: { type: [Schema.Types.Mixed] as never, required: true },
    eventsSince: Date,
  },
  { versionKey: false, minimize: false, strict: 'throw' },
)
  .index({ courseId: 1, columnId: 1, _id: 1 })
  .index({ dueAt: 1 }, { partialFilterExpression: { dueAt: { $exists: true } } })
  .index({ unsentSince: 1 }, { partialFilterExpression: { unsentSince: { $exists: true } } })
  .index(
    { courseId: 1, 'problem.since': 1, _id: 1 },
    { partialFilterExpression: { 'problem.since': { $exists: true } } },
  );

export const toSlot = (document: SlotDocument): GradeSlot => ({
  id: document._id,
  courseId: document.courseId,
  platformId: document.platformId,
  deploymentId: document.deploymentId,
  activityId: document.activityId,
  columnId: document.columnId,
  memberId: document.memberId,
  entries: document.entries,
  spilled: document.spilled,
  want: document.want,
  sent: document.sent,
  deliveries: document.deliveries,
  attempt: document.attempt,
  tries: document.tries,
  problem: document.problem,
});

export type SlotModel = Model<SlotDocument>;

/** The `gradeSlots` collection, used by the ledger's and the outbox's queries. */
export const defineSlots = (connection: Connection): SlotModel =>
  defineCollection(connection, 'gradeSlots', schema, { events: true });
