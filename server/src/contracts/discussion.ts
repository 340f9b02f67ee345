import { z } from 'zod';
import { PostFileIds, PostFileViews, PromptFileViews } from './discussion-files.ts';
import { type Endpoint, Id, Page, Timestamp } from './endpoint.ts';
import { Hidden, ThreadStanding } from './discussion-moderation.ts';
import { AuthorView, MentionedView } from './discussion-people.ts';
import * as limits from './limits.ts';
import { richText, StoredRichText } from './rich-text.ts';

/** The number of a post in its thread; the first post is 1. */
const PostNumber = z.coerce.number().int().min(1).max(1_000_000);
/** Where a post stands in its thread: texts in this order are posts in reading order. */
const PostPath = z
  .string()
  .regex(/^[0-9a-z]{4}(?:\.[0-9a-z]{4})*$/)
  .max(100);
const DiscussionParams = z.object({ activityId: Id });
export const ThreadParams = DiscussionParams.extend({ threadId: Id });
export const PostParams = ThreadParams.extend({ n: PostNumber });

/** Which side of a debate a post takes. */
export const Side = z.enum(limits.SIDES);
const Balance = z.object({ pro: z.int(), contra: z.int() });
export const DiscussionAnonymity = z.enum(limits.DISCUSSION_ANONYMITY);

/** A discussion as whoever takes part sees it. */
export const DiscussionView = z.object({
  id: Id,
  title: z.string(),
  prompt: StoredRichText,
  promptFiles: PromptFileViews,
  mode: z.enum(limits.DISCUSSION_MODES),
  /** What whoever writes now is promised of their name. */
  promise: DiscussionAnonymity,
  /** The spaces that the caller may enter, staff all of them; null: the whole course discusses together. */
  spaces: z.array(z.object({ id: Id, name: z.string().nullable() })).nullable(),
  depth: z.int(),
  state: z.enum(['draft', 'published', 'closed']),
  /** Until when the caller writes; null: no date. */
  closesAt: Timestamp.nullable(),
  /** What others have written is shown after one's own first post, and there is none yet. */
  awaitsFirstPost: z.boolean(),
  /** Of a debate: posts of all threads, counted up to `SIDE_COUNT_MAX`; null where there are no sides. */
  balance: Balance.nullable(),
  hasMilestones: z.boolean(),
  /** What threads can be called by. */
  tags: z.array(z.object({ id: Id, name: z.string() })),
  /** Minutes that the caller waits between two posts in a thread; 0: none. */
  slowMinutes: z.int(),
  /** Whether what the caller writes waits until staff approve it; for staff alone, how many posts do. */
  waitsForApproval: z.boolean(),
  waiting: z.int().nullable(),
  /** Whether people can be mentioned: not where names are hidden. */
  mentions: z.boolean(),
  can: z.object({ post: z.boolean(), edit: z.boolean(), seeHistory: z.boolean() }),
});
export type DiscussionView = z.output<typeof DiscussionView>;

export const GetDiscussion = {
  method: 'get',
  path: '/discussions/:activityId',
  permission: 'discussion.read',
  summary: 'What is discussed, and what the caller may do there',
  params: DiscussionParams,
  response: DiscussionView,
} satisfies Endpoint;

/** A line of the list of threads. */
export const ThreadSummaryView = z.object({
  id: Id,
  /** Empty: hidden with its first post. */
  title: z.string(),
  author: AuthorView,
  /** Whose space it is in; null: everybody's. */
  groupId: Id.nullable(),
  startedAt: Timestamp,
  lastPostAt: Timestamp,
  tags: z.array(Id),
  isPinned: z.boolean(),
  isLocked: z.boolean(),
  posts: z.int(),
  unread: z.int(),
  /** Upvotes of its first post. */
  votes: z.int(),
  /** Of a question: whether an answer is accepted or endorsed; null where threads are no questions. */
  isAnswered: z.boolean().nullable(),
  /** Of a debate: the side that the thread begins with, and how many posts each has; null where there are none. */
  side: Side.nullable(),
  balance: Balance.nullable(),
});
export type ThreadSummaryView = z.output<typeof ThreadSummaryView>;

