/** How the members of a group work together, as they say after each milestone (group-work.md item 8). */
import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { Timestamp } from './endpoint.ts';
import { OfRoom, RoomView } from './group-room.ts';
import { MILESTONES_MAX } from './limits.ts';
import { DYNAMICS_ASPECTS, DYNAMICS_STEPS } from './team-limits.ts';

/** All that is ever said of answers, by their middle: from it nobody's own can be told. */
export const DynamicsBand = z.enum(['low', 'mixed', 'good']);
export type DynamicsBand = z.output<typeof DynamicsBand>;

export const DynamicsAspect = z.enum(DYNAMICS_ASPECTS);
export type DynamicsAspect = z.output<typeof DynamicsAspect>;

const Bands = z.record(DynamicsAspect, DynamicsBand);
const Step = z.int().min(1).max(DYNAMICS_STEPS);

/** The survey of one group after one milestone. */
const SurveyView = z.object({
  n: z.int(),
  title: z.string(),
  opensAt: Timestamp,
  until: Timestamp,
  /** `tooSmall`: with so few, answers could be laid at somebody's door, so nobody is asked. */
  state: z.enum(['upcoming', 'open', 'tooSmall', 'tooFew', 'shown']),
  answered: z.int(),
  asked: z.int(),
  /** Once nobody can answer any more, and never changed then; null before, and where too few have answered. */
  bands: Bands.nullable(),
  /** Whether the caller has answered; null: the caller is not asked. */
  own: z.enum(['asked', 'answered']).nullable(),
});

/** For the group and for staff the same: nobody's answer has a place in it. */
export const TeamDynamicsView = z.object({
  room: RoomView,
  /** The milestone that is asked about now. */
  n: z.int(),
  surveys: z.array(SurveyView),
});
export type TeamDynamicsView = z.output<typeof TeamDynamicsView>;

export const GetTeamDynamics = {
  method: 'get',
  path: '/group-work/:activityId/groups/:groupId/dynamics',
  permission: 'groupWork.read',
  summary: 'How members say they work together, milestone by milestone, as a whole',
  params: OfRoom,
  response: TeamDynamicsView,
} satisfies Endpoint;

export const AnswerTeamDynamics = {
  method: 'put',
  path: '/group-work/:activityId/groups/:groupId/dynamics/:n/answer',
  permission: 'groupWork.write',
  summary: 'Says once how the caller sees it; repeating the call changes nothing',
  params: OfRoom.extend({ n: z.coerce.number().int().min(1).max(MILESTONES_MAX) }),
  body: z.object({ steps: z.record(DynamicsAspect, Step) }),
  response: TeamDynamicsView,
} satisfies Endpoint;
