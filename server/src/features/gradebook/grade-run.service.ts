import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { type DomainEvent, doerOf, makeEvent } from '../../core/events.ts';
import { newId } from '../../core/ids.ts';
import type { CourseService } from '../course/index.ts';
import type { FormulaId } from './formulas.domain.ts';
import type { FrozenRun, GradeInput, GradeRunStore } from './grade-runs.store.ts';
import { type GradeSlot, problemOf, slotIdOf } from './grade-slot.domain.ts';
import type { GradeSlotStore, SlotChange } from './grade-slots.store.ts';
import { decideEntry, type InvalidReason } from './ledger.domain.ts';

export type { GradeInput } from './grade-runs.store.ts';

/** What an activity type gives for its grades. */
export interface GradeSource {
  readonly formula: FormulaId;
  /** Points of the activity's column. */
  maximumOf(scope: CourseScope, activityId: string): Promise<number>;
  /** Every member who may have a grade, with what it is made of, in chunks of at most 500. */
  inputs(scope: CourseScope, activityId: string): AsyncIterable<readonly GradeInput[]>;
  /** Told at least once when all entries of the run are written. */
  runFinished(scope: CourseScope, activityId: string, runId: string): Promise<void>;
}

/** A grade run as it was asked for; what the job keeps. */
export interface RunRequest {
  readonly scope: CourseScope;
  readonly activityId: string;
  readonly runId: string;
  readonly requestedAt: Date;
  /** Id of the member, or name of the job, that asked. */
  readonly by: string;
}

export interface GradeRunPorts {
  readonly slots: GradeSlotStore;
  readonly runs: GradeRunStore;
  readonly course: Pick<CourseService, 'findScope'>;
  readonly clock: Clock;
  /** Tells the sender that slots became due. */
  readonly slotsDue: () => void;
  /** Tells the relay that events were written. */
  readonly eventsWritten: () => void;
}

const DECIMALS = 2;
/** Rounds of "read again, decide again" before the job gives up for now. */
const MAX_ROUNDS = 5;

const REASONS: Record<InvalidReason, string> = {
  NOT_A_NUMBER: 'a review’s points are not a number',
  NEGATIVE: 'a review’s points are negative',
  ABOVE_MAXIMUM: 'a review’s points are above their maximum',
};

export type GradeRunService = ReturnType<typeof createGradeRunService>;

/** Grade runs: the only makers of ledger entries (spec/gradebook.md item 2). */
export function createGradeRunService(ports: GradeRunPorts) {
  const { slots, runs, course, clock, slotsDue, eventsWritten } = ports;
  let source: GradeSource | null = null;

  const theSource = (): GradeSource => {
    if (!source) throw new Error('no activity type has registered a source of grades');
    return source;
  };

  /**
   * Stores all inputs before the first entry is made, so that a run that is interrupted goes on with what it began
   * with. Two servers may read at once; the one that finishes first has made the run's inputs.
   */
  async function freeze({ scope, activityId, ...request }: RunRequest): Promise<FrozenRun> {
    const grades = theSource();
    const reading = newId();
    const points = await grades.maximumOf(scope, activityId);
    let chunks = 0;
    for await (const members of grades.inputs(scope, activityId)) {
      await runs.saveChunk(scope, request.runId, reading, chunks, members);
      chunks += 1;
    }
    const parameters = { points, decimals: DECIMALS };
    return runs.freeze(scope, {
      ...request,
      columnId: activityId,
      formula: grades.formula,
      parameters,
      reading,
      chunks,
    });
  }

  async function enter(scope: CourseScope, run: FrozenRun, members: readonly GradeInput[]): Promise<void> {
    const ids = members.map(({ memberId }) => slotIdOf(run.columnId, memberId));
    for (let round = 0; round < MAX_ROUNDS; round += 1) {
      const found = new Map((await slots.findNewest(scope, ids)).map((slot) => [slot.memberId, slot]));
      const changes = members.flatMap((input) => {
        const change = changeOf(scope, run, input, found.get(input.memberId) ?? null, clock.now());
        return change ? [change] : [];
      });
      if (changes.length === 0 || (await slots.write(scope, run.columnId, changes))) return;
    }
    throw new Error(`grade run ${run.runId}: its slots keep changing`);
  }

  return {
    /** Registers the activity type's side; before the first run. */
    useSource(grades: GradeSource): void {
      source = grades;
    },

    /** The run that a release asks for; null for all other events. */
    async requestOf(event: DomainEvent): Promise<RunRequest | null> {
      const { runId } = event.data;
      if (event.type !== 'grades.released' || typeof runId !== 'string') return null;
      const scope = await course.findScope(event.courseId);
      if (!scope) throw new Error(`the course ${event.courseId} of event ${event.id} is unknown`);
      return {
        scope,
        activityId: event.subject.id,
        runId,
        requestedAt: event.at,
        by: doerOf(event.actor),
      };
    },

    /** Carries a run out; repeating it, also after a crash in between, changes nothing more. */
    async run(request: RunRequest): Promise<void> {
      const { scope, activityId, runId } = request;
      const run = (await runs.find(scope, runId)) ?? (await freeze(request));
      for (let n = 0; n < run.chunks; n += 1) {
        await enter(scope, run, await runs.loadChunk(scope, run, n));
        slotsDue();
      }
      await theSource().runFinished(scope, activityId, runId);
      eventsWritten();
    },
  };
}

function changeOf(
  scope: CourseScope,
  run: FrozenRun,
  { memberId, inputs }: GradeInput,
  before: GradeSlot | null,
  now: Date,
): SlotChange | null {
  const slotId = slotIdOf(run.columnId, memberId);
  const target = { slotId, memberId, before };
  const event = (type: 'grade.entered' | 'grade.failed', data: Record<string, unknown>): DomainEvent =>
    makeEvent({
      type,
      at: now,
      actor: { kind: 'system', job: 'gradebook.run' },
      courseId: scope.courseId,
      subject: { kind: 'gradeSlot', id: slotId },
      requestId: null,
      data: { columnId: run.columnId, memberId, runId: run.runId, ...data },
    });
  const failed = before?.problem?.code === 'GRADE_INVALID';
  const decision = decideEntry(before?.entries.at(-1) ?? null, before?.want?.timestamp ?? null, inputs, run);
  switch (decision.type) {
    case 'enter': {
      const { entry } = decision;
      const { n, value, maximum } = entry;
      return { ...target, type: 'enter', entry, event: event('grade.entered', { n, value, maximum }) };
    }
    case 'invalid': {
      if (failed) return null;
      const problem = problemOf(before, 'GRADE_INVALID', REASONS[decision.reason], now);
      return { ...target, type: 'invalid', problem, event: event('grade.failed', { code: problem.code }) };
    }
    case 'unchanged':
      return failed ? { ...target, type: 'recover', now } : null;
    case 'nothing':
    case 'superseded':
      return null;
  }
}
