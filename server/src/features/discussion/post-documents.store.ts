import { Schema } from 'mongoose';
import type { Eventful } from '../../platform/database/collection.ts';
import type { Post, PostPlace } from './discussion.domain.ts';
import type { PostVersion } from './written-posts.domain.ts';

export type PostDocument = Omit<Post, 'id'> &
  Eventful & {
    _id: string;
    courseId: string;
    terms: string[];
    words?: number;
    fileIds?: string[];
    changedAt?: Date;
  };
export type VersionDocument = PostVersion & { _id: string; courseId: string; fileIds?: string[] };

const required = { type: String, required: true };
const number = { type: Number, required: true };
const date = { type: Date, required: true };
const optional = { type: String, default: null } as never;
const mixed = { type: Schema.Types.Mixed, default: null } as never;
const CHANGED = { partialFilterExpression: { changedAt: { $exists: true } } };
const WITH_FILES = { partialFilterExpression: { fileIds: { $exists: true } } };
const WAITING = { partialFilterExpression: { 'hide.waits': true } };
const options = { versionKey: false, minimize: false, strict: 'throw' } as const;

export const postSchema = new Schema<PostDocument>(
  {
    _id: required,
    courseId: required,
    activityId: required,
    threadId: required,
    n: number,
    path: required,
    replyTo: { type: Number, default: null } as never,
    answeredId: optional,
    movedBy: optional,
    groupId: optional,
    authorId: required,
    promise: required,
    alias: { type: Number, default: null } as never,
    requestId: required,
    title: optional,
    tags: { type: [String] as never, default: [] },
    about: mixed,
    side: optional,
    reactions: mixed,
    terms: { type: [String] as never, required: true },
    /** How many of the text's words are its writer's own; what was written before they were counted has none. */
    words: Number,
    text: mixed,
    files: { type: [Schema.Types.Mixed] as never, default: [] },
    /** Attached or shown in the text; what has none may have no such field. */
    fileIds: { type: [String] as never, default: undefined },
    mentions: { type: [String] as never, default: [] },
    at: date,
    editedAt: { type: Date, default: null } as never,
    revision: number,
    deletedAt: { type: Date, default: null } as never,
    hide: mixed,
    unapproved: Boolean as never,
    /** Set once it is not as it was written any more. */
    changedAt: Date,
    events: { type: [Schema.Types.Mixed] as never, required: true },
    eventsSince: Date,
  },
  options,
)
  .index({ courseId: 1, threadId: 1, path: 1 })
  // For search: what other discussions of the course say is not looked at.
  .index({ courseId: 1, activityId: 1, terms: 1, _id: 1 })
  .index({ courseId: 1, threadId: 1, replyTo: 1, 'reactions.upvote': -1, n: 1 })
  .index({ courseId: 1, threadId: 1, n: 1 })
  .index({ courseId: 1, threadId: 1, changedAt: 1 }, CHANGED)
  .index({ courseId: 1, activityId: 1, fileIds: 1 }, WITH_FILES)
  // What waits until staff approve it, the oldest first.
  .index({ courseId: 1, activityId: 1, 'hide.waits': 1, at: 1, _id: 1 }, WAITING)
  .index({ courseId: 1, activityId: 1, authorId: 1, threadId: 1 })
  // Posts of a side of a debate, to be counted.
  .index({ courseId: 1, activityId: 1, side: 1, deletedAt: 1 })
  // Written once, however often it was sent.
  .index({ courseId: 1, requestId: 1 }, { unique: true });

export const versionSchema = new Schema<VersionDocument>(
  {
    _id: required,
    courseId: required,
    threadId: required,
    n: number,
    revision: number,
    title: optional,
    text: { type: Schema.Types.Mixed, required: true } as never,
    files: { type: [Schema.Types.Mixed] as never, default: [] },
    fileIds: { type: [String] as never, default: undefined },
    at: date,
  },
  options,
)
  .index({ courseId: 1, threadId: 1, n: 1, revision: -1 })
  .index({ courseId: 1, fileIds: 1 }, WITH_FILES);

export const postIdOf = (threadId: string, n: number): string => `${threadId}/${n}`;

/** Of a post that has begun a thread and was moved below another: it was written in answer to nothing. */
export const NOTHING = '';

/** The id of what a post was written in answer to: what was written before ids were kept stands where it was written. */
export function answeredIdOf({
  threadId,
  replyTo,
  answeredId,
}: Pick<Post, 'threadId' | 'replyTo' | 'answeredId'>): string | null {
  if (answeredId !== null) return answeredId === NOTHING ? null : answeredId;
  return replyTo === null ? null : postIdOf(threadId, replyTo);
}

/** Where a post was written, as its id says. */
export function placeIn(postId: string): PostPlace {
  const end = postId.lastIndexOf('/');
  return { threadId: postId.slice(0, end), n: Number(postId.slice(end + 1)) };
}

const NO_REACTIONS = { upvote: 0, thanks: 0, insightful: 0 };

/** What was written before there were sides, mentions and reactions has none. */
export const toPost = (found: PostDocument): Post => ({
  id: found._id,
  threadId: found.threadId,
  activityId: found.activityId,
  n: found.n,
  path: found.path,
  replyTo: found.replyTo,
  answeredId: found.answeredId ?? null,
  movedBy: found.movedBy ?? null,
  groupId: found.groupId,
  authorId: found.authorId,
  promise: found.promise,
  alias: found.alias,
  requestId: found.requestId,
  title: found.title,
  tags: found.tags ?? [],
  about: found.about ?? null,
  side: found.side ?? null,
  reactions: { ...NO_REACTIONS, ...found.reactions },
  text: found.text,
  files: found.files ?? [],
  mentions: found.mentions ?? [],
  at: found.at,
  editedAt: found.editedAt,
  revision: found.revision,
  deletedAt: found.deletedAt,
  hide: found.hide ?? null,
  unapproved: found.unapproved ?? false,
});
