import type { HOLD_KINDS, MARK_KINDS, MODERATION_KINDS } from '../../contracts/moderation-limits.ts';
import { PINNED_MAX } from '../../contracts/moderation-limits.ts';
import type { ErrorCode } from '../../contracts/errors.ts';
import type { MoveWork } from './move-work.domain.ts';
import { hasNumber, type Words } from './bitmaps.domain.ts';

/** What staff do to threads and posts (spec/discussion.md, 7). The field that an act changes is named as the act is; what is done about a post is in `hide`. */
export type MarkKind = (typeof MARK_KINDS)[number];
/** How they move posts: to a thread of their own, to another thread, or all of a thread to another. */
export type MoveKind = Exclude<(typeof MODERATION_KINDS)[number], MarkKind | HoldKind>;
/** Whether posts of a person wait for them from then on, or no more. */
type HoldKind = (typeof HOLD_KINDS)[number];

/** What an act leaves where it was done. */
export interface ModerationMark {
  /** The act's id: it is undone as long as this stands here. */
  readonly act: string;
  readonly at: Date;
  readonly until: Date | null;
  readonly reason: string;
  /** Nobody has done it: it waits until staff approve it. */
  readonly waits?: true;
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
  readonly kind: MarkKind | MoveKind | HoldKind;
  /** Null: it is about a person. */
  readonly threadId: string | null;
  /** The post; null: the thread. */
  readonly n: number | null;
  /** Whose posts wait, or do no more; null: it is about a thread or a post. */
  readonly memberId: string | null;
  readonly before: ModerationMark | null;
  readonly after: ModerationMark;
  readonly by: string;
  readonly at: Date;
  readonly undone: { readonly by: string; readonly at: Date } | null;
  /** How far posts are moved, and moved back. */
  readonly work: MoveWork | null;
  readonly back: MoveWork | null;
}

/** An act that leaves a mark. */
export type MarkAct = ModerationAct & { readonly kind: MarkKind; readonly threadId: string };
/** An act about a person. */
export type HoldAct = ModerationAct & { readonly kind: HoldKind; readonly memberId: string };

export const isMarkAct = (act: ModerationAct): act is MarkAct => act.work === null && act.memberId === null;
export const isHoldAct = (act: ModerationAct): act is HoldAct => act.memberId !== null;

/** An act with what its thread is called. */
export interface ListedAct extends ModerationAct {
  readonly title: string;
  /** What the thread is called that posts have gone to. */
  readonly toTitle: string;
}

/** What staff want done. */
export interface ModerationCommand {
  readonly kind: MarkKind;
  readonly threadId: string;
  readonly n: number | null;
  readonly until: Date | null;
  readonly reason: string;
  /** What staff have read of the post; left out: whatever it says. */
  readonly revision?: number | undefined;
}

const ABOUT_POSTS: ReadonlySet<unknown> = new Set<MarkKind>(['hide', 'approve', 'refuse']);

/** Whether acts of a kind change what is done about a post. */
export const isAboutPost = (kind: unknown): boolean => ABOUT_POSTS.has(kind);

/** What stands in the place of an act's target after it: an approval leaves nothing. */
export const markAfter = ({ kind, after }: Pick<ModerationAct, 'kind' | 'after'>): ModerationMark | null =>
  kind === 'approve' ? null : after;

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

/** Whether somebody learns of a post at all: what was never approved is there for its author and for staff alone. */
export const knowsOf = (
  { unapproved, authorId }: { readonly unapproved: boolean; readonly authorId: string },
  { isStaff, memberId }: Reader,
): boolean => !unapproved || isStaff || authorId === memberId;

/** Whether its author may still change a post: not what staff have hidden. */
export const isOpenToAuthor = ({ hide }: PostMark): boolean => hide === null || hide.waits === true;

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
      readonly reason: Extract<
        ErrorCode,
        'NOT_FOUND' | 'POST_DELETED' | 'PINNED_TOO_MANY' | 'STALE_REVISION'
      >;
    };

/**
 * What doing something comes to.
 *
 * @param pinned how many threads of the discussion are pinned
 */
export function decideModeration(
  { kind, n, until, reason, revision }: ModerationCommand,
  thread: ThreadMarks | null,
  post: (PostMark & { readonly deletedAt: Date | null; readonly revision: number }) | null,
  pinned: number,
): ModerationDecision {
  const isOfPost = isAboutPost(kind);
  const target = isOfPost ? post : thread;
  if (!target || (n === null) === isOfPost) return { type: 'refuse', reason: 'NOT_FOUND' };
  if (isOfPost && post?.deletedAt) return { type: 'refuse', reason: 'POST_DELETED' };
  if (kind === 'approve' || kind === 'refuse') {
    // Somebody else was faster, or its author has changed what was read.
    if (!post?.hide?.waits || (revision !== undefined && post.revision !== revision))
      return { type: 'refuse', reason: 'STALE_REVISION' };
    return { type: 'act', before: post.hide };
  }
  const before = (kind === 'hide' ? post?.hide : thread?.[kind]) ?? null;
  const isSame =
    before?.until?.getTime() === until?.getTime() && (kind !== 'hide' || before?.reason === reason);
  if (before && isSame) return { type: 'unchanged', act: before.act };
  if (kind === 'pin' && pinned >= PINNED_MAX) return { type: 'refuse', reason: 'PINNED_TOO_MANY' };
  return { type: 'act', before };
}
