import { z } from 'zod';
import { Anonymity } from './anonymity.ts';
import { DateEffect } from './date-effects.ts';
import { type Endpoint, Id, Timestamp } from './endpoint.ts';
import { GradeRules, LatePolicy, ReleaseMode } from './grading.ts';
import { HandIn } from './hand-in.ts';
import * as limits from './limits.ts';
import { ComparisonSettings } from './peer-review-comparative.ts';
import { Authors } from './peer-review-groups.ts';
import { optionalPhases } from './peer-review-optional.ts';
import { richText } from './rich-text.ts';
import { Criterion } from './rubric.ts';
import { maximumOf } from './rubric-rules.ts';

export { Criterion, Rating } from './rubric.ts';

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

/** How the reviews of a work become its grade. */
export const ReviewMethod = z.enum(limits.REVIEW_METHODS);

/** How much of what one gets for reviewing is for agreeing with the best review of each work, and how strictly. */
const ReviewAgreement = z.object({
  percent: z.number().positive().max(100),
  strictness: z.enum(['veryLax', 'lax', 'fair', 'strict', 'veryStrict']),
});

/** How much of it is for how helpful authors find the reviews; reviews that nobody has rated count as written. */
const ReviewHelpfulness = z.object({ percent: z.number().positive().max(100) });

/** How much of it is for how good staff find the reviews; those that staff have not judged count as written. */
const ReviewQuality = z.object({ percent: z.number().positive().max(100) });

const addUp = (
  { workPercent, reviewingPercent }: { workPercent: number; reviewingPercent: number },
  extraCredit: boolean,
): boolean => {
  const sum = workPercent + reviewingPercent;
  // 33.3 and 66.7 make a little more than 100 in binary.
  return Math.abs(sum - 100) < 1e-9 || (extraCredit && sum > 100);
};

/** What is not for having written one's reviews, in percent. */
const judgedPercent = (of: Record<'agreement' | 'helpfulness' | 'quality', { percent: number } | null>) =>
  (of.agreement?.percent ?? 0) + (of.helpfulness?.percent ?? 0) + (of.quality?.percent ?? 0);

const isPresentation = ({ text, files, links }: z.output<typeof HandIn>): boolean =>
  [text, files, links].every((taken) => taken === 'off');

/** What goes by ratings has no place where works are compared. */
const goesWithComparison = (settings: Readonly<Record<(typeof BY_RATINGS)[number], unknown>>): boolean =>
  BY_RATINGS.every((one) => settings[one] === null);

const BY_RATINGS = [
  'agreement',
  'helpfulness',
  'quality',
  'disagreementLimit',
  'calibration',
  'selfAssessment',
  'revision',
  'backEvaluation',
] as const;

