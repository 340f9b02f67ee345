import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, type Eventful, pushEvents } from '../../platform/database/collection.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import type { Group, GroupSet, OwnSetState } from './groups.domain.ts';

type SetDocument = Omit<GroupSet, 'id'> & Eventful & { _id: string };
type GroupDocument = Omit<Group, 'id'> & { _id: string };

const required = { type: String, required: true };
const optional = { type: String, default: null };
const count = { type: Number, default: 0 };
const options = { versionKey: false, strict: 'throw' } as const;

const setSchema = new Schema<SetDocument>(
  {
    _id: required,
    courseId: required,
    source: required as never,
    externalId: optional,
    name: optional,
    groups: count,
    members: count,
    own: { type: Schema.Types.Mixed, default: null } as never,
    events: { type: [Schema.Types.Mixed] as never },
    eventsSince: Date,
  },
  options,
).index({ courseId: 1 });

const groupSchema = new Schema<GroupDocument>(
  {
    _id: required,
    courseId: required,
    setId: required,
    source: required as never,
    externalId: optional,
    name: optional,
    // A group without name and id cannot be; mongoose would refuse an empty text as missing.
    sortName: { type: String, default: '' },
    status: required as never,
    own: { type: Schema.Types.Mixed, default: null } as never,
  },
  options,
).index({ courseId: 1, setId: 1, sortName: 1, _id: 1 });

// Those of before there were sets of the course's own have no such field.
const toSet = ({ _id, events, eventsSince, own, ...rest }: SetDocument): GroupSet => ({
  id: _id,
  ...rest,
  own: own ?? null,
});
const toGroup = ({ _id, own, ...rest }: GroupDocument): Group => ({ id: _id, ...rest, own: own ?? null });

/** Sets of a course are few; a file or an LMS that makes more is not believed. */
const SETS_MAX = 500;
/** More than any set has; a read of them all is one round trip. */
const GROUPS_AT_ONCE = 5_000;

export type GroupStore = ReturnType<typeof createGroupStore>;

