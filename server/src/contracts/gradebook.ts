import { z } from 'zod';
import { type Endpoint, Id, Timestamp } from './endpoint.ts';

const percent = z.number();
const days = z.int();

/** One step on the way to a grade, as numbers for a sentence; percentages are of the column's points. */
export const GradeStep = z.discriminatedUnion('type', [
  /** `scores`: percentages of the reviews that counted, ascending; `percent`: their median. */
  z.object({ type: z.literal('work'), percent, scores: z.array(percent).readonly() }),
  /** `taken`: percentage points taken off. */
  z.object({ type: z.literal('late'), days, taken: percent }),
  z.object({ type: z.literal('lateWaived'), days }),
  z.object({ type: z.literal('reviewing'), done: z.int(), of: z.int(), percent }),
  /** What each part counts, in percent, and what both make. */
  z.object({ type: z.literal('weighted'), work: percent, reviewing: percent, percent }),
  z.object({ type: z.literal('workAlone') }),
  z.object({ type: z.literal('raised'), percent }),
  z.object({ type: z.literal('capped'), percent }),
  z.object({ type: z.literal('set'), value: z.number() }),
  z.object({ type: z.literal('excused') }),
  z.object({ type: z.literal('withdrawn') }),
]);

/** How a grade came about (gradebook.md item 2); no reviewer and no reason of staff has a place in it. */
export const GradeExplanation = z.object({
  formula: z.string(),
  /** Null: no grade, as the steps say. */
  value: z.number().nullable(),
  maximum: z.number(),
  steps: z.array(GradeStep).readonly(),
});

/** Where a grade is on its way to the LMS. */
export const SyncStatus = z.object({
  /** `notTakenBack`: there is no grade any more, but the LMS cannot take away the one it has. */
  state: z.enum(['none', 'waiting', 'sent', 'failed', 'noColumn', 'notTakenBack']),
  at: Timestamp.nullable(),
});

export type GradeStep = z.output<typeof GradeStep>;
export type GradeExplanation = z.output<typeof GradeExplanation>;
export type SyncStatus = z.output<typeof SyncStatus>;

export const RetryScore = {
  method: 'post',
  path: '/grade-slots/:columnId/:memberId/retry',
  permission: 'grade.sync',
  summary: 'Sends a score again that the LMS had refused',
  params: z.object({ columnId: Id, memberId: Id }),
  response: z.object({ state: z.literal('waiting') }),
} satisfies Endpoint;

export const RetryScores = {
  method: 'post',
  path: '/activities/:activityId/scores/retry',
  permission: 'grade.sync',
  summary:
    'Sends every score of an activity again that is not in the LMS, but for those that staff have to decide on',
  params: z.object({ activityId: Id }),
  response: z.object({ working: z.literal('retrying') }),
} satisfies Endpoint;

export const RetryColumn = {
  method: 'post',
  path: '/grade-columns/:columnId/retry',
  permission: 'grade.sync',
  summary: 'Asks the LMS for a gradebook column again, also for one that was deleted there',
  params: z.object({ columnId: Id }),
  response: z.object({ state: z.literal('waiting') }),
} satisfies Endpoint;
