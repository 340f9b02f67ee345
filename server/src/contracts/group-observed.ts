import { z } from 'zod';
import { type Endpoint, Id } from './endpoint.ts';
import { EarlierCopyView, OfDeliverable } from './group-deliverables.ts';
import { ProjectResultView } from './group-grading.ts';
import { GroupWorkView, ProjectGroupView } from './group-work.ts';
import { LearnerName } from './observed.ts';

const Params = z.object({ activityId: Id, memberId: Id });

/** A project as one learner meets it, to be read by their observer. Who else is in the group is nobody's business outside the course. */
export const ObservedProjectView = GroupWorkView.pick({
  id: true,
  title: true,
  brief: true,
  state: true,
  milestones: true,
  left: true,
}).extend({
  learner: LearnerName,
  groups: z.array(ProjectGroupView.omit({ members: true })),
  result: ProjectResultView.omit({ contributions: true }),
});
export type ObservedProjectView = z.output<typeof ObservedProjectView>;

export const GetObservedProject = {
  method: 'get',
  path: '/group-work/:activityId/observed/:memberId',
  permission: 'observed.read',
  summary: 'A group project as one observed learner sees it, without the other members of the group',
  params: Params,
  response: ObservedProjectView,
} satisfies Endpoint;

/** What a group has handed in, without who did it. */
export const ObservedCopyView = EarlierCopyView.omit({ by: true, wasWithdrawn: true });
export type ObservedCopyView = z.output<typeof ObservedCopyView>;

export const GetObservedCopy = {
  method: 'get',
  path: '/group-work/:activityId/observed/:memberId/groups/:groupId/milestones/:n',
  permission: 'observed.read',
  summary: 'What the group of an observed learner has handed in; what it is writing is nobody else’s to see',
  params: OfDeliverable.extend({ memberId: Id }),
  /** Null: nothing is handed in. */
  response: z.object({ copy: ObservedCopyView.nullable() }),
} satisfies Endpoint;
