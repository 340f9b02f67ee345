import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { newId } from '../../core/ids.ts';
import { createGradeWriter } from './enter-grades.service.ts';
import type { Inputs } from './formulas.domain.ts';
import type { ActivityGrading, GradedColumn } from './grade-column.domain.ts';
import type { GradeColumnStore } from './grade-columns.store.ts';
import type { FrozenInputs, FrozenRun, RunColumn } from './grade-run.domain.ts';
import type { GradeRunStore } from './grade-runs.store.ts';
import type { GradeSlotStore } from './grade-slots.store.ts';
import type { RunKind } from './ledger.domain.ts';

/** What one member's grades are made of right now: the inputs of each column's formula, by the columns' keys. */
export interface GradeInput {
  readonly memberId: string;
  readonly columns: Readonly<Record<string, Inputs>>;
}

/** What an activity type gives for its grades. */
export interface GradeSource {
  /** @throws AppError NOT_FOUND */
  grading(scope: CourseScope, activityId: string): Promise<ActivityGrading>;
  /**
   * What grades are made of, in chunks of at most 500 members: of everybody who may have a grade, or of exactly the
   * named members, those among them included who have nothing to be graded.
   */
  inputs(
    scope: CourseScope,
    activityId: string,
    memberIds: readonly string[] | null,
  ): AsyncIterable<readonly GradeInput[]>;
  /** Told at least once when all entries of the run are written. */
  runFinished(scope: CourseScope, activityId: string, runId: string): Promise<void>;
}

/** A grade run as it was asked for; what the job keeps. */
export interface RunRequest {
  readonly scope: CourseScope;
  readonly activityId: string;
  readonly runId: string;
  readonly kind: RunKind;
  readonly requestedAt: Date;
  /** Id of the member, or name of the job, that asked. */
  readonly by: string;
  readonly reason: string | null;
  /** Null: everybody, and all columns. */
  readonly only: { readonly memberIds: readonly string[]; readonly columnId: string | null } | null;
}

export interface GradeRunPorts {
  readonly slots: GradeSlotStore;
  readonly runs: GradeRunStore;
  readonly columns: GradeColumnStore;
  readonly clock: Clock;
  /** Tells the sender that slots became due. */
  readonly slotsDue: () => void;
  /** Tells the relay that events were written. */
  readonly eventsWritten: () => void;
}

const SLOTS_AT_ONCE = 500;
/** Digits of a grade that was taken back: it has none to round. */
const NO_DECIMALS = 0;

export type GradeRunService = ReturnType<typeof createGradeRunService>;

