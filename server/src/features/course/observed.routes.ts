import { ListObserved } from '../../contracts/observed.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { CourseService } from './course.service.ts';

export const observedRoutes = (course: Pick<CourseService, 'listObserved'>): Route[] => [
  handle(ListObserved, async ({ caller }) => ({
    items: (await course.listObserved(caller.scope, caller.member.id)).map(({ id, name }) => ({
      memberId: id,
      name,
    })),
  })),
];
