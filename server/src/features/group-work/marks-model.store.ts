import { Schema } from 'mongoose';
import type { Eventful } from '../../platform/database/collection.ts';
import type { DeliverableKey } from './group-work.domain.ts';
import type { DeliverableMark, MarkedDeliverable, MarkVersion } from './marks.domain.ts';

/** `_id`: activity/group/n. */
export type MarkDocument = Omit<
  MarkedDeliverable,
  'lease' | 'share' | 'mark' | 'newest' | 'twice' | 'parts'
> &
  Eventful & {
    _id: string;
    courseId: string;
    /** Marks of before there were leases, or shares, have none. */
    lease?: MarkedDeliverable['lease'];
    share?: string | null;
    /** Whether it is in that share since its group is in a section, and follows it to others. */
    bySection?: boolean;
    /** Null: it is not decided whether two people mark it; those of before that was possible have neither. */
    twice?: boolean | null;
    parts?: MarkedDeliverable['parts'];
    /** Whether two markers differ so much that the lead has to decide, and since when. */
    toSettle?: boolean;
    settleSince?: Date | null;
    mark: Stored | null;
  };
/** Those of before there were other kinds have none, and no reason. */
type Stored =
  | MarkVersion
  | (Omit<DeliverableMark, 'kind' | 'reason' | 'workVersion' | 'parts'> & { readonly version: number });
/** A mark that another has replaced. `_id`: activity/group/n/number. */
export interface VersionDocument {
  _id: string;
  courseId: string;
  mark: Stored;
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
    twice: { type: Boolean, default: null },
    parts: { type: [Schema.Types.Mixed], default: [] } as never,
    toSettle: { type: Boolean, default: false },
    settleSince: { type: Date, default: null },
    events: { type: [Schema.Types.Mixed] as never, required: true },
    eventsSince: Date,
  },
  options,
)
  .index({ courseId: 1, activityId: 1, groupId: 1 })
  .index({ courseId: 1, _id: 1 }, { partialFilterExpression: { bySection: true } })
  .index({ courseId: 1, settleSince: 1, _id: 1 }, { partialFilterExpression: { toSettle: true } });

export const versionSchema = new Schema<VersionDocument>(
  { _id: required, courseId: required, mark: mixed },
  options,
).index({
  courseId: 1,
  _id: 1,
});

export const idOf = ({ activityId, groupId, n }: DeliverableKey): string => `${activityId}/${groupId}/${n}`;

/** Nobody has decided anything on it, nor given the first of two marks. */
export const notDecided = { $or: [{ mark: null }, { 'mark.kind': 'undone' }], 'parts.0': { $exists: false } };

export function toVersion(stored: Stored): MarkVersion {
  if ('kind' in stored) return stored;
  const { version, ...mark } = stored;
  return { ...mark, kind: 'marked', reason: '', workVersion: version };
}

export function toMarked(document: MarkDocument): MarkedDeliverable {
  const { activityId, groupId, n, revision, mark, lease = null, share = null, twice, parts = [] } = document;
  const newest = mark && toVersion(mark);
  return {
    activityId,
    groupId,
    n,
    revision,
    mark: newest?.kind === 'marked' ? newest : null,
    newest,
    twice: twice === true,
    parts,
    lease,
    share,
  };
}

/** What makes the document, beside what is done to it. */
export const blank = ({ activityId, groupId, n }: DeliverableKey) => ({
  activityId,
  groupId,
  n,
  revision: 0,
  mark: null,
  events: [],
});
