import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import { defineCollection } from '../../platform/database/collection.ts';
import { isDuplicateKey } from '../../platform/database/errors.ts';
import type { FrozenInputs, FrozenRun } from './grade-run.domain.ts';

type RunDocument = Omit<FrozenRun, 'runId'> & { _id: string; courseId: string };
interface ChunkDocument {
  /** `runId/reading/n` */
  _id: string;
  courseId: string;
  members: FrozenInputs[];
}

const required = { type: String, required: true };
const number = { type: Number, required: true };
const mixed = { type: [Schema.Types.Mixed] as never, required: true };
const options = { versionKey: false, minimize: false, strict: 'throw' } as const;
const runSchema = new Schema<RunDocument>(
  {
    _id: required,
    courseId: required,
    activityId: required,
    kind: required as never,
    sequence: number,
    requestedAt: { type: Date, required: true },
    by: required,
    reason: { type: String, default: null },
    columns: mixed,
    reading: required,
    chunks: number,
    doneAt: { type: Date, default: null },
  },
  options,
).index({ courseId: 1, activityId: 1, doneAt: 1 });
const chunkSchema = new Schema<ChunkDocument>({ _id: required, courseId: required, members: mixed }, options);

export type GradeRunStore = ReturnType<typeof createGradeRunStore>;

/** Queries of `gradeRuns` and their chunks: the inputs of every run, as they were when it was made. */
export function createGradeRunStore(connection: Connection) {
  const Runs = defineCollection(connection, 'gradeRuns', runSchema);
  const Chunks = defineCollection(connection, 'gradeRunChunks', chunkSchema);
  const chunkId = (runId: string, reading: string, n: number): string => `${runId}/${reading}/${n}`;

  async function find(scope: CourseScope, runId: string): Promise<FrozenRun | null> {
    const run = await Runs.findOne({ _id: runId, courseId: scope.courseId }).lean<RunDocument>();
    if (!run) return null;
    const { _id, courseId, ...fields } = run;
    return { runId: _id, ...fields };
  }

  return {
    find,

    async saveChunk(
      scope: CourseScope,
      runId: string,
      reading: string,
      n: number,
      members: readonly FrozenInputs[],
    ): Promise<void> {
      await Chunks.insertMany([
        { _id: chunkId(runId, reading, n), courseId: scope.courseId, members: [...members] },
      ]);
    },

    /** Makes a reading the run's own, unless another was faster. @returns the run as it is to be carried out. */
    async freeze(scope: CourseScope, run: FrozenRun): Promise<FrozenRun> {
      const { runId, ...fields } = run;
      try {
        await Runs.insertMany([{ _id: runId, courseId: scope.courseId, ...fields }]);
        return run;
      } catch (error) {
        const other = isDuplicateKey(error) ? await find(scope, runId) : null;
        if (!other) throw error;
        return other;
      }
    },

    async loadChunk(scope: CourseScope, run: FrozenRun, n: number): Promise<FrozenInputs[]> {
      const chunk = await Chunks.findOne({
        _id: chunkId(run.runId, run.reading, n),
        courseId: scope.courseId,
      }).lean<ChunkDocument>();
      if (!chunk) throw new Error(`chunk ${n} of grade run ${run.runId} is missing`);
      return chunk.members;
    },

    async markDone(scope: CourseScope, runId: string, at: Date): Promise<void> {
      await Runs.updateOne({ _id: runId, courseId: scope.courseId, doneAt: null }, { $set: { doneAt: at } });
    },

    /** Whether a frozen run of the activity has entries still to write. */
    async anyUnfinished(scope: CourseScope, activityId: string): Promise<boolean> {
      const unfinished = { courseId: scope.courseId, activityId, doneAt: null };
      return (await Runs.countDocuments(unfinished, { limit: 1 })) > 0;
    },
  };
}
