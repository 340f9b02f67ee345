/** All groups of a project at a glance, for staff (group-work.md item 10). */
import { z } from 'zod';
import { type Endpoint, Id, Page, Timestamp } from './endpoint.ts';
import { OfRoom } from './group-room.ts';
import { DynamicsAspect } from './team-dynamics.ts';
import { GroupMilestoneView, ProjectGroupView } from './group-work.ts';
import { SectionFilterView, SectionsWanted } from './sections.ts';

/** What may be unevenly divided in a group; a reason to look, and nothing follows from it. */
export const BalanceHint = z.discriminatedUnion('kind', [
  /** One of the group has done much of it: text written, tasks done. */
  z.object({ kind: z.enum(['text', 'tasks']), percent: z.int(), people: z.int() }),
  /** So many of the group have left no trace, while others have. */
  z.object({ kind: z.literal('noTrace'), count: z.int(), people: z.int() }),
]);
export type BalanceHint = z.output<typeof BalanceHint>;

const Progress = z.object({ handedIn: z.int(), toConfirm: z.int(), missed: z.int(), marked: z.int() });

/** What members say of working together, as a whole; nobody's answer can be told from it. */
const CheckIn = z.object({
  title: z.string(),
  answered: z.int(),
  asked: z.int(),
  /** Null: fewer than three of the group have answered. */
  seen: z
    .object({
      /** Mean of what the others say, from 1 to `levels`. */
      mean: z.number().nullable(),
      levels: z.int(),
      /** Whether answers raise a question that somebody should ask. */
      raisesQuestions: z.boolean(),
    })
    .nullable(),
});

export const GroupStandingView = ProjectGroupView.extend({
  milestones: z.array(GroupMilestoneView.extend({ isMarked: z.boolean() })),
  progress: Progress,
  /** Null: nobody has done anything yet that is known here. */
  lastActivityAt: Timestamp.nullable(),
  /** The milestone that waits for the group; null: none does any more. */
  next: z.object({ n: z.int(), dueAt: Timestamp }).nullable(),
  health: z.object({
    /** Null: no questionnaire asks the people of these groups about each other, or nobody of this one was asked. */
    checkIn: CheckIn.nullable(),
    /** What the group said it would do; null: the project has no retrospectives, or they are the group's alone. */
    actions: z.object({ open: z.int(), overdue: z.int() }).nullable(),
    /** After which milestone the group last said how it works together, and what is low; null: it has not, or too few have. */
    dynamics: z.object({ n: z.int(), low: z.array(DynamicsAspect) }).nullable(),
  }),
  hints: z.array(BalanceHint),
});
export type GroupStandingView = z.output<typeof GroupStandingView>;

export const ListGroupStandings = {
  method: 'get',
  path: '/group-work/:activityId/standings',
  permission: 'groupWork.overview',
  summary: 'All groups of a project with how far and how well each is, and who is in none',
  params: z.object({ activityId: Id }),
  query: Page.extend({ sections: SectionsWanted }),
  response: z.object({
    /** With "my sections", the groups with somebody of them, and who of them is in no group. */
    sections: SectionFilterView,
    items: z.array(GroupStandingView),
    next: z.string().nullable(),
    /** Told with the first page alone, as what follows is. */
    total: z.int().nullable(),
    /** Learners in no group: how many, and the first of them by name. */
    inNoGroup: z.object({ count: z.int(), names: z.array(z.string().nullable()) }).nullable(),
  }),
} satisfies Endpoint;

export const GetGroupStanding = {
  method: 'get',
  path: '/group-work/:activityId/groups/:groupId/standing',
  permission: 'groupWork.overview',
  summary: 'How far and how well one group is',
  params: OfRoom,
  response: GroupStandingView,
} satisfies Endpoint;
