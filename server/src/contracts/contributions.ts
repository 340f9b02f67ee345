/** What each member of a group has contributed to a milestone (group-work.md item 5). */
import { z } from 'zod';
import { type Endpoint, Timestamp } from './endpoint.ts';
import { OfRoom, RoomView } from './group-room.ts';
import { MILESTONES_MAX } from './limits.ts';
import { STATEMENT_MAX } from './room-limits.ts';

/** What is known of one member. There is no sum over kinds: they cannot be weighed against each other. */
const Contribution = z.object({
  name: z.string().nullable(),
  isOwn: z.boolean(),
  /** In the group right now. */
  isMember: z.boolean(),
  /** Characters that are still there; null: not known for this milestone. */
  text: z.int().nullable(),
  comments: z.int(),
  tasks: z.int(),
  meetings: z.int(),
  files: z.int(),
  /** In the member's own words, once the milestone is over. */
  statement: z.string().nullable(),
});

/** For the group while it works, and for staff once the milestone is over; other groups never. */
export const ContributionsView = z.object({
  room: RoomView,
  n: z.int(),
  /** Until when statements can be written; then staff see them and what is known. */
  until: Timestamp,
  isOver: z.boolean(),
  /** What `text` counts: what is on the group's pages now, what was on those it handed in, or nothing that is known. */
  textOf: z.enum(['now', 'handedIn', 'unknown']),
  /** By name. For staff empty before the milestone is over. */
  people: z.array(Contribution),
  /** What the caller says; null for staff. */
  own: z.object({ text: z.string(), revision: z.int(), savedAt: Timestamp.nullable() }).nullable(),
  can: z.object({ write: z.boolean() }),
});
export type ContributionsView = z.output<typeof ContributionsView>;

const N = z.coerce.number().int().min(1).max(MILESTONES_MAX);

export const GetContributions = {
  method: 'get',
  path: '/group-work/:activityId/groups/:groupId/contributions',
  permission: 'groupWork.read',
  summary: 'What members have contributed to a milestone; without `n` the one that the group works on',
  params: OfRoom,
  query: z.object({ n: N.optional() }),
  response: ContributionsView,
} satisfies Endpoint;

export const SaveStatement = {
  method: 'put',
  path: '/group-work/:activityId/groups/:groupId/contributions/:n/statement',
  permission: 'groupWork.write',
  summary: 'Saves what the caller says of their own contribution, until the milestone is over',
  params: OfRoom.extend({ n: N }),
  body: z.object({ text: z.string().max(STATEMENT_MAX), expectedRevision: z.int().min(0) }),
  response: z.object({ revision: z.int(), savedAt: Timestamp }),
} satisfies Endpoint;
