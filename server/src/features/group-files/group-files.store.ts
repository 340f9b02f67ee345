import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, type Eventful, pushEvents } from '../../platform/database/collection.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import type { FileVersion, GroupFile } from './group-files.domain.ts';

/** `version`: the newest. Versions are few and small: the contents are elsewhere. */
type FileDocument = Omit<GroupFile, 'entryId'> &
  Eventful & { _id: string; courseId: string; version: number };

const required = { type: String, required: true };
const schema = new Schema<FileDocument>(
  {
    _id: required,
    courseId: required,
    activityId: required,
    groupId: required,
    version: { type: Number, required: true },
    versions: { type: [Schema.Types.Mixed] as never, required: true },
    deletedAt: { type: Date, default: null } as never,
    events: { type: [Schema.Types.Mixed] as never, required: true },
    eventsSince: Date,
  },
  { versionKey: false, strict: 'throw' },
).index({ courseId: 1, activityId: 1, groupId: 1 });

const toFile = ({ _id, activityId, groupId, versions, deletedAt }: FileDocument): GroupFile => ({
  entryId: _id,
  activityId,
  groupId,
  versions,
  deletedAt,
});

type Key = Pick<GroupFile, 'entryId' | 'activityId' | 'groupId'>;
export type GroupFileStore = ReturnType<typeof createGroupFileStore>;

/** Queries of `groupFiles`. */
export function createGroupFileStore(connection: Connection) {
  const Files = defineCollection(connection, 'groupFiles', schema, { events: true });
  return {
    /** Deleted ones too. */
    async listOf({ courseId }: CourseScope, activityId: string, groupId: string): Promise<GroupFile[]> {
      const found = await Files.find({ courseId, activityId, groupId }, { events: 0 }).lean<FileDocument[]>();
      return found.map(toFile);
    },

    /** What is there of some groups, by its versions. */
    async listVersions({ courseId }: CourseScope, activityId: string, groupIds: readonly string[]) {
      const found = await Files.find(
        { courseId, activityId, groupId: { $in: groupIds } },
        { groupId: 1, versions: 1 },
      ).lean<Pick<FileDocument, 'groupId' | 'versions'>[]>();
      return found.flatMap(({ groupId, versions }) => versions.map((version) => ({ groupId, ...version })));
    },

    /** @returns false when somebody was faster */
    async put(
      { courseId }: CourseScope,
      key: Key,
      version: FileVersion,
      event: DomainEvent,
    ): Promise<boolean> {
      const { entryId: _id, activityId, groupId } = key;
      const { $push, $set } = pushEvents(event);
      const { n } = version;
      if (n === 1) {
        const fresh = { version: 1, versions: [version], deletedAt: null, events: [event], ...$set };
        return insertOnce(Files, { _id, courseId, activityId, groupId, ...fresh });
      }
      const { matchedCount } = await Files.updateOne(
        { _id, courseId, activityId, groupId, version: n - 1, deletedAt: null },
        { $set: { version: n, ...$set }, $push: { ...$push, versions: version } },
      );
      return matchedCount > 0;
    },

    async setDeleted(
      { courseId }: CourseScope,
      { entryId: _id, activityId, groupId }: Key,
      deletedAt: Date | null,
      event: DomainEvent,
    ): Promise<void> {
      const { $push, $set } = pushEvents(event);
      await Files.updateOne({ _id, courseId, activityId, groupId }, { $set: { deletedAt, ...$set }, $push });
    },
  };
}
