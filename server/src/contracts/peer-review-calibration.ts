import { z } from 'zod';
import { type Endpoint, Id, Page, Timestamp } from './endpoint.ts';
import { AnonymousFileView, AttachedFileView } from './files.ts';
import * as limits from './limits.ts';
import { InlineComment, InlineComments, ShownInlineComment } from './peer-review-inline.ts';
import { Criterion, Rating } from './peer-review-settings.ts';
import { workBody } from './peer-review-work.ts';
import { richText, StoredRichText } from './rich-text.ts';

const ActivityParams = z.object({ activityId: Id });
const ExampleParams = z.object({ activityId: Id, exampleId: Id });
const MemberParams = z.object({ activityId: Id, memberId: Id });
const percent = z.number();

// For staff

const ExampleSummary = z.object({
  id: Id,
  title: z.string(),
  /** Whether every criterion of today's rubric is scored: others are not shown to learners. */
  isReady: z.boolean(),
  savedAt: Timestamp,
});

/** An example work with what staff give it. */
const ExampleView = z.object({
  id: Id,
  activityTitle: z.string(),
  title: z.string(),
  text: StoredRichText,
  files: z.array(AttachedFileView),
  criteria: z.array(Criterion),
  ratings: z.array(Rating),
  comment: StoredRichText,
  /** On places in the work. */
  inline: z.array(InlineComment),
  /** What they name as its version. */
  workVersion: z.int(),
  /** The revision that the next save must name; 0 for one that is not there yet. */
  revision: z.int(),
});

const ExampleList = z.object({
  activityTitle: z.string(),
  examples: z.array(ExampleSummary),
  /** What learners need to pass; null: nothing. */
  pass: z.object({ examples: z.int(), agreementPercent: percent }).nullable(),
  /** Whether the settings say that there is a calibration at all. */
  isOn: z.boolean(),
});

export const ListExamples = {
  method: 'get',
  path: '/activities/:activityId/examples',
  permission: 'calibration.edit',
  summary: 'The example works of a peer review, for staff',
  params: ActivityParams,
  response: ExampleList,
} satisfies Endpoint;

export const GetExample = {
  method: 'get',
  path: '/activities/:activityId/examples/:exampleId',
  permission: 'calibration.edit',
  summary: 'One example work with the scores of staff; an empty one where there is none of this id',
  params: ExampleParams,
  response: ExampleView,
} satisfies Endpoint;

export const SaveExample = {
  method: 'put',
  path: '/activities/:activityId/examples/:exampleId',
  permission: 'calibration.edit',
  summary:
    'Adds the example work with this id, or changes it; attempts so far keep what they were compared with',
  params: ExampleParams,
  body: z.object({
    /** For staff alone. */
    title: z.string().trim().min(1).max(limits.TITLE_MAX),
    ...workBody,
    ratings: z.array(Rating).max(limits.DRAFT_RATINGS_MAX),
    comment: richText({ max: limits.COMMENT_MAX }),
    inline: InlineComments,
    expectedRevision: z.int().min(0),
  }),
  response: ExampleView,
} satisfies Endpoint;

export const RemoveExample = {
  method: 'delete',
  path: '/activities/:activityId/examples/:exampleId',
  permission: 'calibration.edit',
  summary: 'Takes an example work away; what learners agreed on with it still counts',
  params: ExampleParams,
  response: ExampleList,
} satisfies Endpoint;

const Standing = z.enum(['notNeeded', 'open', 'agreed', 'letPass']);

/** One learner's calibration as staff see it. */
export const CalibrationRow = z.object({
  memberId: Id,
  name: z.string().nullable(),
  /** Examples reviewed, and attempts at them. */
  reviewed: z.int(),
  attempts: z.int(),
  /** Examples with enough agreement. */
  agreed: z.int(),
  /** Mean of the best agreement with each example; null before the first. */
  agreement: percent.nullable(),
  standing: Standing,
  /** Why staff let somebody pass; null where they did not. */
  reason: z.string().nullable(),
  /** The revision that the next decision must name. */
  revision: z.int(),
});

export const ListCalibrations = {
  method: 'get',
  path: '/activities/:activityId/calibrations',
  permission: 'calibration.edit',
  summary: 'Who has reviewed the examples, with what agreement; by name',
  params: ActivityParams,
  query: Page,
  response: z.object({ rows: z.array(CalibrationRow), next: z.string().nullable() }),
} satisfies Endpoint;

