import type { CourseScope } from '../../core/course-scope.ts';
import type { Eventful } from '../../platform/database/collection.ts';
import type { Review, ReviewFigures } from './peer-review.domain.ts';

/** A document of `reviews`; what is counted of it is missing where it was submitted before anything was. */
export type HeadDocument = Omit<Review, 'id'> &
  Eventful & {
    _id: string;
    figures?: ReviewFigures | null;
    /** Counts the decisions about how much it counts. */
    weighed?: number;
    /** Counts what staff said of how good it is. */
    judged?: number;
    /** At work on it, where that is measured. */
    seconds?: number;
    /** The request that has added the last of them. */
    timeBeat?: string;
  };

/** The review in a stored document. */
export const toReview = ({
  _id,
  events,
  eventsSince,
  figures,
  weighed,
  judged,
  seconds,
  timeBeat,
  ...rest
}: HeadDocument): Review => ({
  id: _id,
  ...rest,
  // Reviews that are older than the field were everybody's share.
  extra: rest.extra ?? false,
});

/** Reviews of some members' works, also of those that they share with a group. @param more what else they must have */
export const byAuthors = (
  { courseId }: CourseScope,
  activityId: string,
  ids: readonly string[],
  more: { readonly state?: Review['state'] } = {},
) => {
  const isIn = { $in: [...ids] };
  return {
    $or: [
      { courseId, activityId, ...more, authorId: isIn },
      { courseId, activityId, ...more, 'group.memberIds': isIn },
    ],
  };
};

/** Reviews that some members write, also those that they write with their group. @param more what else they must have */
export const byReviewers = (
  { courseId }: CourseScope,
  activityId: string,
  ids: readonly string[],
  more: { readonly _id?: string } = {},
) => {
  const isIn = { $in: [...ids] };
  return {
    $or: [
      { courseId, activityId, ...more, reviewerId: isIn },
      { courseId, activityId, ...more, 'reviewers.memberIds': isIn },
    ],
  };
};

/** What reading reviews leaves out. */
export const withoutEvents = { events: 0, eventsSince: 0, figures: 0 };
