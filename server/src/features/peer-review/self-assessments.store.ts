import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, type Eventful } from '../../platform/database/collection.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import type { SelfAssessment } from './self-assessment.domain.ts';

/** `_id`: activity/member/n. */
type SelfDocument = SelfAssessment & Eventful & { _id: string; courseId: string };

const required = { type: String, required: true };
const count = { type: Number, required: true };

const schema = new Schema<SelfDocument>(
  {
    _id: required,
    courseId: required,
    activityId: required,
    memberId: required,
    n: count,
    workVersion: count,
    ratings: { type: [Schema.Types.Mixed] as never, required: true },
    comment: { type: Schema.Types.Mixed, required: true } as never,
    inline: { type: [Schema.Types.Mixed] as never, default: undefined },
    at: { type: Date, required: true },
    events: { type: [Schema.Types.Mixed] as never, required: true },
    eventsSince: Date,
  },
  { versionKey: false, minimize: false, strict: 'throw' },
).index({ courseId: 1, activityId: 1, memberId: 1, n: 1 });

const toEntity = ({ _id, courseId, events, eventsSince, ...rest }: SelfDocument): SelfAssessment => rest;

export type SelfAssessmentStore = ReturnType<typeof createSelfAssessmentStore>;

/** Queries of `selfAssessments`: one document per version. */
export function createSelfAssessmentStore(connection: Connection) {
  const Selves = defineCollection(connection, 'selfAssessments', schema, { events: true });
  return {
    /** @returns false when this version was written already. */
    insert({ courseId }: CourseScope, version: SelfAssessment, event: DomainEvent): Promise<boolean> {
      const _id = `${version.activityId}/${version.memberId}/${version.n}`;
      return insertOnce(Selves, { _id, courseId, ...version, events: [event], eventsSince: event.at });
    },

    /** Those of some members who have one. */
    async listDone(
      { courseId }: CourseScope,
      activityId: string,
      memberIds: readonly string[],
    ): Promise<Set<string>> {
      const found = await Selves.find(
        { courseId, activityId, memberId: { $in: [...memberIds] }, n: 1 },
        { memberId: 1 },
      ).lean<SelfDocument[]>();
      return new Set(found.map(({ memberId }) => memberId));
    },

    async findLast(
      { courseId }: CourseScope,
      activityId: string,
      memberId: string,
    ): Promise<SelfAssessment | null> {
      const found = await Selves.findOne({ courseId, activityId, memberId }, { events: 0, eventsSince: 0 })
        .sort({ n: -1 })
        .lean<SelfDocument>();
      return found && toEntity(found);
    },
  };
}
