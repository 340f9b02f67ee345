import type { Model, PipelineStage } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { KnownReview } from './anonymity.domain.ts';
import { byAuthors, byReviewers, type HeadDocument, toReview } from './review-heads.store.ts';

/** What the stages leave in a document: at most one of each. */
interface LookedUp {
  readonly works?: { readonly promise?: KnownReview['workPromise'] }[];
  readonly authors?: { readonly name: string | null }[];
  readonly reviewerRows?: { readonly name: string | null }[];
  readonly authorRow?: unknown;
  readonly reviewerRow?: unknown;
}

const rowIdOf = (member: string) => ({ $concat: ['$activityId', '/', member] });
const rowOf = (localField: string, as: string): PipelineStage => ({
  $lookup: { from: 'progress', localField, foreignField: '_id', as },
});

/** Both people's names come from their rows of the staff table, which follow the course. */
const PEOPLE: PipelineStage[] = [
  { $lookup: { from: 'submissions', localField: 'submissionId', foreignField: '_id', as: 'works' } },
  { $addFields: { authorRow: rowIdOf('$authorId'), reviewerRow: rowIdOf('$reviewerId') } },
  rowOf('authorRow', 'authors'),
  rowOf('reviewerRow', 'reviewerRows'),
];

function toKnown(found: HeadDocument & LookedUp): KnownReview {
  const { works, authors, reviewerRows: reviewers, authorRow, reviewerRow, ...head } = found;
  return {
    review: toReview(head),
    workPromise: works?.[0]?.promise ?? 'nobodyKnows',
    authorName: head.group ? head.group.name : (authors?.[0]?.name ?? null),
    reviewerName: head.reviewers ? head.reviewers.name : (reviewers?.[0]?.name ?? null),
  };
}

/**
 * Reviews with the names on both sides and what the author was promised, each in one round trip: who may see which
 * name is for the domain to say.
 */
export function createKnownReviews(Heads: Model<HeadDocument>) {
  const find = async (match: PipelineStage.Match['$match']): Promise<KnownReview[]> =>
    (await Heads.aggregate<HeadDocument & LookedUp>([{ $match: match }, ...PEOPLE])).map(toKnown);

  return {
    /** One review of this activity by this reviewer, or null. */
    async findOwnKnown(scope: CourseScope, activityId: string, reviewId: string, reviewerId: string) {
      const [found] = await find(byReviewers(scope, activityId, [reviewerId], { _id: reviewId }));
      return found ?? null;
    },

    /** What a reviewer has to review. */
    listKnownByReviewer: (scope: CourseScope, activityId: string, reviewerId: string) =>
      find(byReviewers(scope, activityId, [reviewerId])),

    /** The submitted reviews of an author's work. */
    listKnownByAuthor: (scope: CourseScope, activityId: string, authorId: string) =>
      find(byAuthors(scope, activityId, [authorId], { state: 'submitted' })),
  };
}
