import type { Connection } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { NamedMember, NamesLookup } from '../../core/names-lookup.ts';
import type { Promised } from '../../core/name-promise.ts';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, pushEvents } from '../../platform/database/collection.ts';
import { isDuplicateKey } from '../../platform/database/errors.ts';
import type { Words } from './bitmaps.domain.ts';
import type { Audience, Post, PostPlace, Thread } from './discussion.domain.ts';
import { newThread, type ThreadDocument, threadSchema, toThread } from './thread-model.store.ts';
import { type PostDocument, postIdOf, toPost } from './post-documents.store.ts';
import { wantedStages } from './post-places.store.ts';
import { createFollows, followStages, isFollowedIn, type WithFollow } from './follows.store.ts';
import { createReadMarks, type MarkDocument } from './read-marks.store.ts';
import { isSeenBy, seenBy } from './seen-by.store.ts';

/** What lookups leave in a thread's row. */
interface LookedUp extends WithFollow {
  readonly marks: readonly MarkDocument[];
  readonly posts?: readonly PostDocument[];
  readonly moved?: readonly PostDocument[];
}

export interface ListedThread extends Thread {
  readonly author: NamedMember | null;
  /** What the member has read of it. */
  readonly read: Words;
  readonly isFollowed: boolean;
}

/** A thread with what one member has read of it, and with one of its posts where that was asked for. */
export interface OwnThread extends Thread {
  readonly read: Words;
  readonly isFollowed: boolean;
  readonly post: Post | null;
  /** Where the post that was asked for has gone; null: nowhere, or it was never here. */
  readonly moved: PostPlace | null;
}

const SORTS = {
  activity: { field: 'lastPostAt', direction: -1 },
  newest: { field: 'startedAt', direction: -1 },
  oldest: { field: 'startedAt', direction: 1 },
  votes: { field: 'votes', direction: -1 },
} as const;

export interface ThreadQuery {
  readonly sort: keyof typeof SORTS;
  /** The last line of the page before. */
  readonly after: { readonly at: Date | number; readonly id: string } | null;
  /** These alone. */
  readonly ids: readonly string[] | null;
  /** Those alone that may be unanswered, one way or the other (`UNANSWERED`). */
  readonly isUnanswered: 'noReply' | 'noAnswer' | false;
  /** Of this group's space alone. */
  readonly groupId: string | null;
  readonly tag: string | null;
  /** Who has started them, and the promises under which the reader may know that; null: whoever. */
  readonly author: { readonly id: string; readonly promises: readonly Promised[] } | null;
}

/** What a thread is listed by, as a number: a moment, or its votes. */
export const listedBy = (thread: Thread, sort: ThreadQuery['sort']): number =>
  Number(thread[SORTS[sort].field]);

const SOME_HIDDEN = { hidden: { $nin: [null, {}, { 0: 0 }] } };

/** Threads that may be unanswered (`isUnanswered`): all that are, and some of which a post was hidden once. */
export const UNANSWERED = {
  noReply: { $or: [{ live: { 0: 2 } }, SOME_HIDDEN] },
  noAnswer: { $or: [{ accepted: null, 'endorsed.0': { $exists: false } }, SOME_HIDDEN] },
};

/** What a first post says of its thread. */
const calledBy = ({ n, title, tags, unapproved }: Post) =>
  n === 1 && title !== null ? { title, tags, unapproved } : {};

const markStages = (memberId: string) => [
  { $set: { ownKey: { $concat: ['$_id', '/', { $literal: memberId }] } } },
  { $lookup: { from: 'readMarks', localField: 'ownKey', foreignField: '_id', as: 'marks' } },
  ...followStages,
];

export type ThreadStore = ReturnType<typeof createThreadStore>;

