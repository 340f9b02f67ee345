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
      'SCORE_UNREACHABLE',
      'NO_GRADEBOOK_COLUMN',
      /** The LMS holds a newer score that did not come from here; `words` is that score. */
      'SCORE_CHANGED_IN_LMS',
      'MEMBER_NOT_IN_COURSE',
      'GRADE_INVALID',
      /** `reason` is one of `ReadReason`. */
      'ROSTER_NOT_READ',
      'GROUPS_NOT_READ',
    ]),
    params: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
  since: Timestamp,
  until: Timestamp.nullable(),
  nextAction: z.object({
    code: z.enum(['RETRY_SCORE', 'RELEASE_AGAIN', 'READ_AGAIN']),
    /** The API call that does it, below `/api`. */
    method: z.literal('post'),
    path: z.string(),
  }),
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
