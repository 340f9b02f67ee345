import type { z } from 'zod';
import type * as contract from '../../../../server/src/contracts/meetings.ts';
import { type RoomPart, type RoomPlace, useRoomCommand, useRoomPart } from '../group-work/room-api.ts';

export type Meetings = z.output<typeof contract.MeetingsView>;
export type Meeting = Meetings['items'][number];
type Body<E extends { readonly body: z.ZodType }> = z.input<E['body']> & { readonly meetingId: string };

const AT = '/group-work/:activityId/groups/:groupId/meetings';

const PART: RoomPart<Meetings> = {
  name: 'meetings',
  read: (api, place, signal) =>
    api.call<typeof contract.ListMeetings>('get', AT, { params: { ...place } }, signal),
};

export const useMeetings = (place: RoomPlace) => useRoomPart(place, PART);

export const usePlanMeeting = (place: RoomPlace) =>
  useRoomCommand(place, PART, (api, { meetingId, ...body }: Body<typeof contract.PlanMeeting>) =>
    api.call<typeof contract.PlanMeeting>('put', `${AT}/:meetingId`, {
      params: { ...place, meetingId },
      body,
    }),
  );

export const useCancelMeeting = (place: RoomPlace) =>
  useRoomCommand(place, PART, (api, { meetingId, ...body }: Body<typeof contract.CancelMeeting>) =>
    api.call<typeof contract.CancelMeeting>('put', `${AT}/:meetingId/cancelled`, {
      params: { ...place, meetingId },
      body,
    }),
  );

export const useSaveNotes = (place: RoomPlace) =>
  useRoomCommand(place, PART, (api, { meetingId, ...body }: Body<typeof contract.SaveMeetingNotes>) =>
    api.call<typeof contract.SaveMeetingNotes>('put', `${AT}/:meetingId/notes`, {
      params: { ...place, meetingId },
      body,
    }),
  );

type Attended = Body<typeof contract.NoteAttendance> & { readonly memberId: string };

export const useNoteAttendance = (place: RoomPlace) =>
  useRoomCommand(
    place,
    PART,
    (api, { meetingId, memberId, was }: Attended) =>
      api.call<typeof contract.NoteAttendance>('put', `${AT}/:meetingId/attendance/:memberId`, {
        params: { ...place, meetingId, memberId },
        body: { was },
      }),
    attended,
  );

/** The meetings as they are once it is noted. */
const attended = (view: Meetings, { meetingId, memberId, was }: Attended): Meetings => ({
  ...view,
  items: view.items.map((meeting) =>
    meeting.meetingId === meetingId
      ? {
          ...meeting,
          attendance: meeting.attendance.map((one) => (one.memberId === memberId ? { ...one, was } : one)),
        }
      : meeting,
  ),
});
