/** The works of groups in a project, as those go through them who mark (activity.md item 6). */
import { z } from 'zod';
import { type Endpoint, Id, Page, Timestamp } from './endpoint.ts';
import { DeliverableState } from './group-work.ts';
import { SectionFilterView, SectionsWanted } from './sections.ts';

/** A group's work at one milestone that counts points. */
export const ProjectWorkRow = z.object({
  workId: Id,
  groupId: Id,
  group: z.string().nullable(),
  members: z.array(z.string().nullable()),
  n: z.int(),
  title: z.string(),
  state: DeliverableState,
  handedInAt: Timestamp.nullable(),
  /** Null while not marked. */
  mark: z.object({ points: z.number(), maximum: z.number() }).nullable(),
  /** A colleague marks it right now. */
  isTaken: z.boolean(),
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
  query: Page.extend({ sections: SectionsWanted }),
  response: z.object({
    title: z.string(),
    items: z.array(ProjectWorkRow),
    next: z.string().nullable(),
    sections: SectionFilterView,
  }),
} satisfies Endpoint;
