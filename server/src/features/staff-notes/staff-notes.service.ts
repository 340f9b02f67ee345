import { ListStaffNotes } from '../../contracts/staff-notes.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { makeEvent } from '../../core/events.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { CourseService } from '../course/index.ts';
import { currentNotes, decideNote, type NoteSubject } from './staff-notes.domain.ts';
import type { StaffNoteStore } from './staff-notes.store.ts';

export interface StaffNotePorts {
  readonly course: Pick<CourseService, 'findMembers'>;
  readonly groups: { isThere(scope: CourseScope, groupId: string): Promise<boolean> };
  readonly clock: Clock;
  /** Tells the relay that events were written. */
  readonly eventsWritten: () => void;
}

export type StaffNotesService = ReturnType<typeof createStaffNotesService>;

/** Notes of the teaching staff about learners and groups (spec/activity.md, 8): nobody else gets them, by any way. */
export function createStaffNotesService(
  store: StaffNoteStore,
  { course, groups, clock, eventsWritten }: StaffNotePorts,
) {
  /** @throws AppError NOT_FOUND for somebody, or a group, of another course */
  async function requireThere(scope: CourseScope, { kind, id }: NoteSubject): Promise<void> {
    const isThere =
      kind === 'member'
        ? (await course.findMembers(scope, [id])).length > 0
        : await groups.isThere(scope, id);
    if (!isThere) throw new AppError('NOT_FOUND', { kind });
  }

  /** Three round trips. @throws AppError NOT_FOUND */
  async function list({ scope, member }: Caller, about: NoteSubject) {
    const [versions] = await Promise.all([store.listOf(scope, about), requireThere(scope, about)]);
    const notes = currentNotes(versions);
    const authors = await course.findMembers(scope, [...new Set(notes.map(({ authorId }) => authorId))]);
    const names = new Map(authors.map(({ id, name }) => [id, name]));
    return ListStaffNotes.response.parse({
      items: notes.map(({ noteId, text, authorId, at, revision }) => ({
        id: noteId,
        text,
        author: names.get(authorId) ?? null,
        at: at.toISOString(),
        revision,
        can: { edit: authorId === member.id },
      })),
    });
  }

  return {
    list,

    /** @throws AppError FORBIDDEN for another's note, STALE_REVISION, NOT_FOUND */
    async save(
      caller: Caller,
      about: NoteSubject,
      noteId: string,
      text: string | null,
      expectedRevision: number,
    ) {
      const { scope, member, actor, requestId } = caller;
      const [versions] = await Promise.all([store.listOf(scope, about), requireThere(scope, about)]);
      const ofNote = versions.filter((version) => version.noteId === noteId);
      const newest = ofNote.toSorted((a, b) => b.revision - a.revision)[0] ?? null;
      const decision = decideNote(newest, { authorId: member.id, text, expectedRevision });
      if (decision.type === 'refuse') throw new AppError(decision.reason);
      if (decision.type === 'repeated') return list(caller, about);
      const { revision } = decision;
      const at = clock.now();
      const event = makeEvent({
        type: 'staffNote.written',
        at,
        actor,
        requestId,
        courseId: scope.courseId,
        subject: { kind: 'staffNote', id: noteId },
        data: { [`${about.kind}Id`]: about.id, revision, deleted: text === null },
      });
      const version = { noteId, revision, about, authorId: member.id, text, at };
      if (!(await store.insert(scope, version, event))) throw new AppError('STALE_REVISION');
      eventsWritten();
      return list(caller, about);
    },
  };
}
