import { z } from 'zod';
import { type Endpoint, Id, Page, Timestamp } from './endpoint.ts';
import * as limits from './limits.ts';
import { MODERATION_KINDS } from './moderation-limits.ts';

const ActivityParams = z.object({ activityId: Id });

/** What staff have done to something: the act that takes it back is that one's undoing. */
const Standing = z.object({
  /** For staff alone. */
  act: Id.nullable(),
  until: Timestamp.nullable(),
});

/** What staff have made of a thread. */
export const ThreadStanding = z.object({
  pin: Standing.nullable(),
  lock: Standing.nullable(),
  /** From its `until` on nobody but staff writes in it. */
  close: Standing.nullable(),
});
export type ThreadStanding = z.output<typeof ThreadStanding>;

/** That staff have hidden a post, or refused it. The reason is for its author and for staff, as is the text. */
export const Hidden = z.object({
  act: Id.nullable(),
  reason: z.string().nullable(),
  /** It was never approved. */
  isRefused: z.boolean(),
});

const reason = z.string().trim().max(limits.REASON_MAX);
const ThreadTitle = z.string().trim().min(1).max(limits.TITLE_MAX);
const PostNumber = z.int().min(1).max(1_000_000);

/** Of a command. */
export const ModerationCommand = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('pin'), threadId: Id, reason: reason.default('') }),
  z.object({ kind: z.literal('lock'), threadId: Id, reason: reason.default('') }),
  z.object({ kind: z.literal('close'), threadId: Id, until: Timestamp, reason: reason.default('') }),
  z.object({ kind: z.literal('hide'), threadId: Id, n: PostNumber, reason: reason.min(1) }),
  /** Of a post that waits for it. */
  z.object({
    kind: z.literal('approve'),
    threadId: Id,
    n: PostNumber,
    /** What staff have read of it; what was changed since goes on waiting. */
    revision: z.int().min(1).optional(),
    reason: reason.default(''),
  }),
  z.object({ kind: z.literal('refuse'), threadId: Id, n: PostNumber, reason: reason.min(1) }),
  /** A post and all that answers it become a thread, whose id is the act's. */
  z.object({
    kind: z.literal('split'),
    threadId: Id,
    n: PostNumber.min(2),
    title: ThreadTitle,
    reason: reason.default(''),
  }),
  /** They go below the first post of another thread. */
  z.object({
    kind: z.literal('move'),
    threadId: Id,
    n: PostNumber.min(2),
    to: Id,
    reason: reason.default(''),
  }),
  /** All of a thread goes there. */
  z.object({ kind: z.literal('merge'), threadId: Id, to: Id, reason: reason.default('') }),
]);
export type ModerationCommand = z.output<typeof ModerationCommand>;

/** What an act is and was, for staff. */
export const ModerationActView = z.object({
  id: Id,
  kind: z.enum(MODERATION_KINDS),
  /** Null: it was about a person. */
  threadId: Id.nullable(),
  /** Null: it was about the thread. */
  n: z.int().nullable(),
  title: z.string(),
  /** Whose posts wait, or do no more; null: it was about none. */
  member: z.object({ name: z.string().nullable() }).nullable(),
  /** Where posts have gone, and how many are still on their way; null: none are. */
  move: z.object({ to: Id, title: z.string(), left: z.int().nullable() }).nullable(),
  reason: z.string(),
  until: Timestamp.nullable(),
  byName: z.string().nullable(),
  at: Timestamp,
  undone: z.object({ byName: z.string().nullable(), at: Timestamp }).nullable(),
});
export type ModerationActView = z.output<typeof ModerationActView>;

export const ModerateDiscussion = {
  method: 'put',
  path: '/discussions/:activityId/moderation/:actId',
  permission: 'discussion.moderate',
  summary:
    'Pins, locks or closes a thread, hides, approves or refuses a post, or moves posts, under a new id; again does nothing twice',
  params: ActivityParams.extend({ actId: Id }),
  body: ModerationCommand,
  /** The act that holds: an earlier one where it was so already. */
  response: z.object({ actId: Id }),
} satisfies Endpoint;

export const UndoModeration = {
  method: 'post',
  path: '/discussions/:activityId/moderation/:actId/undo',
  permission: 'discussion.moderate',
  summary: 'Takes an act back: what it was about is as it was before',
  params: ActivityParams.extend({ actId: Id }),
  response: z.object({ actId: Id }),
} satisfies Endpoint;

export const ListModeration = {
  method: 'get',
  path: '/discussions/:activityId/moderation',
  permission: 'discussion.moderate',
  summary:
    'What staff have done to threads and posts, and whose posts wait for them, and what of it was taken back; the newest first',
  params: ActivityParams,
  query: Page,
  response: z.object({ items: z.array(ModerationActView), next: z.string().nullable() }),
} satisfies Endpoint;
