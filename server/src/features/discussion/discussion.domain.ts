import type { DiscussionSettings } from '../../contracts/discussion-settings.ts';
import type { ErrorCode } from '../../contracts/errors.ts';
import type { RichText } from '../../contracts/plain-text.ts';
import { type Answers, type Side, type Sides, sideFault } from './modes.domain.ts';
import { type Promised, isLooser, promiseTo } from '../../core/name-promise.ts';
import type { ReactionCounts } from './reactions.domain.ts';
import type { PostContent } from './drafts.domain.ts';
import { type PostFile, saysNothing } from './post-files.domain.ts';
import { POSTS_MAX } from './paths.domain.ts';
import type { Words } from './bitmaps.domain.ts';
import { isOpenToAuthor, isShut, knowsOf, type PostMark, type ThreadMarks } from './moderation.domain.ts';

/** A discussion as it is for one person: their own date stands where everybody's stood. */
export interface Discussion {
  readonly id: string;
  readonly courseId: string;
  readonly settings: DiscussionSettings;
  readonly state: 'draft' | 'published' | 'closed';
  readonly closesAt: Date | null;
}

/** Which post, in a discussion. */
export interface PostPlace {
  readonly threadId: string;
  readonly n: number;
}

export interface Thread extends Answers, ThreadMarks {
  readonly id: string;
  readonly activityId: string;
  readonly title: string;
  /** Ids of tags that staff offer or have offered. */
  readonly tags: readonly string[];
  /** The post that it asks everybody about. */
  readonly about: PostPlace | null;
  readonly authorId: string;
  /** What its author was promised, and is called where that hides them. */
  readonly promise: Promised;
  readonly alias: number | null;
  /** How often posts have come or gone, and when last: what stood in which order then does so no more. */
  readonly arranged: number;
  readonly arrangedAt: Date | null;
  /** The least that any of its posts lets be known, as `opennessOf` a promise. */
  readonly openness: number;
  /** Whose space it is in; null: everybody's. */
  readonly groupId: string | null;
  readonly startedAt: Date;
  readonly lastPostAt: Date;
  /** The highest number that a post of it has, as far as it is noted. */
  readonly lastNumber: number;
  /** The numbers of the posts that can be read. */
  readonly live: Words;
  /** The numbers of those that staff have hidden. */
  readonly hidden: Words;
  /** The numbers of those that staff have never approved, and that wait for it. */
  readonly held: Words;
  /** Whether its first post is one of these. */
  readonly unapproved: boolean;
  /** Whether nothing of it is left to read. */
  readonly gone: boolean;
  /** Which side the first post takes, and which posts take which. */
  readonly side: Side | null;
  readonly sides: Sides;
  /** Upvotes of its first post. */
  readonly votes: number;
  /** Counts what is decided about it. */
  readonly revision: number;
}

export interface Post extends PostMark {
  /** What it is called for good: where it was written. Staff may move it to another thread. */
  readonly id: string;
  /** Where it stands now, as are `n`, `path` and `replyTo`. */
  readonly threadId: string;
  readonly activityId: string;
  readonly n: number;
  readonly path: string;
  readonly replyTo: number | null;
  /** The id of what it was written in answer to, wherever both stand now; null: see `answeredIdOf`. */
  readonly answeredId: string | null;
  /** The act that has moved it here. */
  readonly movedBy: string | null;
  /** The space of its thread. */
  readonly groupId: string | null;
  readonly authorId: string;
  /** What its author was promised, and is called where that hides them. */
  readonly promise: Promised;
  readonly alias: number | null;
  /** Made by who wrote it, so that writing can be repeated. */
  readonly requestId: string;
  /** Of a thread's first post, which makes the thread; otherwise null. */
  readonly title: string | null;
  /** Of a thread's first post. */
  readonly tags: readonly string[];
  /** Of a thread's first post: the post that the thread asks everybody about. */
  readonly about: PostPlace | null;
  /** Of a debate. */
  readonly side: Side | null;
  readonly reactions: ReactionCounts;
  /** Null once it is deleted. */
  readonly text: RichText | null;
  /** What is attached to it. */
  readonly files: readonly PostFile[];
  /** Who is mentioned in it. */
  readonly mentions: readonly string[];
  readonly at: Date;
  readonly editedAt: Date | null;
  readonly revision: number;
  readonly deletedAt: Date | null;
  /** Whether staff have never approved it, where it had to wait for that: others see nothing of it. */
  readonly unapproved: boolean;
}