/** Grade runs: the only makers of ledger entries (spec/gradebook.md item 2). */
export function createGradeRunService(ports: GradeRunPorts) {
  const { slots, runs, columns, clock, slotsDue, eventsWritten } = ports;
  const enter = createGradeWriter(slots, clock);
  let source: GradeSource | null = null;

  const theSource = (): GradeSource => {
    if (!source) throw new Error('no activity type has registered a source of grades');
    return source;
  };

  /** Brings the stored columns of an activity to what its settings say. */
  async function saveColumns(scope: CourseScope, activityId: string): Promise<void> {
    const { revision, columns: wanted } = await theSource().grading(scope, activityId);
    await columns.save(scope, activityId, revision, wanted);
  }

  /** What the run grades: an activity's columns by their formulas. */
  async function graded({ scope, activityId, only }: RunRequest, all: readonly GradedColumn[]) {
    const stored = await columns.listOf(scope, activityId);
    const idOf = new Map(stored.map(({ id, key }) => [key, id]));
    return all
      .map(({ label: _label, maximum: _maximum, ...column }): RunColumn => ({
        ...column,
        columnId: idOf.get(column.key) ?? '',
      }))
      .filter(({ columnId }) => !only?.columnId || only.columnId === columnId);
  }

  async function* currentInputs({ scope, activityId, only }: RunRequest): AsyncGenerator<FrozenInputs[]> {
    for await (const members of theSource().inputs(scope, activityId, only?.memberIds ?? null)) {
      yield members.map(({ memberId, columns: inputs }) => ({
        memberId,
        columns: Object.fromEntries(
          Object.entries(inputs).map(([key, value]) => [key, { inputs: value, overrides: null }]),
        ),
      }));
    }
  }

  /** Every column that ever was, each with those who have a grade in it. */
  async function withdrawn({ scope, activityId }: RunRequest): Promise<RunColumn[]> {
    const stored = await columns.listOf(scope, activityId);
    return stored.map(({ id, key, maximum }) => ({
      key,
      columnId: id,
      formula: 'gradebook.withdrawn@1',
      parameters: { points: maximum, decimals: NO_DECIMALS },
    }));
  }

  async function* gradedMembers(
    scope: CourseScope,
    all: readonly RunColumn[],
  ): AsyncGenerator<FrozenInputs[]> {
    for (const { key, columnId } of all) {
      let after: string | null = null;
      for (;;) {
        const page: string[] = await slots.listMembers(scope, columnId, after, SLOTS_AT_ONCE);
        if (page.length > 0) {
          yield page.map((memberId) => ({ memberId, columns: { [key]: { inputs: {}, overrides: null } } }));
        }
        after = page.at(-1) ?? null;
        if (page.length < SLOTS_AT_ONCE) break;
      }
    }
  }

  /**
   * Stores all inputs before the first entry is made, so that a run that is interrupted goes on with what it began
   * with. Two servers may read at once; the one that finishes first has made the run's inputs.
   */
  async function freeze(request: RunRequest): Promise<FrozenRun> {
    const { scope, only: _only, ...fields } = request;
    const { activityId } = fields;
    await saveColumns(scope, activityId);
    const sequence = await columns.nextSequence(scope, activityId);
    const takesBack = request.kind === 'withdraw';
    const all = takesBack
      ? await withdrawn(request)
      : await graded(request, (await theSource().grading(scope, activityId)).columns);
    const reading = newId();
    let chunks = 0;
    for await (const members of takesBack ? gradedMembers(scope, all) : currentInputs(request)) {
      await runs.saveChunk(scope, request.runId, reading, chunks, members);
      chunks += 1;
    }
    return runs.freeze(scope, { ...fields, sequence, columns: all, reading, chunks, doneAt: null });
  }

  async function enterAll(scope: CourseScope, run: FrozenRun): Promise<void> {
    for (let n = 0; n < run.chunks; n += 1) {
      const chunk = await runs.loadChunk(scope, run, n);
      for (const column of run.columns) {
        const members = chunk.filter((member) => column.key in member.columns);
        if (members.length > 0) await enter(scope, run, column, members);
      }
      slotsDue();
    }
  }

  return {
    saveColumns,

    /** Registers the activity type's side; before the first run. */
    useSource(grades: GradeSource): void {
      source = grades;
    },

    /**
     * Carries a run out; repeating it, also after a crash in between, changes nothing more.
     *
     * @returns `wait` when grades are to be taken back and another run is still entering some: come again.
     */
    async run(request: RunRequest): Promise<'done' | 'wait'> {
      const { scope, activityId, runId, kind } = request;
      const isReleased = async () => (await theSource().grading(scope, activityId)).released;
      let run = await runs.find(scope, runId);
      if (!run && kind === 'withdraw' && (await runs.anyUnfinished(scope, activityId))) return 'wait';
      if (!run && (kind === 'withdraw' || (await isReleased()))) run = await freeze(request);
      // Asked once more after freezing: a withdrawal waits for all runs that were frozen before it looked, and those
      // that are frozen later find here that grades are not released any more.
      if (run && (kind === 'withdraw' || (await isReleased()))) await enterAll(scope, run);
      if (run) await runs.markDone(scope, runId, clock.now());
      await theSource().runFinished(scope, activityId, runId);
      eventsWritten();
      return 'done';
    },
  };
}
