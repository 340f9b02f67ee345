import type { Connection } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { pushEvents } from '../../platform/database/collection.ts';
import { insertMissing } from '../../platform/database/insert-once.ts';
import type { Words } from './bitmaps.domain.ts';
import type { Post } from './discussion.domain.ts';
import type { FollowDocument } from './follows.store.ts';
import type { PostMove, PostStand, StandingPost } from './moves.domain.ts';
import { answeredIdOf, NOTHING, type PostDocument, postIdOf, toPost } from './post-documents.store.ts';
import type { PlaceDocument } from './post-places.store.ts';
import type { MarkDocument } from './read-marks.store.ts';
import { newThread, type ThreadDocument } from './thread-model.store.ts';

/** More than a thread holds: read as one answer. */
const POSTS_MAX = 2_000_000;
/** Documents that are written by one command. */
const BATCH = 500;
/** Ids of a thread's documents by people lie between these. */
const within = (threadId: string, after = '') => ({ $gt: `${threadId}/${after}`, $lt: `${threadId}0` });

const batchesOf = <One>(all: readonly One[]): One[][] =>
  Array.from({ length: Math.ceil(all.length / BATCH) }, (_, index) =>
    all.slice(index * BATCH, (index + 1) * BATCH),
  );

/** What posts of before these were kept have none of. */
type Later = 'answeredId' | 'movedBy' | 'tags';

/** A post as far as its thread notes it. */
export type MovedPost = Pick<
  Post,
  'threadId' | 'n' | 'at' | 'deletedAt' | 'hide' | 'unapproved' | 'promise' | 'side'
>;

const STANDING = 'authorId threadId n path replyTo title tags answeredId movedBy';

/** What threads note of posts that come or go. */
interface NotedPosts {
  readonly live: Words;
  readonly hidden: Words;
  readonly held: Words;
  readonly pro: Words;
  readonly contra: Words;
  readonly endorsed: readonly number[];
  readonly endorsedTalk: readonly number[];
  /** Null: others see nothing of what has come. */
  readonly signs: { readonly lastPostAt: Date; readonly openness: number } | null;
}

const bits = (field: string, words: Words, op: (word: number) => object) =>
  Object.fromEntries(Object.entries(words).map(([index, word]) => [`${field}.${index}`, op(word)]));
const setting = (word: number) => ({ or: word });

export type MoveStore = ReturnType<typeof createMoveStore>;

