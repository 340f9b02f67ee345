import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, type Eventful, pushEvents } from '../../platform/database/collection.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import type { GroupExtension, MemberExtensions } from './timeline.domain.ts';

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
const toMemberExtensions = ({ activityId, memberId, extensions }: MemberDocument): MemberExtensions => ({
  activityId,
  memberId,
  extensions,
});

export type GroupExtensionStore = ReturnType<typeof createGroupExtensionStore>;

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

    async replaceOf(
      { courseId }: CourseScope,
      { activityId, memberId, extensions }: MemberExtensions,
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
