import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import { defineCollection } from '../../platform/database/collection.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import type { DraftKey } from './drafts.domain.ts';
import type { Draft } from './peer-review.domain.ts';

interface DraftDocument {
  /** kind/target/member */
  _id: string;
  courseId: string;
  content: unknown;
  revision: number;
  savedAt: Date;
  /** Who, where several write it. */
  savedBy?: string | null;
}

const required = { type: String, required: true };
const schema = new Schema<DraftDocument>(
  {
    _id: required,
    courseId: required,
    content: { type: Schema.Types.Mixed },
    revision: { type: Number, required: true },
    savedAt: { type: Date, required: true },
    savedBy: { type: String, default: null } as never,
  },
  { versionKey: false, minimize: false, strict: 'throw' },
);

export type DraftStore = ReturnType<typeof createDraftStore>;

/** Queries of `drafts`: what people type, saved under a revision so that no tab writes over another's. */
export function createDraftStore(connection: Connection) {
  const Drafts = defineCollection(connection, 'drafts', schema);
  return {
    /** An empty draft of revision 0 when nothing was saved. */
    async find<Content>(scope: CourseScope, key: DraftKey<Content>): Promise<Draft<Content>> {
      const found = await Drafts.findOne({ _id: key.id, courseId: scope.courseId }).lean<DraftDocument>();
      if (!found) return { content: key.empty, revision: 0, savedAt: null };
      const { content, revision, savedAt, savedBy = null } = found;
      return { content: key.read(content), revision, savedAt, savedBy };
    },

    /** Which of some drafts there are, by their ids. */
    async findIds(
      { courseId }: CourseScope,
      keys: readonly Pick<DraftKey<unknown>, 'id'>[],
    ): Promise<Set<string>> {
      const found = await Drafts.find({ _id: { $in: keys.map(({ id }) => id) }, courseId }, { _id: 1 }).lean<
        { _id: string }[]
      >();
      return new Set(found.map(({ _id }) => _id));
    },

    /** Members who have a draft, of those whose ids begin alike. @param prefix the id without its member */
    async listDrafting({ courseId }: CourseScope, prefix: string): Promise<string[]> {
      const found = await Drafts.find(
        { courseId, _id: { $gte: prefix, $lt: `${prefix}~` } },
        { _id: 1 },
      ).lean<{ _id: string }[]>();
      return found.map(({ _id }) => _id.slice(prefix.length));
    },

    /** Saves if the draft is still at `revision` (0: not there). @returns false when another save was faster. */
    async save<Content>(
      scope: CourseScope,
      key: DraftKey<Content>,
      content: Content,
      revision: number,
      now: Date,
      by: string | null = null,
    ): Promise<boolean> {
      if (revision > 0) {
        const result = await Drafts.updateOne(
          { _id: key.id, courseId: scope.courseId, revision },
          { $set: { content, revision: revision + 1, savedAt: now, savedBy: by } },
        );
        return result.modifiedCount === 1;
      }
      return insertOnce(Drafts, {
        _id: key.id,
        courseId: scope.courseId,
        content,
        revision: 1,
        savedAt: now,
        savedBy: by,
      });
    },
  };
}
