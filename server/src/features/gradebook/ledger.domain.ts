import { type Calculation, calculate } from './formulas.domain.ts';

/** One computed grade; never changed after it was written. */
export interface LedgerEntry extends Calculation {
  /** Counts a slot's entries from 1. */
  readonly n: number;
  readonly runId: string;
  /** When the run was asked for: a run that comes late does not go over a later one. */
  readonly requestedAt: Date;
  /** The grade's time, as the LMS is told it. */
  readonly at: Date;
  /** Id of the member, or name of the job, that asked for the run. */
  readonly by: string;
  readonly value: number;
  readonly maximum: number;
  /** The reason an author of an override gave; a formula's grade has none. */
  readonly reason: string | null;
}

/** The run that makes entries: the same for all its members. */
export interface GradeRun {
  readonly runId: string;
  readonly columnId: string;
  readonly requestedAt: Date;
  readonly by: string;
  readonly formula: Calculation['formula'];
  readonly parameters: Calculation['parameters'];
}

/** Why inputs give no grade that may be sent anywhere. */
export type InvalidReason = 'NOT_A_NUMBER' | 'NEGATIVE' | 'ABOVE_MAXIMUM';

export type EntryDecision =
  | { readonly type: 'enter'; readonly entry: LedgerEntry }
  /** The grade and what it comes from are as they were. */
  | { readonly type: 'unchanged' }
  /** This run, or one that was asked for later, has been here before. */
  | { readonly type: 'superseded' }
  /** There is nothing to make a grade of. */
  | { readonly type: 'nothing' }
  | { readonly type: 'invalid'; readonly reason: InvalidReason };

/**
 * Decides what a run writes into one member's slot.
 *
 * @param latest the slot's newest entry, or null.
 * @param lastTimestamp the newest time the LMS may have been told for this slot, or null.
 */
export function decideEntry(
  latest: LedgerEntry | null,
  lastTimestamp: Date | null,
  inputs: Calculation['inputs'],
  run: GradeRun,
): EntryDecision {
  if (latest && (latest.runId === run.runId || latest.requestedAt > run.requestedAt))
    return { type: 'superseded' };
  if (inputs.reviews.length === 0) return { type: 'nothing' };
  const invalid = reasonAgainst(inputs, run.parameters.points);
  if (invalid) return { type: 'invalid', reason: invalid };

  const calculation: Calculation = { formula: run.formula, parameters: run.parameters, inputs };
  const { value } = calculate(calculation);
  const maximum = run.parameters.points;
  if (latest && latest.value === value && latest.maximum === maximum && sameCalculation(latest, calculation))
    return { type: 'unchanged' };
  return {
    type: 'enter',
    entry: {
      ...calculation,
      n: (latest?.n ?? 0) + 1,
      runId: run.runId,
      requestedAt: run.requestedAt,
      at: timestampAfter(run.requestedAt, lastTimestamp),
      by: run.by,
      value,
      maximum,
      reason: null,
    },
  };
}

/**
 * A time for the LMS that is in a later second than `previous`: Moodle answers 409 to a second score of the same
 * person within the same clock second. At most a second ahead; the sender waits until it has come, because a time from
 * the future would block later scores.
 */
export function timestampAfter(wanted: Date, previous: Date | null): Date {
  if (!previous) return wanted;
  const nextSecond = (Math.floor(previous.getTime() / 1000) + 1) * 1000;
  return new Date(Math.max(wanted.getTime(), nextSecond));
}

function reasonAgainst(inputs: Calculation['inputs'], points: number): InvalidReason | null {
  if (!Number.isFinite(points) || points <= 0) return 'NOT_A_NUMBER';
  for (const review of inputs.reviews) {
    if (!Number.isFinite(review.points) || !Number.isFinite(review.maximum) || review.maximum <= 0)
      return 'NOT_A_NUMBER';
    if (review.points < 0) return 'NEGATIVE';
    if (review.points > review.maximum) return 'ABOVE_MAXIMUM';
  }
  return null;
}

const sameCalculation = (a: Calculation, b: Calculation): boolean =>
  a.formula === b.formula &&
  a.parameters.points === b.parameters.points &&
  a.parameters.decimals === b.parameters.decimals &&
  a.inputs.reviews.length === b.inputs.reviews.length &&
  a.inputs.reviews.every((review, index) => {
    const other = b.inputs.reviews[index];
    return (
      other !== undefined &&
      review.reviewId === other.reviewId &&
      review.version === other.version &&
      review.points === other.points &&
      review.maximum === other.maximum
    );
  });
