/** The works of groups in a project, as those go through them who mark (activity.md item 6). */
import { z } from 'zod';
import { type Endpoint, Id, Page, Timestamp } from './endpoint.ts';
import { AnonymousFileView } from './files.ts';
import { HandedInView, OfDeliverable } from './group-deliverables.ts';
import { DeliverableState, GroupMilestone } from './group-work.ts';
import { Hidden, TwiceStage } from './marking.ts';
import { SectionFilterView, SectionsWanted } from './sections.ts';

/** A group's work at one milestone that counts points. */
export const ProjectWorkRow = z.object({
  workId: Id,
  /** A short sign by which people can speak of a work whose group they do not know. */
  sign: z.string(),
  /** While names are hidden, an id that says nothing about the group. */
  groupId: Id,
  /** Null while hidden, too. */
  group: z.string().nullable(),
  members: z.array(z.string().nullable()),
  n: z.int(),
  title: z.string(),
  state: DeliverableState,
  handedInAt: Timestamp.nullable(),
  /** Null while not marked. */
  mark: z.object({ points: z.number(), maximum: z.number() }).nullable(),
  /** The milestone does not count for the group. */
  isExcused: z.boolean(),
  /** A colleague marks it right now. */
  isTaken: z.boolean(),
  /** What waits where two people mark it. */
  stage: TwiceStage.nullable(),
  /** The member of staff in whose share it is. */
  share: z.object({ memberId: Id, isOwn: z.boolean() }).nullable(),
});
export type ProjectWorkRow = z.output<typeof ProjectWorkRow>;

export const ListProjectWorks = {
  method: 'get',
  path: '/group-work/:activityId/works',
  permission: 'marking.mark',
  summary:
    'The works of all groups, or of those with somebody of one’s own sections, with how far their marking is',
  params: z.object({ activityId: Id }),
  query: Page.extend(Hidden).extend({ sections: SectionsWanted }),
  response: z.object({
    title: z.string(),
    hidden: z.boolean(),
    items: z.array(ProjectWorkRow),
    next: z.string().nullable(),
    sections: SectionFilterView,
    can: z.object({ excuse: z.boolean() }),
  }),
} satisfies Endpoint;

/** What a group has handed in at a milestone, for staff who do not want to know whose it is. */
export const HiddenWorkView = z.object({
  title: z.string(),
  groupId: Id,
  sign: z.string(),
  milestone: GroupMilestone,
  dueAt: Timestamp,
  closesAt: Timestamp,
  state: DeliverableState,
  handedIn: HandedInView.omit({ by: true, files: true, members: true })
    .extend({ files: z.array(AnonymousFileView) })
    .nullable(),
});
export type HiddenWorkView = z.output<typeof HiddenWorkView>;

export const GetHiddenWork = {
  method: 'get',
  path: '/group-work/:activityId/groups/:groupId/milestones/:n/hidden',
  permission: 'marking.mark',
  summary: 'What a group has handed in at a milestone, by an id that says nothing about the group',
  params: OfDeliverable,
  response: HiddenWorkView,
} satisfies Endpoint;
