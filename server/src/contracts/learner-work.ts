import { z } from 'zod';
import { type Endpoint, Id, Timestamp } from './endpoint.ts';
import { AttachedFileView } from './files.ts';
import { GradeExplanation, SyncStatus } from './gradebook.ts';
import { Criterion, Phase, Rating } from './peer-review.ts';
import { ShownInlineComment } from './peer-review-inline.ts';
import { StoredRichText } from './rich-text.ts';

const Params = z.object({ activityId: Id, memberId: Id });

/** What staff see of one learner's work. */
export const LearnerWorkView = z.object({
  activity: z.object({ id: Id, title: z.string(), phase: Phase, criteria: z.array(Criterion) }),
  learner: z.object({ id: Id, name: z.string().nullable() }),
  /** Whose work it is where groups hand in, with everybody who shares it. */
  group: z.object({ name: z.string().nullable(), members: z.array(z.string().nullable()) }).nullable(),
  /** How many versions were handed in; they are numbered from 1. */
  versions: z.int(),
  /** The version that was asked for, else the newest; null when nothing was handed in. */
  shown: z
    .object({
      version: z.int(),
      text: StoredRichText,
      files: z.array(AttachedFileView),
      links: z.array(z.string()),
      submittedAt: Timestamp,
    })
    .nullable(),
});

export type LearnerWorkView = z.output<typeof LearnerWorkView>;

export const GetLearnerWork = {
  method: 'get',
  path: '/activities/:activityId/learners/:memberId/work',
  permission: 'work.read',
  summary: 'One learner’s work, for staff',
  params: Params,
  query: z.object({ version: z.coerce.number().int().min(1).optional() }),
  response: LearnerWorkView,
} satisfies Endpoint;

/** What staff see of the reviews that a learner's work got, and of the grade that came of them. */
export const LearnerReviewsView = z.object({
  reviews: z.array(
    z.object({
      id: z.string(),
      reviewer: z.object({ id: Id, name: z.string().nullable() }),
      /** Where a group has written it together: who is in it, and who of them has written. */
      together: z
        .object({
          members: z.array(z.string().nullable()),
          writers: z.array(z.string().nullable()),
          submittedBy: z.string().nullable(),
        })
        .nullable(),
      /** The version of the work that was reviewed. */
      workVersion: z.int(),
      ratings: z.array(Rating),
      comment: StoredRichText,
      inline: z.array(ShownInlineComment),
      points: z.number(),
      maximum: z.number(),
      submittedAt: Timestamp,
      /** The rubric it was written by, where that is not the activity's of today. */
      criteria: z.array(Criterion).optional(),
    }),
  ),
  /** Where works are compared: what was said of this one. */
  comparisons: z.array(
    z.object({
      /** Of the comparison and the work's side in it. */
      id: z.string(),
      reviewer: z.object({ id: Id, name: z.string().nullable() }),
      /** How far this work was chosen, in percent over all criteria. */
      chosenPercent: z.number(),
      comment: StoredRichText,
      submittedAt: Timestamp,
    }),
  ),
  grade: z.object({ explanation: GradeExplanation, sync: SyncStatus }).nullable(),
});

export type LearnerReviewsView = z.output<typeof LearnerReviewsView>;

export const GetLearnerReviews = {
  method: 'get',
  path: '/activities/:activityId/learners/:memberId/reviews',
  permission: 'work.read',
  summary: 'The reviews of one learner’s work and the grade, for staff',
  params: Params,
  response: LearnerReviewsView,
} satisfies Endpoint;
