import { z } from 'zod';
import { type Endpoint, Id, Timestamp } from './endpoint.ts';
import { OfRoom, RoomView } from './group-room.ts';
import { DECISION_TEXT_MAX } from './room-limits.ts';

const Text = z.string().trim().max(DECISION_TEXT_MAX);
const Name = z.string().nullable();

/** What a group says of a decision. */
const DecisionContent = z.object({
  decision: Text.min(1),
  /** What else was thought of. */
  alternatives: Text,
  why: Text,
  /** The day on which it was taken. */
  decidedOn: z.iso.date(),
  /** It does not hold any more; why says the text. */
  isRevoked: z.boolean(),
});

/** A version of a decision; those before stay as they were. */
const DecisionVersionView = DecisionContent.extend({
  version: z.int(),
  by: Name,
  at: Timestamp,
  /** Who was there: ids of those who are in the group now, and the names of all. */
  presentIds: z.array(Id),
  present: z.array(Name),
});

export const DecisionLogView = z.object({
  room: RoomView,
  /** The newest decision first, each with its versions, the newest first. */
  items: z.array(z.object({ decisionId: Id, versions: z.array(DecisionVersionView).min(1) })),
});
export type DecisionLogView = z.output<typeof DecisionLogView>;

export const GetDecisionLog = {
  method: 'get',
  path: '/group-work/:activityId/groups/:groupId/decisions',
  permission: 'groupWork.read',
  summary: 'What a group has decided, with every version',
  params: OfRoom,
  response: DecisionLogView,
} satisfies Endpoint;

export const RecordDecision = {
  method: 'put',
  path: '/group-work/:activityId/groups/:groupId/decisions/:decisionId',
  permission: 'groupWork.write',
  summary:
    'Records a decision, or a new version of it; nothing is ever deleted, repeating the call changes nothing',
  params: OfRoom.extend({ decisionId: Id }),
  body: DecisionContent.extend({
    presentIds: z.array(Id).max(50),
    /** The version that was seen; 0: a new decision. */
    expectedVersion: z.int().min(0),
  }),
  response: DecisionLogView,
} satisfies Endpoint;
