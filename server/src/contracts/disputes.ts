import { z } from 'zod';
import { ActivitySummaryView } from './activity.ts';
import { type Endpoint, Id, Page, Timestamp } from './endpoint.ts';
import { DISPUTE_DAYS_MAX, REASON_MAX } from './limits.ts';

/**
 * Where a dispute is. `open`: nobody has taken it; `taken`: a member of staff is at it. Then one of three answers:
 * `changed`: accepted, and staff have set the grade; `upheld`: the dispute is accepted (the learner is right), but the
 * grade stays as it is; `rejected`: not accepted, nothing changes. Or `withdrawn` by the learner.
 */
export const DisputeState = z.enum(['open', 'taken', 'upheld', 'changed', 'rejected', 'withdrawn']);
export type DisputeState = z.output<typeof DisputeState>;

/** What a learner may dispute: an own grade, or a review of the own work by the number that stands for its reviewer. */
export const DisputeTarget = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('grade'), columnId: Id }),
  z.object({ kind: z.literal('review'), pseudonym: z.string().regex(/^[1-9]\d{0,5}$/) }),
]);
export type DisputeTarget = z.output<typeof DisputeTarget>;

const Reason = z.string().trim().min(1).max(REASON_MAX);

/** A dispute as its author sees it: nobody of staff and no reviewer has a place in it. */
const OwnDisputeView = z.object({
  id: Id,
  state: DisputeState,
  reason: z.string(),
  openedAt: Timestamp,
  answerBy: Timestamp,
  answer: z.object({ reason: z.string(), at: Timestamp }).nullable(),
  can: z.object({ withdraw: z.boolean() }),
});

export const OwnDisputesView = z.object({
  /** Until when one can dispute; null before the release. */
  until: Timestamp.nullable(),
  targets: z.array(
    z.object({
      target: DisputeTarget,
      /** The gradebook column's name; of a review its reviewer's, where the author knows it. */
      label: z.string().nullable(),
      /** The newest dispute about it. */
      dispute: OwnDisputeView.nullable(),
      can: z.object({ dispute: z.boolean() }),
    }),
  ),
});
export type OwnDisputesView = z.output<typeof OwnDisputesView>;

/** A dispute as staff see it. */
export const StaffDisputeView = z.object({
  id: Id,
  member: z.object({ id: Id, name: z.string().nullable() }),
  target: DisputeTarget,
  state: DisputeState,
  reason: z.string(),
  openedAt: Timestamp,
  answerBy: Timestamp,
  isOverdue: z.boolean(),
  /** Null while nobody has taken it. */
  takenBy: z.object({ name: z.string().nullable(), isCaller: z.boolean() }).nullable(),
  /** `grade`: what was set, in points; only where the state is `changed`. */
  answer: z.object({ reason: z.string(), at: Timestamp, grade: z.number().nullable() }).nullable(),
  revision: z.int(),
  can: z.object({ take: z.boolean(), answer: z.boolean(), changeGrade: z.boolean() }),
});
export type StaffDisputeView = z.output<typeof StaffDisputeView>;

const ActivityParams = z.object({ activityId: Id });
const DisputeParams = z.object({ activityId: Id, disputeId: Id });

export const GetOwnDisputes = {
  method: 'get',
  path: '/activities/:activityId/disputes/mine',
  permission: 'dispute.own',
  summary: 'What the caller can dispute, and what became of the disputes',
  params: ActivityParams,
  response: OwnDisputesView,
} satisfies Endpoint;

export const OpenDispute = {
  method: 'put',
  path: '/activities/:activityId/disputes/mine/:disputeId',
  permission: 'dispute.own',
  summary: 'Disputes an own grade or a received review; repeating the call changes nothing',
  params: DisputeParams,
  body: z.object({ target: DisputeTarget, reason: Reason }),
  response: OwnDisputesView,
} satisfies Endpoint;

export const WithdrawDispute = {
  method: 'delete',
  path: '/activities/:activityId/disputes/mine/:disputeId',
  permission: 'dispute.own',
  summary: 'Takes an own dispute back that is not answered yet',
  params: DisputeParams,
  response: OwnDisputesView,
} satisfies Endpoint;

export const ListDisputes = {
  method: 'get',
  path: '/activities/:activityId/disputes',
  permission: 'dispute.answer',
  summary: 'The disputes of an activity, newest first, and how many wait for an answer',
  params: ActivityParams,
  query: Page,
  response: z.object({
    activity: ActivitySummaryView.pick({ type: true, title: true }),
    items: z.array(StaffDisputeView),
    waiting: z.int(),
    total: z.int(),
    next: z.string().nullable(),
  }),
} satisfies Endpoint;

export const TakeDispute = {
  method: 'post',
  path: '/activities/:activityId/disputes/:disputeId/take',
  permission: 'dispute.answer',
  summary: 'Takes a dispute, also over from a colleague',
  params: DisputeParams,
  body: z.object({ expectedRevision: z.int().min(1) }),
  response: StaffDisputeView,
} satisfies Endpoint;

export const AnswerDispute = {
  method: 'put',
  path: '/activities/:activityId/disputes/:disputeId/answer',
  permission: 'dispute.answer',
  summary: 'Answers a dispute that the caller has taken; `changed` sets the grade by the same call',
  params: DisputeParams,
  body: z.object({
    outcome: z.discriminatedUnion('state', [
      z.object({ state: z.literal('upheld') }),
      z.object({ state: z.literal('rejected') }),
      /** In points of the disputed column; of the main one where a review was disputed. */
      z.object({ state: z.literal('changed'), grade: z.number() }),
    ]),
    reason: Reason,
    expectedRevision: z.int().min(1),
  }),
  response: StaffDisputeView,
} satisfies Endpoint;

const days = {
  openDays: z.int().min(0).max(DISPUTE_DAYS_MAX),
  answerDays: z.int().min(1).max(DISPUTE_DAYS_MAX),
};

/** For how long learners can dispute in an activity, and how soon staff should answer. */
export const DisputeSettingsView = z.object({
  ...days,
  revision: z.int(),
  /** Null before the release. */
  releasedAt: Timestamp.nullable(),
  /** Until when one can dispute, as it is now; null before the release. */
  until: Timestamp.nullable(),
  /** Disputes that wait for an answer: they keep the date that they were given. */
  waiting: z.int(),
  can: z.object({ change: z.boolean() }),
});
export type DisputeSettingsView = z.output<typeof DisputeSettingsView>;

export const GetDisputeSettings = {
  method: 'get',
  path: '/activities/:activityId/disputes/settings',
  permission: 'dispute.answer',
  summary: 'For how long learners can dispute, and how soon staff should answer',
  params: ActivityParams,
  response: DisputeSettingsView,
} satisfies Endpoint;

export const SaveDisputeSettings = {
  method: 'put',
  path: '/activities/:activityId/disputes/settings',
  permission: 'activity.edit',
  summary:
    'Sets for how long learners can dispute, and how soon staff should answer; open disputes keep their date',
  params: ActivityParams,
  body: z.object({ ...days, expectedRevision: z.int().min(0) }),
  response: DisputeSettingsView,
} satisfies Endpoint;
