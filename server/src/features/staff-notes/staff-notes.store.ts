import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, type Eventful } from '../../platform/database/collection.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import type { NoteSubject, NoteVersion } from './staff-notes.domain.ts';

/** `_id`: note/revision, so that one of two at once writes a revision. */
type VersionDocument = Omit<NoteVersion, 'about'> &
  Eventful & {
    _id: string;
    courseId: string;
    /** Whom it is about: one of the two. */
    memberId: string | null;
    groupId: string | null;
  };

const required = { type: String, required: true };
const schema = new Schema<VersionDocument>(
  {
    _id: required,
    courseId: required,
    noteId: required,
    revision: { type: Number, required: true },
    memberId: { type: String, default: null },
    groupId: { type: String, default: null },
    authorId: required,
    text: { type: String, default: null },
    at: { type: Date, required: true },
    events: { type: [Schema.Types.Mixed] as never },
    eventsSince: Date,
  },
  { versionKey: false, strict: 'throw' },
)
  .index({ courseId: 1, memberId: 1, at: -1 })
  .index({ courseId: 1, groupId: 1, at: -1 }, { partialFilterExpression: { groupId: { $gt: '' } } });

/** Versions of the notes on one learner or group that are read: the newest. */
const VERSIONS_MAX = 1_000;

const fieldsOf = ({ kind, id }: NoteSubject) => (kind === 'member' ? { memberId: id } : { groupId: id });

const toVersion = (
  { _id, courseId, events, eventsSince, memberId, groupId, ...rest }: VersionDocument,
  about: NoteSubject,
): NoteVersion => ({ ...rest, about });

export type StaffNoteStore = ReturnType<typeof createStaffNoteStore>;

/** Queries of `staffNotes`: every version of every note. */
export function createStaffNoteStore(connection: Connection) {
  const Versions = defineCollection(connection, 'staffNotes', schema, { events: true });
  return {
    /** The newest versions of the notes on one subject. */
    async listOf(scope: CourseScope, about: NoteSubject): Promise<NoteVersion[]> {
      const found = await Versions.find(
        { courseId: scope.courseId, ...fieldsOf(about) },
        { events: 0, eventsSince: 0 },
      )
        .sort({ at: -1 })
        .limit(VERSIONS_MAX)
        .lean<VersionDocument[]>();
      return found.map((version) => toVersion(version, about));
    },

    /** @returns false when the revision is there already, or the id is in use elsewhere. */
    insert(scope: CourseScope, { about, ...version }: NoteVersion, event: DomainEvent): Promise<boolean> {
      return insertOnce(Versions, {
        _id: `${version.noteId}/${version.revision}`,
        courseId: scope.courseId,
        memberId: null,
        groupId: null,
        ...version,
        ...fieldsOf(about),
        events: [event],
        eventsSince: event.at,
      });
    },
  };
}
