import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { columnIdOf, newId } from '../../core/ids.ts';
import { createGradeWriter } from './enter-grades.service.ts';
import type { ActivityGrading, GradedColumn } from './grade-column.domain.ts';
import type { GradeColumnStore } from './grade-columns.store.ts';
import type { GradeEntryStore } from './grade-entries.store.ts';
import type { Overrides } from './grade-overrides.domain.ts';
import type { GradeOverrideStore } from './grade-overrides.store.ts';
import type { FrozenInputs, FrozenRun, FindGradeSource, GradeSource, RunColumn } from './grade-run.domain.ts';
import type { GradeRunStore } from './grade-runs.store.ts';
import { slotIdOf } from './grade-slot.domain.ts';
import type { GradeSlotStore } from './grade-slots.store.ts';
import type { RunKind } from './ledger.domain.ts';

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

  const furtherSources: FindGradeSource[] = [];

  async function sourceOf(scope: CourseScope, activityId: string): Promise<GradeSource> {
    for (const find of furtherSources) {
      const found = await find(scope, activityId);
      if (found) return found;
    }
    if (!source) throw new Error('no activity type has registered a source of grades');
    return source;
  }

  /** The members whose grades a run is about; null: everybody's; nobody's while they are not released. */
  async function membersOf(
    { scope, activityId, runId, only }: RunRequest,
    released: boolean,
  ): Promise<readonly string[] | null> {
    if (released || !only) return released ? (only?.memberIds ?? null) : [];
    const source = await sourceOf(scope, activityId);
    return (await source.releasedAmong?.(scope, activityId, only.memberIds, runId)) ?? [];
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
    memberIds: readonly string[] | null,
  ): AsyncGenerator<FrozenInputs[]> {
    const { scope, activityId } = request;
    if (memberIds) {
      yield* inputsOf(request, all, memberIds);
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
    const memberIds = takesBack ? null : await membersOf(request, released);
    if (takesBack ? released : memberIds?.length === 0) return null;
    const graded = present.filter(
      ({ key }) => !only?.columnId || only.columnId === columnIdOf(activityId, key),
    );
    const all = takesBack ? await withdrawn(request) : graded.map((column) => runColumn(activityId, column));
    const reading = newId();
    let chunks = 0;
    for await (const members of takesBack
      ? gradedMembers(scope, all)
      : currentInputs(request, graded, memberIds)) {
      await runs.saveChunk(scope, request.runId, reading, chunks, members);
      chunks += 1;
    }
    return runs.freeze(scope, { ...fields, sequence, columns: all, reading, chunks, doneAt: null });
  }

  async function isStillReleased(request: RunRequest): Promise<boolean> {
    const source = await sourceOf(request.scope, request.activityId);
    const { released } = await source.grading(request.scope, request.activityId);
    return (await membersOf(request, released))?.length !== 0;
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

    /** Registers the side of what is graded otherwise; before the first run. */
    useFurtherSource(find: FindGradeSource): void {
      furtherSources.push(find);
    },

    /** How an activity is graded. @throws AppError NOT_FOUND */
    grading: async (scope: CourseScope, activityId: string): Promise<ActivityGrading> =>
      (await sourceOf(scope, activityId)).grading(scope, activityId),

    /** Whether one member's grades are released, where the activity's are not. */
    async isReleasedTo(scope: CourseScope, activityId: string, memberId: string): Promise<boolean> {
      const source = await sourceOf(scope, activityId);
      return (await source.releasedAmong?.(scope, activityId, [memberId], null))?.length === 1;
    },

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
      if (run && (takesBack || (await isStillReleased(request)))) await enterAll(scope, run);
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