/** Queries of `groupSets` and `groups`. */
export function createGroupStore(connection: Connection) {
  const Sets = defineCollection(connection, 'groupSets', setSchema, { events: true });
  const Groups = defineCollection(connection, 'groups', groupSchema);

  return {
    async listSets(scope: CourseScope): Promise<GroupSet[]> {
      const found = await Sets.find({ courseId: scope.courseId }, { events: 0 })
        .sort({ _id: 1 })
        .limit(SETS_MAX)
        .lean<SetDocument[]>();
      return found.map(toSet);
    },

    async findSet(scope: CourseScope, setId: string): Promise<GroupSet | null> {
      const filter = { _id: setId, courseId: scope.courseId };
      const found = await Sets.findOne(filter, { events: 0 }).lean<SetDocument>();
      return found && toSet(found);
    },

    /** Adds sets or gives known ones their present names. */
    async saveSets(sets: readonly GroupSet[]): Promise<void> {
      if (sets.length === 0) return;
      await Sets.bulkWrite(
        sets.slice(0, SETS_MAX).map(({ id, courseId, name, ...fixed }) => ({
          updateOne: {
            filter: { _id: id, courseId },
            update: {
              // A set that was read without a name keeps the one it has.
              ...(name !== null && { $set: { name } }),
              $setOnInsert: { ...fixed, ...(name === null && { name }), events: [] },
            },
            upsert: true,
          },
        })) as never,
        { ordered: false },
      );
    },

    /** @returns false when the set is there already. */
    insertOwnSet({ id, ...fields }: GroupSet, event: DomainEvent): Promise<boolean> {
      return insertOnce(Sets, { _id: id, ...fields, events: [event], eventsSince: event.at });
    },

    /** Writes a change of a set that is made here over the state before it. @returns false when somebody was faster */
    async changeOwnSet(
      scope: CourseScope,
      setId: string,
      name: string | null,
      own: OwnSetState,
      event: DomainEvent,
    ): Promise<boolean> {
      const { $push, $set } = pushEvents(event);
      const result = await Sets.updateOne(
        { _id: setId, courseId: scope.courseId, 'own.revision': own.revision - 1 },
        { $set: { name, own, ...$set }, $push },
      );
      return result.modifiedCount === 1;
    },

    /** The change of this revision has been carried out. */
    async endPending(scope: CourseScope, setId: string, revision: number): Promise<void> {
      await Sets.updateOne(
        { _id: setId, courseId: scope.courseId, 'own.revision': revision },
        {
          $set: { 'own.pending': null },
        },
      );
    },

    async saveCounts(
      scope: CourseScope,
      counts: readonly { id: string; groups: number; members: number }[],
    ): Promise<void> {
      if (counts.length === 0) return;
      await Sets.bulkWrite(
        counts.map(({ id, ...set }) => ({
          updateOne: { filter: { _id: id, courseId: scope.courseId }, update: { $set: set } },
        })) as never,
        { ordered: false },
      );
    },

    async pushSetEvent(scope: CourseScope, setId: string, event: DomainEvent): Promise<void> {
      await Sets.updateOne({ _id: setId, courseId: scope.courseId }, pushEvents(event));
    },

    /** Adds groups or brings them up to date: one that is named here is there again, whatever it was. */
    async saveGroups(groups: readonly Group[]): Promise<void> {
      if (groups.length === 0) return;
      await Groups.bulkWrite(
        groups.map(({ id, courseId, setId, name, sortName, status, own, ...fixed }) => {
          const named = { name, sortName };
          return {
            updateOne: {
              filter: { _id: id, courseId },
              update: {
                $set: { setId, status, own, ...(name !== null && named) },
                $setOnInsert: { ...fixed, ...(name === null && named) },
              },
              upsert: true,
            },
          };
        }) as never,
        { ordered: false },
      );
    },

    /** The groups of a set that are there, by name. @param limit 0: all */
    async listActiveOfSet(scope: CourseScope, setId: string, limit = 0): Promise<Group[]> {
      const found = await Groups.find({ courseId: scope.courseId, setId, status: 'active' })
        .sort({ sortName: 1, _id: 1 })
        .limit(limit)
        .batchSize(GROUPS_AT_ONCE)
        .lean<GroupDocument[]>();
      return found.map(toGroup);
    },

    /** The groups of several sets that are there, by name. */
    async listActiveOfSets(scope: CourseScope, setIds: readonly string[]): Promise<Group[]> {
      const found = await Groups.find({ courseId: scope.courseId, setId: { $in: setIds }, status: 'active' })
        .sort({ sortName: 1, _id: 1 })
        .lean<GroupDocument[]>();
      return found.map(toGroup);
    },

    async markGone(scope: CourseScope, ids: readonly string[]): Promise<void> {
      if (ids.length === 0) return;
      await Groups.updateMany({ _id: { $in: ids }, courseId: scope.courseId }, { $set: { status: 'gone' } });
    },

    async findGroups(scope: CourseScope, ids: readonly string[]): Promise<Group[]> {
      const found = await Groups.find({ _id: { $in: ids }, courseId: scope.courseId }).lean<
        GroupDocument[]
      >();
      return found.map(toGroup);
    },

    /** Every group of the course, those that are gone among them. */
    async listAllGroups(scope: CourseScope): Promise<Group[]> {
      const found = await Groups.find({ courseId: scope.courseId }).lean<GroupDocument[]>();
      return found.map(toGroup);
    },

    /** Groups that are there, by set. @param setId of this set alone */
    async countActive(scope: CourseScope, setId?: string): Promise<Map<string, number>> {
      const found = await Groups.aggregate<{ _id: string; groups: number }>([
        { $match: { courseId: scope.courseId, ...(setId !== undefined && { setId }), status: 'active' } },
        { $group: { _id: '$setId', groups: { $sum: 1 } } },
      ]);
      return new Map(found.map(({ _id, groups }) => [_id, groups]));
    },

    /** Groups of a set by name: the page after `after`. @param among these alone; absent: all */
    async listGroups(
      scope: CourseScope,
      setId: string,
      after: { sortName: string; id: string } | null,
      limit: number,
      { activeOnly, among }: { activeOnly: boolean; among?: readonly string[] | undefined },
    ): Promise<Group[]> {
      const later = after && {
        $or: [{ sortName: { $gt: after.sortName } }, { sortName: after.sortName, _id: { $gt: after.id } }],
      };
      const found = await Groups.find({
        courseId: scope.courseId,
        setId,
        ...(activeOnly && { status: 'active' }),
        ...(among && { _id: { $in: among } }),
        ...later,
      })
        .sort({ sortName: 1, _id: 1 })
        .limit(limit)
        .lean<GroupDocument[]>();
      return found.map(toGroup);
    },
  };
}
