import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import { defineCollection } from '../../platform/database/collection.ts';
import { isDuplicateKey } from '../../platform/database/errors.ts';
import type { Calculation } from './formulas.domain.ts';
import type { GradeRun } from './ledger.domain.ts';

/** What one member's grade is made of. */
export interface GradeInput {
  readonly memberId: string;
  readonly inputs: Calculation['inputs'];
}

/** A run whose inputs are complete and will not change any more. */
export interface FrozenRun extends GradeRun {
  /** Which of several interrupted readings of the inputs is the run's. */
  readonly reading: string;
  readonly chunks: number;
}

type RunDocument = Omit<FrozenRun, 'runId'> & { _id: string; courseId: string };
interface ChunkDocument {
  /** `runId/reading/n` */
  _id: string;
  courseId: string;
  members: GradeInput[];
}

const required = { type: String, required: true };
const options = { versionKey: false, minimize: false, strict: 'throw' } as const;
const runSchema = new Schema<RunDocument>(
  {
    _id: required,
    courseId: required,
    columnId: required,
    requestedAt: { type: Date, required: true },
    by: required,
    formula: required as never,
    parameters: { type: Schema.Types.Mixed, required: true } as never,
    reading: required,
    chunks: { type: Number, required: true },
  },
  options,
).index({ courseId: 1, columnId: 1, requestedAt: 1 });
const chunkSchema = new Schema<ChunkDocument>(
  {
    _id: required,
    courseId: required,
    members: { type: [Schema.Types.Mixed] as never, required: true },
  },
  options,
);

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
      members: readonly GradeInput[],
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

    async loadChunk(scope: CourseScope, run: FrozenRun, n: number): Promise<GradeInput[]> {
      const chunk = await Chunks.findOne({
        _id: chunkId(run.runId, run.reading, n),
        courseId: scope.courseId,
      }).lean<ChunkDocument>();
      if (!chunk) throw new Error(`chunk ${n} of grade run ${run.runId} is missing`);
      return chunk.members;
    },
  };
}
