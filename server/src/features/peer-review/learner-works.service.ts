import type { CourseScope } from '../../core/course-scope.ts';
import { type CourseService, countsAsLearner } from '../course/index.ts';
import { authorsOf, type Review, reviewersOf } from './peer-review.domain.ts';
import type { PeerReviewStores } from './peer-review.store.ts';

/** Three submissions are enough to start with anything: no need to count further. */
const ENOUGH = 3;
/** Authors looked up at once. */
const CHUNK = 500;
/** More than any course has. */
const EVERYBODY = 100_000;

export type LearnerWorks = ReturnType<typeof createLearnerWorks>;

/** Works whose authors are learners of the course now. */
export function createLearnerWorks(
  { submissions, reviews }: Pick<PeerReviewStores, 'submissions' | 'reviews'>,
  course: Pick<CourseService, 'findMembers'>,
) {
  return {
    /** Counted until there are enough to start. */
    async countWorks(scope: CourseScope, activityId: string): Promise<number> {
      let count = 0;
      let after: string | null = null;
      do {
        const authors: string[] = await submissions.listAuthors(scope, activityId, after, CHUNK);
        const works = await submissions.findByAuthors(scope, activityId, authors);
        const people = await course.findMembers(scope, works.flatMap(authorsOf));
        const learners = new Set(people.filter(countsAsLearner).map(({ id }) => id));
        count += works.filter((work) => authorsOf(work).some((id) => learners.has(id))).length;
        after = authors.length === CHUNK ? (authors.at(-1) ?? null) : null;
      } while (count < ENOUGH && after !== null);
      return count;
    },

    /** All works that learners of the course have a part in, with all authors of each: three reads. */
    async listWorks(
      scope: CourseScope,
      activityId: string,
    ): Promise<{ readonly id: string; readonly authorIds: readonly string[] }[]> {
      const authors = await submissions.listAuthors(scope, activityId, null, EVERYBODY);
      const works = await submissions.findByAuthors(scope, activityId, authors);
      const people = await course.findMembers(scope, works.flatMap(authorsOf));
      const learners = new Set(people.filter(countsAsLearner).map(({ id }) => id));
      return works
        .map((work) => ({ id: work.id, authorIds: authorsOf(work) }))
        .filter(({ authorIds }) => authorIds.some((id) => learners.has(id)));
    },

    /** A member with everybody who shares the same work. */
    async listSharers(scope: CourseScope, activityId: string, memberId: string): Promise<readonly string[]> {
      const work = await submissions.findByAuthor(scope, activityId, memberId);
      return work ? authorsOf(work) : [memberId];
    },

    /** Authors who have left the course, or are learners no more: they review nothing and nobody reviews their work. */
    async findFormerLearners(scope: CourseScope, authorIds: readonly string[]): Promise<string[]> {
      const former: string[] = [];
      for (let start = 0; start < authorIds.length; start += CHUNK) {
        const ids = authorIds.slice(start, start + CHUNK);
        const members = await course.findMembers(scope, ids);
        const learners = new Set(members.filter(countsAsLearner).map(({ id }) => id));
        former.push(...ids.filter((id) => !learners.has(id)));
      }
      return former;
    },

    /** What people who have left have not begun is nobody's any more. @returns those of some reviews that went */
    async dropUnbegun<One extends Pick<Review, 'id' | 'state' | 'reviewerId' | 'reviewers'>>(
      scope: CourseScope,
      states: readonly One[],
      former: ReadonlySet<string>,
    ): Promise<One[]> {
      const dropped: One[] = [];
      for (const one of states)
        if (
          one.state === 'toDo' &&
          reviewersOf(one).every((id) => former.has(id)) &&
          (await reviews.removeUnbegun(scope, one.id))
        )
          dropped.push(one);
      return dropped;
    },
  };
}
