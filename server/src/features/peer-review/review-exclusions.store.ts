import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, type Eventful, pushEvents } from '../../platform/database/collection.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import type { ReviewExclusion } from './review-exclusions.domain.ts';

/** `_id`: course or activity, and the two people. */
type ExclusionDocument = ReviewExclusion & Eventful & { _id: string };

const required = { type: String, required: true };
const options = { versionKey: false, minimize: false, strict: 'throw' } as const;
/** More than a course has. */
const AT_ONCE = 100_000;

const schema = new Schema<ExclusionDocument>(
  {
    _id: required,
    courseId: required,
    activityId: { type: String, default: null },
    memberIds: { type: [String], required: true } as never,
    source: required as never,
    by: required,
    from: { type: Date, required: true },
    until: { type: Date, default: null },
    events: { type: [Schema.Types.Mixed] as never, required: true },
    eventsSince: Date,
  },
  options,
).index({ courseId: 1, activityId: 1 });

const toExclusion = ({ _id, events: _events, eventsSince, ...rest }: ExclusionDocument): ReviewExclusion =>
  rest;
const idOf = ({ courseId, activityId, memberIds }: ReviewExclusion): string =>
  `${activityId ?? courseId}/${memberIds.join('/')}`;

export type ReviewExclusionStore = ReturnType<typeof createReviewExclusionStore>;

/** Queries of `reviewExclusions`. */
export function createReviewExclusionStore(connection: Connection) {
  const Exclusions = defineCollection(connection, 'reviewExclusions', schema, { events: true });
  const list = async (filter: object): Promise<ReviewExclusion[]> =>
    (
      await Exclusions.find(filter, { events: 0, eventsSince: 0 })
        .batchSize(AT_ONCE)
        .lean<ExclusionDocument[]>()
    ).map(toExclusion);

  return {
    /** What holds now: in the whole course, or also what holds in one activity alone. */
    listActive: ({ courseId }: CourseScope, activityId: string | null): Promise<ReviewExclusion[]> =>
      list({
        courseId,
        activityId: activityId === null ? null : { $in: [null, activityId] },
        until: null,
      }),

    /** What held in the whole course at a moment, as far as it is known still. */
    listAt: ({ courseId }: CourseScope, at: Date): Promise<ReviewExclusion[]> =>
      list({
        courseId,
        activityId: null,
        from: { $lte: at },
        $or: [{ until: null }, { until: { $gt: at } }],
      }),

    /** Has it hold; one that holds already stays as it is. @returns whether anything changed */
    async add(exclusion: ReviewExclusion, event: DomainEvent): Promise<boolean> {
      const _id = idOf(exclusion);
      const { courseId, source, by, from } = exclusion;
      const isNew = await insertOnce(Exclusions, {
        _id,
        ...exclusion,
        events: [event],
        eventsSince: event.at,
      });
      if (isNew) return true;
      const { $push, $set } = pushEvents(event);
      const result = await Exclusions.updateOne(
        { _id, courseId, until: { $ne: null } },
        { $push, $set: { ...$set, source, by, from, until: null } },
      );
      return result.modifiedCount === 1;
    },

    /** Has it hold no more. @returns whether anything changed */
    async lift(exclusion: ReviewExclusion, until: Date, event: DomainEvent): Promise<boolean> {
      const { $push, $set } = pushEvents(event);
      const result = await Exclusions.updateOne(
        { _id: idOf(exclusion), courseId: exclusion.courseId, until: null },
        { $push, $set: { ...$set, until } },
      );
      return result.modifiedCount === 1;
    },
  };
}
