import type { CourseScope } from '../../core/course-scope.ts';
import type { AuthorGroups } from './author-groups.service.ts';
import type { PeerReview } from './peer-review.domain.ts';

/** Finds who can hand in at all, of some or of all (null): where groups hand in, nobody who is in none is asked for work. */
export const createFindAble =
  (authors: Pick<AuthorGroups, 'setOf' | 'listPeopled'>) =>
  async (
    scope: CourseScope,
    review: PeerReview,
    among: readonly string[] | null,
  ): Promise<readonly string[] | null> => {
    if (authors.setOf(scope, review) === null) return among;
    const peopled = (await authors.listPeopled(scope, review)).flatMap(({ memberIds }) => memberIds);
    if (!among) return peopled;
    const inGroups = new Set(peopled);
    return among.filter((id) => inGroups.has(id));
  };
