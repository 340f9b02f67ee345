import * as contract from '../../contracts/meetings.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { MeetingsService } from './meetings.service.ts';

export const meetingRoutes = (service: MeetingsService): Route[] => [
  handle(contract.ListMeetings, ({ caller, params }) => service.get(caller, params)),
  handle(contract.PlanMeeting, ({ caller, params, body }) => {
    const { title, startsAt, minutes, agenda, link, expectedRevision } = body;
    const plan = { title, startsAt: new Date(startsAt), minutes, agenda, link };
    return service.plan(caller, params, plan, expectedRevision);
  }),
  handle(contract.CancelMeeting, ({ caller, params, body }) =>
    service.setCancelled(caller, params, body.cancelled, body.expectedRevision),
  ),
  handle(contract.SaveMeetingNotes, ({ caller, params, body }) =>
    service.saveNotes(caller, params, body.text, body.expectedRevision),
  ),
  handle(contract.NoteAttendance, ({ caller, params, body }) =>
    service.noteAttendance(caller, params, params.memberId, body.was),
  ),
];
