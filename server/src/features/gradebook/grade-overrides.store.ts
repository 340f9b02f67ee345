import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, type Eventful } from '../../platform/database/collection.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import type { OverrideVersion } from './grade-overrides.domain.ts';

type VersionDocument = OverrideVersion & Eventful & { _id: string; courseId: string };

const required = { type: String, required: true };
const number = { type: Number, required: true };
const mixed = { type: Schema.Types.Mixed, default: null } as never;
const schema = new Schema<VersionDocument>(
  {
    /** column/member/revision */
    _id: required,
    courseId: required,
    activityId: required,
    columnId: required,
    memberId: required,
    revision: number,
    grade: mixed,
    excuse: mixed,
    waiver: mixed,
    runId: required,
    decided: { type: Schema.Types.Mixed, required: true } as never,
    events: { type: [Schema.Types.Mixed] as never, required: true },
    eventsSince: Date,
  },
  { versionKey: false, minimize: false, strict: 'throw' },
)
  .index({ courseId: 1, columnId: 1, memberId: 1, revision: -1 })
  .index({ courseId: 1, activityId: 1, memberId: 1 });

const toVersion = ({ _id, courseId, events, eventsSince, ...rest }: VersionDocument): OverrideVersion => rest;
const withoutEvents = { events: 0, eventsSince: 0 };

export type GradeOverrideStore = ReturnType<typeof createGradeOverrideStore>;

/** Queries of `gradeOverrides`: every decision of staff over a computed grade, one document each. */
export function createGradeOverrideStore(connection: Connection) {
  const Versions = defineCollection(connection, 'gradeOverrides', schema, { events: true });

  return {
    /** Adds the next decision. @returns false when somebody else has made one of this revision. */
    insert(scope: CourseScope, version: OverrideVersion, event: DomainEvent): Promise<boolean> {
      const { columnId, memberId, revision } = version;
      return insertOnce(Versions, {
        _id: `${columnId}/${memberId}/${revision}`,
        courseId: scope.courseId,
        ...version,
        events: [event],
        eventsSince: event.at,
      });
    },

    async find(
      scope: CourseScope,
      columnId: string,
      memberId: string,
      revision: number,
    ): Promise<OverrideVersion | null> {
      const _id = `${columnId}/${memberId}/${revision}`;
      const found = await Versions.findOne({ _id, courseId: scope.courseId }).lean<VersionDocument>();
      return found && toVersion(found);
    },

    /** The newest decisions about one member in one column, newest first. */
    async listOf(
      scope: CourseScope,
      columnId: string,
      memberId: string,
      limit: number,
    ): Promise<OverrideVersion[]> {
      const found = await Versions.find({ courseId: scope.courseId, columnId, memberId }, withoutEvents)
        .sort({ revision: -1 })
        .limit(limit)
        .lean<VersionDocument[]>();
      return found.map(toVersion);
    },

    /** Members of an activity about whom something was decided, by their ids: the page after `after`. */
    async listMembers(
      scope: CourseScope,
      activityId: string,
      after: string | null,
      limit: number,
    ): Promise<string[]> {
      const found = await Versions.aggregate<{ _id: string }>([
        {
          $match: {
            courseId: scope.courseId,
            activityId,
            ...(after !== null && { memberId: { $gt: after } }),
          },
        },
        { $group: { _id: '$memberId' } },
        { $sort: { _id: 1 } },
        { $limit: limit },
      ]);
      return found.map(({ _id }) => _id);
    },

    /** What stands for some members of an activity: the newest decision of each column and member. */
    async findCurrent(
      scope: CourseScope,
      activityId: string,
      memberIds: readonly string[],
    ): Promise<OverrideVersion[]> {
      const found = await Versions.find(
        { courseId: scope.courseId, activityId, memberId: { $in: memberIds } },
        withoutEvents,
      )
        .sort({ memberId: 1, revision: 1 })
        .lean<VersionDocument[]>();
      const newest = new Map(found.map((version) => [`${version.columnId}/${version.memberId}`, version]));
      return [...newest.values()].map(toVersion);
    },
  };
}
