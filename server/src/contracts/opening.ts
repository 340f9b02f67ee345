import { z } from 'zod';
import { type Endpoint, Id, Timestamp } from './endpoint.ts';
import { PREREQUISITES_MAX } from './limits.ts';

const Percent = z.int().min(1).max(100);

/** What a learner has done before an activity opens: handed in work in another, reached so much in a check, attended a session. */
const Prerequisite = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('activity'), activityId: Id }),
  z.object({ kind: z.literal('check'), questionnaireId: Id, percent: Percent }),
  z.object({ kind: z.literal('session'), sessionId: Id }),
]);

/** When an activity opens to a learner: at a moment, and after all of these. */
const OpeningRules = z.object({
  opensAt: Timestamp.nullable(),
  after: z.array(Prerequisite).max(PREREQUISITES_MAX),
});

const Named = z.object({ id: Id, title: z.string() });

export const OpeningView = z.object({
  rules: OpeningRules,
  revision: z.int(),
  /** Of a copy: what its original asks for and this course does not have; null: its title is not known. */
  lost: z.array(z.object({ kind: z.enum(['activity', 'check', 'session']), title: z.string().nullable() })),
  /** What can be asked for, and what is: by their titles. */
  activities: z.array(Named),
  checks: z.array(Named),
  sessions: z.array(Named),
  can: z.object({ edit: z.boolean() }),
});

/** What a learner still has to do. */
export const OwnOpeningView = z.object({
  isOpen: z.boolean(),
  opensAt: Timestamp.nullable(),
  after: z.array(
    z.object({
      kind: z.enum(['activity', 'check', 'session']),
      id: Id,
      /** Null: learners do not see it yet, or it is gone. */
      title: z.string().nullable(),
      /** Of a check. */
      percent: Percent.nullable(),
      isMet: z.boolean(),
    }),
  ),
});

const ActivityParams = z.object({ activityId: Id });

export const GetOpening = {
  method: 'get',
  path: '/activities/:activityId/opening',
  permission: 'activity.list',
  summary: 'When an activity opens to learners, and what could be asked of them before',
  params: ActivityParams,
  response: OpeningView,
} satisfies Endpoint;

export const PreviewOpening = {
  method: 'post',
  path: '/activities/:activityId/opening/preview',
  permission: 'activity.edit',
  summary: 'To how many learners an activity would be open by such rules',
  params: ActivityParams,
  body: z.object({ rules: OpeningRules }),
  response: z.object({
    learners: z.int(),
    /** Who has begun keeps it open, whatever the rules say. */
    begun: z.int(),
    met: z.int(),
  }),
} satisfies Endpoint;

export const SetOpening = {
  method: 'put',
  path: '/activities/:activityId/opening',
  permission: 'activity.edit',
  summary: 'Says when an activity opens to learners; repeating the call changes nothing',
  params: ActivityParams,
  body: z.object({ rules: OpeningRules, expectedRevision: z.int().min(0) }),
  response: OpeningView,
} satisfies Endpoint;

export const GetOwnOpening = {
  method: 'get',
  path: '/activities/:activityId/opening/own',
  permission: 'activity.read',
  summary: 'What the caller has to do before an activity opens',
  params: ActivityParams,
  response: OwnOpeningView,
} satisfies Endpoint;
