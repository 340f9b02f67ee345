import type { Connection } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, pushEvents } from '../../platform/database/collection.ts';
import { insertMissing, insertOnce } from '../../platform/database/insert-once.ts';
import {
  FREE,
  type ItemDocument,
  itemSchema,
  markSchema,
  openTo as open,
  toItem,
  withoutEvents,
} from './marking-model.store.ts';
import type { Mark, MarkDraft, MarkingItem, WorkToMark } from './marking.domain.ts';
import type { MarkVersion } from './twice.domain.ts';
import { sectionQueries } from './section-shares.store.ts';
import { twiceQueries } from './twice.store.ts';
import { wholeQueries } from './whole.store.ts';

/** A share with how many works are in it; `memberId` null: nobody's. */
export interface ShareCount {
  readonly memberId: string | null;
  readonly done: number;
  readonly total: number;
}

export type MarkingStore = ReturnType<typeof createMarkingStore>;

/** Queries of `markingItems` and `markVersions`. */
export function createMarkingStore(connection: Connection) {
  const Items = defineCollection(connection, 'markingItems', itemSchema, { events: true });
  const Marks = defineCollection(connection, 'markVersions', markSchema);
  const ofActivity = (scope: CourseScope, activityId: string) => ({ courseId: scope.courseId, activityId });
  const one = async (found: PromiseLike<ItemDocument | null>): Promise<MarkingItem | null> => {
    const document = await found;
    return document && toItem(document);
  };

  return {
    /** Adds works that are not there yet; those that are stay as they are. */
    async add(scope: CourseScope, activityId: string, works: readonly WorkToMark[]): Promise<void> {
      await insertMissing(
        Items,
        works.map(({ id, memberId }) => ({
          _id: id,
          ...ofActivity(scope, activityId),
          memberId,
          share: '',
          ...FREE,
          marked: false,
          twice: false,
          parts: [],
          firstBy: '',
          toSettle: false,
          revision: 0,
          draft: null,
          mark: null,
          events: [],
        })),
      );
    },

    find: (scope: CourseScope, activityId: string, workId: string): Promise<MarkingItem | null> =>
      one(
        Items.findOne({ _id: workId, ...ofActivity(scope, activityId) }, withoutEvents).lean<ItemDocument>(),
      ),

    /** The works of an activity, of some learners or all, by their ids: the page after `after`. */
    async list(
      scope: CourseScope,
      activityId: string,
      after: string | undefined,
      limit: number,
      memberIds: readonly string[] | null,
    ): Promise<MarkingItem[]> {
      const found = await Items.find(
        {
          ...ofActivity(scope, activityId),
          ...(after !== undefined && { _id: { $gt: after } }),
          ...(memberIds && { memberId: { $in: [...memberIds] } }),
        },
        withoutEvents,
      )
        .sort({ _id: 1 })
        .limit(limit)
        .lean<ItemDocument[]>();
      return found.map(toItem);
    },

    /** Some works of an activity; one that is not there is left out. */
    async findSome(
      scope: CourseScope,
      activityId: string,
      workIds: readonly string[],
    ): Promise<MarkingItem[]> {
      const found = await Items.find(
        { ...ofActivity(scope, activityId), _id: { $in: [...workIds] } },
        withoutEvents,
      )
        .sort({ _id: 1 })
        .lean<ItemDocument[]>();
      return found.map(toItem);
    },

    /** How many works each share has, and how many of them are marked. */
    async countShares(scope: CourseScope, activityId: string): Promise<ShareCount[]> {
      const found = await Items.aggregate<{ _id: string; done: number; total: number }>([
        { $match: ofActivity(scope, activityId) },
        {
          $group: {
            _id: '$share',
            total: { $sum: 1 },
            done: { $sum: { $cond: [{ $eq: ['$marked', true] }, 1, 0] } },
          },
        },
      ]);
      return found.map(({ _id, done, total }) => ({ memberId: _id === '' ? null : _id, done, total }));
    },

    /** The marks of an activity that count, by the learners they are about. */
    async listMarks(scope: CourseScope, activityId: string): Promise<{ memberId: string; mark: Mark }[]> {
      const found = await Items.find(
        { ...ofActivity(scope, activityId), marked: true },
        { memberId: 1, 'mark.kind': 1, 'mark.points': 1, 'mark.maximum': 1, 'mark.bulk': 1 },
      ).lean<ItemDocument[]>();
      return found.flatMap(({ memberId, mark }) => (mark ? [{ memberId, mark }] : []));
    },

    /** All works without a mark. */
    async listUnmarked(scope: CourseScope, activityId: string): Promise<WorkToMark[]> {
      const found = await Items.find(
        { ...ofActivity(scope, activityId), marked: false },
        { memberId: 1 },
      ).lean<Pick<ItemDocument, '_id' | 'memberId'>[]>();
      return found.map(({ _id, memberId }) => ({ id: _id, memberId }));
    },

    /** Puts works into shares; of all, those that were marked meanwhile stay where they are. */
    async setShares(
      scope: CourseScope,
      activityId: string,
      shares: ReadonlyMap<string | null, readonly string[]>,
      { of, bySection }: { readonly of: 'all' | 'some'; readonly bySection: boolean },
    ): Promise<void> {
      const changes = [...shares].filter(([, ids]) => ids.length > 0);
      if (changes.length === 0) return;
      await Items.bulkWrite(
        changes.map(([memberId, ids]) => ({
          updateMany: {
            filter: {
              ...ofActivity(scope, activityId),
              _id: { $in: [...ids] },
              ...(of === 'all' && { marked: false }),
            },
            update: { $set: { share: memberId ?? '', bySection } },
          },
        })),
        { ordered: false },
      );
    },

    /** A work without a mark that somebody holds already, taken for longer. */
    claimHeld: (scope: CourseScope, activityId: string, memberId: string, now: Date, until: Date) =>
      one(
        Items.findOneAndUpdate(
          { ...ofActivity(scope, activityId), marked: false, leaseBy: memberId, leaseEndsAt: { $gt: now } },
          { $set: { leaseEndsAt: until } },
          { sort: { _id: 1 }, returnDocument: 'after', projection: withoutEvents },
        ).lean<ItemDocument>(),
      ),

    /**
     * Takes a work without a mark that nobody holds: one document changed by one conditional update, so that of two who
     * claim at once each gets another. @param share null: nobody's; undefined: anybody's
     */
    claim: (
      scope: CourseScope,
      activityId: string,
      share: string | null | undefined,
      memberId: string,
      now: Date,
      until: Date,
    ) =>
      one(
        Items.findOneAndUpdate(
          {
            ...ofActivity(scope, activityId),
            marked: false,
            ...(share !== undefined && { share: share ?? '' }),
            // Nobody marks twice what two people mark, and what those do not agree on is the lead's.
            firstBy: { $ne: memberId },
            toSettle: { $ne: true },
            leaseEndsAt: { $lte: now },
          },
          { $set: { leaseBy: memberId, leaseEndsAt: until } },
          { sort: { _id: 1 }, returnDocument: 'after', projection: withoutEvents },
        ).lean<ItemDocument>(),
      ),

    /** Takes this very work, or keeps it for longer. @returns null when a colleague has it */
    take: (
      scope: CourseScope,
      activityId: string,
      workId: string,
      memberId: string,
      now: Date,
      until: Date,
    ) =>
      one(
        Items.findOneAndUpdate(
          { _id: workId, ...ofActivity(scope, activityId), ...open(memberId, now) },
          { $set: { leaseBy: memberId, leaseEndsAt: until } },
          { returnDocument: 'after', projection: withoutEvents },
        ).lean<ItemDocument>(),
      ),

    /** @returns false when somebody else, or nobody, held it. */
    async giveBack(
      scope: CourseScope,
      activityId: string,
      workId: string,
      memberId: string,
    ): Promise<boolean> {
      const result = await Items.updateOne(
        { _id: workId, ...ofActivity(scope, activityId), leaseBy: memberId },
        { $set: FREE },
      );
      return result.modifiedCount === 1;
    },

    /** Keeps a draft over the one of this revision, and the work for longer. @returns false: read again */
    async saveDraft(
      scope: CourseScope,
      item: MarkingItem,
      draft: MarkDraft,
      now: Date,
      until: Date,
    ): Promise<boolean> {
      const { id, activityId, revision } = item;
      const result = await Items.updateOne(
        { _id: id, ...ofActivity(scope, activityId), revision, ...open(draft.by, now) },
        { $set: { draft, leaseBy: draft.by, leaseEndsAt: until, revision: revision + 1 } },
      );
      return result.modifiedCount === 1;
    },

    /**
     * Puts the next version of a mark in the place of the one before, which is kept first: it cannot change any more, so
     * that doing this again changes nothing. Gives the work back. @returns false: read again
     */
    async advance(
      scope: CourseScope,
      item: MarkingItem,
      { mark, parts, marked, toSettle }: MarkVersion,
      now: Date,
      event: DomainEvent,
    ): Promise<boolean> {
      const { id, activityId, revision, mark: before } = item;
      const { courseId } = scope;
      if (before) await insertOnce(Marks, { _id: `${id}/${before.n}`, courseId, workId: id, mark: before });
      const { $push, $set } = pushEvents(event);
      const standing = {
        mark,
        parts,
        marked,
        firstBy: (parts.length === 1 && parts[0]?.by) || '',
        toSettle,
        settleSince: toSettle ? now : null,
      };
      const result = await Items.updateOne(
        { _id: id, ...ofActivity(scope, activityId), revision, ...open(mark.by, now) },
        { $set: { ...standing, draft: null, ...FREE, revision: revision + 1, ...$set }, $push },
      );
      return result.modifiedCount === 1;
    },

    ...wholeQueries(Items, Marks),
    ...twiceQueries(Items),
    ...sectionQueries(Items),
  };
}
