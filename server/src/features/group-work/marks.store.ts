import type { Connection } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, pushEvents } from '../../platform/database/collection.ts';
import { isDuplicateKey } from '../../platform/database/errors.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import type { DeliverableKey } from './group-work.domain.ts';
import type { DeliverablePart, MarkedDeliverable, MarkVersion } from './marks.domain.ts';
import {
  blank,
  idOf,
  type MarkDocument,
  markSchema,
  toMarked,
  toVersion,
  type VersionDocument,
  versionSchema,
} from './marks-model.store.ts';
import { shareQueries } from './shared-marks.store.ts';
import { twiceQueries } from './twice-marks.store.ts';

/** Not taken by anybody else. */
const openTo = (memberId: string, now: Date) => ({
  $or: [{ lease: null }, { 'lease.by': memberId }, { 'lease.until': { $lte: now } }],
});

export type DeliverableMarkStore = ReturnType<typeof createDeliverableMarkStore>;

/** Queries of `deliverableMarks`, what staff give groups now, and of `deliverableMarkVersions`, what they gave before. */
export function createDeliverableMarkStore(connection: Connection) {
  const Marks = defineCollection(connection, 'deliverableMarks', markSchema, { events: true });
  const Versions = defineCollection(connection, 'deliverableMarkVersions', versionSchema);

  return {
    async find({ courseId }: CourseScope, key: DeliverableKey): Promise<MarkedDeliverable | null> {
      const found = await Marks.findOne({ _id: idOf(key), courseId }).lean<MarkDocument>();
      return found && toMarked(found);
    },

    async listOfGroups(
      { courseId }: CourseScope,
      activityId: string,
      groupIds: readonly string[],
    ): Promise<MarkedDeliverable[]> {
      const filter = { courseId, activityId, groupId: { $in: groupIds } };
      return (await Marks.find(filter, { events: 0 }).lean<MarkDocument[]>()).map(toMarked);
    },

    /** Takes a group's work, or keeps it for longer. @returns false when a colleague has it */
    async take(
      { courseId }: CourseScope,
      key: DeliverableKey,
      lease: { readonly by: string; readonly until: Date },
      now: Date,
    ): Promise<boolean> {
      try {
        await Marks.updateOne(
          { _id: idOf(key), courseId, ...openTo(lease.by, now) },
          { $set: { lease }, $setOnInsert: { ...blank(key), share: null } },
          { upsert: true },
        );
        return true;
      } catch (error) {
        // It is there, and not free.
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },

    /** @returns false when somebody else, or nobody, held it. */
    async giveBack({ courseId }: CourseScope, key: DeliverableKey, memberId: string): Promise<boolean> {
      const { modifiedCount } = await Marks.updateOne(
        { _id: idOf(key), courseId, 'lease.by': memberId },
        { $set: { lease: null } },
      );
      return modifiedCount === 1;
    },

    /**
     * Writes the next version of what its marker has taken, keeps the one before, and gives it back.
     *
     * @returns false when somebody has marked or taken it meanwhile
     */
    async advance(
      { courseId }: CourseScope,
      key: DeliverableKey & Pick<MarkedDeliverable, 'revision' | 'newest'>,
      { version: mark, parts }: { readonly version: MarkVersion; readonly parts: readonly DeliverablePart[] },
      event: DomainEvent,
    ): Promise<boolean> {
      const _id = idOf(key);
      const { revision, newest: before } = key;
      const { $push, $set } = pushEvents(event);
      if (before) await insertOnce(Versions, { _id: `${_id}/${before.n}`, courseId, mark: before });
      const toSettle = parts.length === 2 && mark.kind !== 'marked' && mark.kind !== 'excused';
      const standing = { mark, parts, toSettle, settleSince: toSettle ? mark.at : null };
      const { matchedCount } = await Marks.updateOne(
        { _id, courseId, revision, ...openTo(mark.by, mark.at) },
        { $set: { ...standing, lease: null, ...$set }, $inc: { revision: 1 }, $push },
      );
      return matchedCount > 0;
    },

    /** The versions before one, newest first. */
    async listBefore({ courseId }: CourseScope, key: DeliverableKey, before: number): Promise<MarkVersion[]> {
      const ids = Array.from({ length: Math.max(0, before - 1) }, (_, index) => `${idOf(key)}/${index + 1}`);
      if (ids.length === 0) return [];
      const found = await Versions.find({ _id: { $in: ids }, courseId }).lean<VersionDocument[]>();
      return found.map(({ mark }) => toVersion(mark)).sort((a, b) => b.n - a.n);
    },

    ...shareQueries(Marks),
    ...twiceQueries(Marks),
  };
}
