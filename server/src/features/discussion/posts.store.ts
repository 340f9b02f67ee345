import type { Connection } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import type { Mentioned, NamedMember, NamesLookup } from '../../core/names-lookup.ts';
import { defineCollection, pushEvents } from '../../platform/database/collection.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import type { Reaction } from './reactions.domain.ts';
import { ownReactionStages, type WithGiven } from './reactions.store.ts';
import type { Side } from './modes.domain.ts';
import type { Audience, Post } from './discussion.domain.ts';
import { type PostDocument, postIdOf, postSchema, toPost } from './post-documents.store.ts';
import { createPostPlaces } from './post-places.store.ts';
import { createPostVersions } from './post-versions.store.ts';
import { seenBy } from './seen-by.store.ts';

/** A post with whose it is. */
export interface NamedPost extends Post {
  readonly author: NamedMember | null;
  readonly mentioned: readonly Mentioned[];
  /** What the reader has given to it. */
  readonly given: readonly Reaction[];
}

/** What is kept of a text beside it. */
export interface SaidText {
  readonly terms: string[];
  readonly words: number;
  /** Left out by what has never had any. */
  readonly fileIds?: string[];
}

/** Where a page of a thread begins: with a path, after one, or before one. */
export type PagePlace = { readonly $gte: string } | { readonly $gt: string } | { readonly $lt: string };

/** More than a thread holds. */
const POSTS_MAX = 2_000_000;

export type PostStore = ReturnType<typeof createPostStore>;

