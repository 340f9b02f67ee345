import { z } from 'zod';
import { type Endpoint, Id, Page, Timestamp } from './endpoint.ts';

/** One line of the list that staff pick from. */
export const ActivitySummaryView = z.object({
  id: Id,
  type: z.literal('peerReview'),
  title: z.string(),
  points: z.number(),
  createdAt: Timestamp,
});

export type ActivitySummaryView = z.output<typeof ActivitySummaryView>;

export const ListActivities = {
  method: 'get',
  path: '/activities',
  permission: 'activity.list',
  summary: 'The activities of the course, newest first',
  query: Page,
  response: z.object({ items: z.array(ActivitySummaryView), next: z.string().nullable() }),
} satisfies Endpoint;

export const LinkActivity = {
  method: 'put',
  path: '/resource-link/activity',
  permission: 'activity.link',
  summary: 'Makes the resource link of this launch point to an activity',
  body: z.object({ activityId: Id }),
  response: z.object({ activityId: Id }),
} satisfies Endpoint;

export const RespondToDeepLinking = {
  method: 'post',
  path: '/deep-linking/response',
  permission: 'activity.link',
  summary: 'Signs the message that gives the chosen activities to the LMS; an empty list cancels',
  body: z.object({ activityIds: z.array(Id).max(20) }),
  response: z.object({
    /** The form field `JWT` is to be posted to this address by the browser. */
    returnUrl: z.string(),
    jwt: z.string(),
  }),
} satisfies Endpoint;
