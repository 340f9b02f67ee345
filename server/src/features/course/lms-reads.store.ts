import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import { defineCollection } from '../../platform/database/collection.ts';
import type { LmsRead, ReadKind, ReadTrouble } from './lms-read.domain.ts';

/** `_id`: course/kind. */
type ReadDocument = LmsRead & { _id: string };

const required = { type: String, required: true };
const count = { type: Number, default: 0 };
const moment = { type: Date, default: null } as never;

const schema = new Schema<ReadDocument>(
  {
    _id: required,
    courseId: required,
    kind: required as never,
    run: { type: Schema.Types.Mixed, default: null } as never,
    requestedAt: moment,
    readAt: moment,
    fullAt: moment,
    people: count,
    learners: count,
    differencesUrl: { type: String, default: null },
    trouble: { type: Schema.Types.Mixed, default: null } as never,
    wantedUntil: { type: Date, required: true },
  },
  { versionKey: false, minimize: false, strict: 'throw' },
);

const toRead = ({ _id, ...rest }: ReadDocument): LmsRead => rest;

export type LmsReadStore = ReturnType<typeof createLmsReadStore>;

/** Queries of `lmsReads`: one document for what is read from the LMS for a course. */
export function createLmsReadStore(connection: Connection) {
  const Reads = defineCollection(connection, 'lmsReads', schema);
  const idOf = (courseId: string, kind: ReadKind): string => `${courseId}/${kind}`;
  const held = (scope: CourseScope, kind: ReadKind, runId: string) => ({
    _id: idOf(scope.courseId, kind),
    'run.id': runId,
  });

  return {
    async find(scope: CourseScope, kind: ReadKind): Promise<LmsRead | null> {
      const found = await Reads.findOne({ _id: idOf(scope.courseId, kind) }).lean<ReadDocument>();
      return found && toRead(found);
    },

    /** Keeps a course wanted. */
    async want(scope: CourseScope, kind: ReadKind, until: Date): Promise<void> {
      await Reads.updateOne(
        { _id: idOf(scope.courseId, kind) },
        { $max: { wantedUntil: until }, $setOnInsert: { courseId: scope.courseId, kind } },
        { upsert: true },
      );
    },

    /** Notes that somebody waits for a reading of everything. */
    async request(scope: CourseScope, kind: ReadKind, now: Date, until: Date): Promise<LmsRead> {
      const requested = await Reads.findOneAndUpdate(
        { _id: idOf(scope.courseId, kind) },
        {
          $max: { wantedUntil: until },
          $set: { requestedAt: now, fullAt: null },
          $setOnInsert: { courseId: scope.courseId, kind },
        },
        { upsert: true, returnDocument: 'after' },
      ).lean<ReadDocument>();
      if (!requested) throw new Error('an upsert returned nothing');
      return toRead(requested);
    },

    /** Makes a run the one whose writes count; an older one that still goes on finds that out. */
    async begin(
      scope: CourseScope,
      kind: ReadKind,
      run: { id: string; startedAt: Date },
      until: Date,
    ): Promise<LmsRead> {
      const begun = await Reads.findOneAndUpdate(
        { _id: idOf(scope.courseId, kind) },
        {
          $set: { run, requestedAt: null },
          $setOnInsert: { courseId: scope.courseId, kind, wantedUntil: until },
        },
        { upsert: true, returnDocument: 'after' },
      ).lean<ReadDocument>();
      if (!begun) throw new Error('an upsert returned nothing');
      return toRead(begun);
    },

    async isCurrent(scope: CourseScope, kind: ReadKind, runId: string): Promise<boolean> {
      return (await Reads.countDocuments(held(scope, kind, runId), { limit: 1 })) === 1;
    },

    /** Ends a run. @param done what a whole reading found; null keeps what an earlier one did. */
    async end(
      scope: CourseScope,
      kind: ReadKind,
      runId: string,
      done: Partial<Pick<LmsRead, 'readAt' | 'fullAt' | 'people' | 'learners' | 'differencesUrl'>> | null,
      trouble: ReadTrouble | null,
    ): Promise<void> {
      await Reads.updateOne(held(scope, kind, runId), { $set: { ...done, run: null, trouble } });
    },
  };
}
