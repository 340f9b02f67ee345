import { z } from 'zod';
import { type Endpoint, Id, Timestamp } from './endpoint.ts';

/** Where the launch leads: the first page the client shows. */
const Landing = z.discriminatedUnion('kind', [
  /** The resource link points to this activity. */
  z.object({ kind: z.literal('activity'), activityId: Id }),
  /** The LMS asks for content: create or pick activities. */
  z.object({ kind: z.literal('deepLinking'), acceptMultiple: z.boolean(), acceptLineItem: z.boolean() }),
  /** A resource link without an activity: staff set it up, others are told that it is not ready. */
  z.object({ kind: z.literal('setUp'), suggestedTitle: z.string() }),
  z.object({ kind: z.literal('notReady') }),
]);

/** The caller's own session: who they are here, what they may do, and how long the bearer lasts. */
export const SessionView = z.object({
  bearer: z.string(),
  bearerExpiresAt: Timestamp,
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
  can: z.object({ editActivities: z.boolean(), readQueue: z.boolean(), readNotices: z.boolean() }),
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
  summary: 'Gives a new bearer while the session lives',
  response: SessionView,
} satisfies Endpoint;
