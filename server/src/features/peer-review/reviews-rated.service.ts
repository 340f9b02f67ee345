import type { CourseScope } from '../../core/course-scope.ts';
import { authorsOf } from './peer-review.domain.ts';
import type { PeerReviewStores } from './peer-review.store.ts';

/**
 * Finds those of some members who have said of each review of their work how helpful it is: two reads for however many.
 * Of a group's work, what one says counts for all who share it.
 */
export const createFindRated =
  ({ reviews, talks }: Pick<PeerReviewStores, 'reviews' | 'talks'>) =>
  async (scope: CourseScope, activityId: string, memberIds: readonly string[]): Promise<Set<string>> => {
    const received = await reviews.listSubmittedByAuthors(scope, activityId, memberIds);
    const rated = await talks.findHelpfulness(
      scope,
      received.map(({ id }) => id),
    );
    const left = new Set(received.filter(({ id }) => !rated.has(id)).flatMap(authorsOf));
    return new Set(memberIds.filter((id) => !left.has(id)));
  };
