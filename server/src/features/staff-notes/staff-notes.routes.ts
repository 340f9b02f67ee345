import * as contract from '../../contracts/staff-notes.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { StaffNotesService } from './staff-notes.service.ts';

const member = (id: string) => ({ kind: 'member', id }) as const;
const group = (id: string) => ({ kind: 'group', id }) as const;

export const staffNoteRoutes = (service: StaffNotesService): Route[] => [
  handle(contract.ListStaffNotes, ({ caller, params }) => service.list(caller, member(params.memberId))),
  handle(contract.SaveStaffNote, ({ caller, params, body }) =>
    service.save(caller, member(params.memberId), params.noteId, body.text, body.expectedRevision),
  ),
  handle(contract.ListGroupNotes, ({ caller, params }) => service.list(caller, group(params.groupId))),
  handle(contract.SaveGroupNote, ({ caller, params, body }) =>
    service.save(caller, group(params.groupId), params.noteId, body.text, body.expectedRevision),
  ),
];
