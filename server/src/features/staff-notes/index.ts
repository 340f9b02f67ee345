import { staffNoteRoutes } from './staff-notes.routes.ts';
import { createStaffNotesService, type StaffNotePorts } from './staff-notes.service.ts';
import { createStaffNoteStore } from './staff-notes.store.ts';

interface Ports extends StaffNotePorts {
  readonly connection: Parameters<typeof createStaffNoteStore>[0];
}

/** Notes about learners and groups, for the teaching staff alone. */
export const createStaffNotes = ({ connection, ...ports }: Ports) => ({
  routes: staffNoteRoutes(createStaffNotesService(createStaffNoteStore(connection), ports)),
});