/** Queries of `threads` and `readMarks`. */
export function createThreadStore(connection: Connection, names: NamesLookup) {
  const Threads = defineCollection(connection, 'threads', threadSchema, { events: true });

  return {
    /** The threads that an audience sees, on the first page pinned ones before the others, with what a member has read of them: one round trip. */
    async list(
      { courseId }: CourseScope,
      activityId: string,
      audience: Audience,
      memberId: string,
      { sort, after, ids, isUnanswered, groupId, tag, author }: ThreadQuery,
      limit: number,
    ): Promise<ListedThread[]> {
      const { field, direction } = SORTS[sort];
      const beyond = direction === 1 ? '$gt' : '$lt';
      const found = await Threads.aggregate<ThreadDocument & LookedUp>([
        {
          $match: {
            courseId,
            activityId,
            gone: false,
            ...seenBy(audience),
            ...(ids && { _id: { $in: ids } }),
            ...(tag !== null && { tags: tag }),
            ...(author && { authorId: author.id, promise: { $in: author.promises } }),
            $and: [
              groupId === null ? {} : { groupId: { $in: [null, groupId] } },
              isUnanswered ? UNANSWERED[isUnanswered] : {},
            ],
            ...(after && {
              'pin.at': null,
              $or: [{ [field]: { [beyond]: after.at } }, { [field]: after.at, _id: { $gt: after.id } }],
            }),
          },
        },
        { $sort: { 'pin.at': -1, [field]: direction, _id: 1 } },
        { $limit: limit },
        ...markStages(memberId),
        ...(names.stages('authorId') as never[]),
      ]);
      return found.map((one) => ({
        ...toThread(one),
        read: one.marks[0]?.words ?? {},
        isFollowed: isFollowedIn(one),
        author: names.memberIn(one),
      }));
    },

    /** Threads that an audience sees by what tells who has started them, the latest first. */
    async listStarted(
      { courseId }: CourseScope,
      activityId: string,
      audience: Audience,
      promises: readonly Promised[],
      limit: number,
    ): Promise<Pick<Thread, 'title' | 'authorId' | 'hidden'>[]> {
      return Threads.find(
        { courseId, activityId, gone: false, promise: { $in: [...promises] }, ...seenBy(audience) },
        { title: 1, authorId: 1, hidden: 1 },
      )
        .sort({ 'pin.at': -1, lastPostAt: -1, _id: 1 })
        .limit(limit)
        .lean<Pick<Thread, 'title' | 'authorId' | 'hidden'>[]>();
    },

    /** When a thread was started; null: there is none. */
    async startOf({ courseId }: CourseScope, threadId: string): Promise<Date | null> {
      const found = await Threads.findOne({ _id: threadId, courseId }, { startedAt: 1 }).lean<
        Pick<Thread, 'startedAt'>
      >();
      return found?.startedAt ?? null;
    },

    /** A thread that an audience sees, in one round trip. @param n brings this post along */
    async find(
      { courseId }: CourseScope,
      activityId: string,
      threadId: string,
      audience: Audience,
      memberId: string,
      n: number | null = null,
    ): Promise<OwnThread | null> {
      const [found] = await Threads.aggregate<ThreadDocument & LookedUp>([
        { $match: { _id: threadId, courseId, activityId, ...seenBy(audience) } },
        ...markStages(memberId),
        ...(n === null ? [] : wantedStages(postIdOf(threadId, n))),
      ]);
      if (!found) return null;
      const { marks, posts = [], moved = [] } = found;
      const [post] = [...posts, ...moved];
      const seen = post && isSeenBy(audience, post) ? toPost(post) : null;
      const isHere = seen?.threadId === threadId && seen.n === n;
      return Object.assign(toThread(found), {
        read: marks[0]?.words ?? {},
        isFollowed: isFollowedIn(found),
        post: isHere ? seen : null,
        moved: seen && !isHere ? { threadId: seen.threadId, n: seen.n } : null,
      });
    },

    /**
     * Notes in a thread what one of its posts is now, and makes the thread by its first post; it does not matter how often.
     *
     * @param openness of its promise
     * @param place the word of `live` that the post is in, and the mask that takes it out
     * @returns what the thread has noted then
     */
    async note(
      { courseId }: CourseScope,
      post: Post,
      openness: number,
      { index, mask }: { readonly index: string; readonly mask: number },
    ): Promise<Thread | null> {
      const { threadId, n, at, side, deletedAt, hide, unapproved } = post;
      // What nobody has approved yet makes a thread neither newer nor less known of.
      const signs = unapproved ? {} : { lastPostAt: at };
      if (n === 1) await makeThread(courseId, post, openness);
      const noted = await Threads.findOneAndUpdate(
        { _id: threadId, courseId },
        {
          $max: { lastNumber: n, ...signs },
          ...(!unapproved && { $min: { openness } }),
          $bit: {
            [`live.${index}`]: deletedAt || hide ? { and: mask } : { or: ~mask },
            [`hidden.${index}`]: hide && !deletedAt && !unapproved ? { or: ~mask } : { and: mask },
            [`held.${index}`]: unapproved && !deletedAt ? { or: ~mask } : { and: mask },
            ...(side && { [`sides.${side}.${index}`]: { or: ~mask } }),
          },
          ...(!deletedAt && { $set: { gone: false, ...calledBy(post) } }),
        },
        { returnDocument: 'after' },
      ).lean<ThreadDocument>();
      return noted && toThread(noted);
    },

    /** Notes how many upvotes a thread's first post has. */
    async setVotes({ courseId }: CourseScope, threadId: string, votes: number): Promise<void> {
      await Threads.updateOne({ _id: threadId, courseId }, { $set: { votes } });
    },

    /** Changes what is decided about a thread of this revision. @returns false when it has another */
    async change(
      { courseId }: CourseScope,
      { id, revision }: Pick<Thread, 'id' | 'revision'>,
      fields: Partial<Pick<Thread, 'accepted' | 'endorsed' | 'endorsedTalk'>>,
      ...events: DomainEvent[]
    ): Promise<boolean> {
      const pushed = events.length > 0 && pushEvents(...events);
      const { matchedCount } = await Threads.updateOne(
        { _id: id, courseId, revision: revision === 0 ? { $in: [0, null] } : revision },
        {
          $set: { ...fields, revision: revision + 1, ...(pushed && pushed.$set) },
          ...(pushed && { $push: pushed.$push }),
        },
      );
      return matchedCount === 1;
    },

    /** How many answers are accepted in threads of a discussion, and how many posts that answer nothing endorsed. */
    async countMarks({ courseId }: CourseScope, activityId: string) {
      const [found] = await Threads.aggregate<{ accepted: number; endorsedTalk: number }>([
        { $match: { courseId, activityId, gone: false } },
        {
          $group: {
            _id: null,
            accepted: { $sum: { $cond: [{ $gt: ['$accepted', null] }, 1, 0] } },
            endorsedTalk: { $sum: { $size: { $ifNull: ['$endorsedTalk', []] } } },
          },
        },
      ]);
      return { accepted: found?.accepted ?? 0, endorsedTalk: found?.endorsedTalk ?? 0 };
    },

    /** Notes that nothing of a thread is left, if nobody has written in it since. */
    async leave({ courseId }: CourseScope, threadId: string, lastNumber: number): Promise<void> {
      await Threads.updateOne({ _id: threadId, courseId, lastNumber }, { $set: { gone: true } });
    },

    ...createReadMarks(connection),
    ...createFollows(connection),
  };

  async function makeThread(courseId: string, post: Post, openness: number) {
    const $setOnInsert = newThread(post, openness);
    try {
      await Threads.updateOne({ _id: post.threadId, courseId }, { $setOnInsert }, { upsert: true });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  }
}
