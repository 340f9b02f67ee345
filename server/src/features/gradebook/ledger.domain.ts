import { type Calculation, calculate } from './formulas.domain.ts';
import type { NoGrade } from './grade-policies.domain.ts';

/** What a run is for. `withdraw` takes released grades back. */
export type RunKind = 'release' | 'recompute' | 'override' | 'withdraw';

interface EntryFields {
  /** Counts a slot's entries from 1. */
  readonly n: number;
  readonly runId: string;
  readonly kind: RunKind;
  /** The run's place in the activity's order of runs. */
  readonly sequence: number;
  readonly requestedAt: Date;
  /** The grade's time, as the LMS is told it. */
  readonly at: Date;
  /** Id of the member, or name of the job, that asked for the run. */
  readonly by: string;
  /** Null: no grade, because one was excused, or grades were taken back, or nothing is left to make one of. */
  readonly value: number | null;
  readonly maximum: number;
  /** Why somebody changed this grade alone; a run over all has none. */
  readonly reason: string | null;
}

/** One computed grade; never changed after it was written. */
export type LedgerEntry = Calculation & EntryFields;

/** The run that makes entries: the same for all its members and columns. */
export interface GradeRun {
  readonly runId: string;
  readonly kind: RunKind;
  /**
   * Drawn before the run read anything: a run of a higher number has seen all that runs of lower numbers were asked
   * for, whatever the clocks of their servers said.
   */
  readonly sequence: number;
  readonly requestedAt: Date;
  readonly by: string;
  readonly reason: string | null;
}

/** Why inputs give no grade that may be sent anywhere. */
export type InvalidReason =
  | 'POINTS_INVALID'
  | 'REVIEW_NOT_A_NUMBER'
  | 'REVIEW_NEGATIVE'
  | 'REVIEW_ABOVE_MAXIMUM'
  | 'OVERRIDE_NOT_A_NUMBER'
  | 'OVERRIDE_NEGATIVE'
  | 'OVERRIDE_ABOVE_MAXIMUM';

export type EntryDecision =
  | { readonly type: 'enter'; readonly entry: LedgerEntry }
  /** The grade and what it comes from are as they were. */
  | { readonly type: 'unchanged' }
  /** This run, or a later one, has been here before. */
  | { readonly type: 'superseded' }
  /** There is nothing to make a grade of, and there was none. */
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
  calculation: Calculation,
  run: GradeRun,
): EntryDecision {
  if (latest && (latest.runId === run.runId || latest.sequence > run.sequence)) return { type: 'superseded' };
  const invalid = reasonAgainst(calculation);
  if (invalid) return { type: 'invalid', reason: invalid };

  const { value, because } = calculate(calculation);
  if (because !== null && !isWorthAnEntry(latest, because)) return { type: 'nothing' };
  const maximum = calculation.parameters.points;
  if (latest && latest.value === value && latest.maximum === maximum && sameCalculation(latest, calculation))
    return { type: 'unchanged' };
  const { runId, kind, sequence, requestedAt, by, reason } = run;
  return {
    type: 'enter',
    entry: {
      ...calculation,
      n: (latest?.n ?? 0) + 1,
      runId,
      kind,
      sequence,
      requestedAt,
      at: timestampAfter(requestedAt, lastTimestamp),
      by,
      value,
      maximum,
      reason,
    },
  };
}

/** Who is excused is told so; all else that gives no grade is worth an entry only where it ends something. */
function isWorthAnEntry(latest: LedgerEntry | null, because: NoGrade): boolean {
  if (because === 'excused') return true;
  if (!latest) return false;
  return latest.value !== null || (because !== 'withdrawn' && calculate(latest).because === 'excused');
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

function reasonAgainst({ parameters, inputs, overrides }: Calculation): InvalidReason | null {
  const { points } = parameters;
  if (!Number.isFinite(points) || points <= 0) return 'POINTS_INVALID';
  for (const review of 'reviews' in inputs ? inputs.reviews : []) {
    if (!Number.isFinite(review.points) || !Number.isFinite(review.maximum) || review.maximum <= 0)
      return 'REVIEW_NOT_A_NUMBER';
    if (review.points < 0) return 'REVIEW_NEGATIVE';
    if (review.points > review.maximum) return 'REVIEW_ABOVE_MAXIMUM';
  }
  return overrides?.grade ? reasonAgainstGrade(overrides.grade.value, highestOf(parameters)) : null;
}

function reasonAgainstGrade(value: number, highest: number): InvalidReason | null {
  if (!Number.isFinite(value)) return 'OVERRIDE_NOT_A_NUMBER';
  if (value < 0) return 'OVERRIDE_NEGATIVE';
  return value > highest ? 'OVERRIDE_ABOVE_MAXIMUM' : null;
}

/** The most points that staff may give: the column's, or more where there is extra credit. */
export const highestOf = (parameters: Calculation['parameters']): number =>
  'maximumPercent' in parameters
    ? (Math.max(100, parameters.maximumPercent) / 100) * parameters.points
    : parameters.points;

const sameCalculation = (a: Calculation, b: Calculation): boolean => textOf(a) === textOf(b);

/** What a calculation consists of, in one order of its fields. */
const textOf = ({ formula, parameters, inputs, overrides }: Calculation): string =>
  JSON.stringify(inOrder([formula, parameters, inputs, overrides]));

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(fields.map(([key, field]) => [key, inOrder(field)]));
}
