import { z } from 'zod';
import { type Endpoint, Id, Timestamp } from './endpoint.ts';

/** Where the launch leads: the first page the client shows. */
const Landing = z.discriminatedUnion('kind', [
  /** The resource link points to this activity. */
  z.object({ kind: z.literal('activity'), activityId: Id }),
  /** Staff look at one learner's work from the LMS's grading view; `version` null: the current one. */
  z.object({
    kind: z.literal('work'),
    activityId: Id,
    memberId: Id,
    version: z.int().nullable(),
  }),
  /** The LMS asks for content: create or pick activities. */
  z.object({
    kind: z.literal('deepLinking'),
    /** Whether it takes activities at all; `acceptTypes` says what it asks for. */
    acceptsActivities: z.boolean(),
    acceptTypes: z.array(z.string()),
    acceptMultiple: z.boolean(),
    acceptLineItem: z.boolean(),
    acceptDates: z.boolean(),
    /** Added at once; otherwise the LMS shows a form of its own that has to be saved. */
    autoCreate: z.boolean(),
  }),
  /** A resource link without an activity: who may set it up does so, others are told that it is not ready. */
  z.object({ kind: z.literal('setUp'), suggestedTitle: z.string() }),
  z.object({ kind: z.literal('notReady') }),
  /** The LMS asks for something that only an instructor may do. */
  z.object({ kind: z.literal('notAllowed') }),
  /** The launch names something that this course does not have. */
  z.object({ kind: z.literal('notHere') }),
]);

/** The caller's own session: who they are here, what they may do, and how long the bearer lasts. */
export const SessionView = z.object({
  bearer: z.string(),
  bearerExpiresAt: Timestamp,
  /** The server's clock: the client's may be wrong. */
  now: Timestamp,
  sessionEndsAt: Timestamp,
  member: z.object({
    id: Id,
    name: z.string().nullable(),
    role: z.enum(['instructor', 'assistant', 'learner', 'observer']),
  }),
  course: z.object({ title: z.string().nullable() }),
  locale: z.string().nullable(),
  /** The LMS page to go back to, where the launch named one. */
  returnUrl: z.string().nullable(),
  landing: Landing,
  can: z.object({
    editActivities: z.boolean(),
    readQueue: z.boolean(),
    readGroups: z.boolean(),
    ownGroups: z.boolean(),
    readWork: z.boolean(),
    readNotices: z.boolean(),
    rehearse: z.boolean(),
  }),
});

export type SessionView = z.output<typeof SessionView>;

export const OpenSession = {
  method: 'post',
  path: '/session',
  permission: 'public',
  summary: 'Trades the one-time code of a launch for a short-lived bearer',
  body: z.object({ code: z.string().regex(/^[\w-]{43}$/) }),
  response: SessionView,
} satisfies Endpoint;

export const RenewSession = {
  method: 'post',
  path: '/session/renew',
  permission: 'session.read',
  // A laptop that slept has one that is over, and its session may still live.
  takesExpiredBearer: true,
  summary: 'Gives a new bearer while the session lives',
  response: SessionView,
} satisfies Endpoint;
