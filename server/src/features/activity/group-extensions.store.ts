import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, type Eventful, pushEvents } from '../../platform/database/collection.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import type { ExtensionsByGroups, GroupExtension, MemberExtensions } from './timeline.domain.ts';

/** `_id`: activity/group. */
type GroupDocument = GroupExtension & Eventful & { _id: string; courseId: string };
/** `_id`: activity/member, so that it comes along with the member's own. */
type MemberDocument = MemberExtensions & Eventful & { _id: string; courseId: string };

/** Where members' extensions by groups are: also joined to rows of other collections. */
export const MEMBER_EXTENSIONS = 'memberGroupExtensions';

/** Extensions of groups in one course; more are not believed. */
const EXTENSIONS_MAX = 2_000;

const required = { type: String, required: true };
const events = { events: { type: [Schema.Types.Mixed] as never }, eventsSince: Date };
const options = { versionKey: false, minimize: false, strict: 'throw' } as const;

const groupSchema = new Schema<GroupDocument>(
  {
    _id: required,
    courseId: required,
    activityId: required,
    groupId: required,
    until: { type: Schema.Types.Mixed, required: true } as never,
    zone: required,
    reason: { type: String, default: '' },
    revision: { type: Number, required: true },
    changedAt: { type: Date, required: true },
    ...events,
  },
  options,
).index({ courseId: 1, activityId: 1, _id: 1 });

const memberSchema = new Schema<MemberDocument>(
  {
    _id: required,
    courseId: required,
    activityId: required,
    memberId: required,
    extensions: { type: [Schema.Types.Mixed] as never },
    lms: { type: Schema.Types.Mixed } as never,
    met: { type: [String], default: undefined } as never,
    releasedAt: Date,
    ...events,
  },
  options,
)
  .index({ courseId: 1, activityId: 1, _id: 1 })
  .index({ courseId: 1, memberId: 1 });

const toGroupExtension = ({
  _id,
  courseId,
  events: _,
  eventsSince,
  ...rest
}: GroupDocument): GroupExtension => rest;
const toMemberExtensions = ({
  activityId,
  memberId,
  extensions,
  lms,
  met,
  releasedAt,
}: MemberDocument): MemberExtensions => ({
  activityId,
  memberId,
  extensions,
  lms: lms ?? null,
  met: met ?? [],
  releasedAt: releasedAt ?? null,
});

export type GroupExtensionStore = ReturnType<typeof createGroupExtensionStore>;

/** What of it is about prerequisites. */
export type MetStore = Pick<GroupExtensionStore, 'listHaving' | 'addMet'>;

/** What of it is about the LMS's dates for single members. */
export type LmsExtensionStore = Pick<GroupExtensionStore, 'findLms' | 'listLms' | 'saveLms'>;

