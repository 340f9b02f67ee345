import { z } from 'zod';
import { Timestamp } from './endpoint.ts';
import { GradeRules, LatePolicy, ReleaseMode } from './grading.ts';
import * as limits from './limits.ts';

export const Criterion = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  title: z.string().trim().min(1).max(limits.TITLE_MAX),
  description: z.string().max(limits.INSTRUCTIONS_MAX),
  points: z.number().positive().max(limits.CRITERION_POINTS_MAX),
});

const weight = z.number().min(0).max(100);

/** Which gradebook columns there are, and what is in them. */
export const PeerReviewColumns = z.discriminatedUnion('kind', [
  /** One: the grade of the work. */
  z.object({ kind: z.literal('work') }),
  /** Two: the grade of the work, and one for the reviews that one has written. */
  z.object({
    kind: z.literal('separate'),
    reviewingPoints: z.number().positive().max(limits.ACTIVITY_POINTS_MAX),
    /** What the second is called, behind the activity's title. */
    reviewingLabel: z.string().trim().min(1).max(limits.TITLE_MAX),
  }),
  /** One: the weighted sum of both. */
  z.object({ kind: z.literal('total'), workPercent: weight, reviewingPercent: weight }),
]);

const addUp = (
  { workPercent, reviewingPercent }: { workPercent: number; reviewingPercent: number },
  extraCredit: boolean,
): boolean => {
  const sum = workPercent + reviewingPercent;
  // 33.3 and 66.7 make a little more than 100 in binary.
  return Math.abs(sum - 100) < 1e-9 || (extraCredit && sum > 100);
};

/** Everything an instructor sets up, on one page. */
export const PeerReviewSettings = z
  .object({
    title: z.string().trim().min(1).max(limits.TITLE_MAX),
    instructions: z.string().max(limits.INSTRUCTIONS_MAX),
    /** Points of the gradebook column. */
    points: z.number().positive().max(limits.ACTIVITY_POINTS_MAX),
    submissionsCloseAt: Timestamp,
    reviewsCloseAt: Timestamp,
    reviewsPerLearner: z.int().min(1).max(limits.REVIEWS_PER_LEARNER_MAX),
    criteria: z.array(Criterion).min(1).max(limits.CRITERIA_MAX),
    /** Null: no late work; it is due when submissions close. */
    late: LatePolicy.nullable().default(null),
    columns: PeerReviewColumns.default({ kind: 'work' }),
    rules: GradeRules.default(limits.DEFAULT_GRADE_RULES),
    releaseMode: ReleaseMode.default({ kind: 'manual' }),
  })
  .refine(
    ({ late, submissionsCloseAt }) => !late || Date.parse(late.dueAt) <= Date.parse(submissionsCloseAt),
    {
      path: ['late', 'dueAt'],
      error: 'work must be due before submissions close',
    },
  )
  .refine(({ columns, rules }) => columns.kind !== 'total' || addUp(columns, rules.extraCredit), {
    path: ['columns'],
    error: 'the weights must add up to 100, or to more with extra credit',
  })
  .refine((s) => s.reviewsCloseAt > s.submissionsCloseAt, {
    path: ['reviewsCloseAt'],
    error: 'reviews must close after submissions',
  })
  .refine((s) => new Set(s.criteria.map((c) => c.id)).size === s.criteria.length, {
    path: ['criteria'],
    error: 'criterion ids must differ',
  });

/** One criterion's points given by a reviewer. */
export const Rating = z.object({ criterionId: z.string().max(40), points: z.number().min(0) });

export type Criterion = z.output<typeof Criterion>;
export type PeerReviewColumns = z.output<typeof PeerReviewColumns>;
export type PeerReviewSettings = z.output<typeof PeerReviewSettings>;
export type Rating = z.output<typeof Rating>;
