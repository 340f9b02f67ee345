import type { CourseScope } from '../../core/course-scope.ts';
import type { OwnRooms } from '../group-work/index.ts';
import type { Deadline } from '../notices/index.ts';
import { endsAt } from './presentations.domain.ts';
import type { PresentationStore } from './presentations.store.ts';

/** For calendars: when somebody's groups present. */
export const createPresentationDates =
  (store: Pick<PresentationStore, 'listSlotsOfGroups'>) =>
  async (scope: CourseScope, { projects, groupIds }: OwnRooms): Promise<Deadline[]> => {
    const slots = await store.listSlotsOfGroups(scope, [...projects.keys()], groupIds);
    return slots.flatMap((slot) => {
      const { activityId, slotId: part, startsAt: at, revision } = slot;
      const project = projects.get(activityId);
      if (!project) return [];
      const until = endsAt(slot);
      return [{ activityId, ...project, what: 'presentation', at, until, part, revision }];
    });
  };
