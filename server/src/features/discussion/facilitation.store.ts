import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, type Eventful } from '../../platform/database/collection.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import type { Thread } from './discussion.domain.ts';
import type { Share } from './facilitation.domain.ts';
import type { PostDocument } from './post-documents.store.ts';
import { type ThreadDocument, toThread } from './thread-model.store.ts';
import { UNANSWERED } from './threads.store.ts';

/** That staff have told some members that they are missed. */
interface Nudge {
  readonly activityId: string;
  readonly memberIds: readonly string[];
  readonly by: string;
  readonly at: Date;
}
type NudgeDocument = Nudge & Eventful & { _id: string; courseId: string };

const required = { type: String, required: true };
const schema = new Schema<NudgeDocument>(
  {
    _id: required,
    courseId: required,
    activityId: required,
    memberIds: { type: [String] as never, required: true },
    by: required,
    at: { type: Date, required: true },
    events: { type: [Schema.Types.Mixed] as never, required: true },
    eventsSince: Date,
  },
  { versionKey: false, minimize: false, strict: 'throw' },
).index({ courseId: 1, activityId: 1, at: -1 });

/** Longer ones are looked at by nobody's hand: who has written most of hundreds of posts is seen in the figures. */
const TALK_MAX = 300;
const NUDGES_MAX = 500;

export type FacilitationStore = ReturnType<typeof createFacilitationStore>;

/** Queries of `threads` and `posts` for what staff should look at, and of `discussionNudges`. */
export function createFacilitationStore(connection: Connection) {
  const Nudges = defineCollection(connection, 'discussionNudges', schema, { events: true });
  const threads = () => connection.model<ThreadDocument>('threads');
  const posts = () => connection.model<PostDocument>('posts');

  return {
    /** Threads that nobody has answered, the oldest first. */
    async listUnanswered(
      { courseId }: CourseScope,
      activityId: string,
      isUnanswered: keyof typeof UNANSWERED,
      limit: number,
    ): Promise<Thread[]> {
      const open = { gone: false, 'pin.at': null, lock: null, ...UNANSWERED[isUnanswered] };
      const found = await threads()
        .find({ courseId, activityId, ...open })
        .sort({ startedAt: 1, _id: 1 })
        .limit(limit)
        .lean<ThreadDocument[]>();
      return found.map(toThread);
    },

    /** Threads in which people talk, the latest first. @param least posts */
    async listTalks({ courseId }: CourseScope, activityId: string, least: number, limit: number) {
      const found = await threads()
        .find({ courseId, activityId, gone: false, lock: null, lastNumber: { $gte: least, $lte: TALK_MAX } })
        .sort({ lastPostAt: -1, _id: 1 })
        .limit(limit)
        .lean<ThreadDocument[]>();
      return found.map(toThread);
    },

    /** Who has written how much of some threads. */
    async listShares({ courseId }: CourseScope, threadIds: readonly string[]): Promise<Share[]> {
      if (threadIds.length === 0) return [];
      const found = await posts().aggregate<{ _id: Omit<Share, 'posts'>; posts: number }>([
        { $match: { courseId, threadId: { $in: threadIds }, deletedAt: null, hide: null } },
        { $group: { _id: { threadId: '$threadId', authorId: '$authorId' }, posts: { $sum: 1 } } },
      ]);
      return found.map(({ _id, posts: count }) => ({ ..._id, posts: count }));
    },

    /** When whoever is known to staff has written something last. */
    async listLastPosts({ courseId }: CourseScope, activityId: string): Promise<Map<string, Date>> {
      const found = await posts().aggregate<{ _id: string; at: Date }>([
        {
          $match: {
            courseId,
            activityId,
            deletedAt: null,
            // Who waits for staff is not quiet.
            $or: [{ hide: null }, { 'hide.waits': true }],
            promise: { $in: ['peers', 'none'] },
          },
        },
        { $group: { _id: '$authorId', at: { $max: '$at' } } },
      ]);
      return new Map(found.map(({ _id, at }) => [_id, at]));
    },

    /** Keeps whom staff tell that they are missed; once. */
    addNudge({ courseId }: CourseScope, id: string, nudge: Nudge, event: DomainEvent): Promise<boolean> {
      return insertOnce(Nudges, { _id: id, courseId, ...nudge, events: [event], eventsSince: event.at });
    },

    /** When members were told so last. */
    async listNudged({ courseId }: CourseScope, activityId: string): Promise<Map<string, Date>> {
      const found = await Nudges.find({ courseId, activityId }, { memberIds: 1, at: 1 })
        .sort({ at: -1 })
        .limit(NUDGES_MAX)
        .lean<Pick<Nudge, 'memberIds' | 'at'>[]>();
      // The newest last, so that it stands.
      return new Map(
        found.toReversed().flatMap(({ memberIds, at }) => memberIds.map((id) => [id, at] as const)),
      );
    },
  };
}
