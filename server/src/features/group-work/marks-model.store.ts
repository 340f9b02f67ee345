import { Schema } from 'mongoose';
import type { Eventful } from '../../platform/database/collection.ts';
import type { DeliverableKey } from './group-work.domain.ts';
import type { DeliverableMark, MarkedDeliverable } from './marks.domain.ts';

/** `_id`: activity/group/n. */
export type MarkDocument = Omit<MarkedDeliverable, 'lease' | 'share'> &
  Eventful & {
    _id: string;
    courseId: string;
    /** Marks of before there were leases, or shares, have none. */
    lease?: MarkedDeliverable['lease'];
    share?: string | null;
    /** Whether it is in that share since its group is in a section, and follows it to others. */
    bySection?: boolean;
  };
/** A mark that another has replaced. `_id`: activity/group/n/number. */
interface VersionDocument {
  _id: string;
  courseId: string;
  mark: DeliverableMark;
}

const required = { type: String, required: true };
const number = { type: Number, required: true };
const mixed = { type: Schema.Types.Mixed, default: null } as never;
const options = { versionKey: false, minimize: false, strict: 'throw' } as const;

export const markSchema = new Schema<MarkDocument>(
  {
    _id: required,
    courseId: required,
    activityId: required,
    groupId: required,
    n: number,
    revision: number,
    mark: mixed,
    lease: mixed,
    share: mixed,
    bySection: Boolean,
    events: { type: [Schema.Types.Mixed] as never, required: true },
    eventsSince: Date,
  },
  options,
)
  .index({ courseId: 1, activityId: 1, groupId: 1 })
  .index({ courseId: 1, _id: 1 }, { partialFilterExpression: { bySection: true } });

export const versionSchema = new Schema<VersionDocument>(
  { _id: required, courseId: required, mark: mixed },
  options,
).index({
  courseId: 1,
  _id: 1,
});

export const idOf = ({ activityId, groupId, n }: DeliverableKey): string => `${activityId}/${groupId}/${n}`;

export const toMarked = ({
  activityId,
  groupId,
  n,
  revision,
  mark,
  lease = null,
  share = null,
}: MarkDocument): MarkedDeliverable => ({
  activityId,
  groupId,
  n,
  revision,
  mark,
  lease,
  share,
});

/** What makes the document, beside what is done to it. */
export const blank = ({ activityId, groupId, n }: DeliverableKey) => ({
  activityId,
  groupId,
  n,
  revision: 0,
  mark: null,
  events: [],
});
