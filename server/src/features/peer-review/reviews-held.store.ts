import type { Model, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { insertOnce, insertWhole } from '../../platform/database/insert-once.ts';
import type { AuthorGroup, Review } from './peer-review.domain.ts';
import { type HeadDocument, toReview } from './review-heads.store.ts';

/** What a review has that its reviewer took from the queue. */
export const heldFields = { turn: Number, heldUntil: Date } as const;

export const addHeldIndexes = (schema: Schema<HeadDocument>): Schema<HeadDocument> =>
  schema
    // Two tabs that take the next work at the same moment: one gets it.
    .index(
      { courseId: 1, activityId: 1, reviewerId: 1, turn: 1 },
      { unique: true, partialFilterExpression: { turn: { $exists: true } } },
    )
    .index(
      { courseId: 1, activityId: 1, heldUntil: 1 },
      { partialFilterExpression: { heldUntil: { $exists: true } } },
    );

/** Queries of reviews that were taken one at a time, and are kept for their reviewers for a while. */
export const createHeldReviews = (heads: Model<HeadDocument>) => ({
  /** Somebody of a group has written in its review. */
  async noteWriter({ courseId }: CourseScope, reviewId: string, memberId: string): Promise<void> {
    await heads.updateOne({ _id: reviewId, courseId }, { $addToSet: { writers: memberId } });
  },

  /** Who writes a review together, unless it has been submitted meanwhile. @returns whether it did */
  async setReviewers({ courseId }: CourseScope, reviewId: string, reviewers: AuthorGroup): Promise<boolean> {
    const result = await heads.updateOne(
      { _id: reviewId, courseId, state: { $ne: 'submitted' } },
      { $set: { reviewers } },
    );
    return result.matchedCount === 1;
  },

  /** @returns false when this reviewer has taken another work at the same moment, or has this one. */
  insertTaken({ id, ...fields }: Review, event: DomainEvent): Promise<boolean> {
    const unset = { figures: null, rubricId: null };
    return insertWhole(heads, { _id: id, ...unset, ...fields, events: [event], eventsSince: event.at });
  },

  /** Begun, and kept for its reviewer until then. @returns false when the work has gone back meanwhile. */
  async hold(scope: CourseScope, reviewId: string, heldUntil: Date): Promise<boolean> {
    const result = await heads.updateOne(
      { _id: reviewId, courseId: scope.courseId, state: { $ne: 'submitted' } },
      { $set: { state: 'begun', heldUntil } },
    );
    return result.matchedCount === 1;
  },

  /** A review that was taken, and whose work has gone back since: it has begun after all. */
  async insertBegun({ id, ...fields }: Review): Promise<void> {
    await insertOnce(heads, { _id: id, ...fields, state: 'begun', events: [] });
  },

  /** Unfinished reviews whose time was over at a moment. */
  async listExpired(scope: CourseScope, activityId: string, now: Date): Promise<Review[]> {
    const found = await heads
      .find({
        courseId: scope.courseId,
        activityId,
        heldUntil: { $lte: now },
        state: { $ne: 'submitted' },
      })
      .lean<HeadDocument[]>();
    return found.map(toReview);
  },

  /** When the next of the kept works goes back; null when none is kept. */
  async nextExpiry(scope: CourseScope, activityId: string, now: Date): Promise<Date | null> {
    const [next] = await heads
      .find({
        courseId: scope.courseId,
        activityId,
        heldUntil: { $gt: now },
        state: { $ne: 'submitted' },
      })
      .sort({ heldUntil: 1 })
      .limit(1)
      .lean<HeadDocument[]>();
    return next?.heldUntil ?? null;
  },

  /** Its time is over: one that has begun stays with its reviewer, and its work goes to others too. */
  async lapse(scope: CourseScope, { id, heldUntil }: Review): Promise<void> {
    await heads.updateOne(
      { _id: id, courseId: scope.courseId, state: 'begun', heldUntil: heldUntil ?? null },
      { $set: { heldUntil: null } },
    );
  },

  /** Takes a review away that nobody has begun. @returns false when it has begun meanwhile. */
  async removeUnbegun(scope: CourseScope, reviewId: string): Promise<boolean> {
    const result = await heads.deleteOne({ _id: reviewId, courseId: scope.courseId, state: 'toDo' });
    return result.deletedCount === 1;
  },

  /** Every review of an activity with what says whether it counts: who, whose, how far. */
  async listStates(
    scope: CourseScope,
    activityId: string,
  ): Promise<
    Pick<
      Review,
      | 'id'
      | 'submissionId'
      | 'authorId'
      | 'group'
      | 'reviewerId'
      | 'reviewers'
      | 'state'
      | 'turn'
      | 'heldUntil'
    >[]
  > {
    const found = await heads
      .find(
        { courseId: scope.courseId, activityId },
        {
          submissionId: 1,
          authorId: 1,
          group: 1,
          reviewerId: 1,
          reviewers: 1,
          state: 1,
          turn: 1,
          heldUntil: 1,
        },
      )
      .lean<HeadDocument[]>();
    return found.map(({ _id: id, ...rest }) => ({ id, ...rest }));
  },
});
