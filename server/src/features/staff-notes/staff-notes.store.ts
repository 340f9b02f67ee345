import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, type Eventful } from '../../platform/database/collection.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import type { NoteVersion } from './staff-notes.domain.ts';

/** `_id`: note/revision, so that one of two at once writes a revision. */
type VersionDocument = NoteVersion & Eventful & { _id: string; courseId: string };

const required = { type: String, required: true };
const schema = new Schema<VersionDocument>(
  {
    _id: required,
    courseId: required,
    noteId: required,
    revision: { type: Number, required: true },
    memberId: required,
    authorId: required,
    text: { type: String, default: null },
    at: { type: Date, required: true },
    events: { type: [Schema.Types.Mixed] as never },
    eventsSince: Date,
  },
  { versionKey: false, strict: 'throw' },
).index({ courseId: 1, memberId: 1, at: -1 });

/** Versions of one learner's notes that are read: the newest. */
const VERSIONS_MAX = 1_000;

const toVersion = ({ _id, courseId, events, eventsSince, ...rest }: VersionDocument): NoteVersion => rest;

export type StaffNoteStore = ReturnType<typeof createStaffNoteStore>;

/** Queries of `staffNotes`: every version of every note. */
export function createStaffNoteStore(connection: Connection) {
  const Versions = defineCollection(connection, 'staffNotes', schema, { events: true });
  return {
    /** The newest versions of a learner's notes. */
    async listOf(scope: CourseScope, memberId: string): Promise<NoteVersion[]> {
      const found = await Versions.find({ courseId: scope.courseId, memberId }, { events: 0, eventsSince: 0 })
        .sort({ at: -1 })
        .limit(VERSIONS_MAX)
        .lean<VersionDocument[]>();
      return found.map(toVersion);
    },

    /** @returns false when the revision is there already, or the id is in use elsewhere. */
    insert(scope: CourseScope, version: NoteVersion, event: DomainEvent): Promise<boolean> {
      return insertOnce(Versions, {
        _id: `${version.noteId}/${version.revision}`,
        courseId: scope.courseId,
        ...version,
        events: [event],
        eventsSince: event.at,
      });
    },
  };
}
