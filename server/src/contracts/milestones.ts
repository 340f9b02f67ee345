import { z } from 'zod';
import { type Endpoint, Id, Timestamp } from './endpoint.ts';
import * as limits from './limits.ts';

/** What a discussion expects of each learner (discussion.md item 5). */
export const Milestone = z.object({
  /** Given once and never to another one, so that own dates stay with what they are about. */
  n: z.int().min(1).max(limits.MILESTONES_MAX),
  kind: z.enum(limits.MILESTONE_KINDS),
  /** How many posts. */
  count: z.int().min(1).max(limits.MILESTONE_COUNT_MAX),
  /** Words that each of them has at least; 0: any number. */
  words: z.int().min(0).max(limits.MILESTONE_WORDS_MAX),
  /** Each reply has to be to somebody else. */
  differentPeople: z.boolean(),
  /** Null: as long as one writes in the discussion. */
  dueAt: Timestamp.nullable(),
  points: z.number().nonnegative().max(limits.ACTIVITY_POINTS_MAX),
});
export type Milestone = z.output<typeof Milestone>;

export const Milestones = z
  .array(Milestone)
  .max(limits.MILESTONES_MAX)
  .refine((all) => new Set(all.map(({ n }) => n)).size === all.length, 'each has a number of its own');

/** One milestone as it stands for the caller. */
export const MilestoneView = Milestone.extend({
  /** The caller's own date: for everybody `dueAt`, or the end of the discussion; null: no date. */
  dueAt: Timestamp.nullable(),
  met: z.boolean(),
  /** Its date has passed. */
  isOver: z.boolean(),
  /** Posts that count so far. */
  done: z.int(),
  /** Posts that would count, were they longer. */
  tooShort: z.int(),
  /** Replies that would count, were they to somebody else. */
  samePerson: z.int(),
});
export type MilestoneView = z.output<typeof MilestoneView>;

/** For one learner. */
export const ChecklistView = z.object({
  items: z.array(MilestoneView),
  /** Whether it is about the caller: staff see what is expected, and nothing done. */
  isOwn: z.boolean(),
});
export type ChecklistView = z.output<typeof ChecklistView>;

export const GetChecklist = {
  method: 'get',
  path: '/discussions/:activityId/checklist',
  permission: 'discussion.read',
  summary: 'What the discussion expects of the caller, until when, and what of it is done',
  params: z.object({ activityId: Id }),
  response: ChecklistView,
} satisfies Endpoint;
