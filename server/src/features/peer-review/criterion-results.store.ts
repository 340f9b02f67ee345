import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, type Eventful, pushEvents } from '../../platform/database/collection.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import type { CriterionDecision, CriterionResult } from './criterion-results.domain.ts';

/** `_id`: activity/author/criterion. */
type ResultDocument = CriterionResult & Eventful & { _id: string };

/** Decisions kept beside a result; all are in the audit trail. */
const DECISIONS_KEPT = 50;
const required = { type: String, required: true };

const schema = new Schema<ResultDocument>(
  {
    _id: required,
    courseId: required,
    activityId: required,
    authorId: required,
    criterionId: required,
    points: { type: Number, default: null },
    revision: { type: Number, required: true },
    decisions: { type: [Schema.Types.Mixed] as never, required: true },
    events: { type: [Schema.Types.Mixed] as never, required: true },
    eventsSince: Date,
  },
  { versionKey: false, minimize: false, strict: 'throw' },
).index({ courseId: 1, activityId: 1, authorId: 1 });

const toResult = ({ _id, events: _events, eventsSince, ...rest }: ResultDocument): CriterionResult => rest;

export type CriterionResultStore = ReturnType<typeof createCriterionResultStore>;

/** Queries of `criterionResults`. */
export function createCriterionResultStore(connection: Connection) {
  const Results = defineCollection(connection, 'criterionResults', schema, { events: true });

  return {
    /** What was ever decided about some authors' works. */
    async listOf(
      { courseId }: CourseScope,
      activityId: string,
      authorIds: readonly string[],
    ): Promise<CriterionResult[]> {
      const filter = { courseId, activityId, authorId: { $in: [...authorIds] } };
      return (await Results.find(filter, { events: 0 }).lean<ResultDocument[]>()).map(toResult);
    },

    /** Stores a decision if nobody was faster. @returns whether it did */
    async decide(
      named: Pick<CriterionResult, 'courseId' | 'activityId' | 'authorId' | 'criterionId'>,
      decision: CriterionDecision,
      event: DomainEvent,
    ): Promise<boolean> {
      const { courseId, activityId, authorId, criterionId } = named;
      const _id = `${activityId}/${authorId}/${criterionId}`;
      const { points, revision } = decision;
      if (revision === 1)
        return insertOnce(Results, {
          _id,
          courseId,
          activityId,
          authorId,
          criterionId,
          points,
          revision,
          decisions: [decision],
          events: [event],
          eventsSince: event.at,
        });
      const { $push, $set } = pushEvents(event);
      const result = await Results.updateOne(
        { _id, courseId, revision: revision - 1 },
        {
          $set: { ...$set, points, revision },
          $push: { ...$push, decisions: { $each: [decision], $slice: -DECISIONS_KEPT } },
        },
      );
      return result.matchedCount === 1;
    },
  };
}
