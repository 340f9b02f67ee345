import { z } from 'zod';
import { PostView } from './discussion.ts';
import { type Endpoint, Id } from './endpoint.ts';
import { PAGE_SIZE_MAX } from './limits.ts';

const PostParams = z.object({
  activityId: Id,
  threadId: Id,
  n: z.coerce.number().int().min(1).max(1_000_000),
});

/** The last answer of the page before: its votes and its number. */
const AnswerKey = z.string().regex(/^\d{1,9}_\d{1,7}$/);

export const ListAnswers = {
  method: 'get',
  path: '/discussions/:activityId/threads/:threadId/answers',
  permission: 'discussion.read',
  summary: 'What replies to a thread’s first post, that with the most votes first, without what is below it',
  params: z.object({ activityId: Id, threadId: Id }),
  query: z.object({
    after: AnswerKey.optional(),
    limit: z.coerce.number().int().min(1).max(PAGE_SIZE_MAX).default(50),
  }),
  response: z.object({ items: z.array(PostView), next: AnswerKey.nullable() }),
} satisfies Endpoint;

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
  summary: 'Says whether the teaching staff stand by this post: where threads are questions, an answer',
  params: PostParams,
  body: z.object({ endorsed: z.boolean() }),
  response: z.object({}),
} satisfies Endpoint;
