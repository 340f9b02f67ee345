import { z } from 'zod';
import { Timestamp } from './endpoint.ts';
import * as limits from './limits.ts';

/** Example works that staff have scored, which learners review before they review each other. */
const CalibrationSettings = z.object({
  /** What it takes before real reviews open; null: examples are there to practise on. */
  pass: z
    .object({
      /** With how many examples one has to agree; where there are fewer, with all of them. */
      examples: z.int().min(1).max(limits.EXAMPLES_MAX),
      /** How far one has to agree with staff on each of them. */
      agreementPercent: z.int().min(1).max(100),
    })
    .nullable(),
  /** How often each example may be reviewed; null: as often as one likes. */
  attempts: z.int().min(1).max(limits.EXAMPLE_ATTEMPTS_MAX).nullable(),
});

/** Learners rate their own work by the same rubric. */
const SelfAssessmentSettings = z.object({
  /** As soon as reviews begin, or when one's own reviews are submitted. */
  opens: z.enum(['withReviews', 'afterOwnReviews']),
  closesAt: Timestamp,
});

/** When reviews have closed, authors read them and hand in a revised work. */
const RevisionSettings = z.object({ closesAt: Timestamp });

/** Until when authors say how helpful reviews are, once results are released; without a date, until the activity closes. */
const BackEvaluationSettings = z.object({ closesAt: Timestamp });

/** What a peer review can have beside handing in, reviewing and the release; null: it does not have it. */
export const optionalPhases = {
  calibration: CalibrationSettings.nullable().default(null),
  selfAssessment: SelfAssessmentSettings.nullable().default(null),
  revision: RevisionSettings.nullable().default(null),
  backEvaluation: BackEvaluationSettings.nullable().default(null),
};

/** Which of these steps an activity has, for pages that fetch more where there is one. */
export const OptionalStep = z.enum(['calibration', 'selfAssessment', 'revision', 'backEvaluation', 'groups']);

export type OptionalStep = z.output<typeof OptionalStep>;
export type CalibrationSettings = z.output<typeof CalibrationSettings>;
