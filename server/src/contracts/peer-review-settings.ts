import { z } from 'zod';
import { type Endpoint, Id, Timestamp } from './endpoint.ts';
import { GradeRules, LatePolicy, ReleaseMode } from './grading.ts';
import * as limits from './limits.ts';
import { richText } from './rich-text.ts';

export const Criterion = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  title: z.string().trim().min(1).max(limits.TITLE_MAX),
  description: z.string().max(limits.INSTRUCTIONS_MAX),
  points: z.number().positive().max(limits.CRITERION_POINTS_MAX),
});

const weight = z.number().min(0).max(100);

/** Which gradebook columns there are, and what is in them. */
const PeerReviewColumns = z.discriminatedUnion('kind', [
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
    instructions: richText({ max: limits.INSTRUCTIONS_MAX, images: true }),
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
export type PeerReviewSettings = z.output<typeof PeerReviewSettings>;
export type Rating = z.output<typeof Rating>;

export const Phase = z.enum(['submission', 'review', 'released']);
export type Phase = z.output<typeof Phase>;

const count = z.int();

/** What saving changed settings does to grades, columns and the release, in words that the client has. */
export const GradingEffect = z.discriminatedUnion('code', [
  z.object({ code: z.literal('columnAdded'), label: z.string(), maximum: z.number() }),
  z.object({ code: z.literal('columnRemoved'), label: z.string() }),
  z.object({ code: z.literal('columnRenamed'), from: z.string(), to: z.string() }),
  z.object({ code: z.literal('pointsChanged'), label: z.string(), from: z.number(), to: z.number() }),
  z.object({ code: z.literal('totalOfBoth'), work: z.number(), reviewing: z.number() }),
  z.object({ code: z.literal('workAlone') }),
  /** Works handed in so far that are late now. */
  z.object({ code: z.literal('lateWorks'), count, percentPerDay: z.number() }),
  z.object({ code: z.literal('lateForgiven'), count }),
  z.object({ code: z.literal('rulesChanged') }),
  z.object({ code: z.literal('releasedByHand') }),
  z.object({ code: z.literal('releasedOn'), at: Timestamp }),
  /** Learners who see their grade as soon as this is saved. */
  z.object({ code: z.literal('releasedAtOnce'), count }),
  /** Released grades change when this is saved, or with the next release. */
  z.object({ code: z.literal('recomputedNow'), count }),
  z.object({ code: z.literal('recomputedWhenAsked'), count }),
]);

export type GradingEffect = z.output<typeof GradingEffect>;

export const PreviewPeerReview = {
  method: 'post',
  path: '/activities/:activityId/peer-review/preview',
  permission: 'activity.edit',
  summary: 'What saving these settings would do to grades, columns and the release; saves nothing',
  params: z.object({ activityId: Id }),
  body: z.object({ settings: PeerReviewSettings }),
  response: z.object({ effects: z.array(GradingEffect) }),
} satisfies Endpoint;
