import type { CourseScope } from '../../core/course-scope.ts';
import type { Member } from '../course/index.ts';
import type { News, Notice, NoticeSource } from './notices.domain.ts';

/** What becomes of notices that are about to be mailed. */
interface Sorted {
  readonly send: readonly Notice[];
  /** What they tell of is read by now, or not to be seen any more. */
  readonly drop: readonly Notice[];
  /** By the notice's id. */
  readonly news: ReadonlyMap<string, News>;
}

/** Fills notices of followed threads with what is new at the moment of mailing: what was read in the course meanwhile is not mailed. */
export const createNewsFinder =
  (sources: readonly Pick<NoticeSource, 'newsOf'>[]) =>
  async (
    scope: CourseScope,
    member: Pick<Member, 'id' | 'role'>,
    notices: readonly Notice[],
  ): Promise<Sorted> => {
    const news = new Map<string, News>();
    for (const { id, activityId, content } of notices) {
      if (content.kind !== 'followed') continue;
      for (const { newsOf } of sources) {
        const found = newsOf && (await newsOf(scope, member, activityId));
        if (found) news.set(id, found);
      }
    }
    const isOver = ({ id, content }: Notice): boolean => content.kind === 'followed' && !news.has(id);
    return { send: notices.filter((one) => !isOver(one)), drop: notices.filter(isOver), news };
  };
