import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import { defineCollection } from '../../platform/database/collection.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import { asRichText, emptyRichText, type RichText } from '../../contracts/plain-text.ts';
import type { Draft, ReviewContent, WorkContent } from './peer-review.domain.ts';

interface DraftDocument {
  /** kind/target/member */
  _id: string;
  courseId: string;
  content: unknown;
  revision: number;
  savedAt: Date;
}

const required = { type: String, required: true };
const schema = new Schema<DraftDocument>(
  {
    _id: required,
    courseId: required,
    content: { type: Schema.Types.Mixed },
    revision: { type: Number, required: true },
    savedAt: { type: Date, required: true },
  },
  { versionKey: false, minimize: false, strict: 'throw' },
);

/** Names a draft and says, by its type, what it holds. */
export interface DraftKey<Content> {
  readonly id: string;
  readonly empty: Content;
  /** Brings what was stored before texts were rich into today's shape. */
  readonly read: (stored: unknown) => Content;
}

export const workDraft = (activityId: string, memberId: string): DraftKey<WorkContent> => ({
  id: `submission/${activityId}/${memberId}`,
  empty: { text: emptyRichText(), files: [] },
  read: (stored) =>
    typeof stored === 'string' ? { text: asRichText(stored), files: [] } : (stored as WorkContent),
});

export const reviewDraft = (reviewId: string, memberId: string): DraftKey<ReviewContent> => ({
  id: `review/${reviewId}/${memberId}`,
  empty: { ratings: [], comment: emptyRichText() },
  read: (stored) => {
    const { ratings, comment } = stored as { ratings: ReviewContent['ratings']; comment: RichText | string };
    return { ratings, comment: asRichText(comment) };
  },
});

export type DraftStore = ReturnType<typeof createDraftStore>;

/** Queries of `drafts`: what people type, saved under a revision so that no tab writes over another's. */
export function createDraftStore(connection: Connection) {
  const Drafts = defineCollection(connection, 'drafts', schema);
  return {
    /** An empty draft of revision 0 when nothing was saved. */
    async find<Content>(scope: CourseScope, key: DraftKey<Content>): Promise<Draft<Content>> {
      const found = await Drafts.findOne({ _id: key.id, courseId: scope.courseId }).lean<DraftDocument>();
      if (!found) return { content: key.empty, revision: 0, savedAt: null };
      return { content: key.read(found.content), revision: found.revision, savedAt: found.savedAt };
    },

    /** Saves if the draft is still at `revision` (0: not there). @returns false when another save was faster. */
    async save<Content>(
      scope: CourseScope,
      key: DraftKey<Content>,
      content: Content,
      revision: number,
      now: Date,
    ): Promise<boolean> {
      if (revision > 0) {
        const result = await Drafts.updateOne(
          { _id: key.id, courseId: scope.courseId, revision },
          { $set: { content, revision: revision + 1, savedAt: now } },
        );
        return result.modifiedCount === 1;
      }
      return insertOnce(Drafts, {
        _id: key.id,
        courseId: scope.courseId,
        content,
        revision: 1,
        savedAt: now,
      });
    },
  };
}
