import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { columnIdOf, newId } from '../../core/ids.ts';
import { createGradeWriter } from './enter-grades.service.ts';
import type { Inputs } from './formulas.domain.ts';
import type { ActivityGrading, GradedColumn } from './grade-column.domain.ts';
import type { GradeColumnStore } from './grade-columns.store.ts';
import type { GradeEntryStore } from './grade-entries.store.ts';
import type { Overrides } from './grade-overrides.domain.ts';
import type { GradeOverrideStore } from './grade-overrides.store.ts';
import type { FrozenInputs, FrozenRun, RunColumn } from './grade-run.domain.ts';
import type { GradeRunStore } from './grade-runs.store.ts';
import { slotIdOf } from './grade-slot.domain.ts';
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
   * What grades in `columns` are made of, in chunks of at most 500 members: of everybody who may have a grade, or of
   * exactly the named members, those among them included who have nothing to be graded.
   */
  inputs(
    scope: CourseScope,
    activityId: string,
    columns: readonly GradedColumn[],
    memberIds: readonly string[] | null,
  ): AsyncIterable<readonly GradeInput[]>;
  /** Told at least once when all entries of the run are written. */
  runFinished(scope: CourseScope, activityId: string, runId: string): Promise<void>;
}

/** The source of what is no activity but is graded all the same. */
export interface FurtherGradeSource extends GradeSource {
  has(scope: CourseScope, activityId: string): Promise<boolean>;
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
  readonly overrides: GradeOverrideStore;
  readonly entries: GradeEntryStore;
  readonly clock: Clock;
  /** Tells the sender that slots became due. */
  readonly slotsDue: () => void;
  /** Tells the relay that events were written. */
  readonly eventsWritten: () => void;
}

const MEMBERS_AT_ONCE = 500;
/** Digits of a grade that was taken back: it has none to round. */
const NO_DECIMALS = 0;

export type GradeRunService = ReturnType<typeof createGradeRunService>;

