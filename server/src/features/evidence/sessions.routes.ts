import * as contract from '../../contracts/attendance.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { SessionsService } from './sessions.service.ts';

export const sessionRoutes = (service: SessionsService): Route[] => [
  handle(contract.ListCourseSessions, ({ caller, query }) => service.list(caller, query.after, query.limit)),
  handle(contract.SaveCourseSession, ({ caller, params, body }) =>
    service.save(
      caller,
      params.sessionId,
      {
        title: body.title,
        startsAt: new Date(body.startsAt),
        endsAt: new Date(body.endsAt),
        place: body.place,
      },
      body.expectedRevision,
    ),
  ),
  handle(contract.PreviewSessionDeletion, ({ caller, params }) =>
    service.previewDeletion(caller, params.sessionId),
  ),
  handle(contract.DeleteCourseSession, ({ caller, params, body }) =>
    service.delete(caller, params.sessionId, body.expectedRevision),
  ),
  handle(contract.GetAttendance, ({ caller, params, query }) =>
    service.attendance(caller, params.sessionId, query.after, query.limit),
  ),
  handle(contract.RecordAttendance, ({ caller, params, body }) =>
    service.record(caller, params.sessionId, body.marks),
  ),
];