/** Queries of `groupExtensions` and of what members have by them. */
export function createGroupExtensionStore(connection: Connection) {
  const Groups = defineCollection(connection, 'groupExtensions', groupSchema, { events: true });
  const Members = defineCollection(connection, MEMBER_EXTENSIONS, memberSchema, { events: true });
  const list = async (filter: object): Promise<GroupExtension[]> =>
    (await Groups.find(filter).sort({ _id: 1 }).limit(EXTENSIONS_MAX).lean<GroupDocument[]>()).map(
      toGroupExtension,
    );

  return {
    async find(scope: CourseScope, activityId: string, groupId: string): Promise<GroupExtension | null> {
      const [found] = await list({ _id: `${activityId}/${groupId}`, courseId: scope.courseId });
      return found ?? null;
    },

    /** Those in force in an activity. */
    list: ({ courseId }: CourseScope, activityId: string): Promise<GroupExtension[]> =>
      list({ courseId, activityId, until: { $ne: {} } }),

    /** Those in force in the course. */
    listAll: ({ courseId }: CourseScope): Promise<GroupExtension[]> => list({ courseId, until: { $ne: {} } }),

    /** Writes an extension over the one before it. @returns false when somebody was faster */
    async save(scope: CourseScope, extension: GroupExtension, event: DomainEvent): Promise<boolean> {
      const { activityId, groupId, ...fields } = extension;
      const _id = `${activityId}/${groupId}`;
      const { courseId } = scope;
      if (fields.revision === 1) {
        const fresh = { _id, courseId, ...extension };
        return insertOnce(Groups, { ...fresh, events: [event], eventsSince: event.at });
      }
      const { $push, $set } = pushEvents(event);
      const result = await Groups.updateOne(
        { _id, courseId, revision: fields.revision - 1 },
        { $set: { ...fields, ...$set }, $push },
      );
      return result.modifiedCount === 1;
    },

    /** What some members have by their groups, in all activities. */
    async findOf({ courseId }: CourseScope, memberIds: readonly string[]): Promise<MemberExtensions[]> {
      const found = await Members.find({ courseId, memberId: { $in: memberIds } }).lean<MemberDocument[]>();
      return found.map(toMemberExtensions);
    },

    /** What some members have by their groups in one activity. */
    async findOfIn(
      { courseId }: CourseScope,
      activityId: string,
      memberIds: readonly string[],
    ): Promise<MemberExtensions[]> {
      const _id = { $in: memberIds.map((id) => `${activityId}/${id}`) };
      return (await Members.find({ _id, courseId }).lean<MemberDocument[]>()).map(toMemberExtensions);
    },

    /** Members who have something by a group, or had it once. */
    async listMembersWith({ courseId }: CourseScope, activityId: string): Promise<string[]> {
      const found = await Members.find({ courseId, activityId }, { memberId: 1 }).lean<MemberDocument[]>();
      return found.map(({ memberId }) => memberId);
    },

    async findLms(
      { courseId }: CourseScope,
      activityId: string,
      memberId: string,
    ): Promise<MemberExtensions['lms']> {
      const _id = `${activityId}/${memberId}`;
      return (await Members.findOne({ _id, courseId }).lean<MemberDocument>())?.lms ?? null;
    },

    /** Members whose dates in an activity differ by the LMS's word. */
    async listLms({ courseId }: CourseScope, activityId: string): Promise<string[]> {
      const filter = { courseId, activityId, lms: { $ne: null } };
      const found = await Members.find(filter, { memberId: 1 }).lean<MemberDocument[]>();
      return found.map(({ memberId }) => memberId);
    },

    /** @param until the member's own moments by step, as ISO 8601; none: they are everybody's */
    async saveLms(
      { courseId }: CourseScope,
      activityId: string,
      memberId: string,
      until: Readonly<Record<string, string>>,
      event: DomainEvent,
    ): Promise<void> {
      const { $push, $set } = pushEvents(event);
      // The LMS's moments are exact: no zone's days are meant.
      const lms = Object.keys(until).length > 0 ? { until, zone: 'UTC' } : null;
      await Members.updateOne(
        { _id: `${activityId}/${memberId}`, courseId },
        { $set: { lms, ...$set }, $setOnInsert: { activityId, memberId, extensions: [] }, $push },
        { upsert: true },
      );
    },

    /** Members who have met a prerequisite of an activity. */
    async listHaving({ courseId }: CourseScope, activityId: string, key: string): Promise<string[]> {
      const found = await Members.find({ courseId, activityId, met: key }, { memberId: 1 }).lean<
        MemberDocument[]
      >();
      return found.map(({ memberId }) => memberId);
    },

    /** Notes once that a member has met a prerequisite. */
    async addMet(
      { courseId }: CourseScope,
      activityId: string,
      memberId: string,
      key: string,
      event: DomainEvent,
    ): Promise<void> {
      const _id = `${activityId}/${memberId}`;
      const own = { extensions: [], lms: null, met: [key], releasedAt: null };
      const fresh = { _id, courseId, activityId, memberId, ...own };
      if (await insertOnce(Members, { ...fresh, events: [event], eventsSince: event.at })) return;
      const { $push, $set } = pushEvents(event);
      await Members.updateOne({ _id, courseId, met: { $ne: key } }, { $push: { ...$push, met: key }, $set });
    },

    /** Notes that results are released to some members; done again, it changes nothing. */
    async noteReleased(
      { courseId }: CourseScope,
      activityId: string,
      memberIds: readonly string[],
      releasedAt: Date,
    ): Promise<void> {
      await Members.bulkWrite(
        memberIds.map((memberId) => ({
          updateOne: {
            filter: { _id: `${activityId}/${memberId}`, courseId },
            update: { $set: { releasedAt }, $setOnInsert: { activityId, memberId, extensions: [] } },
            upsert: true,
          },
        })),
        { ordered: false },
      );
    },

    async replaceOf(
      { courseId }: CourseScope,
      { activityId, memberId, extensions }: ExtensionsByGroups,
      event: DomainEvent,
    ): Promise<void> {
      const { $push, $set } = pushEvents(event);
      await Members.updateOne(
        { _id: `${activityId}/${memberId}`, courseId },
        { $set: { activityId, memberId, extensions, ...$set }, $push },
        { upsert: true },
      );
    },
  };
}
