import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import { defineCollection } from '../../platform/database/collection.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import type { PostContent, PostDraft } from './drafts.domain.ts';

interface DraftDocument {
  /** activity/target/member */
  _id: string;
  courseId: string;
  content: PostContent;
  revision: number;
  savedAt: Date;
}

const required = { type: String, required: true };
const schema = new Schema<DraftDocument>(
  {
    _id: required,
    courseId: required,
    content: { type: Schema.Types.Mixed, required: true } as never,
    revision: { type: Number, required: true },
    savedAt: { type: Date, required: true },
  },
  { versionKey: false, minimize: false, strict: 'throw' },
);

/** Names what somebody writes in a discussion. */
export interface DraftKey {
  readonly activityId: string;
  readonly target: string;
  readonly memberId: string;
}

/** What was typed before there were sides, tags and files has none. */
const toContent = (content: PostContent): PostContent => ({
  ...content,
  files: content.files ?? [],
  side: content.side ?? null,
  tags: content.tags ?? [],
});

const idOf = ({ activityId, target, memberId }: DraftKey): string => `${activityId}/${target}/${memberId}`;

export type PostDraftStore = ReturnType<typeof createPostDraftStore>;

/** Queries of `postDrafts`: what people type, saved under a revision so that no tab writes over another's. */
export function createPostDraftStore(connection: Connection) {
  const Drafts = defineCollection(connection, 'postDrafts', schema);
  return {
    async find({ courseId }: CourseScope, key: DraftKey): Promise<PostDraft | null> {
      const found = await Drafts.findOne({ _id: idOf(key), courseId }).lean<DraftDocument>();
      if (!found) return null;
      const { content, revision, savedAt } = found;
      return { ...toContent(content), revision, savedAt };
    },

    /** What a member types in a discussion, of all there is. */
    async listOf({ courseId }: CourseScope, activityId: string, memberId: string): Promise<PostContent[]> {
      const found = await Drafts.find({
        courseId,
        _id: { $gt: `${activityId}/`, $lt: `${activityId}0`, $regex: `/${memberId}$` },
      }).lean<DraftDocument[]>();
      return found.map(({ content }) => toContent(content));
    },

    /** @returns false when the draft is not at this revision any more. */
    async save(
      { courseId }: CourseScope,
      key: DraftKey,
      { title, text, files, side, tags }: PostContent,
      revision: number,
      savedAt: Date,
    ): Promise<boolean> {
      const content = { title, text, files, side, tags };
      const _id = idOf(key);
      if (revision === 0) return insertOnce(Drafts, { _id, courseId, content, revision: 1, savedAt });
      const { matchedCount } = await Drafts.updateOne(
        { _id, courseId, revision },
        { $set: { content, savedAt, revision: revision + 1 } },
      );
      return matchedCount === 1;
    },
  };
}
