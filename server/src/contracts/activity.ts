import { z } from 'zod';
import { type Endpoint, Id, Page, Timestamp } from './endpoint.ts';
import { DEEP_LINKING_ITEMS_MAX } from './limits.ts';

/** Whom an activity is for: staff alone while it is a draft; closed, learners read in it and write nothing. */
const ActivityState = z.enum(['draft', 'published', 'closed']);

/** One line of the list that staff pick from. */
export const ActivitySummaryView = z.object({
  id: Id,
  type: z.enum(['peerReview', 'discussion', 'groupWork']),
  title: z.string(),
  points: z.number(),
  state: ActivityState,
  createdAt: Timestamp,
  /** Whose groups work or discuss by themselves in it; null: none do. */
  groupSetId: Id.nullable(),
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

/** When the LMS is asked to show what is added; null leaves it to the LMS. */
const Availability = z
  .object({ from: Timestamp.nullable(), until: Timestamp.nullable() })
  .refine(({ from, until }) => from === null || until === null || from < until, {
    path: ['until'],
    error: 'must be after from',
  });

export const RespondToDeepLinking = {
  method: 'post',
  path: '/deep-linking/response',
  permission: 'activity.link',
  summary: 'Signs the message that gives the chosen activities to the LMS; an empty list cancels',
  body: z.object({
    activityIds: z.array(Id).max(DEEP_LINKING_ITEMS_MAX),
    available: Availability.default({ from: null, until: null }),
  }),
  response: z.object({
    returnUrl: z.string(),
    /** The form field `JWT` to be posted to the address by the browser; null: the browser just goes there. */
    jwt: z.string().nullable(),
  }),
} satisfies Endpoint;

/** Who decides when submissions end. */
export const DatesLeader = z.enum(['roundtable', 'lms']);

/** How an activity sits in its course: where it was copied from, and the LMS's own dates beside ours. */
export const PlacementView = z.object({
  copiedFrom: z
    .object({
      courseTitle: z.string().nullable(),
      at: Timestamp,
      /** By how many days the dates were moved; null when the new dates were not known. */
      movedByDays: z.number().nullable(),
    })
    .nullable(),
  /** The LMS ends submissions at another moment than the activity does. */
  submissionsCloseAt: z.object({ ours: Timestamp, theirs: Timestamp }).nullable(),
  /** From then on the LMS does not show the activity any more, though it goes on until `neededUntil`. */
  hiddenFrom: z.object({ at: Timestamp, neededUntil: Timestamp }).nullable(),
  /** Whose dates count, where the LMS has one for the end of submissions or leads. */
  leads: z.object({ ledBy: DatesLeader, theirs: Timestamp.nullable() }).nullable(),
  can: z.object({ edit: z.boolean() }),
});

export type PlacementView = z.output<typeof PlacementView>;

const ActivityParams = z.object({ activityId: Id });

export const GetPlacement = {
  method: 'get',
  path: '/activities/:activityId/placement',
  permission: 'activity.list',
  summary: 'Where the activity was copied from, and where its dates differ from those of the LMS',
  params: ActivityParams,
  response: PlacementView,
} satisfies Endpoint;

export const ConfirmCopy = {
  method: 'post',
  path: '/activities/:activityId/placement/copy-checked',
  permission: 'activity.edit',
  summary: 'Says that the dates of a copied activity are right',
  params: ActivityParams,
  response: PlacementView,
} satisfies Endpoint;

export const TakeOverDates = {
  method: 'put',
  path: '/activities/:activityId/placement/submissions-close-at',
  permission: 'activity.edit',
  summary: 'Ends submissions when the LMS does; later steps move along where they would come before it',
  params: ActivityParams,
  /** The LMS's date that the caller saw. */
  body: z.object({ theirs: Timestamp }),
  response: PlacementView,
} satisfies Endpoint;

export const SetDatesLeader = {
  method: 'put',
  path: '/activities/:activityId/placement/dates-leader',
  permission: 'activity.edit',
  summary:
    'Says whether the LMS leads the dates of an activity; its dates are then taken over at each launch',
  params: ActivityParams,
  body: z.object({ ledBy: DatesLeader }),
  response: PlacementView,
} satisfies Endpoint;
