import { z } from 'zod';
import { PostParams, PostView, ThreadFacts, ThreadParams } from './discussion.ts';
import { PostFileViews } from './discussion-files.ts';
import { type Endpoint, Timestamp } from './endpoint.ts';
import * as limits from './limits.ts';
import { StoredRichText } from './rich-text.ts';

export const GetThreadChanges = {
  method: 'get',
  path: '/discussions/:activityId/threads/:threadId/changes',
  permission: 'discussion.read',
  summary:
    'Posts that are new, changed or deleted since a thread was read, in reading order; some may be as they were',
  params: ThreadParams,
  query: z.object({
    /** `last` and `asOf` of what was read before. */
    last: z.coerce.number().int().min(0).max(1_000_000),
    asOf: Timestamp,
  }),
  response: z.object({
    items: z.array(PostView),
    /** Whether there is so much that the thread is better read anew: then no posts are given. */
    isMuch: z.boolean(),
    ...ThreadFacts,
    /** The numbers of the answers that are accepted and endorsed. */
    accepted: z.int().nullable(),
    endorsed: z.array(z.int()),
  }),
} satisfies Endpoint;

export type ThreadChangesView = z.output<typeof GetThreadChanges.response>;

export const MarkRead = {
  method: 'put',
  path: '/discussions/:activityId/threads/:threadId/read',
  permission: 'discussion.read',
  summary: 'Notes posts as read by the caller',
  params: ThreadParams,
  body: z.object({ numbers: z.array(z.int().min(1).max(1_000_000)).min(1).max(limits.READ_AT_ONCE_MAX) }),
  response: z.object({}),
} satisfies Endpoint;

export const GetPostHistory = {
  method: 'get',
  path: '/discussions/:activityId/threads/:threadId/posts/:n/history',
  permission: 'discussion.read',
  summary: 'What a post said before, the newest first; for staff, and for all where the set-up says so',
  params: PostParams,
  response: z.object({
    items: z.array(
      z.object({
        revision: z.int(),
        title: z.string().nullable(),
        text: StoredRichText,
        files: PostFileViews,
        at: Timestamp,
      }),
    ),
  }),
} satisfies Endpoint;
