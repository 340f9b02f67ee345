import type { Clock } from '../../core/clock.ts';
import type { GradeServices, ResultRead } from '../../platform/lti/ports.ts';
import type { Reading } from './send-score.domain.ts';

/** Where one person's score goes. */
export interface Target {
  readonly platformId: string;
  readonly lineItem: string;
  /** The LMS's own id of the person. */
  readonly userId: string;
}

/** From so many people of a column on, the whole column is read once instead of each person's result. */
const WHOLE_FROM = 4;
/** How long a sending waits for a column that is being read; then it is put off instead. */
const WAIT_MS = 5_000;
const COLUMNS_KEPT = 20;
/** For how long an LMS that forbade or failed a reading is not asked for that column again. */
const NOT_AGAIN_MS = 60_000;

interface KeptColumn {
  /** When its reading began: what happened in the LMS since then it may not tell. */
  readonly readAt: Date;
  readonly results: ReadonlyMap<string, ResultRead>;
}

export type ColumnResults = ReturnType<typeof createColumnResults>;

/**
 * What the LMS holds, read before it is overwritten: a whole column once for all scores of a run, or one person's
 * result where few are to be sent (spec/gradebook.md item 4).
 */
export function createColumnResults(grades: GradeServices, clock: Clock) {
  const kept = new Map<string, KeptColumn>();
  const reading = new Map<string, Promise<Exclude<Reading, { type: 'read' }> | null>>();
  const failed = new Map<string, { readonly outcome: Exclude<Reading, { type: 'read' }>; until: Date }>();

  /** @returns null when the column is kept by now, otherwise why it is not. */
  async function readWhole({
    platformId,
    lineItem,
  }: Target): Promise<Exclude<Reading, { type: 'read' }> | null> {
    const readAt = clock.now();
    const results = new Map<string, ResultRead>();
    for await (const page of grades.readResults(platformId, lineItem)) {
      if (page.type !== 'ok') return failureOf(page);
      for (const result of page.value) results.set(result.userId, result);
    }
    kept.delete(lineItem);
    kept.set(lineItem, { readAt, results });
    const oldest = kept.keys().next().value;
    if (kept.size > COLUMNS_KEPT && oldest !== undefined) kept.delete(oldest);
    return null;
  }

  function wholeOf(target: Target): Promise<Exclude<Reading, { type: 'read' }> | null> {
    const known = reading.get(target.lineItem);
    if (known) return known;
    const started = readWhole(target)
      .then((outcome) => {
        const until = new Date(clock.now().getTime() + NOT_AGAIN_MS);
        if (outcome) failed.set(target.lineItem, { outcome, until });
        else failed.delete(target.lineItem);
        return outcome;
      })
      .finally(() => reading.delete(target.lineItem));
    reading.set(target.lineItem, started);
    return started;
  }

  /** The person's result right now. */
  async function readOne({ platformId, lineItem, userId }: Target): Promise<Reading> {
    const answer = await grades.readResult(platformId, lineItem, userId);
    return answer.type === 'ok' ? { type: 'read', result: answer.value } : failureOf(answer);
  }

  return {
    readOne,

    /**
     * The person's result as it was at `since` or later.
     *
     * @param people how many people's scores are about to be sent to this column.
     * @returns null while the column is still being read.
     */
    async readSince(target: Target, since: Date, people: number): Promise<Reading | null> {
      const { lineItem, userId } = target;
      const fresh = (): KeptColumn | null => {
        const column = kept.get(lineItem);
        return column && column.readAt >= since ? column : null;
      };
      if (!fresh()) {
        const failure = failed.get(lineItem);
        const spared = failure && failure.until > clock.now();
        if (spared && failure.outcome.type === 'forbidden') return failure.outcome;
        if (people < WHOLE_FROM) return readOne(target);
        if (spared) return failure.outcome;
        const outcome = await inTime(wholeOf(target));
        if (outcome === undefined) return null;
        if (outcome) return outcome;
      }
      // Unless it was begun before `since`, and another one is to follow.
      const column = fresh();
      return column && { type: 'read', result: column.results.get(userId) ?? null };
    },
  };
}

/** @returns undefined when it takes longer. */
async function inTime<T>(work: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, WAIT_MS, undefined);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

const failureOf = (answer: { readonly type: string; readonly words: string; readonly cause?: string }) =>
  answer.type === 'refused' && answer.cause === 'notAllowed'
    ? ({ type: 'forbidden' } as const)
    : ({ type: 'unreadable', words: answer.words } as const);