/** A post by what tells who wrote it. */
export type Signed = Pick<Post, 'authorId' | 'promise' | 'alias'>;

/** Whose posts somebody sees. */
export interface Audience {
  readonly memberId: string;
  readonly isStaff: boolean;
  /** Their own alone, as long as they have written none. */
  readonly isAlone: boolean;
  /** The groups whose spaces they enter, beside what is everybody's; null: all. */
  readonly groupIds: readonly string[] | null;
}

/** Of rules that look at everything before they decide what somebody may see of it. */
export const EVERYTHING: Audience = { memberId: '', isStaff: true, isAlone: false, groupIds: null };

/** Who acts, as far as rules need to know. */
export interface Participant {
  readonly memberId: string;
  readonly isStaff: boolean;
  /** Whether they have ever written something in the discussion; also what was deleted counts. */
  readonly hasPosted: boolean;
  /** The groups of the discussion's set that they are in now; null: there is no set, or they enter every space. */
  readonly groupIds: readonly string[] | null;
}

/** Whether somebody waits for their own first post to see what others write. */
export const awaitsFirstPost = (
  { settings }: Pick<Discussion, 'settings'>,
  { isStaff, hasPosted }: Pick<Participant, 'isStaff' | 'hasPosted'>,
): boolean => settings.mode === 'postFirst' && !isStaff && !hasPosted;

export const audienceOf = (discussion: Pick<Discussion, 'settings'>, who: Participant): Audience => ({
  memberId: who.memberId,
  isStaff: who.isStaff,
  isAlone: awaitsFirstPost(discussion, who),
  groupIds: who.groupIds,
});

/** Whether somebody may write: staff as long as it is not closed, learners also no longer than until its date. */
export function mayWrite(
  { state, closesAt }: Pick<Discussion, 'state' | 'closesAt'>,
  { isStaff }: Pick<Participant, 'isStaff'>,
  now: Date,
): boolean {
  if (isStaff) return state !== 'closed';
  return state === 'published' && (closesAt === null || now <= closesAt);
}

/** Whether somebody may write in a thread: staff also where they have locked it. */
export const mayWriteIn = (
  discussion: Pick<Discussion, 'state' | 'closesAt'>,
  who: Pick<Participant, 'isStaff'>,
  thread: ThreadMarks,
  now: Date,
): boolean => mayWrite(discussion, who, now) && (who.isStaff || !isShut(thread, now));

/** Whether somebody enters the space that something is in. */
const entersSpace = (
  { groupIds }: Pick<Participant, 'groupIds'>,
  { groupId }: Pick<Post, 'groupId'>,
): boolean => groupId === null || groupIds === null || groupIds.includes(groupId);

/** Whether a thread is there for somebody. */
const seesThread = (
  audience: Audience,
  { authorId, groupId }: Pick<Thread, 'authorId' | 'groupId'>,
): boolean => (!audience.isAlone || authorId === audience.memberId) && entersSpace(audience, { groupId });

type Refusal = {
  readonly type: 'refuse';
  readonly reason: Extract<
    ErrorCode,
    | 'DISCUSSION_CLOSED'
    | 'POST_EMPTY'
    | 'POST_DELETED'
    | 'POST_HIDDEN'
    | 'THREAD_LOCKED'
    | 'NOT_FOUND'
    | 'STALE_REVISION'
    | 'FORBIDDEN'
    | 'POST_SIDE_MISSING'
    | 'ANONYMITY_CHANGED'
  >;
};
const refuse = (reason: Refusal['reason']): Refusal => ({ type: 'refuse', reason });

interface Situation {
  readonly discussion: Pick<Discussion, 'settings' | 'state' | 'closesAt'>;
  readonly who: Participant;
}

export type WriteDecision = { readonly type: 'accept' } | Refusal;

/** Whether somebody was shown a promise that is kept. @param shown undefined: nothing to compare */
const breaksPromise = ({ discussion, who }: Situation, shown: Promised | undefined): boolean =>
  shown !== undefined && isLooser(promiseTo(discussion.settings.anonymity, who.isStaff), shown);

