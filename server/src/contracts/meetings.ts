import { z } from 'zod';
import { type Endpoint, Id, Timestamp } from './endpoint.ts';
import { OfRoom, RoomView } from './group-room.ts';
import * as limits from './room-limits.ts';

const Attendance = z.enum(limits.ATTENDANCES);
const Name = z.string().nullable();

/** What is planned of a meeting. */
const MeetingPlan = z.object({
  title: z.string().trim().min(1).max(limits.MEETING_TITLE_MAX),
  startsAt: Timestamp,
  minutes: z.int().min(1).max(limits.MEETING_MINUTES_MAX),
  agenda: z.string().trim().max(limits.MEETING_TEXT_MAX),
  /** The video room: https, on a host that this installation allows; empty: none. */
  link: z.string().trim().max(limits.MEETING_LINK_MAX),
});

const MeetingView = MeetingPlan.extend({
  meetingId: Id,
  revision: z.int(),
  isCancelled: z.boolean(),
  notes: z.object({ text: z.string(), by: Name, at: Timestamp.nullable(), revision: z.int() }),
  /** Of everybody who is in the group now, or of whom something is noted; null: nothing is. */
  attendance: z.array(z.object({ memberId: Id, name: Name, isOwn: z.boolean(), was: Attendance.nullable() })),
});

export const MeetingsView = z.object({
  room: RoomView,
  /** The latest first. */
  items: z.array(MeetingView),
  /** Hosts that links may lead to. */
  hosts: z.array(z.string()),
});
export type MeetingsView = z.output<typeof MeetingsView>;

const OfMeeting = OfRoom.extend({ meetingId: Id });
const expectedRevision = z.int().min(0);

export const ListMeetings = {
  method: 'get',
  path: '/group-work/:activityId/groups/:groupId/meetings',
  permission: 'groupWork.read',
  summary: 'The meetings of a group, with agenda, notes and who was there',
  params: OfRoom,
  response: MeetingsView,
} satisfies Endpoint;

export const PlanMeeting = {
  method: 'put',
  path: '/group-work/:activityId/groups/:groupId/meetings/:meetingId',
  permission: 'groupWork.write',
  summary: 'Plans a meeting of this id, or changes what is planned; repeating the call changes nothing',
  params: OfMeeting,
  body: MeetingPlan.extend({ expectedRevision }),
  response: MeetingsView,
} satisfies Endpoint;

export const CancelMeeting = {
  method: 'put',
  path: '/group-work/:activityId/groups/:groupId/meetings/:meetingId/cancelled',
  permission: 'groupWork.write',
  summary: 'Cancels a meeting, or takes that back; its notes are kept',
  params: OfMeeting,
  body: z.object({ cancelled: z.boolean(), expectedRevision }),
  response: MeetingsView,
} satisfies Endpoint;

export const SaveMeetingNotes = {
  method: 'put',
  path: '/group-work/:activityId/groups/:groupId/meetings/:meetingId/notes',
  permission: 'groupWork.write',
  summary: 'Saves the notes of a meeting over those that were seen',
  params: OfMeeting,
  body: z.object({ text: z.string().trim().max(limits.MEETING_TEXT_MAX), expectedRevision }),
  response: MeetingsView,
} satisfies Endpoint;

export const NoteAttendance = {
  method: 'put',
  path: '/group-work/:activityId/groups/:groupId/meetings/:meetingId/attendance/:memberId',
  permission: 'groupWork.write',
  summary: 'Notes whether a member of the group was at a meeting; null takes it back',
  params: OfMeeting.extend({ memberId: Id }),
  body: z.object({ was: Attendance.nullable() }),
  response: MeetingsView,
} satisfies Endpoint;
