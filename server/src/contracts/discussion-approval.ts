import { z } from 'zod';
import { PostFileViews } from './discussion-files.ts';
import { AuthorView, MentionedView } from './discussion-people.ts';
import { type Endpoint, Id, Timestamp } from './endpoint.ts';
import { HELD_LISTED_MAX } from './moderation-limits.ts';
import { StoredRichText } from './rich-text.ts';

const ActivityParams = z.object({ activityId: Id });

/** A post that waits until staff approve it, for them. */
export const HeldPostView = z.object({
  threadId: Id,
  n: z.int(),
  /** Of its thread; of a first post what that is to be called. */
  title: z.string(),
  author: AuthorView,
  at: Timestamp,
  text: StoredRichText,
  mentions: z.array(MentionedView),
  files: PostFileViews,
  /** What is read: an approval that names it approves nothing else. */
  revision: z.int(),
  /** It was approved before, and was changed since. */
  isAgain: z.boolean(),
});
export type HeldPostView = z.output<typeof HeldPostView>;

export const ListHeldPosts = {
  method: 'get',
  path: '/discussions/:activityId/held',
  permission: 'discussion.moderate',
  summary: 'Posts that wait until staff approve them, the oldest first, and whose posts do',
  params: ActivityParams,
  response: z.object({
    items: z.array(HeldPostView),
    /** There are more than these. */
    goesOn: z.boolean(),
    /** The posts of all learners wait. */
    everybody: z.boolean(),
    people: z.array(MentionedView),
  }),
} satisfies Endpoint;

export const ApproveHeldPosts = {
  method: 'put',
  path: '/discussions/:activityId/held/approval/:batchId',
  permission: 'discussion.moderate',
  summary:
    'Approves posts that wait, each as it was read and by an act of its own, under a new id; what was changed since goes on waiting',
  params: ActivityParams.extend({ batchId: Id }),
  body: z.object({
    posts: z
      .array(z.object({ threadId: Id, n: z.int().min(1).max(1_000_000), revision: z.int().min(1) }))
      .min(1)
      .max(HELD_LISTED_MAX),
  }),
  response: z.object({ approved: z.int(), left: z.int() }),
} satisfies Endpoint;

export const HoldMember = {
  method: 'put',
  path: '/discussions/:activityId/participants/:memberId/approval',
  permission: 'discussion.moderate',
  summary:
    'Has posts of one learner wait until staff approve them, or no more; those that wait go on doing so',
  params: ActivityParams.extend({ memberId: Id }),
  body: z.object({ waits: z.boolean() }),
  response: z.object({ waits: z.boolean() }),
} satisfies Endpoint;