/** Whether a thread may be started. @param shown what its author was promised by the editor */
export function decideStart(situation: Situation, said: Said, now: Date, shown?: Promised): WriteDecision {
  const { discussion, who } = situation;
  if (!mayWrite(discussion, who, now)) return refuse('DISCUSSION_CLOSED');
  if (breaksPromise(situation, shown)) return refuse('ANONYMITY_CHANGED');
  return decideSaid(situation, said);
}

/** What a post says, and for which side of a debate. */
type Said = Pick<PostContent, 'text' | 'files' | 'side'>;

/** Whether what somebody says is whole. */
function decideSaid({ discussion, who }: Situation, { side, ...said }: Said): WriteDecision {
  if (saysNothing(said)) return refuse('POST_EMPTY');
  const fault = sideFault(discussion.settings.mode, who.isStaff, side);
  return fault ? refuse(fault) : { type: 'accept' };
}

/** Whether a post may be answered. */
export function decideReply(
  situation: Situation & {
    readonly thread:
      (Pick<Thread, 'authorId' | 'groupId' | 'lastNumber' | 'unapproved'> & ThreadMarks) | null;
    readonly answered: Pick<Post, 'authorId' | 'deletedAt' | 'hide' | 'unapproved'> | null;
  },
  said: Said,
  now: Date,
  shown?: Promised,
): WriteDecision {
  const { discussion, who, thread, answered } = situation;
  if (!thread || !answered || !seesThread(audienceOf(discussion, who), thread)) return refuse('NOT_FOUND');
  if (!knowsOf(thread, who) || !knowsOf(answered, who)) return refuse('NOT_FOUND');
  if (!mayWrite(discussion, who, now) || thread.lastNumber >= POSTS_MAX) return refuse('DISCUSSION_CLOSED');
  if (!mayWriteIn(discussion, who, thread, now)) return refuse('THREAD_LOCKED');
  if (answered.deletedAt) return refuse('POST_DELETED');
  if (answered.hide) return refuse('POST_HIDDEN');
  if (breaksPromise(situation, shown)) return refuse('ANONYMITY_CHANGED');
  return decideSaid({ discussion, who }, said);
}

/** What somebody wants to change, and where it is. */
interface Place {
  readonly thread: ThreadMarks | null;
  readonly post: Post | null;
}

export type ChangeDecision = { readonly type: 'accept' | 'unchanged' } | Refusal;

/** What is to stand in a post; of a first post also what its thread is called. */
export interface EditCommand {
  readonly text: RichText;
  readonly files?: readonly PostFile[];
  readonly title?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly expectedRevision: number;
}

/** Whether somebody may put another text in the place of a post's. */
export function decideEdit(
  { discussion, who, thread, post }: Situation & Place,
  { text, files = [], title, tags, expectedRevision }: EditCommand,
  now: Date,
): ChangeDecision {
  if (!post || !thread || !entersSpace(who, post) || !knowsOf(post, who)) return refuse('NOT_FOUND');
  if (post.authorId !== who.memberId) return refuse('FORBIDDEN');
  if (post.deletedAt) return refuse('POST_DELETED');
  if (!isOpenToAuthor(post)) return refuse('POST_HIDDEN');
  if (!mayWrite(discussion, who, now)) return refuse('DISCUSSION_CLOSED');
  if (!mayWriteIn(discussion, who, thread, now)) return refuse('THREAD_LOCKED');
  if (saysNothing({ text, files })) return refuse('POST_EMPTY');
  const wanted = [text, files, title ?? post.title, tags ?? post.tags];
  if (JSON.stringify([post.text, post.files, post.title, post.tags]) === JSON.stringify(wanted))
    return { type: 'unchanged' };
  return post.revision === expectedRevision ? { type: 'accept' } : refuse('STALE_REVISION');
}

/** Whether somebody may delete a post. */
export function decideDelete(
  { discussion, who, thread, post }: Situation & Place,
  now: Date,
): ChangeDecision {
  if (!post || !thread || !entersSpace(who, post) || !knowsOf(post, who)) return refuse('NOT_FOUND');
  if (post.authorId !== who.memberId) return refuse('FORBIDDEN');
  if (post.deletedAt) return { type: 'unchanged' };
  if (!mayWrite(discussion, who, now)) return refuse('DISCUSSION_CLOSED');
  return mayWriteIn(discussion, who, thread, now) ? { type: 'accept' } : refuse('THREAD_LOCKED');
}
