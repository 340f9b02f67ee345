import { z } from 'zod';
import { type Endpoint, Id } from './endpoint.ts';
import { SEARCH_MAX } from './limits.ts';

/** Who has written something, as all who see it know them. */
export const AuthorView = z.object({
  /** Null: not to be known, or not known to the course. */
  name: z.string().nullable(),
  /** What they are called in this discussion as long as the name is not to be known. */
  alias: z.int().nullable(),
  isStaff: z.boolean(),
  isOwn: z.boolean(),
});

/** Somebody who is mentioned in a post; the text names them by their id. */
export const MentionedView = z.object({ memberId: Id, name: z.string().nullable() });

/** People in the list of authors by whom threads are filtered. */
export const AUTHORS_MAX = 200;

export const ListThreadAuthors = {
  method: 'get',
  path: '/discussions/:activityId/authors',
  permission: 'discussion.read',
  summary: 'Who has started threads that the caller sees, of those whom the caller may know',
  params: z.object({ activityId: Id }),
  response: z.object({ items: z.array(MentionedView) }),
} satisfies Endpoint;

/** People whom a list offers while one types. */
export const MENTIONABLE_MAX = 8;

export const ListMentionable = {
  method: 'get',
  path: '/discussions/:activityId/people',
  permission: 'discussion.post',
  summary:
    'Who can be mentioned: people who read there, by the beginning of a name; nobody where names are hidden',
  params: z.object({ activityId: Id }),
  query: z.object({
    q: z.string().max(SEARCH_MAX).default(''),
    /** Where one replies. */
    thread: Id.optional(),
    /** Where one starts a thread, if there are groups. */
    group: z.union([Id, z.literal('all')]).optional(),
  }),
  response: z.object({ items: z.array(MentionedView) }),
} satisfies Endpoint;
