import type { MODERATION_KINDS } from '../../contracts/limits.ts';
import { PINNED_MAX } from '../../contracts/limits.ts';
import type { ErrorCode } from '../../contracts/errors.ts';
import { hasNumber, type Words } from './bitmaps.domain.ts';

/** What staff do to threads and posts (spec/discussion.md, 7). The field that an act changes is named as the act is. */
export type ModerationKind = (typeof MODERATION_KINDS)[number];

/** What an act leaves where it was done. */
export interface ModerationMark {
  /** The act's id: it is undone as long as this stands here. */
  readonly act: string;
  readonly at: Date;
  readonly until: Date | null;
  readonly reason: string;
}

/** What is done about a thread. */
export interface ThreadMarks {
  readonly pin: ModerationMark | null;
  readonly lock: ModerationMark | null;
  readonly close: ModerationMark | null;
}

/** What is done about a post. */
export interface PostMark {
  readonly hide: ModerationMark | null;
}

/** One act with its inverse: what stood in its place before. */
export interface ModerationAct {
  readonly id: string;
  readonly activityId: string;
  readonly kind: ModerationKind;
  readonly threadId: string;
  /** The post; null: the thread. */
  readonly n: number | null;
  readonly before: ModerationMark | null;
  readonly after: ModerationMark;
  readonly by: string;
  readonly at: Date;
  readonly undone: { readonly by: string; readonly at: Date } | null;
}

/** An act with what its thread is called. */
export interface ListedAct extends ModerationAct {
  readonly title: string;
}

/** What staff want done. */
export interface ModerationCommand {
  readonly kind: ModerationKind;
  readonly threadId: string;
  readonly n: number | null;
  readonly until: Date | null;
  readonly reason: string;
}

/** Whether nobody but staff writes in a thread. */
export const isShut = ({ lock, close }: ThreadMarks, now: Date): boolean =>
  lock !== null || (close !== null && close.until !== null && close.until <= now);

interface Reader {
  readonly isStaff: boolean;
  readonly memberId: string;
}

/** Whether somebody sees what a post says: a hidden one is seen by its author and by staff (spec/discussion.md, 7). */
export const maySee = (
  { hide, authorId }: PostMark & { readonly authorId: string },
  { isStaff, memberId }: Reader,
): boolean => hide === null || isStaff || authorId === memberId;

/** A thread by what tells who may know its title. */
export interface TitledThread {
  readonly title: string;
  readonly authorId: string;
  /** The numbers of its hidden posts. */
  readonly hidden: Words;
}

/** What a thread is called for somebody: what its first post says is hidden with that. @returns empty: not to be told */
export const titleFor = ({ title, hidden, authorId }: TitledThread, { isStaff, memberId }: Reader): string =>
  isStaff || authorId === memberId || !hasNumber(hidden, 1) ? title : '';

type ModerationDecision =
  | { readonly type: 'act'; readonly before: ModerationMark | null }
  /** It is so already, by this act. */
  | { readonly type: 'unchanged'; readonly act: string }
  | {
      readonly type: 'refuse';
      readonly reason: Extract<ErrorCode, 'NOT_FOUND' | 'POST_DELETED' | 'PINNED_TOO_MANY'>;
    };

/**
 * What doing something comes to.
 *
 * @param pinned how many threads of the discussion are pinned
 */
export function decideModeration(
  { kind, n, until, reason }: ModerationCommand,
  thread: ThreadMarks | null,
  post: (PostMark & { readonly deletedAt: Date | null }) | null,
  pinned: number,
): ModerationDecision {
  const target = kind === 'hide' ? post : thread;
  if (!target || (n === null) === (kind === 'hide')) return { type: 'refuse', reason: 'NOT_FOUND' };
  if (kind === 'hide' && post?.deletedAt) return { type: 'refuse', reason: 'POST_DELETED' };
  const before = (kind === 'hide' ? post?.hide : thread?.[kind]) ?? null;
  const isSame =
    before?.until?.getTime() === until?.getTime() && (kind !== 'hide' || before?.reason === reason);
  if (before && isSame) return { type: 'unchanged', act: before.act };
  if (kind === 'pin' && pinned >= PINNED_MAX) return { type: 'refuse', reason: 'PINNED_TOO_MANY' };
  return { type: 'act', before };
}
