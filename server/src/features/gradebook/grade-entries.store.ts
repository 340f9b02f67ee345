import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import { defineCollection } from '../../platform/database/collection.ts';
import { insertMissing } from '../../platform/database/insert-once.ts';
import type { LedgerEntry } from './ledger.domain.ts';

/** An entry that its slot no longer holds, with when the LMS took it. */
export interface SpilledEntry {
  readonly entry: LedgerEntry;
  /** Null: a newer one was sent in its place. */
  readonly sentAt: Date | null;
}

type EntryDocument = SpilledEntry & {
  /** column/member/n */
  _id: string;
  courseId: string;
  slotId: string;
  n: number;
};

const required = { type: String, required: true };
const schema = new Schema<EntryDocument>(
  {
    _id: required,
    courseId: required,
    slotId: required,
    n: { type: Number, required: true },
    entry: { type: Schema.Types.Mixed, required: true } as never,
    sentAt: { type: Date, default: null },
  },
  { versionKey: false, minimize: false, strict: 'throw' },
).index({ courseId: 1, slotId: 1, n: -1 });

export type GradeEntryStore = ReturnType<typeof createGradeEntryStore>;

/** Queries of `gradeEntries`: the ledger's entries that are too old to be kept in their slots. */
export function createGradeEntryStore(connection: Connection) {
  const Entries = defineCollection(connection, 'gradeEntries', schema);
  return {
    /** Adds those that are not there yet: done again after a crash, it changes nothing. */
    async save(scope: CourseScope, slotId: string, entries: readonly SpilledEntry[]): Promise<void> {
      await insertMissing(
        Entries,
        entries.map(({ entry, sentAt }) => ({
          _id: `${slotId}/${entry.n}`,
          courseId: scope.courseId,
          slotId,
          n: entry.n,
          entry,
          sentAt,
        })),
      );
    },

    /** Newest first, those before entry `before`. */
    async listBefore(
      scope: CourseScope,
      slotId: string,
      before: number,
      limit: number,
    ): Promise<SpilledEntry[]> {
      const found = await Entries.find({ courseId: scope.courseId, slotId, n: { $lt: before } })
        .sort({ n: -1 })
        .limit(limit)
        .lean<EntryDocument[]>();
      return found.map(({ entry, sentAt }) => ({ entry, sentAt }));
    },
  };
}
