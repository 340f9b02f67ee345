import { type Model, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { pushEvents } from '../../platform/database/collection.ts';
import type { GivenReview, Judgement, Review, ReviewFigures, Weighing } from './peer-review.domain.ts';
import { byReviewers, type HeadDocument, toReview, withoutEvents } from './review-heads.store.ts';

/** What staff say of how good a review is, in its document. */
export const judgedFields = {
  quality: Number,
  judged: Number,
  judgements: { type: [Schema.Types.Mixed] as never, default: undefined },
};

/** Decisions about one review that are kept beside it; all are in the audit trail. */
const WEIGHINGS_KEPT = 50;
/** More than an activity has. */
const AT_ONCE = 1_000_000;

/** Queries that staff's pages need. */
export const createStaffReviews = (Heads: Model<HeadDocument>) => ({
  async find(scope: CourseScope, activityId: string, reviewId: string): Promise<Review | null> {
    const found = await Heads.findOne({
      _id: reviewId,
      courseId: scope.courseId,
      activityId,
    }).lean<HeadDocument>();
    return found && toReview(found);
  },

  /** Reviews by their ids, in no certain order; what is gone is left out. */
  async findMany(scope: CourseScope, reviewIds: readonly string[]): Promise<Review[]> {
    const found = await Heads.find(
      { _id: { $in: [...reviewIds] }, courseId: scope.courseId },
      withoutEvents,
    ).lean<HeadDocument[]>();
    return found.map(toReview);
  },

  /** What every submitted review of the activity gave to whose work, with what is counted of it: null where it was submitted before anything was. */
  async listCounted(
    scope: CourseScope,
    activityId: string,
  ): Promise<
    (Omit<GivenReview, 'weight'> &
      Pick<Review, 'reviewers'> & {
        readonly figures: ReviewFigures | null;
        /** At work on it; null: not measured. */
        readonly seconds: number | null;
      })[]
  > {
    const found = await Heads.find(
      { courseId: scope.courseId, activityId, state: 'submitted' },
      {
        authorId: 1,
        reviewerId: 1,
        reviewers: 1,
        version: 1,
        points: 1,
        maximum: 1,
        figures: 1,
        seconds: 1,
      },
    )
      // In one answer: a few hundred bytes each.
      .batchSize(AT_ONCE)
      .lean<HeadDocument[]>();
    return found.map(
      ({ _id, authorId, reviewerId, reviewers, version, points, maximum, figures, seconds }) => ({
        id: _id,
        authorId,
        reviewerId,
        ...(reviewers && { reviewers }),
        version,
        points: points ?? 0,
        maximum: maximum ?? 0,
        figures: figures ?? null,
        seconds: seconds ?? null,
      }),
    );
  },

  /** Adds time at work on a review of the member's own. @param beat of one and the same nothing is added twice */
  async addSeconds(
    scope: CourseScope,
    activityId: string,
    reviewId: string,
    memberId: string,
    beat: string,
    seconds: number,
  ): Promise<void> {
    await Heads.updateOne(
      { ...byReviewers(scope, activityId, [memberId], { _id: reviewId }), timeBeat: { $ne: beat } },
      { $inc: { seconds }, $set: { timeBeat: beat } },
    );
  },

  /** Takes a review away unless it was submitted meanwhile; its draft stays. */
  async removeUnsubmitted(scope: CourseScope, reviewId: string): Promise<void> {
    await Heads.deleteOne({ _id: reviewId, courseId: scope.courseId, state: { $ne: 'submitted' } });
  },

  async anySubmitted(scope: CourseScope, activityId: string): Promise<boolean> {
    const filter = { courseId: scope.courseId, activityId, state: 'submitted' as const };
    return (await Heads.countDocuments(filter, { limit: 1 })) > 0;
  },

  /** Stores a decision about how much a review counts if nobody was faster. @returns whether it did */
  async weigh(
    { courseId }: CourseScope,
    reviewId: string,
    weighing: Weighing,
    event: DomainEvent,
  ): Promise<boolean> {
    const { $push, $set } = pushEvents(event);
    const first = weighing.revision === 1;
    const result = await Heads.updateOne(
      {
        _id: reviewId,
        courseId,
        state: 'submitted',
        ...(first ? { weight: null } : { weighed: weighing.revision - 1 }),
      },
      {
        $set: { ...$set, weight: weighing.weight, weighed: weighing.revision },
        $push: { ...$push, weighings: { $each: [weighing], $slice: -WEIGHINGS_KEPT } },
      },
    );
    return result.matchedCount === 1;
  },

  /** Stores what staff say of how good a review is if nobody was faster. @returns whether it did */
  async judge(
    { courseId }: CourseScope,
    reviewId: string,
    judgement: Judgement,
    event: DomainEvent,
  ): Promise<boolean> {
    const { $push, $set } = pushEvents(event);
    const { level, revision } = judgement;
    const result = await Heads.updateOne(
      { _id: reviewId, courseId, state: 'submitted', judged: revision === 1 ? null : revision - 1 },
      {
        $set: { ...$set, quality: level, judged: revision },
        $push: { ...$push, judgements: { $each: [judgement], $slice: -WEIGHINGS_KEPT } },
      },
    );
    return result.matchedCount === 1;
  },

  /** The next author, by id, of whose work a submitted review is not judged. @param after null: from the start */
  async findUnjudged(scope: CourseScope, activityId: string, after: string | null): Promise<string | null> {
    const found = await Heads.findOne(
      { ...unjudged(scope, activityId), ...(after !== null && { authorId: { $gt: after } }) },
      { authorId: 1 },
    )
      .sort({ authorId: 1 })
      .lean<HeadDocument>();
    return found?.authorId ?? null;
  },

  countUnjudged: (scope: CourseScope, activityId: string): Promise<number> =>
    Heads.countDocuments(unjudged(scope, activityId)),
});

const unjudged = ({ courseId }: CourseScope, activityId: string) => ({
  courseId,
  activityId,
  state: 'submitted' as const,
  quality: null,
});
