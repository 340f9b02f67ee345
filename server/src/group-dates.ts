/** What groups have planned, for the calendars of their members. */
import type { CourseScope } from './core/course-scope.ts';
import type { OwnRooms, TeamRooms } from './features/group-work/index.ts';
import type { Deadline, NoticeSource } from './features/notices/index.ts';

type ListDates = (scope: CourseScope, own: OwnRooms, memberId: string) => Promise<readonly Deadline[]>;

/** Whose groups they are is asked once for all of it. */
export const createGroupDates = (
  { listOwn }: Pick<TeamRooms, 'listOwn'>,
  lists: readonly ListDates[],
): NoticeSource => ({
  name: 'groupPlans',
  read: () => Promise.resolve([]),
  async listDeadlines(scope, memberId) {
    const own = await listOwn(scope, memberId);
    if (own.groupIds.length === 0) return [];
    return (await Promise.all(lists.map((list) => list(scope, own, memberId)))).flat();
  },
});
