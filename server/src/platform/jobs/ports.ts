/** Durable work: a job is a document, so it survives every crash and is done at least once (DESIGN §2 rule 3). */
export interface Job<P extends Record<string, unknown> = Record<string, unknown>> {
  readonly type: string;
  /**
   * The same key is the same job: enqueueing it again while it waits at most brings it forward; while it runs, it makes
   * it run once more.
   */
  readonly key: string;
  readonly payload: P;
  readonly dueAt?: Date;
}

/** `again` puts the job back for later without counting as a failure. */
export type JobOutcome = { readonly type: 'done' } | { readonly type: 'again'; readonly at: Date };

export const DONE: JobOutcome = { type: 'done' };

/**
 * Runs one job; it may run twice (lease lost, crash after the work), so it must be idempotent. What it throws is
 * logged and retried with growing delays; it is never dropped.
 */
export type JobHandler = (
  payload: Record<string, unknown>,
  job: { key: string; tries: number },
) => Promise<JobOutcome>;

export interface Jobs {
  enqueue(job: Job): Promise<void>;
  /** Takes every job away that is about a course (`payload.courseId`). */
  removeOf(courseId: string): Promise<void>;
  /** Registers what runs jobs of one type; before `start`. */
  define(type: string, handler: JobHandler): void;
}
