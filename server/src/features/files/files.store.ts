import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import { defineCollection } from '../../platform/database/collection.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import type { FileItem, FileLink, FileUsage, StoredFile } from './files.domain.ts';

type FileDocument = Omit<StoredFile, 'id'> & {
  _id: string;
  /** When the clean-up looks at it; not set while it is kept. */
  dueAt?: Date;
};
type LinkDocument = Omit<FileLink, 'hash'> & { _id: string };

const required = { type: String, required: true };
const number = { type: Number, required: true };
const options = { versionKey: false, minimize: false, strict: 'throw' } as const;

const fileSchema = new Schema<FileDocument>(
  {
    _id: required,
    courseId: required,
    ownerId: required,
    item: { type: Schema.Types.Mixed, required: true } as never,
    name: required,
    size: number,
    chunkBytes: number,
    received: { type: [Number] as never, required: true },
    state: required as never,
    type: { type: String, default: null },
    anonymous: { type: Schema.Types.Mixed, default: null } as never,
    keptSince: { type: Date, default: null },
    createdAt: { type: Date, required: true },
    dueAt: Date,
  },
  options,
)
  .index({ courseId: 1, ownerId: 1, 'item.id': 1 })
  .index({ dueAt: 1 }, { partialFilterExpression: { dueAt: { $exists: true } } });

const linkSchema = new Schema<LinkDocument>(
  {
    _id: required,
    courseId: required,
    fileId: required,
    objectId: required,
    size: number,
    chunkBytes: number,
    type: required,
    name: required,
    download: { type: Boolean, required: true },
    expiresAt: { type: Date, required: true },
  },
  options,
)
  .index({ courseId: 1, fileId: 1 })
  .index({ expiresAt: 1 }, { expireAfterSeconds: 60 });

const toFile = ({ _id, dueAt: _dueAt, ...rest }: FileDocument): StoredFile => ({ id: _id, ...rest });
const after = { returnDocument: 'after' } as const;

export type FileStore = ReturnType<typeof createFileStore>;

