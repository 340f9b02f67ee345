import { z } from 'zod';
import { Timestamp } from './endpoint.ts';
import * as limits from './limits.ts';

/** How an activity of any type is graded and released; a part of its settings (gradebook.md item 5). */

const percent = z.number().min(0).max(100);

/** Work is taken after the due date until submissions close, and costs something. */
export const LatePolicy = z.object({
  dueAt: Timestamp,
  /** Handed in within so many minutes after the due date is not late at all. */
  graceMinutes: z.int().min(0).max(limits.GRACE_MINUTES_MAX),
  /** Percentage points taken off for each day begun since the due date. */
  percentPerDay: percent,
  /** Lateness takes no grade below this. */
  lowestPercent: percent,
});

export const GradeRules = z
  .object({
    /** Percent of the points that handed-in work gets at least. */
    minimumPercent: percent,
    /** Percent of the points that a grade reaches at most; above 100 only with extra credit. */
    maximumPercent: z.number().positive().max(limits.EXTRA_CREDIT_PERCENT_MAX),
    /** Whether grades may go above the points of their column. */
    extraCredit: z.boolean(),
    decimals: z.int().min(0).max(limits.GRADE_DECIMALS_MAX),
    rounding: z.enum(['nearest', 'down', 'up']),
  })
  .refine(({ maximumPercent, extraCredit }) => extraCredit || maximumPercent <= 100, {
    path: ['maximumPercent'],
    error: 'above 100 only with extra credit',
  })
  .refine(({ minimumPercent, maximumPercent }) => minimumPercent < maximumPercent, {
    path: ['minimumPercent'],
    error: 'the lowest grade must be below the highest',
  });

/** When learners see their grades and the LMS gets them. */
export const ReleaseMode = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('manual') }),
  z.object({ kind: z.literal('date'), releaseAt: Timestamp }),
  /** Each grade as soon as there is one, and again whenever it changes. */
  z.object({ kind: z.literal('immediate') }),
]);

export type LatePolicy = z.output<typeof LatePolicy>;
export type GradeRules = z.output<typeof GradeRules>;
export type ReleaseMode = z.output<typeof ReleaseMode>;
