import type { Live } from '../../platform/live/ports.ts';
import type { TeamRooms } from '../group-work/index.ts';

/** What happens to presentations is told to those who have a page of them open; the client has the same name. */
export function definePresentationTopic(live: Live, rooms: Pick<TeamRooms, 'openProject'>): void {
  live.follow(({ subject, data: { activityId } }) =>
    subject.kind === 'presentations' && typeof activityId === 'string' ? [`presentations/${activityId}`] : [],
  );
  live.define('presentations', {
    async admit(caller, [activityId = '']) {
      if (!caller.can('groupWork.read')) return null;
      await rooms.openProject(caller, activityId);
      return [activityId];
    },
  });
}
