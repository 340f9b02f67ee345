import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, pushEvents } from '../../platform/database/collection.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import type { Post } from './discussion.domain.ts';
import type { HoldAct, ListedAct, MarkKind, ModerationAct, ModerationMark } from './moderation.domain.ts';
import { type PostDocument, toPost } from './post-documents.store.ts';
import { type ThreadDocument, titleStages, type WithTitle } from './thread-model.store.ts';

export type ActDocument = Omit<ModerationAct, 'id'> & {
  _id: string;
  courseId: string;
  done: boolean;
  moving?: true;
};

const required = { type: String, required: true };
const date = { type: Date, required: true };
const mixed = { type: Schema.Types.Mixed, default: null } as never;
const schema = new Schema<ActDocument>(
  {
    _id: required,
    courseId: required,
    activityId: required,
    kind: required as never,
    threadId: { type: String, default: null } as never,
    n: { type: Number, default: null } as never,
    memberId: { type: String, default: null } as never,
    before: mixed,
    after: mixed,
    by: required,
    at: date,
    undone: mixed,
    /** What it is about says so: an act that stopped before is no act. */
    done: { type: Boolean, required: true },
    work: mixed,
    back: mixed,
    /** Posts are on their way. */
    moving: Boolean as never,
  },
  { versionKey: false, minimize: false, strict: 'throw' },
)
  .index({ courseId: 1, activityId: 1, done: 1, at: -1, _id: 1 })
  // One of a discussion at a time.
  .index(
    { courseId: 1, activityId: 1, moving: 1 },
    { unique: true, partialFilterExpression: { moving: true } },
  );

/** What was done before posts could be moved has moved none, and what was before people were held is about nobody. */
export const toAct = ({ _id, courseId, done, moving, ...act }: ActDocument): ModerationAct => ({
  id: _id,
  ...act,
  memberId: act.memberId ?? null,
  work: act.work ?? null,
  back: act.back ?? null,
});

/** That a field says what it said when somebody looked. */
const stillSays = (kind: string, mark: ModerationMark | null) =>
  mark === null ? { [kind]: null } : { [`${kind}.act`]: mark.act };

interface Target {
  readonly kind: MarkKind;
  readonly threadId: string;
}
interface Change {
  readonly from: ModerationMark | null;
  readonly to: ModerationMark | null;
}

export type ModerationStore = ReturnType<typeof createModerationStore>;

/** Queries of `moderationActs`, and what acts change in `threads` and `posts`. */
export function createModerationStore(connection: Connection) {
  const Acts = defineCollection(connection, 'moderationActs', schema);
  const threads = () => connection.model<ThreadDocument>('threads');
  const posts = () => connection.model<PostDocument>('posts');

  return {
    /** Keeps what is about to be done, once. @returns what is kept under this id */
    async begin({ courseId }: CourseScope, { id, ...act }: ModerationAct): Promise<ModerationAct | null> {
      if (await insertOnce(Acts, { _id: id, courseId, ...act, done: false })) return { id, ...act };
      const found = await Acts.findOne({ _id: id, courseId }).lean<ActDocument>();
      return found && toAct(found);
    },

    async find({ courseId }: CourseScope, activityId: string, id: string): Promise<ModerationAct | null> {
      const found = await Acts.findOne({ _id: id, courseId, activityId, done: true }).lean<ActDocument>();
      return found && toAct(found);
    },

    /** Notes that an act was done. */
    async noteDone({ courseId }: CourseScope, id: string): Promise<void> {
      await Acts.updateOne({ _id: id, courseId }, { $set: { done: true } });
    },

    /** Notes by whom and when an act was taken back; the first word stands. */
    async noteUndone({ courseId }: CourseScope, id: string, by: string, at: Date): Promise<void> {
      await Acts.updateOne({ _id: id, courseId, undone: null }, { $set: { done: true, undone: { by, at } } });
    },

    /** Whether something that stands was done about the same person after an act. */
    async hasLater({ courseId }: CourseScope, { activityId, memberId, at }: HoldAct): Promise<boolean> {
      const later = { courseId, activityId, done: true, at: { $gt: at }, memberId, undone: null };
      return (await Acts.exists(later)) !== null;
    },

    /** Changes what is done about a thread. @returns false when something else stands there */
    async changeThread(
      { courseId }: CourseScope,
      { kind, threadId }: Target,
      { from, to }: Change,
      event: DomainEvent,
    ): Promise<boolean> {
      const { $push, $set } = pushEvents(event);
      const { matchedCount } = await threads().updateOne(
        { _id: threadId, courseId, ...stillSays(kind, from) },
        { $set: { [kind]: to, ...$set }, $push },
      );
      return matchedCount === 1;
    },

    /**
     * Hides a post, or shows it again, with the words by which it is found then. Who has seen it once may see that it is
     * hidden.
     *
     * @returns null as `changeThread`
     */
    async changePost(
      { courseId }: CourseScope,
      { id, revision }: Pick<Post, 'id' | 'revision'>,
      { from, to }: Change,
      terms: string[],
      event: DomainEvent,
    ): Promise<Post | null> {
      const { $push, $set } = pushEvents(event);
      const changed = await posts()
        .findOneAndUpdate(
          { _id: id, courseId, revision, ...stillSays('hide', from) },
          {
            $set: {
              hide: to,
              terms,
              changedAt: event.at,
              ...(to === null && { unapproved: false }),
              ...$set,
            },
            $inc: { revision: 1 },
            $push,
          },
          { returnDocument: 'after' },
        )
        .lean<PostDocument>();
      return changed && toPost(changed);
    },

    countPinned: ({ courseId }: CourseScope, activityId: string): Promise<number> =>
      threads().countDocuments({ courseId, activityId, 'pin.at': { $gt: new Date(0) } }),

    /** The newest first. @param after the last one of the page before */
    async list(
      { courseId }: CourseScope,
      activityId: string,
      after: { readonly at: Date; readonly id: string } | null,
      limit: number,
    ): Promise<ListedAct[]> {
      const found = await Acts.aggregate<ActDocument & WithTitle & { targets: string[] }>([
        {
          $match: {
            courseId,
            activityId,
            done: true,
            ...(after && { $or: [{ at: { $lt: after.at } }, { at: after.at, _id: { $gt: after.id } }] }),
          },
        },
        { $sort: { at: -1, _id: 1 } },
        { $limit: limit },
        ...titleStages,
        { $lookup: { from: 'threads', localField: 'work.to', foreignField: '_id', as: 'targets' } },
        { $set: { targets: '$targets.title' } },
      ]);
      return found.map(({ threads: [title = ''], targets: [toTitle = ''], ...act }) => ({
        ...toAct(act),
        title,
        toTitle,
      }));
    },
  };
}
