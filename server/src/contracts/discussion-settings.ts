import { z } from 'zod';
import { PromptFiles } from './discussion-files.ts';
import { Facilitation } from './discussion-facilitation.ts';
import { DiscussionGrading } from './discussion-grading.ts';
import { Keeping } from './date-effects.ts';
import { type Endpoint, Id, Timestamp } from './endpoint.ts';
import * as limits from './limits.ts';
import { BLOCKED_WORD_MAX, BLOCKED_WORDS_MAX, HELD_MEMBERS_MAX } from './moderation-limits.ts';
import { Milestones } from './milestones.ts';
import { richText } from './rich-text.ts';

const nameOf = ({ name }: { readonly name: string }): string => name.toLocaleLowerCase();

/** Each keeps its id when it is called otherwise. */
const DiscussionTags = z
  .array(z.object({ id: Id, name: z.string().trim().min(1).max(limits.TAG_MAX) }))
  .max(limits.TAGS_MAX)
  .refine((tags) => new Set(tags.map(({ id }) => id)).size === tags.length, 'each id once')
  .refine((tags) => new Set(tags.map(nameOf)).size === tags.length, 'each name once');

/** Everything an instructor sets up about a discussion, on one page. */
export const DiscussionSettings = z.object({
  title: z.string().trim().min(1).max(limits.TITLE_MAX),
  /** What is to be discussed. */
  prompt: richText({ max: limits.INSTRUCTIONS_MAX, images: true }),
  /** What goes with it. */
  promptFiles: PromptFiles.default([]),
  /** Points of the gradebook column; 0: there is none. */
  points: z.number().nonnegative().max(limits.ACTIVITY_POINTS_MAX),
  /**
   * `open`: everybody sees everything; `postFirst`: after a post of one's own; `question`: threads are questions, whose
   * answers are accepted and endorsed; `debate`: each post takes a side.
   */
  mode: z.enum(limits.DISCUSSION_MODES),
  /** What people are promised of their names when they write; a post keeps its own. */
  anonymity: z.enum(limits.DISCUSSION_ANONYMITY).default('none'),
  /** The group set whose groups discuss by themselves; null: the whole course together. Fixed once somebody has written. */
  groupSetId: Id.nullable().default(null),
  /** How deep replies are nested below the first post of a thread. */
  depth: z.int().min(1).max(limits.REPLY_DEPTH_MAX),
  /** Until when learners write; null: as long as the discussion is not closed. */
  submissionsCloseAt: Timestamp.nullable(),
  /** What is expected of each learner, in the order in which it is shown. */
  milestones: Milestones.default([]),
  /** What whoever starts a thread may call it by. */
  tags: DiscussionTags.default([]),
  /** Who reads what posts said before they were changed. */
  history: z.enum(['staff', 'all']).default('staff'),
  /** Minutes that a learner waits between two posts in a thread; 0: none. */
  slowMinutes: z.int().min(0).max(limits.SLOW_MINUTES_MAX).default(0),
  /** Words of learners that staff are to look at; nothing is kept back. */
  blockedWords: z.array(z.string().trim().min(1).max(BLOCKED_WORD_MAX)).max(BLOCKED_WORDS_MAX).default([]),
  /** Whose posts wait until staff approve them: those of all learners, or of these. */
  approval: z
    .object({ everybody: z.boolean(), memberIds: z.array(Id).max(HELD_MEMBERS_MAX) })
    .default({ everybody: false, memberIds: [] }),
  /** When staff are to look at it. */
  facilitation: Facilitation.default({ unansweredHours: 48, quietDays: 7 }),
  /** Without it, nothing is graded here. */
  grading: DiscussionGrading.default({ by: 'staff', milestonesPercent: 50, criteria: [] }),
});
export type DiscussionSettings = z.output<typeof DiscussionSettings>;

/** For staff. */
export const DiscussionSettingsView = z.object({
  id: Id,
  revision: z.int(),
  settings: DiscussionSettings,
  /** Whether somebody has written already. */
  hasPosts: z.boolean(),
  isLedByLms: z.boolean(),
  can: z.object({ edit: z.boolean() }),
});
export type DiscussionSettingsView = z.output<typeof DiscussionSettingsView>;

const DiscussionParams = z.object({ activityId: Id });

export const SaveDiscussion = {
  method: 'put',
  path: '/discussions/:activityId',
  permission: 'activity.edit',
  summary: 'Creates the discussion with this id, or changes it; repeating the call changes nothing',
  params: DiscussionParams,
  body: z.object({
    settings: DiscussionSettings,
    expectedRevision: z.int().min(0),
    /** What a new one begins as; of one that is there, publishing has its own request. */
    state: z.enum(['draft', 'published']).default('published'),
  }),
  response: DiscussionSettingsView,
} satisfies Endpoint;

export const GetDiscussionSettings = {
  method: 'get',
  path: '/discussions/:activityId/settings',
  permission: 'activity.list',
  summary: 'The settings of a discussion',
  params: DiscussionParams,
  response: DiscussionSettingsView,
} satisfies Endpoint;

const count = z.int().min(0);

/** What saving does to people, posts and grades that are there. */
export const DiscussionEffect = z.discriminatedUnion('code', [
  /**
   * `silent`: learners who have written nothing. Not shown as such until the mode is changed back: `accepted` answers,
   * posts that are `endorsed` and answer nothing, posts with `sides`. `sideless`: posts of before that take none.
   */
  z.object({
    code: z.literal('modeChanged'),
    to: z.enum(limits.DISCUSSION_MODES),
    learners: count,
    silent: count,
    accepted: count,
    endorsed: count,
    sides: count,
    sideless: count,
  }),
  /** `kept`: posts that keep what their authors were promised. */
  z.object({ code: z.literal('anonymityChanged'), to: z.enum(limits.DISCUSSION_ANONYMITY), kept: count }),
  z.object({ code: z.literal('groupsChanged'), perGroup: z.boolean(), learners: count }),
  /** Until when learners write, null: without an end; for how many that changes, and who keeps a date of their own. */
  z.object({
    code: z.literal('endChanged'),
    at: Timestamp.nullable(),
    isOver: z.boolean(),
    learners: count,
    keeping: Keeping,
  }),
  /** What learners write waits until staff approve it, or appears at once; `waiting`: posts that go on waiting. */
  z.object({ code: z.literal('approvalChanged'), isOn: z.boolean(), learners: count, waiting: count }),
  /** Everybody reads what posts said before they were changed, or staff alone; `kept`: posts that are there. */
  z.object({ code: z.literal('historyChanged'), to: z.enum(['staff', 'all']), kept: count }),
  z.object({ code: z.literal('milestonesChanged'), learners: count, keeping: Keeping }),
  z.object({ code: z.literal('pointsChanged'), from: z.number(), to: z.number() }),
  z.object({ code: z.literal('gradingChanged') }),
  /** Released grades that stay as they are until they are computed anew. */
  z.object({ code: z.literal('gradesStay'), grades: count }),
]);
export type DiscussionEffect = z.output<typeof DiscussionEffect>;

export const PreviewDiscussion = {
  method: 'post',
  path: '/discussions/:activityId/preview',
  permission: 'activity.edit',
  summary: 'What saving these settings would do to people, posts and grades; saves nothing',
  params: DiscussionParams,
  body: z.object({ settings: DiscussionSettings }),
  response: z.object({ effects: z.array(DiscussionEffect) }),
} satisfies Endpoint;
