import { z } from 'zod';
import { type Endpoint, Id, Timestamp } from './endpoint.ts';

/** What is not as it should be before learners see an activity. */
export const SetUpFault = z.discriminatedUnion('code', [
  z.object({ code: z.literal('noCriterion') }),
  z.object({ code: z.literal('noInstructions') }),
  z.object({ code: z.literal('noMilestone') }),
  z.object({ code: z.literal('noGroups') }),
  /** Learners who are in none of the groups, and groups with fewer than three people. */
  z.object({ code: z.literal('inNoGroup'), count: z.int() }),
  z.object({ code: z.literal('groupsSmall'), count: z.int() }),
  z.object({ code: z.literal('dateInPast'), step: z.string() }),
  z.object({ code: z.literal('datesOutOfOrder') }),
  /** No place in the LMS's course leads to it. */
  z.object({ code: z.literal('noLink') }),
]);
export type SetUpFault = z.output<typeof SetUpFault>;

/** Where an activity stands, and what changing that does: for staff. */
export const PublicationView = z.object({
  state: z.enum(['draft', 'published', 'closed']),
  /** Learners who see it, or would. */
  learners: z.int(),
  /** Works and reviews that are still open: closing leaves them undone. */
  unfinished: z.int(),
  /** What ends when. */
  dates: z.array(z.object({ step: z.string(), at: Timestamp })),
  faults: z.array(SetUpFault),
  /** Whether learners find the dates in their calendars and are reminded of them. */
  isAnnounced: z.boolean(),
  can: z.object({ publish: z.boolean(), close: z.boolean(), reopen: z.boolean() }),
});
export type PublicationView = z.output<typeof PublicationView>;

const ActivityParams = z.object({ activityId: Id });

export const GetPublication = {
  method: 'get',
  path: '/activities/:activityId/publication',
  permission: 'activity.list',
  summary: 'Whether an activity is a draft, published or closed, and what changing that would do',
  params: ActivityParams,
  response: PublicationView,
} satisfies Endpoint;

export const SetPublication = {
  method: 'put',
  path: '/activities/:activityId/publication',
  permission: 'activity.edit',
  summary: 'Publishes, closes or reopens an activity; repeating it changes nothing',
  params: ActivityParams,
  body: z.object({ state: z.enum(['published', 'closed']) }),
  response: PublicationView,
} satisfies Endpoint;