/** Queries of `posts`, which hold what is said now, and with `postVersions` what was said before. */
export function createPostStore(connection: Connection, names: NamesLookup) {
  const Posts = defineCollection(connection, 'posts', postSchema, { events: true });
  const places = createPostPlaces(connection);

  /** What a post is shown with: what the reader has given to it, and whose it is. */
  const stagesFor = (memberId: string) => [
    { $unset: 'terms' },
    ...ownReactionStages(memberId),
    ...(names.stages('authorId') as never[]),
    ...(names.stagesOfMany('mentions') as never[]),
  ];

  const toNamed = (one: PostDocument & WithGiven): NamedPost =>
    // Not spread: a page has dozens of posts with dozens of fields.
    Object.assign(toPost(one), {
      author: names.memberIn(one),
      mentioned: names.membersIn(one),
      given: one.given[0]?.kinds ?? [],
    });

  return {
    /** @returns false when its number is taken, or when it is written already. */
    insert(
      { courseId }: CourseScope,
      { id: _id, ...post }: Post,
      said: SaidText,
      event: DomainEvent,
    ): Promise<boolean> {
      return insertOnce(Posts, { _id, courseId, ...post, ...said, events: [event], eventsSince: event.at });
    },

    /** The post that stands in a place, or has stood there before staff moved it. */
    async find({ courseId }: CourseScope, threadId: string, n: number): Promise<Post | null> {
      const _id = postIdOf(threadId, n);
      const found =
        (await Posts.findOne({ _id, courseId }).lean<PostDocument>()) ??
        (await places.findStanding(courseId, _id));
      return found && toPost(found);
    },

    async findWritten({ courseId }: CourseScope, requestId: string): Promise<Post | null> {
      const found = await Posts.findOne({ courseId, requestId }).lean<PostDocument>();
      return found && toPost(found);
    },

    /** When something that others see was last written in a thread, up to the post of a number: posts that were moved have later ones. */
    async lastAt({ courseId }: CourseScope, threadId: string, n: number): Promise<Date | null> {
      const found = await Posts.findOne(
        { courseId, threadId, n: { $lte: n }, unapproved: { $ne: true } },
        { at: 1 },
      )
        .sort({ at: -1 })
        .lean<Pick<Post, 'at'>>();
      return found?.at ?? null;
    },

    /** Whether somebody has ever written something in a discussion. */
    async hasPosted({ courseId }: CourseScope, activityId: string, authorId: string): Promise<boolean> {
      return (await Posts.exists({ courseId, activityId, authorId })) !== null;
    },

    /** Whether anybody has. */
    async hasAny({ courseId }: CourseScope, activityId: string): Promise<boolean> {
      return (await Posts.exists({ courseId, activityId })) !== null;
    },

    /** How many posts of a discussion take a side, up to a limit. */
    countSide(
      { courseId }: CourseScope,
      activityId: string,
      audience: Audience,
      side: Side,
      limit: number,
    ): Promise<number> {
      return Posts.countDocuments(
        { courseId, activityId, side, deletedAt: null, hide: null, ...seenBy(audience) },
        { limit },
      );
    },

    /** How many posts take one, also those that cannot be read. */
    countSided({ courseId }: CourseScope, activityId: string): Promise<number> {
      return Posts.countDocuments({ courseId, activityId, side: { $ne: null } });
    },

    /** Who has written something in a discussion. */
    listAuthors({ courseId }: CourseScope, activityId: string): Promise<string[]> {
      return Posts.distinct('authorId', { courseId, activityId });
    },

    /** How many posts each has written in a discussion. */
    async countByAuthor({ courseId }: CourseScope, activityId: string): Promise<Map<string, number>> {
      const found = await Posts.aggregate<{ _id: string; posts: number }>([
        { $match: { courseId, activityId } },
        { $group: { _id: '$authorId', posts: { $sum: 1 } } },
      ]);
      return new Map(found.map(({ _id, posts }) => [_id, posts]));
    },

    /** The threads of a discussion in which somebody has written. */
    listThreadsOf({ courseId }: CourseScope, activityId: string, authorId: string): Promise<string[]> {
      return Posts.distinct('threadId', { courseId, activityId, authorId });
    },

    /** Posts of a thread that an audience sees, in reading order also where they were looked for backwards. */
    async listPage(
      { courseId }: CourseScope,
      threadId: string,
      audience: Audience,
      memberId: string,
      place: PagePlace,
      limit: number,
    ): Promise<NamedPost[]> {
      const isBackwards = '$lt' in place;
      const found = await Posts.aggregate<PostDocument & WithGiven>([
        { $match: { courseId, threadId, path: place, ...seenBy(audience) } },
        { $sort: { path: isBackwards ? -1 : 1 } },
        { $limit: limit },
        ...stagesFor(memberId),
      ]);
      const posts = found.map(toNamed);
      return isBackwards ? posts.reverse() : posts;
    },

    /** Posts with a higher number, and those that were changed since a moment; in no certain order. */
    async listChanged(
      { courseId }: CourseScope,
      threadId: string,
      audience: Audience,
      { last, since }: { readonly last: number; readonly since: Date },
      limit: number,
    ): Promise<NamedPost[]> {
      const seen = { courseId, threadId, ...seenBy(audience) };
      const [later, changed] = [{ n: { $gt: last } }, { changedAt: { $gte: since } }];
      const found = await Posts.aggregate<PostDocument & WithGiven>([
        {
          $match: {
            $or: [
              { ...seen, ...later },
              { ...seen, ...changed },
            ],
          },
        },
        { $limit: limit },
        ...stagesFor(audience.memberId),
      ]);
      return found.map(toNamed);
    },

    /** What replies to the first post of a thread, the most votes first. @param after votes and number of the last one */
    async listAnswers(
      { courseId }: CourseScope,
      threadId: string,
      memberId: string,
      after: { readonly votes: number; readonly n: number } | null,
      limit: number,
    ): Promise<NamedPost[]> {
      const votes = 'reactions.upvote';
      const found = await Posts.aggregate<PostDocument & WithGiven>([
        {
          $match: {
            courseId,
            threadId,
            replyTo: 1,
            deletedAt: null,
            hide: null,
            ...(after && {
              $or: [{ [votes]: { $lt: after.votes } }, { [votes]: after.votes, n: { $gt: after.n } }],
            }),
          },
        },
        { $sort: { [votes]: -1, n: 1 } },
        { $limit: limit },
        ...stagesFor(memberId),
      ]);
      return found.map(toNamed);
    },

    /** Notes how often something was given to a post. */
    async setReactions({ courseId }: CourseScope, postId: string, kind: Reaction, count: number) {
      await Posts.updateOne({ _id: postId, courseId }, { $set: { [`reactions.${kind}`]: count } });
    },

    /** The numbers of the posts after a place, in reading order. */
    async listNumbersAfter(
      { courseId }: CourseScope,
      threadId: string,
      audience: Audience,
      after: string,
      limit: number,
    ): Promise<number[]> {
      const found = await Posts.find(
        { courseId, threadId, path: { $gt: after }, ...seenBy(audience) },
        { _id: 0, n: 1 },
      )
        .sort({ path: 1 })
        .limit(limit)
        .lean<Pick<Post, 'n'>[]>();
      return found.map(({ n }) => n);
    },

    /** Where the posts with higher numbers stand. */
    listPlaces(
      { courseId }: CourseScope,
      threadId: string,
      after: number,
    ): Promise<Pick<Post, 'n' | 'path'>[]> {
      return (
        Posts.find({ courseId, threadId, n: { $gt: after } }, { _id: 0, n: 1, path: 1 })
          // As one answer, however many they are.
          .batchSize(POSTS_MAX)
          .lean<Pick<Post, 'n' | 'path'>[]>()
      );
    },

    /** The first of some posts in reading order, after a place. */
    async findNext(
      { courseId }: CourseScope,
      threadId: string,
      audience: Audience,
      numbers: readonly number[],
      after: string,
    ): Promise<number | null> {
      const found = await Posts.findOne(
        { courseId, threadId, path: { $gt: after }, n: { $in: numbers }, ...seenBy(audience) },
        { n: 1 },
      )
        .sort({ path: 1 })
        .lean<Pick<Post, 'n'>>();
      return found?.n ?? null;
    },

    /** Changes a post of this revision. @returns it as it is then, or null when it has another. */
    async change(
      { courseId }: CourseScope,
      { id, revision }: Pick<Post, 'id' | 'revision'>,
      fields: Partial<
        Pick<Post, 'title' | 'tags' | 'text' | 'files' | 'mentions' | 'editedAt' | 'deletedAt' | 'hide'>
      > &
        SaidText,
      event: DomainEvent,
    ): Promise<Post | null> {
      const { $push, $set } = pushEvents(event);
      const changed = await Posts.findOneAndUpdate(
        { _id: id, courseId, revision },
        { $set: { ...fields, changedAt: event.at, ...$set }, $inc: { revision: 1 }, $push },
        { returnDocument: 'after' },
      ).lean<PostDocument>();
      return changed && toPost(changed);
    },

    ...createPostVersions(connection),
  };
}
