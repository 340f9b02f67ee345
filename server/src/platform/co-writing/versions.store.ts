import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import { defineCollection } from '../database/collection.ts';
import { insertOnce } from '../database/insert-once.ts';
import { type createPieces, KEPT, type Kept } from '../database/pieces.ts';
import type { PageVersion } from './ports.ts';

/** `_id`: page/n. */
interface VersionDocument extends Kept, PageVersion {
  _id: string;
  courseId: string;
  pageId: string;
}

const required = { type: String, required: true };
const number = { type: Number, required: true };
const schema = new Schema<VersionDocument>(
  {
    _id: required,
    courseId: required,
    pageId: required,
    n: number,
    at: { type: Date, required: true },
    name: { type: String, default: null } as never,
    byId: { type: String, default: null } as never,
    restored: { type: Number, default: null } as never,
    added: { type: [{ _id: false, memberId: required, characters: number }], required: true } as never,
    removed: number,
    ...KEPT,
  },
  { versionKey: false, strict: 'throw' },
).index({ courseId: 1, pageId: 1, n: -1 });

const toVersion = ({ n, at, name, byId, restored, added, removed }: VersionDocument): PageVersion => ({
  n,
  at,
  name,
  byId,
  restored,
  added,
  removed,
});

export type VersionStore = ReturnType<typeof createVersionStore>;

/** Queries of `docVersions`: how a page stood, each once and never changed but for its name. */
export function createVersionStore(connection: Connection, pieces: ReturnType<typeof createPieces>) {
  const Versions = defineCollection(connection, 'docVersions', schema);

  async function withState(scope: CourseScope, found: VersionDocument | null) {
    if (!found) return null;
    const [state] = await pieces.join(scope, [found]);
    return state === undefined ? null : { ...toVersion(found), state };
  }

  return {
    /** @returns false when there is one of this number */
    async add(scope: CourseScope, pageId: string, version: PageVersion, state: Uint8Array): Promise<boolean> {
      const { courseId } = scope;
      const kept = await pieces.keep(scope, state);
      const _id = `${pageId}/${version.n}`;
      const isNew = await insertOnce(Versions, {
        _id,
        courseId,
        pageId,
        ...version,
        ...kept,
      });
      if (!isNew) await pieces.remove(scope, [kept]);
      return isNew;
    },

    /** With what was written; the newest when no number is given. */
    async find(scope: CourseScope, pageId: string, n?: number) {
      const { courseId } = scope;
      const query = Versions.findOne({ courseId, pageId, ...(n !== undefined && { n }) }).sort({ n: -1 });
      return withState(scope, await query.lean<VersionDocument>());
    },

    async setName({ courseId }: CourseScope, pageId: string, n: number, name: string | null, byId: string) {
      await Versions.updateOne({ _id: `${pageId}/${n}`, courseId }, { $set: { name, byId } });
    },

    /** What each member has added to some pages up to the newest version of each, and when last. */
    async tally({ courseId }: CourseScope, pageIds: readonly string[]) {
      const found = await Versions.aggregate<{
        _id: { page: string; member: string };
        characters: number;
        at: Date;
      }>([
        // A restored text was added before.
        { $match: { courseId, pageId: { $in: [...pageIds] }, restored: null } },
        { $unwind: '$added' },
        {
          $group: {
            _id: { page: '$pageId', member: '$added.memberId' },
            characters: { $sum: '$added.characters' },
            at: { $max: '$at' },
          },
        },
      ]);
      return found.map(({ _id, characters, at }) => ({
        pageId: _id.page,
        memberId: _id.member,
        characters,
        at,
      }));
    },

    /** The newest first, without what was written. */
    async list({ courseId }: CourseScope, pageId: string, before: number, limit: number) {
      const found = await Versions.find({ courseId, pageId, n: { $lt: before } }, { bytes: 0, pieces: 0 })
        .sort({ n: -1 })
        .limit(limit)
        .lean<VersionDocument[]>();
      return found.map(toVersion);
    },
  };
}
