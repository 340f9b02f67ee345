import type { CourseScope } from '../../core/course-scope.ts';
import type { OwnRooms } from '../group-work/index.ts';
import type { Deadline } from '../notices/index.ts';
import type { RetrospectiveStore } from './retrospectives.store.ts';

/** For calendars: what somebody has said to do in their groups, until it is done. */
export const createActionDates =
  (store: Pick<RetrospectiveStore, 'listActionsOf'>) =>
  async (scope: CourseScope, { projects, groupIds }: OwnRooms, memberId: string): Promise<Deadline[]> => {
    const actions = await store.listActionsOf(scope, memberId, [...projects.keys()], groupIds);
    return actions.flatMap(({ activityId, actionId: part, text: title, dueAt: at, revision }) => {
      const project = projects.get(activityId);
      if (!project) return [];
      return [{ activityId, title, what: 'teamAction', at, part, revision, changedAt: project.changedAt }];
    });
  };
