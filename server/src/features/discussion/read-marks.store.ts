import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import { defineCollection } from '../../platform/database/collection.ts';
import { isDuplicateKey } from '../../platform/database/errors.ts';
import type { Words } from './bitmaps.domain.ts';

export interface MarkDocument {
  /** thread/member */
  _id: string;
  courseId: string;
  words: Words;
}

const required = { type: String, required: true };
const schema = new Schema<MarkDocument>(
  {
    _id: required,
    courseId: required,
    words: { type: Schema.Types.Mixed, required: true } as never,
  },
  { versionKey: false, minimize: false, strict: 'throw' },
);

const markIdOf = (threadId: string, memberId: string): string => `${threadId}/${memberId}`;

/** Queries of `readMarks`: what people have read of threads. */
export function createReadMarks(connection: Connection) {
  const Marks = defineCollection(connection, 'readMarks', schema);

  /** Joins numbers to those that a member has read. @returns false when there is nothing yet to join them to */
  async function join(
    { courseId }: CourseScope,
    threadId: string,
    memberId: string,
    words: Words,
    upsert: boolean,
  ): Promise<boolean> {
    const $bit = Object.fromEntries(
      Object.entries(words).map(([index, word]) => [`words.${index}`, { or: word }]),
    );
    // Below mongoose, which knows no bits of mixed fields.
    const { matchedCount, upsertedCount } = await Marks.collection.updateOne(
      { _id: markIdOf(threadId, memberId) as never, courseId },
      { $bit },
      { upsert },
    );
    return matchedCount + upsertedCount > 0;
  }

  return {
    /** Joins to what a member has read. @returns false when nothing of the thread is noted yet: then it is not looked up */
    joinRead: (scope: CourseScope, threadId: string, memberId: string, words: Words) =>
      join(scope, threadId, memberId, words, false),

    /** The same for the first time. */
    async beginRead(scope: CourseScope, threadId: string, memberId: string, words: Words) {
      try {
        await join(scope, threadId, memberId, words, true);
      } catch (error) {
        // Another request of the same person made it at the same moment.
        if (!isDuplicateKey(error)) throw error;
        await join(scope, threadId, memberId, words, false);
      }
    },
  };
}
