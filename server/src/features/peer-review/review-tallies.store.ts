import type { Model } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import { byAuthors, byReviewers, type HeadDocument } from './review-heads.store.ts';

/** How many reviews there are of somebody: finished and allocated. */
interface ReviewTally {
  /** Who gives them, or whose work gets them; of a group's work, the one who handed it in. */
  readonly memberId: string;
  readonly done: number;
  readonly of: number;
  /** How far the highest finished one is above the lowest, in percent of the points; null with fewer than two. */
  readonly spread: number | null;
}

interface Tallied {
  readonly _id: string;
  readonly done: number;
  readonly of: number;
  readonly lowest: number | null;
  readonly highest: number | null;
}

/** Counts over `reviews`, by member. */
export function createReviewTallies(Heads: Model<HeadDocument>) {
  async function tally(
    scope: CourseScope,
    activityId: string,
    side: 'authorId' | 'reviewerId',
    memberIds: readonly string[],
  ): Promise<ReviewTally[]> {
    const share = { $cond: [{ $gt: ['$maximum', 0] }, { $divide: ['$points', '$maximum'] }, null] };
    const found = await Heads.aggregate<Tallied>([
      {
        $match:
          side === 'authorId'
            ? byAuthors(scope, activityId, memberIds)
            : byReviewers(scope, activityId, memberIds),
      },
      // What a group writes, each of its members has written.
      ...(side === 'authorId'
        ? []
        : [
            { $addFields: { reviewerId: { $ifNull: ['$reviewers.memberIds', ['$reviewerId']] } } },
            { $unwind: '$reviewerId' },
          ]),
      {
        $group: {
          _id: `$${side}`,
          of: { $sum: 1 },
          done: { $sum: { $cond: [{ $eq: ['$state', 'submitted'] }, 1, 0] } },
          lowest: { $min: share },
          highest: { $max: share },
        },
      },
    ]);
    return found.map(({ _id, done, of, lowest, highest }) => ({
      memberId: _id,
      done,
      of,
      spread: done < 2 || lowest === null || highest === null ? null : (highest - lowest) * 100,
    }));
  }

  return {
    tallyGiven: (scope: CourseScope, activityId: string, memberIds: readonly string[]) =>
      tally(scope, activityId, 'reviewerId', memberIds),

    tallyReceived: (scope: CourseScope, activityId: string, memberIds: readonly string[]) =>
      tally(scope, activityId, 'authorId', memberIds),
  };
}
