import { z } from 'zod';
import { draftRevision, PostText, Side, Tags } from './discussion.ts';
import { PostFileIds } from './discussion-files.ts';
import { MentionedView } from './discussion-people.ts';
import { type Endpoint, Id, Timestamp } from './endpoint.ts';
import { AttachedFileView } from './files.ts';
import * as limits from './limits.ts';
import { StoredRichText } from './rich-text.ts';

/** What is written: a new thread, a reply to a post, or a post anew. */
const DraftTarget = z.string().regex(/^(?:new|[0-9a-f]{32}-[1-9]\d{0,6}(?:-edit)?)$/);
const DraftParams = z.object({ activityId: Id, target: DraftTarget });

export const PostDraftView = z.object({
  title: z.string(),
  text: StoredRichText,
  files: z.array(AttachedFileView),
  mentions: z.array(MentionedView),
  side: Side.nullable(),
  /** Of a new thread: the tags that were chosen. */
  tags: Tags,
  /** 0: nothing was ever saved. */
  revision: z.int(),
  savedAt: Timestamp.nullable(),
});
export type PostDraftView = z.output<typeof PostDraftView>;

export const GetPostDraft = {
  method: 'get',
  path: '/discussions/:activityId/drafts/:target',
  permission: 'discussion.post',
  summary: 'What the caller has typed and not posted',
  params: DraftParams,
  response: PostDraftView,
} satisfies Endpoint;

export const SavePostDraft = {
  method: 'put',
  path: '/discussions/:activityId/drafts/:target',
  permission: 'discussion.post',
  summary: 'Keeps what is typed, for its writer alone',
  params: DraftParams,
  body: z.object({
    title: z.string().max(limits.TITLE_MAX),
    text: PostText,
    files: PostFileIds,
    side: Side.nullable().default(null),
    tags: Tags.default([]),
    expectedRevision: draftRevision,
  }),
  response: z.object({ revision: z.int(), savedAt: Timestamp }),
} satisfies Endpoint;
