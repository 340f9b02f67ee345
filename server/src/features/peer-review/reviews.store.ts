import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, pushEvents } from '../../platform/database/collection.ts';
import { insertMissing, insertOnce } from '../../platform/database/insert-once.ts';
import { asRichText, type RichText } from '../../contracts/plain-text.ts';
import { addHeldIndexes, createHeldReviews, heldFields } from './reviews-held.store.ts';
import type { GivenReview, Review, ReviewFigures, ReviewVersion } from './peer-review.domain.ts';
import { createKnownReviews } from './known-reviews.store.ts';
import { byAuthors, byReviewers, type HeadDocument, toReview, withoutEvents } from './review-heads.store.ts';
import { createReviewTallies } from './review-tallies.store.ts';
import { createStaffReviews, judgedFields } from './staff-reviews.store.ts';

/** `_id`: review/version. */
type VersionDocument = Omit<ReviewVersion, 'comment'> & {
  _id: string;
  courseId: string;
  /** Plain text in what was written before texts were rich. */
  comment: RichText | string;
};

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
    group: Schema.Types.Mixed as never,
    reviewerId: required,
    reviewers: Schema.Types.Mixed as never,
    writers: { type: [String] as never, default: undefined },
    extra: { type: Boolean, default: false },
    ...heldFields,
    ...judgedFields,
    workLabel: required,
    reviewerLabel: required,
    state: required as never,
    version: { type: Number, required: true },
    promise: String as never,
    points: { type: Number, default: null },
    maximum: { type: Number, default: null },
    figures: { type: Schema.Types.Mixed, default: null } as never,
    weight: Number,
    weighed: Number,
    seconds: Number,
    timeBeat: String,
    weighings: { type: [Schema.Types.Mixed] as never, default: undefined },
    rubricId: { type: String, default: null },
    events: { type: [Schema.Types.Mixed] as never, required: true },
    eventsSince: Date,
  },
  options,
)
  .index({ courseId: 1, activityId: 1, reviewerId: 1 })
  .index({ courseId: 1, activityId: 1, authorId: 1, _id: 1 })
  .index(
    { courseId: 1, activityId: 1, 'group.memberIds': 1 },
    { partialFilterExpression: { 'group.memberIds': { $exists: true } } },
  )
  .index(
    { courseId: 1, activityId: 1, 'reviewers.memberIds': 1 },
    { partialFilterExpression: { 'reviewers.memberIds': { $exists: true } } },
  )
  .index({ courseId: 1, activityId: 1, state: 1, authorId: 1, _id: 1 });

addHeldIndexes(headSchema);

const versionSchema = new Schema<VersionDocument>(
  {
    _id: required,
    courseId: required,
    reviewId: required,
    version: { type: Number, required: true },
    ratings: { type: [Schema.Types.Mixed] as never, required: true },
    comment: { type: Schema.Types.Mixed, required: true } as never,
    inline: { type: [Schema.Types.Mixed] as never, default: undefined },
    promise: String as never,
    points: { type: Number, required: true },
    maximum: { type: Number, required: true },
    rubricId: { type: String, default: null },
    by: String,
    at: { type: Date, required: true },
  },
  options,
);

const toVersion = ({ _id, courseId, comment, ...rest }: VersionDocument): ReviewVersion => ({
  ...rest,
  comment: asRichText(comment),
});

export type ReviewStore = ReturnType<typeof createReviewStore>;