export const ThreadSort = z.enum(['activity', 'newest', 'oldest', 'votes']);
/** Some of these together, parted by commas. */
const ThreadFilter = z
  .string()
  .regex(/^(?:all|(?:unread|mine|followed|unanswered)(?:,(?:unread|mine|followed|unanswered))*)$/);

export const ListThreads = {
  method: 'get',
  path: '/discussions/:activityId/threads',
  permission: 'discussion.read',
  summary: 'The threads that the caller sees; a page may have fewer lines than asked for, or none, and go on',
  params: DiscussionParams,
  query: Page.extend({
    sort: ThreadSort.default('activity'),
    filter: ThreadFilter.default('all'),
    /** Those of one group alone. */
    group: Id.optional(),
    tag: Id.optional(),
    /** Those alone that this member has started under their name. */
    author: Id.optional(),
  }),
  response: z.object({ items: z.array(ThreadSummaryView), next: z.string().nullable() }),
} satisfies Endpoint;

export const PostView = z.object({
  n: z.int(),
  path: PostPath,
  depth: z.int(),
  /** The number of the post it answers, which stands elsewhere where replies are nested no deeper; null: the first. */
  replyTo: z.int().nullable(),
  author: AuthorView,
  at: Timestamp,
  editedAt: Timestamp.nullable(),
  revision: z.int(),
  /** Null: it is deleted, and stands there for the replies to it; or it is hidden from the caller. */
  text: StoredRichText.nullable(),
  files: PostFileViews,
  hidden: Hidden.nullable(),
  /** It waits until staff approve it: its author and staff alone see it. */
  isWaiting: z.boolean(),
  mentions: z.array(MentionedView),
  isUnread: z.boolean(),
  side: Side.nullable(),
  /** Whether it answers the thread's question: the asker may accept it, and staff endorse no other post there. */
  isAnswer: z.boolean(),
  isAccepted: z.boolean(),
  isEndorsed: z.boolean(),
  /** How often each was given; nobody is told by whom. */
  reactions: z.array(z.object({ kind: z.enum(limits.REACTIONS), count: z.int(), isOwn: z.boolean() })),
  can: z.object({
    react: z.boolean(),
    reply: z.boolean(),
    edit: z.boolean(),
    delete: z.boolean(),
    accept: z.boolean(),
    endorse: z.boolean(),
    hide: z.boolean(),
    approve: z.boolean(),
    report: z.boolean(),
  }),
});
export type PostView = z.output<typeof PostView>;

/** Which post, in a discussion. */
const PostPlace = z.object({ threadId: Id, n: z.int().min(1).max(1_000_000) });

export const ThreadFacts = {
  title: z.string(),
  standing: ThreadStanding,
  unread: z.int(),
  posts: z.int(),
  isAnswered: z.boolean().nullable(),
  balance: Balance.nullable(),
  /** The highest number of a post, and when this was read: what to ask for changes since with. */
  last: z.int(),
  asOf: Timestamp,
};

export const ThreadView = z.object({
  id: Id,
  /** Whose space it is in; null: everybody's. */
  groupId: Id.nullable(),
  ...ThreadFacts,
  items: z.array(PostView),
  /** What to ask for the posts after and before these with; null where there are none. */
  next: PostPath.nullable(),
  previous: PostPath.nullable(),
  isFollowed: z.boolean(),
  tags: z.array(Id),
  /** The post that staff ask everybody about here; null: it stands by itself. */
  about: PostPlace.nullable(),
  can: z.object({
    reply: z.boolean(),
    seeHistory: z.boolean(),
    moderate: z.boolean(),
    facilitate: z.boolean(),
  }),
});
export type ThreadView = z.output<typeof ThreadView>;

