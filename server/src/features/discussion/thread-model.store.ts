import { Schema } from 'mongoose';
import type { Eventful } from '../../platform/database/collection.ts';
import type { Post, Thread } from './discussion.domain.ts';

export type ThreadDocument = Omit<Thread, 'id'> &
  Eventful & { _id: string; courseId: string; arrangedBy?: string | null };

const required = { type: String, required: true };
const date = { type: Date, required: true };
const words = { type: Schema.Types.Mixed, required: true } as never;
const mark = { type: Schema.Types.Mixed, default: null } as never;
const options = { versionKey: false, minimize: false, strict: 'throw' } as const;

export const threadSchema = new Schema<ThreadDocument>(
  {
    _id: required,
    courseId: required,
    activityId: required,
    title: required,
    tags: { type: [String] as never, default: [] },
    about: mark,
    authorId: required,
    promise: required,
    alias: { type: Number, default: null } as never,
    openness: { type: Number, required: true },
    groupId: { type: String, default: null } as never,
    startedAt: date,
    lastPostAt: date,
    lastNumber: { type: Number, required: true },
    arranged: { type: Number, default: 0 } as never,
    arrangedAt: { type: Date, default: null } as never,
    /** The act that has moved posts here last, or back. */
    arrangedBy: { type: String, default: null } as never,
    live: words,
    hidden: words,
    held: words,
    unapproved: Boolean as never,
    pin: mark,
    lock: mark,
    close: mark,
    gone: { type: Boolean, required: true },
    side: { type: String, default: null } as never,
    sides: words,
    accepted: { type: Number, default: null } as never,
    endorsed: { type: [Number] as never, required: true },
    endorsedTalk: { type: [Number] as never, default: [] },
    votes: { type: Number, required: true },
    revision: { type: Number, required: true },
    events: { type: [Schema.Types.Mixed] as never, required: true },
    eventsSince: Date,
  },
  options,
)
  // Pinned ones head every list.
  .index({ courseId: 1, activityId: 1, 'pin.at': -1, lastPostAt: -1, _id: 1 })
  .index({ courseId: 1, activityId: 1, 'pin.at': -1, startedAt: -1, _id: 1 })
  .index({ courseId: 1, activityId: 1, 'pin.at': -1, votes: -1, _id: 1 });

/** What was begun before threads had sides, answers and moderation has none. */
export const toThread = (found: ThreadDocument): Thread => ({
  id: found._id,
  activityId: found.activityId,
  title: found.title,
  tags: found.tags ?? [],
  about: found.about ?? null,
  authorId: found.authorId,
  promise: found.promise,
  alias: found.alias,
  arranged: found.arranged ?? 0,
  arrangedAt: found.arrangedAt ?? null,
  openness: found.openness,
  groupId: found.groupId,
  startedAt: found.startedAt,
  lastPostAt: found.lastPostAt,
  lastNumber: found.lastNumber,
  live: found.live,
  hidden: found.hidden ?? {},
  held: found.held ?? {},
  unapproved: found.unapproved ?? false,
  gone: found.gone,
  side: found.side ?? null,
  sides: found.sides ?? {},
  accepted: found.accepted ?? null,
  endorsed: found.endorsed ?? [],
  endorsedTalk: found.endorsedTalk ?? [],
  votes: found.votes ?? 0,
  revision: found.revision ?? 0,
  pin: found.pin ?? null,
  lock: found.lock ?? null,
  close: found.close ?? null,
});

/** A thread as its first post makes it. */
export const newThread = (
  { activityId, title, tags, about, authorId, promise, alias, groupId, side, at, unapproved }: Post,
  openness: number,
) => ({
  activityId,
  title: title ?? '',
  tags,
  about,
  authorId,
  promise,
  alias,
  openness,
  groupId,
  startedAt: at,
  lastPostAt: at,
  lastNumber: 1,
  live: {},
  hidden: {},
  held: {},
  unapproved,
  pin: null,
  lock: null,
  close: null,
  gone: false,
  side,
  sides: {},
  accepted: null,
  endorsed: [],
  endorsedTalk: [],
  votes: 0,
  revision: 1,
  events: [],
});

/** Brings the title of each row's thread along and nothing else: a thread of many posts has much to say of them. */
export const titleStages = [
  { $lookup: { from: 'threads', localField: 'threadId', foreignField: '_id', as: 'threads' } },
  { $set: { threads: '$threads.title' } },
] as const;

export interface WithTitle {
  readonly threads: readonly string[];
}
