import { z } from 'zod';
import { AuthorView } from './discussion-people.ts';
import { type Endpoint, Id, Timestamp } from './endpoint.ts';
import { PAGE_SIZE_MAX, SEARCH_MAX } from './limits.ts';

/** A text with the places that were found in it: from one character to before another. */
const Found = z.object({ text: z.string(), marks: z.array(z.tuple([z.int(), z.int()])) });

export const SearchPosts = {
  method: 'get',
  path: '/discussions/:activityId/search',
  permission: 'discussion.read',
  summary: 'Posts that hold all these words, the last one also as the beginning of a word',
  params: z.object({ activityId: Id }),
  query: z.object({
    q: z.string().max(SEARCH_MAX).default(''),
    /** The last post of the page before. */
    after: z.string().max(60).optional(),
    limit: z.coerce.number().int().min(1).max(PAGE_SIZE_MAX).default(20),
  }),
  response: z.object({
    items: z.array(
      z.object({
        threadId: Id,
        n: z.int(),
        title: Found,
        excerpt: Found,
        author: AuthorView,
        at: Timestamp,
      }),
    ),
    next: z.string().nullable(),
  }),
} satisfies Endpoint;