/** Queries for posts that staff move from thread to thread. Each may be repeated. */
export function createMoveStore(connection: Connection) {
  const threads = () => connection.model<ThreadDocument>('threads');
  const posts = () => connection.model<PostDocument>('posts');
  const places = () => connection.model<PlaceDocument>('postPlaces');
  const marks = () => connection.model<MarkDocument>('readMarks');
  const follows = () => connection.model<FollowDocument>('threadFollows');

  return {
    /** The posts of a thread, the lowest number first: one round trip. */
    async listStanding({ courseId }: CourseScope, threadId: string): Promise<StandingPost[]> {
      const found = await posts()
        .find({ courseId, threadId }, STANDING)
        .sort({ n: 1 })
        .batchSize(POSTS_MAX)
        .lean<
          (Omit<PostStand, Later> & Partial<Pick<PostStand, Later>> & { _id: string; authorId: string })[]
        >();
      return found.map(({ _id, answeredId = null, movedBy = null, tags = [], ...post }) => ({
        id: _id,
        ...post,
        tags,
        answeredId,
        movedBy,
        answered: answeredIdOf({ ...post, answeredId }) ?? NOTHING,
      }));
    },

    async findById({ courseId }: CourseScope, id: string): Promise<Post | null> {
      const found = await posts().findOne({ _id: id, courseId }).lean<PostDocument>();
      return found && toPost(found);
    },

    /** Keeps numbers of a thread free after those that are taken. @returns the last that is; null: others were faster */
    async reserve(
      { courseId }: CourseScope,
      threadId: string,
      { lastNumber }: { readonly lastNumber: number },
      { slack, count }: { readonly slack: number; readonly count: number },
    ): Promise<number | null> {
      const { matchedCount } = await threads().updateOne(
        { _id: threadId, courseId, lastNumber },
        { $set: { lastNumber: lastNumber + slack + count } },
      );
      return matchedCount === 1 ? lastNumber + slack : null;
    },

    /** Makes the thread that a post is to begin, with nothing in it yet. */
    async beginThread({ courseId }: CourseScope, post: Post, openness: number, lastNumber: number) {
      const { threadId: _id } = post;
      await insertMissing(threads(), [
        { _id, courseId, ...newThread(post, openness), lastNumber, gone: true } as never,
      ]);
    },

    /** Writes down where posts go, before they do. */
    async plan({ courseId }: CourseScope, act: string, moves: readonly PostMove[]): Promise<void> {
      for (const batch of batchesOf(moves)) {
        const documents = batch.map(({ id, authorId, from, to }) => ({
          _id: postIdOf(to.threadId, to.n),
          courseId,
          act,
          postId: id,
          authorId,
          from,
          to,
        }));
        await insertMissing(places(), documents);
      }
    },

    /** What an act moves or has moved. */
    async listMoves({ courseId }: CourseScope, act: string): Promise<PostMove[]> {
      const found = await places()
        .find({ courseId, act })
        .sort({ _id: 1 })
        .batchSize(POSTS_MAX)
        .lean<PlaceDocument[]>();
      return found
        .map(({ postId, authorId, from, to }) => ({ id: postId, authorId, from, to }))
        .toSorted((a, b) => a.to.n - b.to.n);
    },

    /** Puts some posts in their places: each leaves one place and is in the other by the same write. */
    async move({ courseId }: CourseScope, batch: readonly PostMove[], at: Date): Promise<MovedPost[]> {
      await posts().bulkWrite(
        batch.map(({ id, from, to }) => ({
          updateOne: {
            filter: { _id: id, courseId, threadId: from.threadId, n: from.n },
            update: { $set: { ...to, tags: [...to.tags], changedAt: at } },
          },
        })),
        { ordered: false },
      );
      const found = await posts()
        .find(
          { _id: { $in: batch.map(({ id }) => id) }, courseId },
          { _id: 0, threadId: 1, n: 1, at: 1, deletedAt: 1, hide: 1, unapproved: 1, promise: 1, side: 1 },
        )
        .batchSize(BATCH)
        .lean<(Omit<MovedPost, 'hide' | 'side' | 'unapproved'> & Partial<MovedPost>)[]>();
      return found.map(({ hide = null, side = null, unapproved = false, ...post }) => ({
        ...post,
        hide,
        side,
        unapproved,
      }));
    },

    /** Says by which words a post is found. @returns false when it was changed meanwhile */
    async setTerms({ courseId }: CourseScope, { id, revision }: Post, terms: string[]): Promise<boolean> {
      const { matchedCount } = await posts().updateOne({ _id: id, courseId, revision }, { $set: { terms } });
      return matchedCount === 1;
    },

    /** Notes in a thread that posts have come. */
    async noteCome({ courseId }: CourseScope, threadId: string, noted: NotedPosts, at: Date): Promise<void> {
      const { live, hidden, held, pro, contra, endorsed, endorsedTalk, signs } = noted;
      const isThere = [live, hidden, held].some((words) => Object.keys(words).length > 0);
      await threads().collection.updateOne(
        { _id: threadId as never, courseId },
        {
          $bit: {
            ...bits('live', live, setting),
            ...bits('hidden', hidden, setting),
            ...bits('held', held, setting),
            ...bits('sides.pro', pro, setting),
            ...bits('sides.contra', contra, setting),
          } as never,
          $addToSet: { endorsed: { $each: endorsed }, endorsedTalk: { $each: endorsedTalk } },
          ...(signs && { $max: { lastPostAt: signs.lastPostAt }, $min: { openness: signs.openness } }),
          $inc: { arranged: 1 },
          $set: { arrangedAt: at, ...(isThere && { gone: false }) },
        },
      );
    },

    /** Notes in a thread that posts have gone. */
    async noteGone({ courseId }: CourseScope, threadId: string, gone: Words, at: Date): Promise<void> {
      const clearing = (word: number) => ({ and: ~word });
      await threads().collection.updateOne(
        { _id: threadId as never, courseId },
        {
          $bit: Object.assign(
            {},
            ...['live', 'hidden', 'held'].map((field) => bits(field, gone, clearing)),
          ) as never,
          $inc: { arranged: 1 },
          $set: { arrangedAt: at },
        },
      );
    },

    /** What the posts of a thread that others see say of when it was written in, and how little is known of by whom. */
    async listSigns({ courseId }: CourseScope, threadId: string): Promise<Pick<Post, 'at' | 'promise'>[]> {
      return posts()
        .find({ courseId, threadId, unapproved: { $ne: true } }, { _id: 0, at: 1, promise: 1 })
        .batchSize(POSTS_MAX)
        .lean<Pick<Post, 'at' | 'promise'>[]>();
    },

    /** Notes what follows from the posts that are left, if nobody has written since. */
    async settle(
      { courseId }: CourseScope,
      threadId: string,
      lastNumber: number,
      fields: { readonly gone: true } | { readonly lastPostAt: Date; readonly openness: number },
    ): Promise<void> {
      await threads().updateOne({ _id: threadId, courseId, lastNumber }, { $set: fields });
    },

    /** Tells that all is done, once. */
    async finish({ courseId }: CourseScope, threadId: string, key: string, event: DomainEvent) {
      const { $push, $set } = pushEvents(event);
      await threads().updateOne(
        { _id: threadId, courseId, arrangedBy: { $ne: key } },
        { $set: { arrangedBy: key, ...$set }, $push },
      );
    },

    /** Who has read what of a thread: some after a person. */
    async listReaders({ courseId }: CourseScope, threadId: string, after: string) {
      const found = await marks()
        .find({ _id: within(threadId, after), courseId })
        .sort({ _id: 1 })
        .limit(BATCH)
        .batchSize(BATCH)
        .lean<MarkDocument[]>();
      return found.map(({ _id, words }) => ({ memberId: _id.slice(threadId.length + 1), words }));
    },

    /** Joins what people have read of a thread to what they have. */
    async joinReaders(
      { courseId }: CourseScope,
      threadId: string,
      readers: readonly { readonly memberId: string; readonly words: Words }[],
    ): Promise<void> {
      if (readers.length === 0) return;
      await marks().collection.bulkWrite(
        readers.map(({ memberId, words }) => ({
          updateOne: {
            filter: { _id: `${threadId}/${memberId}` as never, courseId },
            update: { $bit: bits('words', words, setting) as never },
            upsert: true,
          },
        })),
        { ordered: false },
      );
    },

    /** Who follows a thread follows where its posts go, unless they have said otherwise there. @param via the act, @param only of these; null: all */
    async carryFollows(
      { courseId }: CourseScope,
      { from, to, via }: { readonly from: string; readonly to: string; readonly via: string },
      only: readonly string[] | null,
    ): Promise<void> {
      const some = { courseId, threadId: from, on: true, ...(only && { memberId: { $in: only } }) };
      let after = '';
      let page: FollowDocument[];
      do {
        page = await follows()
          .find({ ...some, _id: within(from, after) })
          .sort({ _id: 1 })
          .limit(BATCH)
          .batchSize(BATCH)
          .lean<FollowDocument[]>();
        await insertMissing(
          follows(),
          page.map((one) => ({ ...one, _id: `${to}/${one.memberId}`, threadId: to, via })),
        );
        after = page.at(-1)?.memberId ?? '';
      } while (page.length === BATCH);
    },

    /** Takes back what an act has made people follow. */
    async dropFollows({ courseId }: CourseScope, threadId: string, via: string): Promise<void> {
      await follows().deleteMany({ courseId, threadId, via });
    },

    /** Who has written what an act has moved. */
    listAuthors: ({ courseId }: CourseScope, act: string): Promise<string[]> =>
      places().distinct('authorId', { courseId, act }),
  };
}
