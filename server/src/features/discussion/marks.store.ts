import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, type Eventful, pushEvents } from '../../platform/database/collection.ts';
import { isDuplicateKey } from '../../platform/database/errors.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import type { MarkedMember, ParticipantMark } from './marks.domain.ts';

/** `_id`: activity/member. */
type MarkDocument = MarkedMember & Eventful & { _id: string; courseId: string; activityId: string };
/** `_id`: activity/member/n. */
type VersionDocument = ParticipantMark & { _id: string; courseId: string };

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

const versionSchema = new Schema<VersionDocument>(
  {
    _id: required,
    courseId: required,
    n: number,
    by: required,
    at: { type: Date, required: true },
    ratings: mixed,
    comment: mixed,
    posts: mixed,
    points: number,
    maximum: number,
  },
  options,
).index({ courseId: 1, _id: 1 });

const idOf = (activityId: string, memberId: string): string => `${activityId}/${memberId}`;

const toParticipant = ({ memberId, lease, revision, draft, mark }: MarkDocument): MarkedMember => ({
  memberId,
  lease,
  revision,
  draft,
  mark,
});

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
      { memberId, revision, mark: before }: MarkedMember,
      mark: ParticipantMark,
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
  };
}
