import { z } from 'zod';
import { type Endpoint, Id, Timestamp } from './endpoint.ts';
import { PAGE_COMMENT_MAX, PASSAGE_QUOTE_MAX } from './page-limits.ts';

/** Somebody of the group, or who was in it. */
const Person = z.object({ name: z.string().nullable(), isOwn: z.boolean() });

/** A place in the text that stays where it is while others write: a Yjs relative position, in base64. */
const Position = z.string().regex(/^[\w+/]{1,200}={0,2}$/);
/** From the first to the last sign of what a comment is on. The words are kept: where they are gone, one knows what was meant. */
const Passage = z.object({ from: Position, to: Position, quote: z.string().min(1).max(PASSAGE_QUOTE_MAX) });
export type Passage = z.output<typeof Passage>;

const CommentText = z.string().trim().min(1).max(PAGE_COMMENT_MAX);

export const PageCommentView = z.object({
  commentId: Id,
  passage: Passage,
  by: Person,
  at: Timestamp,
  /** Null: whoever said it took it back, and there are replies. */
  text: z.string().nullable(),
  /** Null: it reads as it was first said. */
  changedAt: Timestamp.nullable(),
  replies: z.array(
    z.object({ replyId: Id, by: Person, at: Timestamp, text: z.string(), changedAt: Timestamp.nullable() }),
  ),
  /** Null: it is open. */
  resolved: z.object({ by: Person, at: Timestamp }).nullable(),
});
export type PageCommentView = z.output<typeof PageCommentView>;

const OfPage = z.object({ activityId: Id, groupId: Id, pageId: Id });
const OfComment = OfPage.extend({ commentId: Id });

export const ListPageComments = {
  method: 'get',
  path: '/group-work/:activityId/groups/:groupId/pages/:pageId/comments',
  permission: 'groupWork.read',
  summary: 'The comments on a page, the oldest first: to the group and to staff',
  params: OfPage,
  response: z.object({ items: z.array(PageCommentView), can: z.object({ write: z.boolean() }) }),
} satisfies Endpoint;

export const AddPageComment = {
  method: 'put',
  path: '/group-work/:activityId/groups/:groupId/pages/:pageId/comments/:commentId',
  permission: 'groupWork.write',
  summary: 'Comments on a passage of a page; repeating the call changes nothing',
  params: OfComment,
  body: z.object({ passage: Passage, text: CommentText }),
  response: PageCommentView,
} satisfies Endpoint;

export const ReplyToPageComment = {
  method: 'put',
  path: '/group-work/:activityId/groups/:groupId/pages/:pageId/comments/:commentId/replies/:replyId',
  permission: 'groupWork.write',
  summary: 'Replies to a comment; repeating the call changes nothing',
  params: OfComment.extend({ replyId: Id }),
  body: z.object({ text: CommentText }),
  response: PageCommentView,
} satisfies Endpoint;

export const ChangePageComment = {
  method: 'put',
  path: '/group-work/:activityId/groups/:groupId/pages/:pageId/comments/:commentId/text',
  permission: 'groupWork.write',
  summary: 'Says a comment or reply of one’s own in other words, or takes it back',
  params: OfComment,
  body: z.object({
    /** Null: the comment itself. */
    replyId: Id.nullable(),
    /** Null: it is taken back. */
    text: CommentText.nullable(),
  }),
  response: PageCommentView,
} satisfies Endpoint;

export const ResolvePageComment = {
  method: 'put',
  path: '/group-work/:activityId/groups/:groupId/pages/:pageId/comments/:commentId/resolved',
  permission: 'groupWork.write',
  summary: 'Says that a comment is dealt with, or opens it again',
  params: OfComment,
  body: z.object({ resolved: z.boolean() }),
  response: PageCommentView,
} satisfies Endpoint;
