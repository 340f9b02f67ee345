import { z } from 'zod';
import { ThreadParams } from './discussion.ts';
import type { Endpoint } from './endpoint.ts';

export const FollowThread = {
  method: 'put',
  path: '/discussions/:activityId/threads/:threadId/following',
  permission: 'discussion.read',
  summary: 'Follows a thread, or does not any more; saying the same again changes nothing',
  params: ThreadParams,
  body: z.object({ on: z.boolean() }),
  response: z.object({ on: z.boolean() }),
} satisfies Endpoint;
