import { z } from 'zod';
import { type Endpoint, Id, Timestamp } from './endpoint.ts';
import * as limits from './limits.ts';
import { Comparison } from './peer-review-calibration.ts';
import { InlineComment, InlineComments, ShownInlineComment } from './peer-review-inline.ts';
import { Criterion, Rating } from './peer-review-settings.ts';
import { richText, StoredRichText } from './rich-text.ts';

const ActivityParams = z.object({ activityId: Id });

/** Why the own work can be assessed now or cannot. */
const SelfWindow = z.enum(['noWork', 'notYet', 'reviewsFirst', 'open', 'closed']);

/** What somebody gives the own work; the work itself comes with the own submission. */
const SelfAssessmentView = z.object({
  activityTitle: z.string(),
  instructions: StoredRichText,
  criteria: z.array(Criterion),
  closesAt: Timestamp,
  window: SelfWindow,
  state: z.enum(['toDo', 'begun', 'submitted']),
  ratings: z.array(Rating),
  comment: StoredRichText,
  inline: z.array(InlineComment),
  /** Whether one is invited to comment on places in the work. */
  invitesInline: z.boolean(),
  /** The revision that the next save must name. */
  revision: z.int(),
  can: z.object({ edit: z.boolean() }),
});

export const GetSelfAssessment = {
  method: 'get',
  path: '/activities/:activityId/self-assessment',
  permission: 'review.write',
  summary: 'What the caller gives the own work by the rubric',
  params: ActivityParams,
  response: SelfAssessmentView,
} satisfies Endpoint;

const body = z.object({
  ratings: z.array(Rating).max(limits.CRITERIA_MAX),
  comment: richText({ max: limits.COMMENT_MAX }),
  inline: InlineComments,
  expectedRevision: z.int().min(0),
});

export const SaveSelfAssessmentDraft = {
  method: 'put',
  path: '/activities/:activityId/self-assessment/draft',
  permission: 'review.write',
  summary: 'Keeps a self-assessment that is not finished',
  params: ActivityParams,
  body,
  response: z.object({ revision: z.int(), savedAt: Timestamp }),
} satisfies Endpoint;

export const SubmitSelfAssessment = {
  method: 'put',
  path: '/activities/:activityId/self-assessment',
  permission: 'review.write',
  summary: 'Submits the self-assessment; it may be changed until its date, or the release',
  params: ActivityParams,
  body,
  response: SelfAssessmentView,
} satisfies Endpoint;

/** A self-assessment beside the mean of what peers gave. */
const SelfCompared = z.object({
  submittedAt: Timestamp,
  /** The version of the work that was assessed. */
  workVersion: z.int(),
  comment: StoredRichText,
  inline: z.array(ShownInlineComment),
  criteria: z.array(Criterion),
  /** Reviews behind the mean; with none there is nothing to compare with. */
  reviews: z.int(),
  compared: Comparison,
});

export const GetSelfComparison = {
  method: 'get',
  path: '/activities/:activityId/self-assessment/comparison',
  permission: 'activity.read',
  summary: 'The caller’s self-assessment beside what peers gave, once grades are released',
  params: ActivityParams,
  response: z.object({ assessed: SelfCompared.nullable() }),
} satisfies Endpoint;

export const GetLearnerSelfAssessment = {
  method: 'get',
  path: '/activities/:activityId/learners/:memberId/self-assessment',
  permission: 'work.read',
  summary: 'A learner’s self-assessment beside what peers gave, for staff',
  params: z.object({ activityId: Id, memberId: Id }),
  response: z.object({
    /** Whether the settings ask for one. */
    isOn: z.boolean(),
    assessed: SelfCompared.nullable(),
  }),
} satisfies Endpoint;