/** Everything an instructor sets up, on one page. */
export const PeerReviewSettings = z
  .object({
    title: z.string().trim().min(1).max(limits.TITLE_MAX),
    instructions: richText({ max: limits.INSTRUCTIONS_MAX, images: true }),
    /** Points of the gradebook column. */
    points: z.number().positive().max(limits.ACTIVITY_POINTS_MAX),
    submissionsCloseAt: Timestamp,
    reviewsCloseAt: Timestamp,
    /** Who hands in one work. */
    authors: Authors.default({ kind: 'learners' }),
    /** Who writes one review: each learner, or each group of a group set together. */
    reviewers: Authors.default({ kind: 'learners' }),
    reviewsPerLearner: z.int().min(1).max(limits.REVIEWS_PER_LEARNER_MAX),
    /** Whether learners review works of the whole course, of their own section or topic, or of other topics, where there are enough. */
    reviewsWithin: z.enum(['course', 'section', 'sameTopic', 'otherTopic']).default('course'),
    /** The group set whose groups are the topics, where works are given out by topic. */
    topicSetId: Id.nullable().default(null),
    /** When reviews are given out: all at once when submissions close, or as soon as there is work, one at a time. */
    givenOut: z.enum(['atOnce', 'rolling']).default('atOnce'),
    /** Reviews that every work is to get, where they are given out one at a time; null: as many as each learner writes. */
    leastPerWork: z.int().min(1).max(limits.REVIEWS_PER_LEARNER_MAX).nullable().default(null),
    /** Who knows whom, for what is written from now on. */
    anonymity: Anonymity.default('nobodyKnows'),
    handIn: HandIn.default({ ...limits.DEFAULT_HAND_IN, fileGroups: [...limits.FILE_GROUPS] }),
    criteria: z.array(Criterion).min(1).max(limits.CRITERIA_MAX),
    /** Whether reviewers get advice on their comments while they write, by their browser alone. */
    feedbackCoach: z.boolean().default(true),
    /** Whether reviewers are asked for comments on places in the work. */
    inlineComments: z.boolean().default(true),
    /** Whether it is measured how long reviewers take, for staff to see. */
    measuresTime: z.boolean().default(false),
    /** Null: no late work; it is due when submissions close. */
    late: LatePolicy.nullable().default(null),
    columns: PeerReviewColumns.default({ kind: 'work' }),
    workMethod: ReviewMethod.default('median'),
    /** Null: all of it is for writing one's reviews. */
    agreement: ReviewAgreement.nullable().default(null),
    helpfulness: ReviewHelpfulness.nullable().default(null),
    quality: ReviewQuality.nullable().default(null),
    /** Reviews of a work that are further apart, in percent of the points, wait for staff; null: none do. */
    disagreementLimit: z.number().min(1).max(100).nullable().default(null),
    /** Null: reviewers rate each work. Otherwise each compares `reviewsPerLearner` pairs of works. */
    comparison: ComparisonSettings.nullable().default(null),
    rules: GradeRules.default(limits.DEFAULT_GRADE_RULES),
    releaseMode: ReleaseMode.default({ kind: 'manual' }),
    ...optionalPhases,
  })
  .refine(
    ({ late, submissionsCloseAt }) => !late || Date.parse(late.dueAt) <= Date.parse(submissionsCloseAt),
    {
      path: ['late', 'dueAt'],
      error: 'work must be due before submissions close',
    },
  )
  .refine((s) => s.reviewers.kind === 'learners' || (s.givenOut === 'atOnce' && s.comparison === null), {
    path: ['reviewers'],
    error: 'groups review together when submissions close, and rate works',
  })
  .refine(({ handIn, anonymity }) => !isPresentation(handIn) || anonymity !== 'nobodyKnows', {
    path: ['anonymity'],
    error: 'who reviews a presentation sees whose it is',
  })
  .refine(({ columns, rules }) => columns.kind !== 'total' || addUp(columns, rules.extraCredit), {
    path: ['columns'],
    error: 'the weights must add up to 100, or to more with extra credit',
  })
  .refine((s) => judgedPercent(s) <= 100, {
    path: ['helpfulness', 'percent'],
    error: 'agreement, helpfulness and what staff say count 100 together at most',
  })
  .refine((s) => !['sameTopic', 'otherTopic'].includes(s.reviewsWithin) || s.topicSetId !== null, {
    path: ['topicSetId'],
    error: 'topics are the groups of a set',
  })
  .refine((s) => s.leastPerWork === null || s.leastPerWork <= s.reviewsPerLearner, {
    path: ['leastPerWork'],
    error: 'learners must write as many reviews as works are to get',
  })
  .refine((s) => s.reviewsCloseAt > s.submissionsCloseAt, {
    path: ['reviewsCloseAt'],
    error: 'reviews must close after submissions',
  })
  .refine((s) => !s.selfAssessment || s.selfAssessment.closesAt > s.submissionsCloseAt, {
    path: ['selfAssessment', 'closesAt'],
    error: 'self-assessment must close after submissions',
  })
  .refine((s) => !s.revision || s.revision.closesAt > s.reviewsCloseAt, {
    path: ['revision', 'closesAt'],
    error: 'the revision round must close after reviews',
  })
  .refine((s) => !s.backEvaluation || s.backEvaluation.closesAt > s.reviewsCloseAt, {
    path: ['backEvaluation', 'closesAt'],
    error: 'saying how helpful reviews are must end after reviews',
  })
  .refine((s) => s.comparison === null || s.givenOut === 'atOnce', {
    path: ['givenOut'],
    error: 'works that are compared are given out all at once',
  })
  .refine((s) => s.comparison === null || goesWithComparison(s), {
    path: ['comparison'],
    error: 'works are compared without ratings',
  })
  .refine((s) => new Set(s.criteria.map((c) => c.id)).size === s.criteria.length, {
    path: ['criteria'],
    error: 'criterion ids must differ',
  })
  .refine((s) => maximumOf(s.criteria) > 0, {
    path: ['criteria'],
    error: 'at least one criterion must count',
  });

export type ReviewMethod = z.output<typeof ReviewMethod>;
export type PeerReviewSettings = z.output<typeof PeerReviewSettings>;

export const Phase = z.enum(['submission', 'review', 'released']);
export type Phase = z.output<typeof Phase>;

const count = z.int();

/** What saving changed settings does to dates, grades, columns and the release, in words that the client has. */
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
  /** Works whose grade comes out otherwise, and by how many percentage points at most. */
  z.object({ code: z.literal('reviewsCombined'), method: ReviewMethod, count, most: z.number() }),
  z.object({ code: z.literal('agreementCounts'), percent: z.number() }),
  z.object({ code: z.literal('agreementIgnored') }),
  z.object({ code: z.literal('helpfulnessCounts'), percent: z.number() }),
  z.object({ code: z.literal('helpfulnessIgnored') }),
  z.object({ code: z.literal('qualityCounts'), percent: z.number() }),
  z.object({ code: z.literal('qualityIgnored') }),
  /** Reviews that keep the rubric they were written by, and those begun that follow the new one. */
  z.object({ code: z.literal('rubricChanged'), submitted: count, begun: count }),
  z.object({ code: z.literal('releasedByHand') }),
  z.object({ code: z.literal('releasedOn'), at: Timestamp }),
  /** Learners who see their grade as soon as this is saved. */
  z.object({ code: z.literal('releasedAtOnce'), count }),
  /** Who knows whom in what is written from now on. */
  z.object({ code: z.literal('anonymityChanged'), to: Anonymity }),
  /** Works and reviews that keep what their writers were promised. */
  z.object({ code: z.literal('promisesKept'), count }),
  /** Released grades change when this is saved, or with the next release. */
  z.object({ code: z.literal('recomputedNow'), count }),
  z.object({ code: z.literal('recomputedWhenAsked'), count }),
  DateEffect,
]);

export type GradingEffect = z.output<typeof GradingEffect>;

export const PreviewPeerReview = {
  method: 'post',
  path: '/activities/:activityId/peer-review/preview',
  permission: 'activity.edit',
  summary: 'What saving these settings would do to dates, grades, columns and the release; saves nothing',
  params: z.object({ activityId: Id }),
  body: z.object({ settings: PeerReviewSettings }),
  response: z.object({ effects: z.array(GradingEffect) }),
} satisfies Endpoint;
