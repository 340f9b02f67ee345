import { z } from 'zod';
import { ThreadParams } from './discussion.ts';
import { type Endpoint, Id } from './endpoint.ts';

export const FollowThread = {
  method: 'put',
  path: '/discussions/:activityId/threads/:threadId/following',
  permission: 'discussion.read',
  summary: 'Follows a thread, or does not any more; saying the same again changes nothing',
  params: ThreadParams,
  body: z.object({ on: z.boolean() }),
  response: z.object({ on: z.boolean() }),
} satisfies Endpoint;

export const ListFollowNews = {
  method: 'get',
  path: '/discussions/:activityId/news',
  permission: 'discussion.read',
  summary: 'In which threads that the caller follows something is new to them, and how much',
  params: ThreadParams.pick({ activityId: true }),
  response: z.object({
    lines: z.array(
      z.object({
        /** Null: the line tells of several. */
        threadId: Id.nullable(),
        /** Null: it is told in the discussion alone. */
        title: z.string().nullable(),
        count: z.int(),
      }),
    ),
    /** Further threads. */
    more: z.int(),
  }),
} satisfies Endpoint;
