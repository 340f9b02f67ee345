import type { RoomView } from '../../contracts/group-room.ts';
import { MeetingsView } from '../../contracts/meetings.ts';
import type { Meeting } from './meetings.domain.ts';

interface Seen {
  readonly room: RoomView;
  readonly meetings: readonly Meeting[];
  /** Of everybody who is named and not in the group any more. */
  readonly names: ReadonlyMap<string, string | null>;
  readonly hosts: readonly string[];
}

/** The meetings of a group, for its members and for staff. */
export function meetingsView({ room, meetings, names, hosts }: Seen): MeetingsView {
  const inside = new Map(room.members.map((member) => [member.memberId, member]));
  const nameOf = (id: string) => inside.get(id)?.name ?? names.get(id) ?? null;
  return MeetingsView.parse({
    room,
    hosts,
    items: meetings.map(({ startsAt, cancelledAt, notes, attendance, ...meeting }) => ({
      ...meeting,
      startsAt: startsAt.toISOString(),
      isCancelled: cancelledAt !== null,
      notes: {
        ...notes,
        by: notes.by === null ? null : nameOf(notes.by),
        at: notes.at?.toISOString() ?? null,
      },
      attendance: [...new Set([...inside.keys(), ...Object.keys(attendance)])].map((memberId) => ({
        memberId,
        name: nameOf(memberId),
        isOwn: inside.get(memberId)?.isOwn ?? false,
        was: attendance[memberId] ?? null,
      })),
    })),
  });
}
