import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, type Eventful, pushEvents } from '../../platform/database/collection.ts';
import { insertMissing, insertOnce } from '../../platform/database/insert-once.ts';
import { asRichText, type RichText } from '../../contracts/plain-text.ts';
import type { Review, ReviewVersion } from './peer-review.domain.ts';

type HeadDocument = Omit<Review, 'id'> & Eventful & { _id: string };
/** `_id`: review/version. */
type VersionDocument = Omit<ReviewVersion, 'comment'> & {
  _id: string;
  courseId: string;
  /** Plain text in what was written before texts were rich. */
  comment: RichText | string;
};

/** How many reviews each of some members gave and received: finished and allocated. */
export interface ReviewTally {
  readonly memberId: string;
  readonly done: number;
  readonly of: number;
}

const INSERT_BATCH = 1000;
const required = { type: String, required: true };
const options = { versionKey: false, minimize: false, strict: 'throw' } as const;

const headSchema = new Schema<HeadDocument>(
  {
    _id: required,
    courseId: required,
    activityId: required,
    submissionId: required,
    submissionVersion: { type: Number, required: true },
    authorId: required,
    reviewerId: required,
    extra: { type: Boolean, default: false },
    workLabel: required,
    reviewerLabel: required,
    state: required as never,
    version: { type: Number, required: true },
    points: { type: Number, default: null },
    maximum: { type: Number, default: null },
    events: { type: [Schema.Types.Mixed] as never, required: true },
    eventsSince: Date,
  },
  options,
)
  .index({ courseId: 1, activityId: 1, reviewerId: 1 })
  .index({ courseId: 1, activityId: 1, authorId: 1, _id: 1 })
  .index({ courseId: 1, activityId: 1, state: 1, authorId: 1, _id: 1 });

const versionSchema = new Schema<VersionDocument>(
  {
    _id: required,
    courseId: required,
    reviewId: required,
    version: { type: Number, required: true },
    ratings: { type: [Schema.Types.Mixed] as never, required: true },
    comment: { type: Schema.Types.Mixed, required: true } as never,
    points: { type: Number, required: true },
    maximum: { type: Number, required: true },
    at: { type: Date, required: true },
  },
  options,
);

const toReview = ({ _id, events, eventsSince, ...rest }: HeadDocument): Review => ({
  id: _id,
  ...rest,
  // Reviews that are older than the field were everybody's share.
  extra: rest.extra ?? false,
});
const toVersion = ({ _id, courseId, comment, ...rest }: VersionDocument): ReviewVersion => ({
  ...rest,
  comment: asRichText(comment),
});
const withoutEvents = { events: 0, eventsSince: 0 };

export type ReviewStore = ReturnType<typeof createReviewStore>;

