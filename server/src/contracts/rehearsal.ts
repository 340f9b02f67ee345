import { z } from 'zod';
import { type Endpoint, Id } from './endpoint.ts';
import { COMMENT_MAX, LABEL_MAX, REHEARSED_LEARNERS } from './limits.ts';
import { SessionView } from './session.ts';

const OfActivity = z.object({ activityId: Id });

/** A copy of an activity with invented learners, of which nothing reaches anybody else. */
export const RehearsalView = z.object({
  /** The copy's own id. */
  activityId: Id,
  learners: z.array(z.object({ memberId: Id, name: z.string() })),
});
export type RehearsalView = z.output<typeof RehearsalView>;

export const GetRehearsal = {
  method: 'get',
  path: '/activities/:activityId/rehearsal',
  permission: 'activity.rehearse',
  summary: 'The rehearsal of an activity; null when none has been begun',
  params: OfActivity,
  response: z.object({
    type: z.enum(['peerReview', 'discussion', 'groupWork']),
    rehearsal: RehearsalView.nullable(),
  }),
} satisfies Endpoint;

export const BeginRehearsal = {
  method: 'put',
  path: '/activities/:activityId/rehearsal',
  permission: 'activity.rehearse',
  summary: 'Begins a rehearsal of the activity as it is set up now; one that has begun goes on',
  params: OfActivity,
  body: z.object({
    /** What the invented learners are called, in the caller's language. */
    names: z.array(z.string().trim().min(1).max(LABEL_MAX)).length(REHEARSED_LEARNERS),
  }),
  response: RehearsalView,
} satisfies Endpoint;

export const EnterRehearsal = {
  method: 'post',
  path: '/activities/:activityId/rehearsal/session',
  permission: 'activity.rehearse',
  summary: 'A session in the rehearsal, as one of its learners or as oneself',
  params: OfActivity,
  body: z.object({ memberId: Id.nullable() }),
  response: SessionView,
} satisfies Endpoint;

export const FillRehearsal = {
  method: 'post',
  path: '/activities/:activityId/rehearsal/fill',
  permission: 'activity.rehearse',
  summary: 'Has the invented learners do what they can do now and have not done',
  params: OfActivity,
  body: z.object({
    step: z.enum(['handIn', 'review']),
    /** What they write, in the caller's language. */
    text: z.string().trim().min(1).max(COMMENT_MAX),
  }),
  response: z.object({ done: z.int() }),
} satisfies Endpoint;

export const EndRehearsal = {
  method: 'delete',
  path: '/activities/:activityId/rehearsal',
  permission: 'activity.rehearse',
  summary: 'Ends the rehearsal and deletes everything that came of it',
  params: OfActivity,
  response: z.object({}),
} satisfies Endpoint;
