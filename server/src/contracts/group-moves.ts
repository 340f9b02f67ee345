/** What becomes of somebody who goes to another group of a project (group-work.md item 10). */
import { z } from 'zod';
import { type Endpoint, Id } from './endpoint.ts';
import { OfRoom } from './group-room.ts';

const Milestone = z.object({ n: z.int(), title: z.string() });

export const PreviewGroupMove = {
  method: 'get',
  path: '/group-work/:activityId/groups/:groupId/moves/:memberId',
  permission: 'groups.edit',
  summary: 'What would change, and what would not, if a member of a group went to another one of the project',
  params: OfRoom.extend({ memberId: Id }),
  query: z.object({ to: Id.optional() }),
  response: z.object({
    /** The set in which people are moved. */
    setId: Id,
    /** Where they can go, with how many are there. */
    groups: z.array(z.object({ groupId: Id, name: z.string().nullable(), people: z.int() })),
    /** Milestones at which the member has a part in what was handed in, here or elsewhere: it stays theirs, with its grade. */
    kept: z.array(Milestone),
    /** Copies that wait for the member: the confirmation will be noted as missing. */
    unconfirmed: z.array(Milestone),
    /** Milestones that the member has a part in with the new group from then on. Empty while no group is chosen. */
    coming: z.array(Milestone),
    /** Milestones at which the new group has handed in without the member, who keeps no part in any. */
    withoutPart: z.array(Milestone),
    /** Tasks of the member on the board here, that become free. */
    tasks: z.int(),
  }),
} satisfies Endpoint;
