import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, type Eventful, pushEvents } from '../../platform/database/collection.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import type { Reply, ReviewTalk } from './review-talk.domain.ts';

/** `_id`: the review. */
type TalkDocument = Omit<ReviewTalk, 'reviewId'> &
  Eventful & { _id: string; courseId: string; replyCount: number };

const required = { type: String, required: true };

const schema = new Schema<TalkDocument>(
  {
    _id: required,
    courseId: required,
    activityId: required,
    helpfulness: { type: Number, default: null },
    thanked: { type: Boolean, required: true },
    replies: { type: [Schema.Types.Mixed] as never, required: true },
    replyCount: { type: Number, required: true },
    revision: { type: Number, required: true },
    events: { type: [Schema.Types.Mixed] as never, required: true },
    eventsSince: Date,
  },
  { versionKey: false, minimize: false, strict: 'throw' },
).index({ courseId: 1, activityId: 1, _id: 1 });

const toTalk = ({ _id, courseId, replyCount, events, eventsSince, ...rest }: TalkDocument): ReviewTalk => ({
  reviewId: _id,
  ...rest,
});

export type ReviewTalkStore = ReturnType<typeof createReviewTalkStore>;

/** Queries of `reviewTalks`: what authors say of reviews, and both sides to each other. */
export function createReviewTalkStore(connection: Connection) {
  const Talks = defineCollection(connection, 'reviewTalks', schema, { events: true });

  const insert = (scope: CourseScope, { reviewId, ...talk }: ReviewTalk, event: DomainEvent) =>
    insertOnce(Talks, {
      _id: reviewId,
      courseId: scope.courseId,
      ...talk,
      replyCount: talk.replies.length,
      events: [event],
      eventsSince: event.at,
    });

  return {
    /** How helpful authors find reviews of an activity, by review. */
    async listHelpfulness({ courseId }: CourseScope, activityId: string): Promise<Map<string, number>> {
      const found = await Talks.find(
        { courseId, activityId, helpfulness: { $ne: null } },
        { helpfulness: 1 },
      ).lean<TalkDocument[]>();
      return new Map(found.map(({ _id, helpfulness }) => [_id, helpfulness ?? 0]));
    },

    /** How helpful authors find some reviews, by review. */
    async findHelpfulness(
      { courseId }: CourseScope,
      reviewIds: readonly string[],
    ): Promise<Map<string, number>> {
      const found = await Talks.find(
        { _id: { $in: reviewIds }, courseId, helpfulness: { $ne: null } },
        { helpfulness: 1 },
      ).lean<TalkDocument[]>();
      return new Map(found.map(({ _id, helpfulness }) => [_id, helpfulness ?? 0]));
    },

    /** Those of some reviews that there are, in no certain order. */
    async findMany({ courseId }: CourseScope, reviewIds: readonly string[]): Promise<ReviewTalk[]> {
      const found = await Talks.find({ _id: { $in: reviewIds }, courseId }, { events: 0 }).lean<
        TalkDocument[]
      >();
      return found.map(toTalk);
    },

    /** Writes the author's rating over the one before it. @returns false when somebody was faster */
    async rate(scope: CourseScope, talk: ReviewTalk, event: DomainEvent): Promise<boolean> {
      const { reviewId, helpfulness, thanked, revision } = talk;
      if (revision === 1 && (await insert(scope, talk, event))) return true;
      const { $push, $set } = pushEvents(event);
      const result = await Talks.updateOne(
        { _id: reviewId, courseId: scope.courseId, revision: revision - 1 },
        { $set: { helpfulness, thanked, revision, ...$set }, $push },
      );
      return result.modifiedCount === 1;
    },

    /**
     * Adds what one side says.
     *
     * @param before the talk as it is without it
     * @returns false when it is there already, or there are `most`
     */
    async reply(
      scope: CourseScope,
      before: ReviewTalk,
      reply: Reply,
      most: number,
      event: DomainEvent,
    ): Promise<boolean> {
      const first = { ...before, replies: [reply] };
      if (before.revision === 0 && before.replies.length === 0 && (await insert(scope, first, event)))
        return true;
      const { $push, $set } = pushEvents(event);
      const result = await Talks.updateOne(
        {
          _id: before.reviewId,
          courseId: scope.courseId,
          'replies.id': { $ne: reply.id },
          replyCount: { $lt: most },
        },
        { $push: { ...$push, replies: reply }, $inc: { replyCount: 1 }, $set },
      );
      return result.modifiedCount === 1;
    },
  };
}