export const LetPass = {
  method: 'put',
  path: '/activities/:activityId/calibrations/:memberId',
  permission: 'calibration.edit',
  summary: 'Lets a learner review without the agreement that is asked for, or takes that back',
  params: MemberParams,
  body: z.object({
    passes: z.boolean(),
    reason: z.string().trim().min(1).max(limits.REASON_MAX),
    expectedRevision: z.int().min(0),
  }),
  response: CalibrationRow,
} satisfies Endpoint;

// For learners

/** Two judgements of one work by the rubric, side by side. */
export const Comparison = z.object({
  /** 100: the same; null: there is nothing that both have judged. */
  agreement: percent.nullable(),
  criteria: z.array(
    z.object({
      criterionId: z.string(),
      own: Rating.nullable(),
      other: Rating.nullable(),
      /** Own less the other's, in percent of what the criterion can give; null where one of them is missing. */
      difference: z.number().nullable(),
    }),
  ),
});

const ExampleTask = z.object({
  exampleId: Id,
  /** In the order in which they were added, from 1: titles are for staff. */
  number: z.int(),
  state: z.enum(['toDo', 'begun', 'submitted']),
  attempts: z.int(),
  /** Best so far; null before the first attempt. */
  agreement: percent.nullable(),
  /** Whether it counts towards the pass. */
  isEnough: z.boolean(),
});

const OwnCalibrationView = z.object({
  activityTitle: z.string(),
  examples: z.array(ExampleTask),
  standing: Standing,
  /** Examples to agree on, and those agreed on; null: no pass is asked for. */
  pass: z.object({ needed: z.int(), reached: z.int(), agreementPercent: percent }).nullable(),
  attempts: z.int().nullable(),
  reviewsCloseAt: Timestamp,
  can: z.object({ review: z.boolean() }),
});

export const GetOwnCalibration = {
  method: 'get',
  path: '/activities/:activityId/calibration',
  permission: 'activity.read',
  summary: 'The examples to practise on, and what the caller lacks before real reviews open',
  params: ActivityParams,
  response: OwnCalibrationView,
} satisfies Endpoint;

/** An example as it is reviewed: nothing that staff gave it before the own review is submitted. */
const ExampleReviewView = z.object({
  exampleId: Id,
  activityTitle: z.string(),
  instructions: StoredRichText,
  number: z.int(),
  workText: StoredRichText,
  workFiles: z.array(AnonymousFileView),
  criteria: z.array(Criterion),
  reviewsCloseAt: Timestamp,
  state: z.enum(['toDo', 'begun', 'submitted']),
  ratings: z.array(Rating),
  comment: StoredRichText,
  inline: z.array(InlineComment),
  /** What comments on places in it name as its version. */
  workVersion: z.int(),
  invitesInline: z.boolean(),
  revision: z.int(),
  attempts: z.object({ done: z.int(), of: z.int().nullable() }),
  /** The last attempt beside what staff gave at that time; null before the first. */
  compared: Comparison.extend({
    isEnough: z.boolean(),
    own: StoredRichText,
    inline: z.array(ShownInlineComment),
    staff: StoredRichText,
    staffInline: z.array(ShownInlineComment),
  }).nullable(),
  can: z.object({ edit: z.boolean() }),
});

export const GetExampleReview = {
  method: 'get',
  path: '/activities/:activityId/calibration/:exampleId',
  permission: 'review.write',
  summary: 'An example to review; once the own review is submitted, the scores of staff beside it',
  params: ExampleParams,
  response: ExampleReviewView,
} satisfies Endpoint;

const reviewBody = z.object({
  ratings: z.array(Rating).max(limits.DRAFT_RATINGS_MAX),
  comment: richText({ max: limits.COMMENT_MAX }),
  inline: InlineComments,
  expectedRevision: z.int().min(0),
});

export const SaveExampleReviewDraft = {
  method: 'put',
  path: '/activities/:activityId/calibration/:exampleId/draft',
  permission: 'review.write',
  summary: 'Keeps a review of an example that is not finished',
  params: ExampleParams,
  body: reviewBody,
  response: z.object({ revision: z.int(), savedAt: Timestamp }),
} satisfies Endpoint;

export const SubmitExampleReview = {
  method: 'put',
  path: '/activities/:activityId/calibration/:exampleId',
  permission: 'review.write',
  summary: 'Submits an attempt at an example, and answers with the comparison',
  params: ExampleParams,
  body: reviewBody,
  response: ExampleReviewView,
} satisfies Endpoint;

export type Comparison = z.output<typeof Comparison>;
export type CalibrationRow = z.output<typeof CalibrationRow>;
