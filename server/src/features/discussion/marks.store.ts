import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, type Eventful, pushEvents } from '../../platform/database/collection.ts';
import { isDuplicateKey } from '../../platform/database/errors.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import type { MarkedMember, MarkVersion } from './marks.domain.ts';

/** `_id`: activity/member. */
type MarkDocument = Omit<MarkedMember, 'mark' | 'newest'> &
  Eventful & { _id: string; courseId: string; activityId: string; mark: Stored | null };
/** `_id`: activity/member/n. */
type VersionDocument = Stored & { _id: string; courseId: string };
/** Those of before there were other kinds have none, and no reason. */
type Stored = MarkVersion | Omit<Extract<MarkVersion, { kind: 'marked' }>, 'kind' | 'reason'>;

const required = { type: String, required: true };
const number = { type: Number, required: true };
const mixed = { type: Schema.Types.Mixed, default: null } as never;
const options = { versionKey: false, minimize: false, strict: 'throw' } as const;

const markSchema = new Schema<MarkDocument>(
  {
    _id: required,
    courseId: required,
    activityId: required,
    memberId: required,
    lease: mixed,
    revision: number,
    draft: mixed,
    mark: mixed,
    events: { type: [Schema.Types.Mixed] as never, required: true },
    eventsSince: Date,
  },
  options,
).index({ courseId: 1, activityId: 1, memberId: 1 });

const versionSchema = new Schema(
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
  },
  options,
).index({ courseId: 1, _id: 1 });

const idOf = (activityId: string, memberId: string): string => `${activityId}/${memberId}`;

const toVersion = (stored: Stored): MarkVersion =>
  'kind' in stored ? stored : { ...stored, kind: 'marked', reason: '' };

function toParticipant({ memberId, lease, revision, draft, mark }: MarkDocument): MarkedMember {
  const newest = mark && toVersion(mark);
  return { memberId, lease, revision, draft, mark: newest?.kind === 'marked' ? newest : null, newest };
}

export type ParticipantMarkStore = ReturnType<typeof createParticipantMarkStore>;

/** Queries of `discussionMarks`, what staff say of members now, and of `discussionMarkVersions`, what they said before. */
export function createParticipantMarkStore(connection: Connection) {
  const Marks = defineCollection(connection, 'discussionMarks', markSchema, { events: true });
  const Versions = defineCollection(connection, 'discussionMarkVersions', versionSchema);

  return {
    async find(
      { courseId }: CourseScope,
      activityId: string,
      memberId: string,
    ): Promise<MarkedMember | null> {
      const found = await Marks.findOne({ _id: idOf(activityId, memberId), courseId }).lean<MarkDocument>();
      return found && toParticipant(found);
    },

    async findMany(
      { courseId }: CourseScope,
      activityId: string,
      memberIds: readonly string[],
    ): Promise<Map<string, MarkedMember>> {
      const found = await Marks.find(
        { courseId, activityId, memberId: { $in: memberIds } },
        { events: 0 },
      ).lean<MarkDocument[]>();
      return new Map(found.map((one) => [one.memberId, toParticipant(one)]));
    },

    /** Takes a member, or keeps them for longer. @returns false when a colleague has them */
    async take(
      { courseId }: CourseScope,
      activityId: string,
      memberId: string,
      lease: { readonly by: string; readonly until: Date },
      now: Date,
    ): Promise<boolean> {
      const isFree = [{ lease: null }, { 'lease.by': lease.by }, { 'lease.until': { $lte: now } }];
      try {
        await Marks.updateOne(
          { _id: idOf(activityId, memberId), courseId, $or: isFree },
          {
            $set: { lease },
            $setOnInsert: { activityId, memberId, revision: 0, draft: null, mark: null, events: [] },
          },
          { upsert: true },
        );
        return true;
      } catch (error) {
        // It is there, and not free.
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },

    /** @returns false when somebody has written meanwhile */
    async saveDraft(
      { courseId }: CourseScope,
      activityId: string,
      { memberId, revision }: MarkedMember,
      draft: NonNullable<MarkedMember['draft']>,
      until: Date,
    ): Promise<boolean> {
      const { matchedCount } = await Marks.updateOne(
        { _id: idOf(activityId, memberId), courseId, revision },
        { $set: { draft, lease: { by: draft.by, until } }, $inc: { revision: 1 } },
      );
      return matchedCount > 0;
    },

    /** Writes the next version, keeps the one before, and gives the member back. @returns false as `saveDraft` */
    async advance(
      { courseId }: CourseScope,
      activityId: string,
      { memberId, revision, newest: before }: MarkedMember,
      mark: MarkVersion,
      event: DomainEvent,
    ): Promise<boolean> {
      const _id = idOf(activityId, memberId);
      if (before) await insertOnce(Versions, { _id: `${_id}/${before.n}`, courseId, ...before });
      const { $push, $set } = pushEvents(event);
      const { matchedCount } = await Marks.updateOne(
        { _id, courseId, revision },
        { $set: { mark, draft: null, lease: null, ...$set }, $inc: { revision: 1 }, $push },
      );
      return matchedCount > 0;
    },

    /** The versions before one, newest first. */
    async listBefore(
      { courseId }: CourseScope,
      activityId: string,
      memberId: string,
      before: number,
    ): Promise<MarkVersion[]> {
      const ids = Array.from(
        { length: Math.max(0, before - 1) },
        (_, index) => `${idOf(activityId, memberId)}/${index + 1}`,
      );
      const found = await Versions.find({ _id: { $in: ids }, courseId })
        .sort({ n: -1 })
        .lean<VersionDocument[]>();
      return found.map(({ _id, courseId: _course, ...version }) => toVersion(version));
    },
  };
}
