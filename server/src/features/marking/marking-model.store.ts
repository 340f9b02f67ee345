import { Schema } from 'mongoose';
import type { Eventful } from '../../platform/database/collection.ts';
import type { Mark, MarkingItem } from './marking.domain.ts';

export interface ItemDocument extends Omit<MarkingItem, 'id' | 'share' | 'lease'>, Eventful {
  /** The work's id. */
  _id: string;
  /** Empty: nobody's. */
  share: string;
  /** The share follows the author's section. */
  bySection?: boolean;
  /** Who has taken it, until `leaseEndsAt`; whatever stands here, it is free from then on. */
  leaseBy: string;
  leaseEndsAt: Date;
  /** Whether there is a mark that counts. */
  marked: boolean;
  /** Who has marked first what another person is to mark, too; empty otherwise. */
  firstBy: string;
  /** Whether two markers differ so much that the lead has to decide, and since when. */
  toSettle: boolean;
  settleSince?: Date | null;
}

export interface MarkDocument {
  /** work/n */
  _id: string;
  courseId: string;
  workId: string;
  mark: Mark;
}

const required = { type: String, required: true };
const mixed = { type: Schema.Types.Mixed, default: null } as never;
const options = { versionKey: false, minimize: false, strict: 'throw' } as const;

export const itemSchema = new Schema<ItemDocument>(
  {
    _id: required,
    courseId: required,
    activityId: required,
    memberId: required,
    share: { type: String, default: '' },
    bySection: { type: Boolean, default: false },
    leaseBy: { type: String, default: '' },
    leaseEndsAt: { type: Date, required: true },
    marked: { type: Boolean, required: true },
    twice: { type: Boolean, default: false },
    parts: { type: [Schema.Types.Mixed], default: [] } as never,
    firstBy: { type: String, default: '' },
    toSettle: { type: Boolean, default: false },
    settleSince: { type: Date, default: null },
    revision: { type: Number, required: true },
    draft: mixed,
    mark: mixed,
    events: { type: [Schema.Types.Mixed] as never, required: true },
    eventsSince: Date,
  },
  options,
)
  .index({ courseId: 1, activityId: 1, _id: 1 })
  .index({ courseId: 1, activityId: 1, marked: 1, share: 1, _id: 1 })
  .index({ courseId: 1, memberId: 1, _id: 1 })
  .index({ courseId: 1, settleSince: 1, _id: 1 }, { partialFilterExpression: { toSettle: true } });

export const markSchema = new Schema<MarkDocument>(
  {
    _id: required,
    courseId: required,
    workId: required,
    mark: { type: Schema.Types.Mixed, required: true } as never,
  },
  options,
).index({ courseId: 1, workId: 1, _id: 1 });

/** What stands for nobody where there is no id. */
export const NOBODYS = '';

const NEVER = new Date(0);
/** Not taken by anybody else. */
export const openTo = (memberId: string, now: Date) => ({
  $or: [{ leaseBy: memberId }, { leaseEndsAt: { $lte: now } }],
});

export const withoutEvents = { events: 0, eventsSince: 0 };
export const FREE = { leaseBy: '', leaseEndsAt: NEVER };

export const toItem = (document: ItemDocument): MarkingItem => {
  const {
    _id,
    share,
    bySection,
    leaseBy,
    leaseEndsAt,
    marked,
    firstBy,
    toSettle,
    settleSince,
    events,
    eventsSince,
    twice,
    parts,
    ...rest
  } = document;
  return {
    // Items of before two could mark a work have neither.
    twice: twice ?? false,
    parts: parts ?? [],
    id: _id,
    share: share === '' ? null : share,
    lease: leaseBy === '' ? null : { memberId: leaseBy, until: leaseEndsAt },
    ...rest,
  };
};
