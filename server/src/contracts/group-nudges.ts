/** Staff write to a group that they think needs it (group-work.md item 10). */
import { z } from 'zod';
import { type Endpoint, Id, Timestamp } from './endpoint.ts';
import { OfRoom } from './group-room.ts';
import { NUDGE_TEXT_MAX } from './room-limits.ts';

export const GetGroupNudge = {
  method: 'get',
  path: '/group-work/:activityId/groups/:groupId/nudge',
  permission: 'groupWork.overview',
  summary: 'Who a nudge of a group would go to, and the last one there was',
  params: OfRoom,
  response: z.object({
    people: z.array(z.string().nullable()),
    last: z.object({ at: Timestamp, by: z.string().nullable(), text: z.string() }).nullable(),
    /** The last one was less than a day ago. */
    isRecent: z.boolean(),
  }),
} satisfies Endpoint;

export const NudgeGroup = {
  method: 'put',
  path: '/group-work/:activityId/groups/:groupId/nudges/:nudgeId',
  permission: 'reminder.send',
  summary: 'Sends everybody in a group a notice; a second one within a day only where `again` says so',
  params: OfRoom.extend({ nudgeId: Id }),
  body: z.object({ text: z.string().trim().min(1).max(NUDGE_TEXT_MAX), again: z.boolean() }),
  response: z.object({
    told: z.int(),
    /** When the group was nudged less than a day ago, so that nobody is told now; null: it is sent. */
    lately: Timestamp.nullable(),
  }),
} satisfies Endpoint;
