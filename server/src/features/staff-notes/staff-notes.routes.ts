import * as contract from '../../contracts/staff-notes.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { StaffNotesService } from './staff-notes.service.ts';

export const staffNoteRoutes = (service: StaffNotesService): Route[] => [
  handle(contract.ListStaffNotes, ({ caller, params }) => service.list(caller, params.memberId)),
  handle(contract.SaveStaffNote, ({ caller, params, body }) =>
    service.save(caller, params.memberId, params.noteId, body.text, body.expectedRevision),
  ),
];
