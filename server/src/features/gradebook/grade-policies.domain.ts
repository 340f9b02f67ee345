import type { GradeStep } from '../../contracts/gradebook.ts';
import type { Overrides } from './grade-overrides.domain.ts';

/** How many points a column has and how many digits its grades have after the point. */
export interface PointsParameters {
  readonly points: number;
  readonly decimals: number;
}

/** The rules that turn a percentage into points (spec/gradebook.md item 5). */
export interface GradeParameters extends PointsParameters {
  readonly rounding: 'nearest' | 'down' | 'up';
  /** Percent of the points below which no grade goes. */
  readonly minimumPercent: number;
  /** Percent of the points above which no grade goes; more than 100 is extra credit. */
  readonly maximumPercent: number;
}

/** What lateness takes off. */
export interface LatePolicy {
  /** Handed in within so many minutes after the due date is not late at all. */
  readonly graceMinutes: number;
  /** Percentage points of the column's points, for each day begun since the due date. */
  readonly percentPerDay: number;
  /** Lateness takes no grade below this percentage; a grade that is below it anyway stays as it is. */
  readonly lowestPercent: number;
}

/** What was handed in, when, and when it was due; moments as ISO 8601, so that an entry reads the same from any store. */
export interface HandedIn {
  readonly submissionId: string;
  readonly version: number;
  readonly at: string;
  readonly dueAt: string;
}

/** Why there is no grade. */
export type NoGrade =
  'noReviews' | 'noAnswers' | 'nothingExpected' | 'notMarked' | 'reviewingOpen' | 'excused' | 'withdrawn';

/** What a formula makes of its inputs: a value with the way to it, or no grade and why. */
export type Outcome =
  | { readonly value: number; readonly because: null; readonly steps: readonly GradeStep[] }
  | { readonly value: null; readonly because: NoGrade; readonly steps: readonly GradeStep[] };

/** A percentage on its way to a grade, or why there is none. */
export type Part =
  | { readonly percent: number; readonly steps: readonly GradeStep[] }
  | { readonly percent: null; readonly because: NoGrade; readonly steps: readonly GradeStep[] };

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/**
 * Days begun since the due date, 0 within the grace: it forgives, it does not move the due date.
 *
 * @param at and `dueAt` as ISO 8601.
 */
export function daysLate(at: string, dueAt: string, graceMinutes: number): number {
  const late = Date.parse(at) - Date.parse(dueAt);
  return late > graceMinutes * MINUTE_MS ? Math.ceil(late / DAY_MS) : 0;
}

/** A percentage after what lateness takes off, with the step that says so. */
export function deductLate(
  part: Part,
  handedIn: HandedIn | null,
  late: LatePolicy | null,
  isWaived: boolean,
): Part {
  if (part.percent === null || !handedIn || !late) return part;
  const days = daysLate(handedIn.at, handedIn.dueAt, late.graceMinutes);
  if (days === 0) return part;
  if (isWaived) return { ...part, steps: [...part.steps, { type: 'lateWaived', days }] };
  const lowest = Math.min(part.percent, late.lowestPercent);
  const percent = Math.max(lowest, part.percent - days * late.percentPerDay);
  return { percent, steps: [...part.steps, { type: 'late', days, taken: part.percent - percent }] };
}

/** A percentage as points: within the bounds, rounded, and within the bounds still. */
export function grade(part: Part, parameters: GradeParameters): Outcome {
  if (part.percent === null) return { value: null, because: part.because, steps: part.steps };
  const { minimumPercent, maximumPercent, points } = parameters;
  const percent = Math.min(Math.max(part.percent, minimumPercent), maximumPercent);
  const rounded = round((percent / 100) * points, parameters);
  const value = Math.min(Math.max(rounded, (minimumPercent / 100) * points), (maximumPercent / 100) * points);
  const steps = [...part.steps];
  if (percent > part.percent) steps.push({ type: 'raised', percent });
  if (percent < part.percent) steps.push({ type: 'capped', percent });
  return { value, because: null, steps };
}

/**
 * What staff decided for one person, over what was computed. Every formula ends with it; what it does is part of each
 * formula's version.
 */
export function override(computed: Outcome, overrides: Overrides | null): Outcome {
  if (overrides?.excuse) return { value: null, because: 'excused', steps: [{ type: 'excused' }] };
  if (!overrides?.grade) return computed;
  const { value } = overrides.grade;
  return { value, because: null, steps: [...computed.steps, { type: 'set', value }] };
}

/** Rounds as people do: 1.005 to two digits is 1.01, although its nearest binary number is a little smaller. */
export function round(
  value: number,
  { decimals, rounding }: Pick<GradeParameters, 'decimals' | 'rounding'>,
): number {
  const factor = 10 ** decimals;
  // Fifteen digits are what a decimal number survives in binary; the noise is behind them.
  const scaled = Number((value * factor).toPrecision(15));
  return WHOLE[rounding](scaled) / factor;
}

const WHOLE = { nearest: Math.round, down: Math.floor, up: Math.ceil };