export const GetThread = {
  method: 'get',
  path: '/discussions/:activityId/threads/:threadId',
  permission: 'discussion.read',
  summary:
    'Posts of a thread in reading order: from its beginning, around a post, or after or before a place',
  params: ThreadParams,
  query: z.object({
    post: PostNumber.optional(),
    after: PostPath.optional(),
    before: PostPath.optional(),
    limit: z.coerce.number().int().min(1).max(limits.PAGE_SIZE_MAX).default(limits.POSTS_PER_PAGE),
  }),
  response: ThreadView,
} satisfies Endpoint;

export const FindUnread = {
  method: 'get',
  path: '/discussions/:activityId/threads/:threadId/unread',
  permission: 'discussion.read',
  summary:
    'The next post in reading order that the caller has not read, from the beginning again after the end',
  params: ThreadParams,
  query: z.object({ after: PostPath.optional() }),
  response: z.object({ n: z.int().nullable() }),
} satisfies Endpoint;

/** Of a text of a post, as it comes in. */
export const PostText = richText({ max: limits.POST_TEXT_MAX, mentions: true, images: true });
const Title = z.string().trim().min(1).max(limits.TITLE_MAX);
/** The revision of the draft that is sent; 0 without one. */
export const draftRevision = z.int().min(0);
/** What the writer was shown: refused where less holds by then. Left out: not compared. */
const promise = DiscussionAnonymity.optional();
/** In whose space: a group's, or (staff) a thread in each of them. Left out where there is but one. */
const group = z.union([Id, z.literal('all')]).optional();

/** Of a thread; what staff do not offer any more is left out. */
export const Tags = z.array(Id).max(limits.THREAD_TAGS_MAX);

export const StartThread = {
  method: 'put',
  path: '/discussions/:activityId/threads/:threadId',
  permission: 'discussion.post',
  summary:
    'Starts a thread under a new id; repeating it starts nothing twice. What is refused is kept as the draft',
  params: ThreadParams,
  body: z.object({
    title: Title,
    text: PostText,
    files: PostFileIds,
    side: Side.nullable().default(null),
    draftRevision,
    promise,
    group,
    /** Staff ask everybody about a post; it goes into the space where that is. */
    about: PostPlace.nullable().default(null),
    tags: Tags.default([]),
  }),
  response: z.object({ threadId: Id, n: z.int() }),
} satisfies Endpoint;

export const WriteReply = {
  method: 'post',
  path: '/discussions/:activityId/threads/:threadId/posts',
  permission: 'discussion.post',
  summary: 'Replies to a post; what is refused is kept as the draft',
  params: ThreadParams,
  body: z.object({
    /** Made by the client: the same one again writes nothing twice. */
    id: Id,
    replyTo: z.int().min(1),
    text: PostText,
    files: PostFileIds,
    /** Of a debate: learners take one. */
    side: Side.nullable().default(null),
    draftRevision,
    promise,
  }),
  /** Where it stands: staff may have moved what it answers. */
  response: z.object({ threadId: Id, n: z.int() }),
} satisfies Endpoint;

export const EditPost = {
  method: 'put',
  path: '/discussions/:activityId/threads/:threadId/posts/:n',
  permission: 'discussion.post',
  summary: 'Changes one’s own post, and with a first one what its thread is called; what it was is kept',
  params: PostParams,
  body: z.object({
    text: PostText,
    files: PostFileIds,
    /** Of a thread’s first post alone; left out, they stay as they are. */
    title: Title.optional(),
    tags: Tags.optional(),
    expectedRevision: z.int().min(1),
    draftRevision,
  }),
  response: z.object({ n: z.int(), revision: z.int() }),
} satisfies Endpoint;

export const DeletePost = {
  method: 'delete',
  path: '/discussions/:activityId/threads/:threadId/posts/:n',
  permission: 'discussion.post',
  summary: 'Deletes one’s own post; where replies hang, its place stays',
  params: PostParams,
  response: z.object({ n: z.int() }),
} satisfies Endpoint;
