import { z } from 'zod';
import { type Endpoint, Id, Timestamp } from './endpoint.ts';
import { STAFF_NOTE_MAX } from './limits.ts';

/** A note about a learner or a group, for the teaching staff of the course alone. */
const StaffNoteView = z.object({
  id: Id,
  text: z.string(),
  /** Null: somebody who has left. */
  author: z.string().nullable(),
  /** When it was written last. */
  at: Timestamp,
  revision: z.int(),
  can: z.object({ edit: z.boolean() }),
});

const Notes = z.object({ items: z.array(StaffNoteView) });
const OfMember = z.object({ memberId: Id });
const OfGroup = z.object({ groupId: Id });

const Written = z.object({
  /** Null deletes it; a text brings it back. */
  text: z.string().trim().min(1).max(STAFF_NOTE_MAX).nullable(),
  expectedRevision: z.int().min(0),
});

export const ListStaffNotes = {
  method: 'get',
  path: '/members/:memberId/notes',
  permission: 'staffNote.write',
  summary: 'What the teaching staff have noted about a learner, the newest first',
  params: OfMember,
  response: Notes,
} satisfies Endpoint;

export const SaveStaffNote = {
  method: 'put',
  path: '/members/:memberId/notes/:noteId',
  permission: 'staffNote.write',
  summary: 'Writes a note about a learner, changes or deletes an own one; what it said before is kept',
  params: OfMember.extend({ noteId: Id }),
  body: Written,
  response: Notes,
} satisfies Endpoint;

export const ListGroupNotes = {
  method: 'get',
  path: '/groups/:groupId/notes',
  permission: 'staffNote.write',
  summary: 'What the teaching staff have noted about a group, the newest first',
  params: OfGroup,
  response: Notes,
} satisfies Endpoint;

export const SaveGroupNote = {
  method: 'put',
  path: '/groups/:groupId/notes/:noteId',
  permission: 'staffNote.write',
  summary: 'Writes a note about a group, changes or deletes an own one; what it said before is kept',
  params: OfGroup.extend({ noteId: Id }),
  body: Written,
  response: Notes,
} satisfies Endpoint;
