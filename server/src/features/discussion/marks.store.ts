import type { Connection } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, pushEvents } from '../../platform/database/collection.ts';
import { isDuplicateKey } from '../../platform/database/errors.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import type { MarkedMember, MarkVersion, ParticipantPart } from './marks.domain.ts';
import {
  blank,
  idOf,
  type MarkDocument,
  markSchema,
  type Stored,
  toParticipant,
  toVersion,
  type VersionDocument,
  versionSchema,
} from './marks-model.store.ts';
import { sectionQueries } from './section-marks.store.ts';
import { twiceQueries } from './twice-marks.store.ts';

/** How far it is decided on a member. */
interface MemberShare {
  readonly memberId: string;
  readonly share: string | null;
  readonly isMarked: boolean;
  readonly twice: boolean;
  readonly hasParts: boolean;
  readonly toSettle: boolean;
}

const isDecided = ({ kind }: MarkVersion): boolean => kind === 'marked' || kind === 'excused';

export type ParticipantMarkStore = ReturnType<typeof createParticipantMarkStore>;

/** Queries of `discussionMarks`, what staff say of members now, and of `discussionMarkVersions`, what they said before. */
export function createParticipantMarkStore(connection: Connection) {
  const Marks = defineCollection(connection, 'discussionMarks', markSchema, { events: true });
  const Versions = defineCollection(connection, 'discussionMarkVersions', versionSchema);

  return {
    async find(
      { courseId }: CourseScope,
      activityId: string,
      memberId: string,
    ): Promise<MarkedMember | null> {
      const found = await Marks.findOne({ _id: idOf(activityId, memberId), courseId }).lean<MarkDocument>();
      return found && toParticipant(found);
    },

    async findMany(
      { courseId }: CourseScope,
      activityId: string,
      memberIds: readonly string[],
    ): Promise<Map<string, MarkedMember>> {
      const found = await Marks.find(
        { courseId, activityId, memberId: { $in: memberIds } },
        { events: 0 },
      ).lean<MarkDocument[]>();
      return new Map(found.map((one) => [one.memberId, toParticipant(one)]));
    },

    /** Of all members that anything is known of: in whose share they are, and how far it is decided on them. */
    async listShares({ courseId }: CourseScope, activityId: string): Promise<MemberShare[]> {
      const found = await Marks.find(
        { courseId, activityId },
        { memberId: 1, share: 1, twice: 1, toSettle: 1, 'parts.by': 1, 'mark.kind': 1, 'mark.n': 1 },
      ).lean<
        (Pick<MarkDocument, 'memberId' | 'share' | 'twice' | 'toSettle' | 'parts'> & { mark?: Stored })[]
      >();
      // Of a mark that is null, no fields are read.
      return found.map(({ memberId, share = null, twice, toSettle, parts = [], mark }) => ({
        memberId,
        share,
        isMarked: mark !== undefined && isDecided(toVersion(mark)),
        twice: twice === true,
        hasParts: parts.length > 0,
        toSettle: toSettle === true,
      }));
    },

    /** Puts members into shares. */
    async setShares(
      { courseId }: CourseScope,
      activityId: string,
      shares: ReadonlyMap<string | null, readonly string[]>,
      bySection: boolean,
    ): Promise<void> {
      const changes = [...shares].flatMap(([share, memberIds]) =>
        memberIds.map((memberId) => ({
          updateOne: {
            filter: { _id: idOf(activityId, memberId), courseId },
            update: {
              $set: { share, bySection },
              $setOnInsert: { ...blank(activityId, memberId), lease: null },
            },
            upsert: true,
          },
        })),
      );
      if (changes.length > 0) await Marks.bulkWrite(changes, { ordered: false });
    },

    /** Takes a member, or keeps them for longer. @returns false when a colleague has them */
    async take(
      { courseId }: CourseScope,
      activityId: string,
      memberId: string,
      lease: { readonly by: string; readonly until: Date },
      now: Date,
    ): Promise<boolean> {
      const isFree = [{ lease: null }, { 'lease.by': lease.by }, { 'lease.until': { $lte: now } }];
      try {
        await Marks.updateOne(
          { _id: idOf(activityId, memberId), courseId, $or: isFree },
          {
            $set: { lease },
            $setOnInsert: { ...blank(activityId, memberId), share: null },
          },
          { upsert: true },
        );
        return true;
      } catch (error) {
        // It is there, and not free.
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },

    /** @returns false when somebody else, or nobody, held them. */
    async giveBack(
      { courseId }: CourseScope,
      activityId: string,
      memberId: string,
      by: string,
    ): Promise<boolean> {
      const { modifiedCount } = await Marks.updateOne(
        { _id: idOf(activityId, memberId), courseId, 'lease.by': by },
        { $set: { lease: null } },
      );
      return modifiedCount === 1;
    },

    /** @returns false when somebody has written meanwhile */
    async saveDraft(
      { courseId }: CourseScope,
      activityId: string,
      { memberId, revision }: MarkedMember,
      draft: NonNullable<MarkedMember['draft']>,
      until: Date,
    ): Promise<boolean> {
      const { matchedCount } = await Marks.updateOne(
        { _id: idOf(activityId, memberId), courseId, revision },
        { $set: { draft, lease: { by: draft.by, until } }, $inc: { revision: 1 } },
      );
      return matchedCount > 0;
    },

    /** Writes the next version, keeps the one before, and gives the member back. @returns false as `saveDraft` */
    async advance(
      { courseId }: CourseScope,
      activityId: string,
      { memberId, revision, newest: before }: MarkedMember,
      { version: mark, parts }: { readonly version: MarkVersion; readonly parts: readonly ParticipantPart[] },
      event: DomainEvent,
    ): Promise<boolean> {
      const _id = idOf(activityId, memberId);
      if (before) await insertOnce(Versions, { _id: `${_id}/${before.n}`, courseId, ...before });
      const { $push, $set } = pushEvents(event);
      const toSettle = parts.length === 2 && !isDecided(mark);
      const standing = { mark, parts, toSettle, settleSince: toSettle ? mark.at : null };
      const { matchedCount } = await Marks.updateOne(
        { _id, courseId, revision },
        { $set: { ...standing, draft: null, lease: null, ...$set }, $inc: { revision: 1 }, $push },
      );
      return matchedCount > 0;
    },

    /** The versions before one, newest first. */
    async listBefore(
      { courseId }: CourseScope,
      activityId: string,
      memberId: string,
      before: number,
    ): Promise<MarkVersion[]> {
      const ids = Array.from(
        { length: Math.max(0, before - 1) },
        (_, index) => `${idOf(activityId, memberId)}/${index + 1}`,
      );
      const found = await Versions.find({ _id: { $in: ids }, courseId })
        .sort({ n: -1 })
        .lean<VersionDocument[]>();
      return found.map(({ _id, courseId: _course, ...version }) => toVersion(version));
    },

    ...twiceQueries(Marks),
    ...sectionQueries(Marks),
  };
}
