import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import { defineCollection } from '../../platform/database/collection.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import type { Words } from './bitmaps.domain.ts';
import type { Audience, Thread } from './discussion.domain.ts';
import type { MarkDocument } from './read-marks.store.ts';
import { seenBy } from './seen-by.store.ts';
import type { ThreadDocument } from './thread-model.store.ts';

export interface FollowDocument {
  /** thread/member */
  _id: string;
  courseId: string;
  activityId: string;
  threadId: string;
  memberId: string;
  /** False: somebody who has written there does not want to follow. */
  on: boolean;
  /** What was written before is no news. */
  since: Date;
  /** The act of staff that has moved posts here from a thread that they follow. */
  via?: string;
}

const required = { type: String, required: true };
const schema = new Schema<FollowDocument>(
  {
    _id: required,
    courseId: required,
    activityId: required,
    threadId: required,
    memberId: required,
    on: { type: Boolean, required: true },
    since: { type: Date, required: true },
    via: String,
  },
  { versionKey: false, strict: 'throw' },
)
  .index({ courseId: 1, threadId: 1, on: 1, _id: 1 })
  .index({ courseId: 1, activityId: 1, memberId: 1, on: 1 });

interface Follow {
  readonly activityId: string;
  readonly threadId: string;
  readonly memberId: string;
}

const idOf = ({ threadId, memberId }: Follow): string => `${threadId}/${memberId}`;

/** What is told of a thread that somebody follows. */
type FollowedThread = Pick<
  Thread,
  'id' | 'title' | 'authorId' | 'promise' | 'hidden' | 'live' | 'lastNumber'
> & {
  /** What they have read of it. */
  readonly read: Words;
};

/** Queries of `threadFollows`: who follows which threads. */
export function createFollows(connection: Connection) {
  const Follows = defineCollection(connection, 'threadFollows', schema);
  return {
    /** Whoever writes in a thread follows it, unless they have said otherwise. */
    async beginFollowing({ courseId }: CourseScope, follow: Follow, since: Date): Promise<void> {
      await insertOnce(Follows, { _id: idOf(follow), courseId, ...follow, on: true, since });
    },

    /** Follows a thread or does not any more; it does not matter how often. */
    async setFollowing({ courseId }: CourseScope, follow: Follow, on: boolean, since: Date): Promise<void> {
      const _id = idOf(follow);
      if (await insertOnce(Follows, { _id, courseId, ...follow, on, since })) return;
      await Follows.updateOne({ _id, courseId }, { $set: { on, since }, $unset: { via: 1 } });
    },

    /** Who followed a thread at a moment: the page after a member. */
    async listFollowers(
      { courseId }: CourseScope,
      threadId: string,
      at: Date,
      after: string | null,
      limit: number,
    ): Promise<string[]> {
      const _id = { $gt: `${threadId}/${after ?? ''}` };
      const found = await Follows.find(
        { courseId, threadId, on: true, since: { $lte: at }, _id },
        { memberId: 1 },
      )
        .sort({ _id: 1 })
        .limit(limit)
        .batchSize(limit)
        .lean<Pick<FollowDocument, 'memberId'>[]>();
      return found.map(({ memberId }) => memberId);
    },

    /** Threads of a discussion that a member follows and an audience sees, those first in which was written last: one round trip. */
    async listFollowedThreads(
      { courseId }: CourseScope,
      activityId: string,
      audience: Audience,
      memberId: string,
      limit: number,
    ): Promise<FollowedThread[]> {
      const found = await Follows.aggregate<ThreadDocument & { readonly marks: readonly MarkDocument[] }>([
        { $match: { courseId, activityId, memberId, on: true } },
        { $lookup: { from: 'threads', localField: 'threadId', foreignField: '_id', as: 'thread' } },
        { $unwind: '$thread' },
        // What somebody has read has the same key as that they follow.
        { $set: { 'thread.ownKey': '$_id' } },
        { $replaceRoot: { newRoot: '$thread' } },
        { $match: { courseId, activityId, gone: false, ...seenBy(audience) } },
        { $sort: { lastPostAt: -1, _id: 1 } },
        { $limit: limit },
        { $lookup: { from: 'readMarks', localField: 'ownKey', foreignField: '_id', as: 'marks' } },
      ]);
      return found.map(({ _id, title, authorId, promise, hidden, live, lastNumber, marks: [mark] }) => ({
        id: _id,
        title,
        authorId,
        promise,
        hidden: hidden ?? {},
        live,
        lastNumber,
        read: mark?.words ?? {},
      }));
    },

    /** The threads of a discussion that a member follows. */
    listFollowed({ courseId }: CourseScope, activityId: string, memberId: string): Promise<string[]> {
      return Follows.distinct('threadId', { courseId, activityId, memberId, on: true });
    },
  };
}

/** What somebody follows, brought along with threads whose rows have an `ownKey`. */
export const followStages = [
  { $lookup: { from: 'threadFollows', localField: 'ownKey', foreignField: '_id', as: 'follows' } as const },
];

export interface WithFollow {
  readonly follows: readonly FollowDocument[];
}

export const isFollowedIn = ({ follows: [follow] }: WithFollow): boolean => follow?.on === true;
