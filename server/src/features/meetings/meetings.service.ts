import type { RoomView } from '../../contracts/group-room.ts';
import { MEETINGS_MAX } from '../../contracts/room-limits.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import { courseEvent, type DomainEvent, type EventType } from '../../core/events.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { CourseService } from '../course/index.ts';
import type { RoomPort } from '../group-work/index.ts';
import { type Attendance, decidePlan, type Meeting, type MeetingPlan } from './meetings.domain.ts';
import type { MeetingStore } from './meetings.store.ts';
import { meetingsView } from './meetings.views.ts';

export interface MeetingPorts {
  readonly rooms: RoomPort;
  readonly course: Pick<CourseService, 'findMembers'>;
  /** Links lead to these alone. */
  readonly config: { readonly outsideHosts: readonly string[] };
  readonly clock: Clock;
  readonly eventsWritten: () => void;
}

interface Address {
  readonly activityId: string;
  readonly groupId: string;
}
type MeetingAddress = Address & { readonly meetingId: string };

export type MeetingsService = ReturnType<typeof createMeetingsService>;

/** Meetings of a group: planned, noted, and who was there (group-work.md item 3). */
export function createMeetingsService(store: MeetingStore, ports: MeetingPorts) {
  const { rooms, course, clock, eventsWritten } = ports;
  const hosts = ports.config.outsideHosts;

  const open = (caller: Caller, { activityId, groupId }: Address) =>
    Promise.all([
      rooms.openRoom(caller, activityId, groupId),
      store.listOf(caller.scope, activityId, groupId),
    ]);

  /** @throws AppError ACTIVITY_CLOSED */
  async function openToWrite(caller: Caller, address: Address) {
    const [room, meetings] = await open(caller, address);
    if (!room.can.write) throw new AppError('ACTIVITY_CLOSED');
    return { room, meetings };
  }

  async function view({ scope }: Caller, room: RoomView, meetings: readonly Meeting[]) {
    const inside = new Set(room.members.map(({ memberId }) => memberId));
    const named = meetings.flatMap(({ notes, attendance }) => [
      ...(notes.by === null ? [] : [notes.by]),
      ...Object.keys(attendance),
    ]);
    const left = [...new Set(named)].filter((id) => !inside.has(id));
    const people = left.length === 0 ? [] : await course.findMembers(scope, left);
    const names = new Map(people.map(({ id, name }) => [id, name]));
    return meetingsView({ room, meetings, names, hosts });
  }

  async function get(caller: Caller, address: Address) {
    return view(caller, ...(await open(caller, address)));
  }

  const eventOf = (
    type: EventType,
    caller: Caller,
    { activityId, groupId, meetingId }: MeetingAddress,
    room: RoomView,
  ): DomainEvent =>
    courseEvent(type, { kind: 'meeting', id: meetingId }, caller, clock.now(), {
      activityId,
      groupId,
      memberIds: room.members.map(({ memberId }) => memberId),
    });

  /** @throws AppError NOT_FOUND */
  function meetingOf(meetings: readonly Meeting[], { meetingId }: MeetingAddress): Meeting {
    const found = meetings.find((one) => one.meetingId === meetingId);
    if (!found) throw new AppError('NOT_FOUND', { kind: 'meeting' });
    return found;
  }

  return {
    /** @throws AppError NOT_FOUND, NOT_IN_GROUP, ACTIVITY_NOT_OPEN */
    get,

    /** @throws AppError ACTIVITY_CLOSED, STALE_REVISION, MEETINGS_TOO_MANY, OUTSIDE_HOST_REFUSED, and as `get` */
    async plan(caller: Caller, address: MeetingAddress, plan: MeetingPlan, expectedRevision: number) {
      const { room, meetings } = await openToWrite(caller, address);
      const { meetingId, activityId, groupId } = address;
      const key = { meetingId, activityId, groupId };
      const decision = decidePlan(meetings, key, plan, expectedRevision, { hosts, most: MEETINGS_MAX });
      if (decision.type === 'unchanged') return view(caller, room, meetings);
      if (decision.type === 'refuse') throw new AppError(decision.reason, { max: MEETINGS_MAX });
      const event = eventOf('meeting.saved', caller, address, room);
      if (!(await store.put(caller.scope, decision.meeting, event))) throw new AppError('STALE_REVISION');
      eventsWritten();
      return get(caller, address);
    },

    /** @throws AppError ACTIVITY_CLOSED, STALE_REVISION, and as `get` */
    async setCancelled(
      caller: Caller,
      address: MeetingAddress,
      cancelled: boolean,
      expectedRevision: number,
    ) {
      const { room, meetings } = await openToWrite(caller, address);
      const found = meetingOf(meetings, address);
      if ((found.cancelledAt !== null) === cancelled) return view(caller, room, meetings);
      if (found.revision !== expectedRevision) throw new AppError('STALE_REVISION');
      const cancelledAt = cancelled ? clock.now() : null;
      const event = eventOf(cancelled ? 'meeting.cancelled' : 'meeting.restored', caller, address, room);
      const changed = { ...found, cancelledAt, revision: found.revision + 1 };
      if (!(await store.put(caller.scope, changed, event))) throw new AppError('STALE_REVISION');
      eventsWritten();
      return get(caller, address);
    },

    /** @throws AppError ACTIVITY_CLOSED, STALE_REVISION, and as `get` */
    async saveNotes(caller: Caller, address: MeetingAddress, text: string, expectedRevision: number) {
      const { room, meetings } = await openToWrite(caller, address);
      const { notes } = meetingOf(meetings, address);
      if (notes.text === text) return view(caller, room, meetings);
      if (notes.revision !== expectedRevision) throw new AppError('STALE_REVISION');
      const written = { text, by: caller.member.id, at: clock.now(), revision: notes.revision + 1 };
      const event = eventOf('meeting.noted', caller, address, room);
      if (!(await store.saveNotes(caller.scope, address, written, event)))
        throw new AppError('STALE_REVISION');
      eventsWritten();
      return get(caller, address);
    },

    /** @throws AppError ACTIVITY_CLOSED, NOT_FOUND also for somebody who is not in the group, and as `get` */
    async noteAttendance(caller: Caller, address: MeetingAddress, memberId: string, was: Attendance | null) {
      const { room, meetings } = await openToWrite(caller, address);
      const { attendance } = meetingOf(meetings, address);
      const isKnown = room.members.some((member) => member.memberId === memberId) || memberId in attendance;
      if (!isKnown) throw new AppError('NOT_FOUND', { kind: 'member' });
      const event = eventOf('meeting.attended', caller, address, room);
      await store.noteAttendance(caller.scope, address, memberId, was, event);
      eventsWritten();
      return get(caller, address);
    },
  };
}
