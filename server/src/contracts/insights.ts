import { z } from 'zod';
import { type Endpoint, Page, Timestamp } from './endpoint.ts';

/** "This waits for X, because, until, next action": one entry of the facilitator queue. */
export const WaitingItemView = z.object({
  /** Source and key: the same matter keeps its id. */
  id: z.string(),
  waitsFor: z.enum(['staff', 'learner']),
  /** A code the client translates, with what fills the text. */
  because: z.object({
    code: z.enum([
      'SCORE_REFUSED',
      /** A learner's dispute waits for an answer; `activityId` says where. */
      'DISPUTE_WAITS',
      'SCORE_UNREACHABLE',
      'NO_GRADEBOOK_COLUMN',
      /** The LMS holds a newer score that did not come from here; `words` is that score. */
      'SCORE_CHANGED_IN_LMS',
      'MEMBER_NOT_IN_COURSE',
      'GRADE_INVALID',
      /** `reason` is one of `ReadReason`. */
      'ROSTER_NOT_READ',
      'GROUPS_NOT_READ',
      'LMS_NOT_ALLOWED',
      'ASSIGNMENT_UNPUBLISHED',
      /** The grade was taken back, but the LMS cannot take it away; `words` is what it still shows. */
      'GRADE_NOT_TAKEN_BACK',
      'COURSE_CONCLUDED',
      /** The work is here, but the LMS has no attempt left for it. */
      'ATTEMPTS_EXHAUSTED',
      /** The LMS gives no sensible answer; `count` scores of the course wait, and are tried by themselves. */
      'LMS_UNREACHABLE',
      /** A gradebook column is not as it should be; `name` is its label. */
      'COLUMN_REFUSED',
      'COLUMN_UNREACHABLE',
      'COLUMN_GONE',
    ]),
    params: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
  since: Timestamp,
  until: Timestamp.nullable(),
  /** Null: it goes on by itself once what it waits for is there. */
  nextAction: z
    .object({
      code: z.enum(['RETRY_SCORE', 'RELEASE_AGAIN', 'READ_AGAIN', 'RETRY_COLUMN']),
      /** The API call that does it, below `/api`. */
      method: z.literal('post'),
      path: z.string(),
    })
    .nullable(),
});

export type WaitingItemView = z.output<typeof WaitingItemView>;

export const GetQueue = {
  method: 'get',
  path: '/queue',
  permission: 'queue.read',
  summary: 'Everything in the course that waits for staff, oldest first',
  query: Page,
  response: z.object({ items: z.array(WaitingItemView), next: z.string().nullable() }),
} satisfies Endpoint;
