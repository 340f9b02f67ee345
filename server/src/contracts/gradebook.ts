import { z } from 'zod';
import { type Endpoint, Id } from './endpoint.ts';

export const RetryScore = {
  method: 'post',
  path: '/grade-slots/:columnId/:memberId/retry',
  permission: 'grade.sync',
  summary: 'Sends a score again that the LMS had refused',
  params: z.object({ columnId: Id, memberId: Id }),
  response: z.object({ state: z.literal('waiting') }),
} satisfies Endpoint;
