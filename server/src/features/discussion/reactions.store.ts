import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import { defineCollection } from '../../platform/database/collection.ts';
import { isDuplicateKey } from '../../platform/database/errors.ts';
import type { Reaction } from './reactions.domain.ts';

interface ReactionDocument {
  /** post/member: each has one of a kind at most. */
  _id: string;
  courseId: string;
  postId: string;
  kinds: Reaction[];
}

const required = { type: String, required: true };
const schema = new Schema<ReactionDocument>(
  { _id: required, courseId: required, postId: required, kinds: { type: [String] as never, required: true } },
  { versionKey: false, strict: 'throw' },
).index({ courseId: 1, postId: 1, kinds: 1 });

export type ReactionStore = ReturnType<typeof createReactionStore>;

/** Queries of `reactions`: who has given what. It is the truth; the counts at posts follow it. */
export function createReactionStore(connection: Connection) {
  const Reactions = defineCollection(connection, 'reactions', schema);

  async function add(courseId: string, postId: string, memberId: string, kind: Reaction): Promise<void> {
    await Reactions.updateOne(
      { _id: `${postId}/${memberId}`, courseId },
      { $addToSet: { kinds: kind }, $setOnInsert: { postId } },
      { upsert: true },
    );
  }

  return {
    /** Gives a reaction, or takes it back; it does not matter how often. */
    async set({ courseId }: CourseScope, postId: string, memberId: string, kind: Reaction, on: boolean) {
      if (!on) {
        await Reactions.updateOne({ _id: `${postId}/${memberId}`, courseId }, { $pull: { kinds: kind } });
        return;
      }
      try {
        await add(courseId, postId, memberId, kind);
      } catch (error) {
        // Another request of the same person was first.
        if (!isDuplicateKey(error)) throw error;
        await add(courseId, postId, memberId, kind);
      }
    },

    count: ({ courseId }: CourseScope, postId: string, kind: Reaction): Promise<number> =>
      Reactions.countDocuments({ courseId, postId, kinds: kind }),
  };
}

/** Stages that bring along what a member has given to the posts of an aggregation. */
export const ownReactionStages = (memberId: string) => [
  { $set: { ownKey: { $concat: ['$_id', '/', { $literal: memberId }] } } },
  { $lookup: { from: 'reactions', localField: 'ownKey', foreignField: '_id', as: 'given' } },
];

/** What those stages leave in a row. */
export interface WithGiven {
  readonly given: readonly ReactionDocument[];
}