/** Queries of `reviews` and `reviewVersions`. */
export function createReviewStore(connection: Connection) {
  const Heads = defineCollection(connection, 'reviews', headSchema, { events: true });
  const Versions = defineCollection(connection, 'reviewVersions', versionSchema);
  const versionId = (reviewId: string, version: number): string => `${reviewId}/${version}`;

  return {
    ...createStaffReviews(Heads),

    /** A review of this activity by this reviewer, or null: another's is none. */
    async findOwn(
      scope: CourseScope,
      activityId: string,
      reviewId: string,
      reviewerId: string,
    ): Promise<Review | null> {
      const own = byReviewers(scope, activityId, [reviewerId], { _id: reviewId });
      const found = await Heads.findOne(own).lean<HeadDocument>();
      return found && toReview(found);
    },

    async listByReviewer(scope: CourseScope, activityId: string, reviewerId: string): Promise<Review[]> {
      const found = await Heads.find(byReviewers(scope, activityId, [reviewerId]), withoutEvents).lean<
        HeadDocument[]
      >();
      return found.map(toReview);
    },

    async listSubmittedByAuthor(scope: CourseScope, activityId: string, authorId: string): Promise<Review[]> {
      const found = await Heads.find(
        byAuthors(scope, activityId, [authorId], { state: 'submitted' }),
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
        byAuthors(scope, activityId, authorIds, { state: 'submitted' }),
        withoutEvents,
      )
        .sort({ _id: 1 })
        .lean<HeadDocument[]>();
      return found.map(toReview);
    },

    /** What every submitted review of the activity gave to whose work, by the reviews' ids. */
    async listGiven(scope: CourseScope, activityId: string): Promise<GivenReview[]> {
      const found = await Heads.find(
        { courseId: scope.courseId, activityId, state: 'submitted' },
        { authorId: 1, reviewerId: 1, version: 1, points: 1, maximum: 1, weight: 1 },
      )
        .sort({ _id: 1 })
        .lean<HeadDocument[]>();
      return found.map(({ _id, authorId, reviewerId, version, points, maximum, weight }) => ({
        id: _id,
        authorId,
        reviewerId,
        version,
        points: points ?? 0,
        maximum: maximum ?? 0,
        weight: weight ?? 1,
      }));
    },

    /** Reviews that some people have to write, in whatever state, by their ids. */
    async listByReviewers(
      scope: CourseScope,
      activityId: string,
      reviewerIds: readonly string[],
    ): Promise<Review[]> {
      const found = await Heads.find(byReviewers(scope, activityId, reviewerIds), withoutEvents)
        .sort({ _id: 1 })
        .lean<HeadDocument[]>();
      return found.map(toReview);
    },

    /** Every review of an author's work, in whatever state. */
    async listByAuthor(scope: CourseScope, activityId: string, authorId: string): Promise<Review[]> {
      const found = await Heads.find(byAuthors(scope, activityId, [authorId]), withoutEvents).lean<
        HeadDocument[]
      >();
      return found.map(toReview);
    },

    /** What somebody has to review, and the reviews of that person's own work. */
    async listAround(scope: CourseScope, activityId: string, memberId: string): Promise<Review[]> {
      const found = await Heads.find(
        {
          courseId: scope.courseId,
          activityId,
          $or: [
            { authorId: memberId },
            { 'group.memberIds': memberId },
            { reviewerId: memberId },
            { 'reviewers.memberIds': memberId },
          ],
        },
        withoutEvents,
      ).lean<HeadDocument[]>();
      return found.map(toReview);
    },

    /** The labels of the works that each reviewer has, and of the reviewers that each work has. */
    async listLabels(scope: CourseScope, activityId: string) {
      const labelsBy = async (
        field: 'reviewerId' | 'submissionId',
        label: 'workLabel' | 'reviewerLabel',
      ): Promise<Map<string, string[]>> => {
        const found = await Heads.aggregate<{ _id: string; labels: string[] }>([
          { $match: { courseId: scope.courseId, activityId } },
          { $group: { _id: `$${field}`, labels: { $push: `$${label}` } } },
        ]);
        return new Map(found.map(({ _id, labels }) => [_id, labels]));
      };
      const [givenBy, receivedBy] = await Promise.all([
        labelsBy('reviewerId', 'workLabel'),
        labelsBy('submissionId', 'reviewerLabel'),
      ]);
      return { givenBy, receivedBy };
    },

    /** How many reviews are in a state. */
    countIn: ({ courseId }: CourseScope, activityId: string, state: Review['state']): Promise<number> =>
      Heads.countDocuments({ courseId, activityId, state }),

    ...createReviewTallies(Heads),
    ...createKnownReviews(Heads),
    ...createHeldReviews(Heads),

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
    async advance(
      scope: CourseScope,
      version: ReviewVersion,
      figures: ReviewFigures,
      event: DomainEvent,
    ): Promise<boolean> {
      const { $push, $set } = pushEvents(event);
      const { points, maximum, promise, rubricId = null } = version;
      const now = { version: version.version, points, maximum, rubricId, ...(promise && { promise }) };
      const result = await Heads.updateOne(
        { _id: version.reviewId, courseId: scope.courseId, version: version.version - 1 },
        { $set: { state: 'submitted', ...now, figures, ...$set }, $push },
      );
      return result.modifiedCount === 1;
    },

    /** @returns false when this version was written already. */
    insertVersion(scope: CourseScope, version: ReviewVersion): Promise<boolean> {
      const _id = versionId(version.reviewId, version.version);
      return insertOnce(Versions, { _id, courseId: scope.courseId, ...version });
    },

    /** What the named versions of some reviews gave by criterion, without what they say. */
    async findRatings(
      scope: CourseScope,
      names: readonly { readonly id: string; readonly version: number }[],
    ): Promise<Map<string, ReviewVersion['ratings']>> {
      const found = await Versions.find(
        { _id: { $in: names.map(({ id, version }) => versionId(id, version)) }, courseId: scope.courseId },
        { reviewId: 1, ratings: 1 },
      ).lean<VersionDocument[]>();
      return new Map(found.map(({ reviewId, ratings }) => [reviewId, ratings]));
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
