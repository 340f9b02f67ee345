import { z } from 'zod';
import { type Endpoint, Id, Timestamp } from './endpoint.ts';

const ActivityParams = z.object({ activityId: Id });

/** Where a learner stands who takes works to review one at a time; no author has a place in it. */
export const NextWorkView = z.object({
  /**
   * `closed`: reviews are not open. `handIn`: own work first. `open`: a review waits to be finished. `ready`: a work lacks
   * reviews. `offer`: none does; one that has enough can be reviewed instead. `wait`: there is no work to review yet.
   * `help`: all is done, and a work still lacks reviews. `done`: all is done.
   */
  state: z.enum(['closed', 'handIn', 'open', 'ready', 'offer', 'wait', 'help', 'done']),
  /** The review that waits to be finished. */
  reviewId: z.string().nullable(),
  /** Until when the work is kept for its reviewer; null once a review has begun and nobody else waits for it. */
  heldUntil: Timestamp.nullable(),
  done: z.int(),
  of: z.int(),
  /** Until when more works may come; null when none will. */
  worksUntil: Timestamp.nullable(),
});
export type NextWorkView = z.output<typeof NextWorkView>;

export const GetNextWork = {
  method: 'get',
  path: '/activities/:activityId/next-work',
  permission: 'review.write',
  summary: 'Whether there is a work for the calling learner to review, where works are taken one at a time',
  params: ActivityParams,
  response: NextWorkView,
} satisfies Endpoint;

export const TakeNextWork = {
  method: 'post',
  path: '/activities/:activityId/next-work',
  permission: 'review.write',
  summary: 'Takes the next work to review; who has one open gets that one, however often it is asked',
  params: ActivityParams,
  response: NextWorkView,
} satisfies Endpoint;
