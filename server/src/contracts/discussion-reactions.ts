import { z } from 'zod';
import { type Endpoint, Id } from './endpoint.ts';
import { REACTIONS } from './limits.ts';

export const React = {
  method: 'put',
  path: '/discussions/:activityId/threads/:threadId/posts/:n/reactions/:kind',
  permission: 'discussion.post',
  summary:
    'Gives a reaction to somebody else’s post, or takes it back; saying the same again changes nothing',
  params: z.object({
    activityId: Id,
    threadId: Id,
    n: z.coerce.number().int().min(1).max(1_000_000),
    kind: z.enum(REACTIONS),
  }),
  body: z.object({ on: z.boolean() }),
  response: z.object({ count: z.int(), isOwn: z.boolean() }),
} satisfies Endpoint;
