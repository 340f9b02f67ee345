import { z } from 'zod';
import { type Endpoint, Id, Timestamp } from './endpoint.ts';
import { CRITERION_POINTS_MAX, REASON_MAX } from './limits.ts';

const WorkParams = z.object({ activityId: Id, memberId: Id });
const CriterionId = z.string().min(1).max(100);

/** What staff decided about one criterion of a work; null: as its reviewers say. */
const CriterionDecision = z.object({
  points: z.number().nullable(),
  reason: z.string(),
  byName: z.string().nullable(),
  at: Timestamp,
});

export const CriterionResultsView = z.object({
  /** Those of today's rubric that count. */
  criteria: z.array(
    z.object({
      criterionId: CriterionId,
      title: z.string(),
      maximum: z.number(),
      /** What staff have set; null: reviewers' points count. */
      points: z.number().nullable(),
      /** The newest first. */
      decisions: z.array(CriterionDecision),
      /** Counts the decisions; the next names the one it follows on. */
      revision: z.int(),
    }),
  ),
  can: z.object({ change: z.boolean() }),
});
export type CriterionResultsView = z.output<typeof CriterionResultsView>;

export const GetCriterionResults = {
  method: 'get',
  path: '/activities/:activityId/learners/:memberId/criterion-results',
  permission: 'work.read',
  summary: 'What staff have set for criteria of a learner’s work, in the place of what reviewers say',
  params: WorkParams,
  response: CriterionResultsView,
} satisfies Endpoint;

export const SetCriterionResult = {
  method: 'put',
  path: '/activities/:activityId/learners/:memberId/criterion-results/:criterionId',
  permission: 'grade.override',
  summary: 'Sets one criterion’s result for a work, or leaves it to the reviewers again; its grade follows',
  params: WorkParams.extend({ criterionId: CriterionId }),
  body: z.object({
    points: z.number().min(0).max(CRITERION_POINTS_MAX).nullable(),
    reason: z.string().trim().min(1).max(REASON_MAX),
    expectedRevision: z.int().min(0),
  }),
  response: CriterionResultsView,
} satisfies Endpoint;
