import { z } from 'zod';
import { type Endpoint, Id } from './endpoint.ts';

const PostParams = z.object({
  activityId: Id,
  threadId: Id,
  n: z.coerce.number().int().min(1).max(1_000_000),
});

export const AcceptAnswer = {
  method: 'put',
  path: '/discussions/:activityId/threads/:threadId/posts/:n/acceptance',
  permission: 'discussion.post',
  summary: 'Says whether this answer helped who asked; one answer at most, so another gives way to it',
  params: PostParams,
  body: z.object({ accepted: z.boolean() }),
  response: z.object({}),
} satisfies Endpoint;

export const EndorseAnswer = {
  method: 'put',
  path: '/discussions/:activityId/threads/:threadId/posts/:n/endorsement',
  permission: 'discussion.endorse',
  summary: 'Says whether the teaching staff stand by this answer',
  params: PostParams,
  body: z.object({ endorsed: z.boolean() }),
  response: z.object({}),
} satisfies Endpoint;
