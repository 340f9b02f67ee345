import { Schema } from 'mongoose';
import type { Eventful } from '../../platform/database/collection.ts';
import type { MarkedMember, MarkVersion, ParticipantMark } from './marks.domain.ts';

/** `_id`: activity/member. */
export type MarkDocument = Omit<MarkedMember, 'mark' | 'newest' | 'share' | 'twice' | 'parts'> &
  Eventful & {
    _id: string;
    courseId: string;
    activityId: string;
    share?: string | null;
    /** Whether they are in that share since they are in a section, and follow to others. */
    bySection?: boolean;
    /** Null: it is not decided whether two people mark them; those of before that was possible have neither. */
    twice?: boolean | null;
    parts?: MarkedMember['parts'];
    /** Whether two markers differ so much that the lead has to decide, and since when. */
    toSettle?: boolean;
    settleSince?: Date | null;
    mark: Stored | null;
  };
/** `_id`: activity/member/n. */
export type VersionDocument = Stored & { _id: string; courseId: string };
/** Those of before there were other kinds have none, and no reason. */
export type Stored = MarkVersion | Omit<ParticipantMark, 'kind' | 'reason'>;

const required = { type: String, required: true };
const number = { type: Number, required: true };
const mixed = { type: Schema.Types.Mixed, default: null } as never;
const options = { versionKey: false, minimize: false, strict: 'throw' } as const;

export const markSchema = new Schema<MarkDocument>(
  {
    _id: required,
    courseId: required,
    activityId: required,
    memberId: required,
    share: mixed,
    bySection: Boolean,
    twice: { type: Boolean, default: null },
    parts: { type: [Schema.Types.Mixed], default: [] } as never,
    toSettle: { type: Boolean, default: false },
    settleSince: { type: Date, default: null },
    lease: mixed,
    revision: number,
    draft: mixed,
    mark: mixed,
    events: { type: [Schema.Types.Mixed] as never, required: true },
    eventsSince: Date,
  },
  options,
)
  .index({ courseId: 1, activityId: 1, memberId: 1 })
  .index({ courseId: 1, memberId: 1 }, { partialFilterExpression: { bySection: true } })
  .index({ courseId: 1, settleSince: 1, _id: 1 }, { partialFilterExpression: { toSettle: true } });

export const versionSchema = new Schema(
  {
    _id: required,
    courseId: required,
    n: number,
    by: required,
    at: { type: Date, required: true },
    kind: String,
    reason: String,
    bulk: String,
    ratings: mixed,
    comment: mixed,
    posts: mixed,
    points: Number,
    maximum: Number,
    parts: mixed,
  },
  options,
).index({ courseId: 1, _id: 1 });

export const idOf = (activityId: string, memberId: string): string => `${activityId}/${memberId}`;

/** What is not decided by what makes the document. */
export const blank = (activityId: string, memberId: string) => ({
  activityId,
  memberId,
  revision: 0,
  draft: null,
  mark: null,
  events: [],
});

/** Nobody has decided anything on them, nor said the first of two words. */
export const notDecided = { $or: [{ mark: null }, { 'mark.kind': 'undone' }], 'parts.0': { $exists: false } };

export const toVersion = (stored: Stored): MarkVersion =>
  'kind' in stored ? stored : { ...stored, kind: 'marked', reason: '' };

export function toParticipant(document: MarkDocument): MarkedMember {
  const { memberId, share = null, lease, revision, draft, mark, twice, parts = [] } = document;
  const newest = mark && toVersion(mark);
  const decided = { twice: twice === true, parts, newest };
  return {
    memberId,
    share,
    lease,
    revision,
    draft,
    ...decided,
    mark: newest?.kind === 'marked' ? newest : null,
  };
}