/** Queries of `files` and `fileLinks`. */
export function createFileStore(connection: Connection) {
  const Files = defineCollection(connection, 'files', fileSchema);
  const Links = defineCollection(connection, 'fileLinks', linkSchema);

  const live = { state: { $ne: 'removed' as const } };

  return {
    /** @returns null when the course has no such file, or none any more. */
    async find(scope: CourseScope, id: string): Promise<StoredFile | null> {
      const found = await Files.findOne({ _id: id, courseId: scope.courseId, ...live }).lean<FileDocument>();
      return found && toFile(found);
    },

    async findReady(scope: CourseScope, ids: readonly string[]): Promise<StoredFile[]> {
      const found = await Files.find({
        _id: { $in: ids },
        courseId: scope.courseId,
        state: 'ready',
      }).lean<FileDocument[]>();
      return found.map(toFile);
    },

    async listUnfinished(scope: CourseScope, ownerId: string, item: FileItem): Promise<StoredFile[]> {
      const found = await Files.find({
        courseId: scope.courseId,
        ownerId,
        'item.id': item.id,
        'item.kind': item.kind,
        state: 'uploading',
      })
        .limit(100)
        .lean<FileDocument[]>();
      return found.map(toFile);
    },

    /** @returns false when the id is taken, here or in another course. */
    insert({ id, ...fields }: StoredFile, dueAt: Date): Promise<boolean> {
      return insertOnce(Files, { _id: id, ...fields, dueAt });
    },

    /** Takes back a file that was only announced. */
    async forget(scope: CourseScope, id: string): Promise<void> {
      await Files.deleteOne({
        _id: id,
        courseId: scope.courseId,
        state: 'uploading',
        received: { $size: 0 },
      });
    },

    /** What the course has, and one owner for one item, in one pass over the course's files. */
    async usage(scope: CourseScope, ownerId: string, item: FileItem): Promise<FileUsage> {
      const own = {
        $and: [
          { $eq: ['$ownerId', ownerId] },
          { $eq: ['$item.id', item.id] },
          { $eq: ['$item.kind', item.kind] },
        ],
      };
      const [sums] = await Files.aggregate<FileUsage>([
        { $match: { courseId: scope.courseId, ...live } },
        {
          $group: {
            _id: null,
            courseBytes: { $sum: '$size' },
            itemBytes: { $sum: { $cond: [own, '$size', 0] } },
            itemFiles: { $sum: { $cond: [{ $and: [own, { $eq: ['$keptSince', null] }] }, 1, 0] } },
          },
        },
      ]);
      return {
        courseBytes: sums?.courseBytes ?? 0,
        itemBytes: sums?.itemBytes ?? 0,
        itemFiles: sums?.itemFiles ?? 0,
      };
    },

    /** Notes a chunk that is stored. @returns the file after it, or null when it is no longer being uploaded. */
    async addReceived(scope: CourseScope, id: string, index: number): Promise<StoredFile | null> {
      const changed = await Files.findOneAndUpdate(
        { _id: id, courseId: scope.courseId, state: 'uploading' },
        { $addToSet: { received: index } },
        after,
      ).lean<FileDocument>();
      return changed && toFile(changed);
    },

    /** Ends the upload. @returns the file after it, or null when it is no longer being uploaded. */
    async finish(
      scope: CourseScope,
      id: string,
      result: Pick<StoredFile, 'name' | 'type' | 'anonymous'>,
      dueAt: Date,
    ): Promise<StoredFile | null> {
      const changed = await Files.findOneAndUpdate(
        { _id: id, courseId: scope.courseId, state: 'uploading' },
        { $set: { ...result, state: 'ready', dueAt } },
        after,
      ).lean<FileDocument>();
      return changed && toFile(changed);
    },

    /** Notes the anonymous content. @returns false when there is one already. */
    async setAnonymous(
      scope: CourseScope,
      id: string,
      anonymous: NonNullable<StoredFile['anonymous']>,
    ): Promise<boolean> {
      const result = await Files.updateOne(
        { _id: id, courseId: scope.courseId, state: 'ready', anonymous: null },
        { $set: { anonymous } },
      );
      return result.modifiedCount === 1;
    },

    /** From now on these stay. @returns how many of them are ready and for this item. */
    async keep(scope: CourseScope, item: FileItem, ids: readonly string[], now: Date): Promise<number> {
      const result = await Files.updateMany(
        {
          _id: { $in: ids },
          courseId: scope.courseId,
          'item.id': item.id,
          'item.kind': item.kind,
          state: 'ready',
        },
        { $set: { keptSince: now }, $unset: { dueAt: 1 } },
      );
      return result.matchedCount;
    },

    /** Takes away a file that is not kept; its content goes when it is due. @returns false when it is kept or gone. */
    async remove(courseId: string, id: string, dueAt: Date): Promise<boolean> {
      const result = await Files.updateOne(
        { _id: id, courseId, keptSince: null, ...live },
        { $set: { state: 'removed', dueAt } },
      );
      return result.modifiedCount === 1;
    },

    /** Takes away every file of a course, kept ones too; their contents go when they are due. */
    async removeAll({ courseId }: CourseScope, dueAt: Date): Promise<void> {
      await Links.deleteMany({ courseId });
      await Files.updateMany({ courseId, ...live }, { $set: { state: 'removed', keptSince: null, dueAt } });
    },

    /** Files whose time has come, whatever the course, longest due first. */
    async listDue(now: Date, limit: number): Promise<StoredFile[]> {
      const found = await Files.find({ dueAt: { $lte: now } })
        .sort({ dueAt: 1 })
        .limit(limit)
        .lean<FileDocument[]>();
      return found.map(toFile);
    },

    async postpone(courseId: string, id: string, dueAt: Date): Promise<void> {
      await Files.updateOne({ _id: id, courseId, keptSince: null }, { $set: { dueAt } });
    },

    /** The last of a removed file, after its content. */
    async erase(courseId: string, id: string): Promise<void> {
      await Files.deleteOne({ _id: id, courseId, state: 'removed' });
    },

    async insertLinks(links: readonly FileLink[]): Promise<void> {
      await Links.insertMany(links.map(({ hash, ...fields }) => ({ _id: hash, ...fields })));
    },

    /** A capability that has not expired. It names its course itself: whoever holds the secret need not. */
    async findLink(hash: string, now: Date): Promise<FileLink | null> {
      const found = await Links.findOne({ _id: hash, expiresAt: { $gt: now } }).lean<LinkDocument>();
      if (!found) return null;
      const { _id, ...fields } = found;
      return { hash: _id, ...fields };
    },

    async revokeLinks(courseId: string, fileIds: readonly string[]): Promise<void> {
      await Links.deleteMany({ courseId, fileId: { $in: fileIds } });
    },
  };
}