/** Queries of `reviews` and `reviewVersions`. */
export function createReviewStore(connection: Connection) {
  const Heads = defineCollection(connection, 'reviews', headSchema, { events: true });
  const Versions = defineCollection(connection, 'reviewVersions', versionSchema);
  const versionId = (reviewId: string, version: number): string => `${reviewId}/${version}`;

  async function tally(
    scope: CourseScope,
    activityId: string,
    side: 'authorId' | 'reviewerId',
    memberIds: readonly string[],
  ): Promise<ReviewTally[]> {
    const found = await Heads.aggregate<{ _id: string; done: number; of: number }>([
      { $match: { courseId: scope.courseId, activityId, [side]: { $in: [...memberIds] } } },
      {
        $group: {
          _id: `$${side}`,
          of: { $sum: 1 },
          done: { $sum: { $cond: [{ $eq: ['$state', 'submitted'] }, 1, 0] } },
        },
      },
    ]);
    return found.map(({ _id, done, of }) => ({ memberId: _id, done, of }));
  }

  return {
    /** A review of this activity by this reviewer, or null: another's is none. */
    async findOwn(
      scope: CourseScope,
      activityId: string,
      reviewId: string,
      reviewerId: string,
    ): Promise<Review | null> {
      const found = await Heads.findOne({
        _id: reviewId,
        courseId: scope.courseId,
        activityId,
        reviewerId,
      }).lean<HeadDocument>();
      return found && toReview(found);
    },

    async listByReviewer(scope: CourseScope, activityId: string, reviewerId: string): Promise<Review[]> {
      const found = await Heads.find(
        { courseId: scope.courseId, activityId, reviewerId },
        withoutEvents,
      ).lean<HeadDocument[]>();
      return found.map(toReview);
    },

    async listSubmittedByAuthor(scope: CourseScope, activityId: string, authorId: string): Promise<Review[]> {
      const found = await Heads.find(
        { courseId: scope.courseId, activityId, authorId, state: 'submitted' },
        withoutEvents,
      ).lean<HeadDocument[]>();
      return found.map(toReview);
    },

    /** Submitted reviews of some authors' works, by their ids. */
    async listSubmittedByAuthors(
      scope: CourseScope,
      activityId: string,
      authorIds: readonly string[],
    ): Promise<Review[]> {
      const found = await Heads.find(
        { courseId: scope.courseId, activityId, state: 'submitted', authorId: { $in: authorIds } },
        withoutEvents,
      )
        .sort({ _id: 1 })
        .lean<HeadDocument[]>();
      return found.map(toReview);
    },

    /** Reviews that some people have to write, in whatever state, by their ids. */
    async listByReviewers(
      scope: CourseScope,
      activityId: string,
      reviewerIds: readonly string[],
    ): Promise<Review[]> {
      const found = await Heads.find(
        { courseId: scope.courseId, activityId, reviewerId: { $in: reviewerIds } },
        withoutEvents,
      )
        .sort({ _id: 1 })
        .lean<HeadDocument[]>();
      return found.map(toReview);
    },

    /** Every review of an author's work, in whatever state. */
    async listByAuthor(scope: CourseScope, activityId: string, authorId: string): Promise<Review[]> {
      const found = await Heads.find({ courseId: scope.courseId, activityId, authorId }, withoutEvents).lean<
        HeadDocument[]
      >();
      return found.map(toReview);
    },

    /** How many reviews each reviewer has to write and each work gets. */
    async countLoads(
      scope: CourseScope,
      activityId: string,
    ): Promise<{ readonly givenBy: Map<string, number>; readonly receivedBy: Map<string, number> }> {
      const countBy = async (field: 'reviewerId' | 'submissionId'): Promise<Map<string, number>> => {
        const found = await Heads.aggregate<{ _id: string; count: number }>([
          { $match: { courseId: scope.courseId, activityId } },
          { $group: { _id: `$${field}`, count: { $sum: 1 } } },
        ]);
        return new Map(found.map(({ _id, count }) => [_id, count]));
      };
      const [givenBy, receivedBy] = await Promise.all([countBy('reviewerId'), countBy('submissionId')]);
      return { givenBy, receivedBy };
    },

    async anySubmitted(scope: CourseScope, activityId: string): Promise<boolean> {
      const filter = { courseId: scope.courseId, activityId, state: 'submitted' as const };
      return (await Heads.countDocuments(filter, { limit: 1 })) > 0;
    },

    tallyGiven: (scope: CourseScope, activityId: string, memberIds: readonly string[]) =>
      tally(scope, activityId, 'reviewerId', memberIds),

    tallyReceived: (scope: CourseScope, activityId: string, memberIds: readonly string[]) =>
      tally(scope, activityId, 'authorId', memberIds),

    /** Adds the reviews of an allocation that are not there yet; one that has begun stays as it is. */
    async insertMissing(reviews: readonly Review[]): Promise<void> {
      for (let start = 0; start < reviews.length; start += INSERT_BATCH) {
        const documents = reviews
          .slice(start, start + INSERT_BATCH)
          .map(({ id, ...fields }) => ({ _id: id, ...fields, events: [] }));
        await insertMissing(Heads, documents);
      }
    },

    async markBegun(scope: CourseScope, reviewId: string): Promise<void> {
      await Heads.updateOne(
        { _id: reviewId, courseId: scope.courseId, state: 'toDo' },
        { $set: { state: 'begun' } },
      );
    },

    /** Makes `version` the current one if the one before it still is. @returns false when somebody was faster. */
    async advance(scope: CourseScope, version: ReviewVersion, event: DomainEvent): Promise<boolean> {
      const { $push, $set } = pushEvents(event);
      const { points, maximum } = version;
      const result = await Heads.updateOne(
        { _id: version.reviewId, courseId: scope.courseId, version: version.version - 1 },
        { $set: { state: 'submitted', version: version.version, points, maximum, ...$set }, $push },
      );
      return result.modifiedCount === 1;
    },

    /** @returns false when this version was written already. */
    insertVersion(scope: CourseScope, version: ReviewVersion): Promise<boolean> {
      const _id = versionId(version.reviewId, version.version);
      return insertOnce(Versions, { _id, courseId: scope.courseId, ...version });
    },

    /** The named versions of some reviews, in no certain order. */
    async findVersions(
      scope: CourseScope,
      names: readonly { readonly reviewId: string; readonly version: number }[],
    ): Promise<ReviewVersion[]> {
      const found = await Versions.find({
        _id: { $in: names.map(({ reviewId, version }) => versionId(reviewId, version)) },
        courseId: scope.courseId,
      }).lean<VersionDocument[]>();
      return found.map(toVersion);
    },
  };
}
