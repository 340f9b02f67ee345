import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { OwnRooms } from '../group-work/index.ts';
import type { Deadline } from '../notices/index.ts';
import { endOf } from './meetings.domain.ts';
import type { MeetingStore } from './meetings.store.ts';

/** How long what is over stays in a calendar. */
const PAST_MS = 90 * 86_400_000;

/** For calendars: when somebody's groups meet. */
export const createMeetingDates =
  (store: Pick<MeetingStore, 'listOfGroups'>, clock: Clock) =>
  async (scope: CourseScope, { projects, groupIds }: OwnRooms): Promise<Deadline[]> => {
    const from = new Date(clock.now().getTime() - PAST_MS);
    const meetings = await store.listOfGroups(scope, [...projects.keys()], groupIds, from);
    return meetings.flatMap((meeting) => {
      const { activityId, meetingId: part, title, startsAt: at, revision } = meeting;
      const project = projects.get(activityId);
      if (!project) return [];
      const { changedAt } = project;
      return [{ activityId, title, what: 'meeting', at, until: endOf(meeting), part, revision, changedAt }];
    });
  };
