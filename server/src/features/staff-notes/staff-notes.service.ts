import { ListStaffNotes } from '../../contracts/staff-notes.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import { makeEvent } from '../../core/events.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { CourseService } from '../course/index.ts';
import { currentNotes, decideNote } from './staff-notes.domain.ts';
import type { StaffNoteStore } from './staff-notes.store.ts';

export interface StaffNotePorts {
  readonly course: Pick<CourseService, 'findMembers'>;
  readonly clock: Clock;
  /** Tells the relay that events were written. */
  readonly eventsWritten: () => void;
}

export type StaffNotesService = ReturnType<typeof createStaffNotesService>;

/** Notes of the teaching staff about learners (spec/activity.md, 8): nobody else gets them, by any way. */
export function createStaffNotesService(
  store: StaffNoteStore,
  { course, clock, eventsWritten }: StaffNotePorts,
) {
  /** Three round trips. @throws AppError NOT_FOUND for somebody of another course */
  async function list({ scope, member }: Caller, memberId: string) {
    const [[learner], versions] = await Promise.all([
      course.findMembers(scope, [memberId]),
      store.listOf(scope, memberId),
    ]);
    if (!learner) throw new AppError('NOT_FOUND', { kind: 'member' });
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
      memberId: string,
      noteId: string,
      text: string | null,
      expectedRevision: number,
    ) {
      const { scope, member, actor, requestId } = caller;
      const [[learner], versions] = await Promise.all([
        course.findMembers(scope, [memberId]),
        store.listOf(scope, memberId),
      ]);
      if (!learner) throw new AppError('NOT_FOUND', { kind: 'member' });
      const ofNote = versions.filter((version) => version.noteId === noteId);
      const newest = ofNote.toSorted((a, b) => b.revision - a.revision)[0] ?? null;
      const decision = decideNote(newest, { authorId: member.id, text, expectedRevision });
      if (decision.type === 'refuse') throw new AppError(decision.reason);
      if (decision.type === 'repeated') return list(caller, memberId);
      const { revision } = decision;
      const at = clock.now();
      const event = makeEvent({
        type: 'staffNote.written',
        at,
        actor,
        requestId,
        courseId: scope.courseId,
        subject: { kind: 'staffNote', id: noteId },
        data: { memberId, revision, deleted: text === null },
      });
      const version = { noteId, revision, memberId, authorId: member.id, text, at };
      if (!(await store.insert(scope, version, event))) throw new AppError('STALE_REVISION');
      eventsWritten();
      return list(caller, memberId);
    },
  };
}
