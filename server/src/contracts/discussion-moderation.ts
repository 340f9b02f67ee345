import { z } from 'zod';
import { type Endpoint, Id, Page, Timestamp } from './endpoint.ts';
import * as limits from './limits.ts';

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

/** That staff have hidden a post. The reason is for its author and for staff, as is the text. */
export const Hidden = z.object({ act: Id.nullable(), reason: z.string().nullable() });

const reason = z.string().trim().max(limits.REASON_MAX);
const PostNumber = z.int().min(1).max(1_000_000);

/** Of a command. */
export const ModerationCommand = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('pin'), threadId: Id, reason: reason.default('') }),
  z.object({ kind: z.literal('lock'), threadId: Id, reason: reason.default('') }),
  z.object({ kind: z.literal('close'), threadId: Id, until: Timestamp, reason: reason.default('') }),
  z.object({ kind: z.literal('hide'), threadId: Id, n: PostNumber, reason: reason.min(1) }),
]);
export type ModerationCommand = z.output<typeof ModerationCommand>;

/** What an act is and was, for staff. */
export const ModerationActView = z.object({
  id: Id,
  kind: z.enum(limits.MODERATION_KINDS),
  threadId: Id,
  /** Null: it was about the thread. */
  n: z.int().nullable(),
  title: z.string(),
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
    'Pins, locks or closes a thread, or hides a post with a reason, under a new id; again does nothing twice',
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
  summary: 'What staff have done to threads and posts, and what of it was taken back; the newest first',
  params: ActivityParams,
  query: Page,
  response: z.object({ items: z.array(ModerationActView), next: z.string().nullable() }),
} satisfies Endpoint;