/** Grade runs: the only makers of ledger entries (spec/gradebook.md item 2). */
export function createGradeRunService(ports: GradeRunPorts) {
  const { slots, runs, columns, overrides, clock, slotsDue, eventsWritten } = ports;
  const enter = createGradeWriter(slots, ports.entries, clock);
  let source: GradeSource | null = null;

  const furtherSources: FurtherGradeSource[] = [];

  async function sourceOf(scope: CourseScope, activityId: string): Promise<GradeSource> {
    for (const further of furtherSources) if (await further.has(scope, activityId)) return further;
    if (!source) throw new Error('no activity type has registered a source of grades');
    return source;
  }

  /** Brings the stored columns of an activity to what its settings say. */
  async function saveColumns(scope: CourseScope, activityId: string): Promise<void> {
    const { revision, columns: wanted } = await (
      await sourceOf(scope, activityId)
    ).grading(scope, activityId);
    await columns.save(scope, activityId, revision, wanted);
  }

  /** Members' inputs for the columns, with what staff decided about them. */
  async function* inputsOf(
    { scope, activityId }: RunRequest,
    all: readonly GradedColumn[],
    memberIds: readonly string[] | null,
  ): AsyncGenerator<FrozenInputs[]> {
    const of = await sourceOf(scope, activityId);
    for await (const members of of.inputs(scope, activityId, all, memberIds)) {
      const ids = members.map(({ memberId }) => memberId);
      const decided = await overrides.findCurrent(scope, activityId, ids);
      const decisions = new Map(
        decided.map((version) => [slotIdOf(version.columnId, version.memberId), version]),
      );
      yield members.map(({ memberId, columns: inputs }) => ({
        memberId,
        columns: Object.fromEntries(
          Object.entries(inputs).map(([key, value]) => {
            const version = decisions.get(slotIdOf(columnIdOf(activityId, key), memberId));
            return [key, { inputs: value, overrides: version ? overridesOf(version) : null }];
          }),
        ),
      }));
    }
  }

  async function* currentInputs(
    request: RunRequest,
    all: readonly GradedColumn[],
  ): AsyncGenerator<FrozenInputs[]> {
    const { scope, activityId, only } = request;
    if (only) {
      yield* inputsOf(request, all, only.memberIds);
      return;
    }
    const seen = new Set<string>();
    for await (const members of inputsOf(request, all, null)) {
      for (const { memberId } of members) seen.add(memberId);
      yield members;
    }
    // Staff may have decided about somebody who has nothing to be graded.
    let after: string | null = null;
    for (;;) {
      const page: string[] = await overrides.listMembers(scope, activityId, after, MEMBERS_AT_ONCE);
      const others = page.filter((memberId) => !seen.has(memberId));
      if (others.length > 0) yield* inputsOf(request, all, others);
      after = page.at(-1) ?? null;
      if (page.length < MEMBERS_AT_ONCE) return;
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
        const page: string[] = await slots.listMembers(scope, columnId, after, MEMBERS_AT_ONCE);
        if (page.length > 0) {
          yield page.map((memberId) => ({ memberId, columns: { [key]: { inputs: {}, overrides: null } } }));
        }
        after = page.at(-1) ?? null;
        if (page.length < MEMBERS_AT_ONCE) break;
      }
    }
  }

  /**
   * Stores all inputs before the first entry is made, so that a run that is interrupted goes on with what it began
   * with. Two servers may read at once; the one that finishes first has made the run's inputs.
   *
   * @returns null when grades are not released any more, or (to be taken back) are released again: nothing to do.
   */
  async function freeze(request: RunRequest): Promise<FrozenRun | null> {
    const { scope, only, ...fields } = request;
    const { activityId } = fields;
    await saveColumns(scope, activityId);
    const sequence = await columns.nextSequence(scope, activityId);
    // Looked up after the number was drawn: whoever changes it later draws a higher one, and has the last word.
    const { released, columns: present } = await (
      await sourceOf(scope, activityId)
    ).grading(scope, activityId);
    const takesBack = request.kind === 'withdraw';
    if (released === takesBack) return null;
    const graded = present.filter(
      ({ key }) => !only?.columnId || only.columnId === columnIdOf(activityId, key),
    );
    const all = takesBack ? await withdrawn(request) : graded.map((column) => runColumn(activityId, column));
    const reading = newId();
    let chunks = 0;
    for await (const members of takesBack ? gradedMembers(scope, all) : currentInputs(request, graded)) {
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

    /** Registers the side of what is no activity; before the first run. */
    useFurtherSource(grades: FurtherGradeSource): void {
      furtherSources.push(grades);
    },

    /** How an activity is graded. @throws AppError NOT_FOUND */
    grading: async (scope: CourseScope, activityId: string): Promise<ActivityGrading> =>
      (await sourceOf(scope, activityId)).grading(scope, activityId),

    /**
     * Carries a run out; repeating it, also after a crash in between, changes nothing more.
     *
     * @returns `wait` when grades are to be taken back and another run is still entering some: come again.
     */
    async run(request: RunRequest): Promise<'done' | 'wait'> {
      const { scope, activityId, runId, kind } = request;
      const takesBack = kind === 'withdraw';
      const own = await sourceOf(scope, activityId);
      let run = await runs.find(scope, runId);
      if (!run && takesBack && (await runs.anyUnfinished(scope, activityId))) return 'wait';
      run ??= await freeze(request);
      // Asked once more after freezing: a withdrawal waits for all runs that were frozen before it looked, and those
      // that are frozen later find here that grades are not released any more.
      if (run && (takesBack || (await own.grading(scope, activityId)).released)) await enterAll(scope, run);
      if (run) await runs.markDone(scope, runId, clock.now());
      await own.runFinished(scope, activityId, runId);
      eventsWritten();
      return 'done';
    },
  };
}

const runColumn = (
  activityId: string,
  { label: _, maximum: _maximum, ...column }: GradedColumn,
): RunColumn => ({
  ...column,
  columnId: columnIdOf(activityId, column.key),
});

/** The state alone, as a calculation keeps it. */
const overridesOf = ({ revision, grade, excuse, waiver }: Overrides): Overrides => ({
  revision,
  grade,
  excuse,
  waiver,
});
