import type { DomainEvent } from '../../core/events.ts';
import type { Live } from '../../platform/live/ports.ts';
import type { Concern } from '../insights/index.ts';
import type { AccessService } from './access.service.ts';

/** For whom what waits in rooms may be different, whatever it is: who comes and goes, what opens and closes. */
export function concernOfRooms({ type, subject, data }: DomainEvent): Concern | null {
  switch (type) {
    case 'activity.created':
    case 'activity.changed':
    case 'activity.openingChanged':
    case 'activity.published':
    case 'activity.closed':
    case 'activity.reopened':
      return { topics: [subject.id], memberIds: null };
    case 'opening.met':
      return { topics: [String(data['activityId'])], memberIds: [String(data['memberId'])] };
    case 'membership.opened':
    case 'membership.closed':
      return { topics: null, memberIds: [String(data['memberId'])] };
    default:
      return null;
  }
}

/** What happens in the room of a group is told to those who have a page of it open; the client has the same name. */
export function defineRoomTopic(live: Live, access: Pick<AccessService, 'openSpace'>): void {
  live.follow(({ data: { activityId, groupId } }) =>
    typeof activityId === 'string' && typeof groupId === 'string' ? [`room/${activityId}/${groupId}`] : [],
  );
  live.define('room', {
    async admit(caller, [activityId = '', groupId = '']) {
      if (!caller.can('groupWork.read')) return null;
      await access.openSpace(caller, activityId, groupId);
      return [activityId];
    },
  });
}
