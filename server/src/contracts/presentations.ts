import { z } from 'zod';
import { type Endpoint, Id, Timestamp } from './endpoint.ts';
import * as limits from './presentation-limits.ts';
import { TIMER_COMMANDS } from './presentation-timer.ts';

const AT = '/group-work/:activityId/presentations';
const OfProject = z.object({ activityId: Id });
const OfSlot = OfProject.extend({ slotId: Id });
export const AudienceCriterion = z.object({
  id: z.string().regex(/^[a-z0-9]{1,32}$/),
  title: z.string().trim().min(1).max(limits.AUDIENCE_CRITERION_MAX),
});

/** What holds for all presentations of a project. */
const Plan = z.object({
  /** Who fills the slots. */
  booking: z.enum(['groups', 'staff']),
  /** What the audience judges by; empty: it does not. */
  criteria: z
    .array(AudienceCriterion)
    .max(limits.AUDIENCE_CRITERIA_MAX)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'each has an id of its own'),
  /** A peer review of the presentations themselves, where nothing is handed in. */
  peerReviewId: Id.nullable(),
});

const SlotContent = z.object({
  startsAt: Timestamp,
  minutes: z.int().min(1).max(limits.SLOT_MINUTES_MAX),
  /** A room, or a link. */
  place: z.string().trim().max(limits.SLOT_PLACE_MAX),
});

export const PresentationSlotView = SlotContent.extend({
  slotId: Id,
  /** Null: it is free. */
  group: z.object({ groupId: Id, name: z.string().nullable(), isOwn: z.boolean() }).nullable(),
  /** `on`: by the timer, or by the clock where nobody uses it. */
  state: z.enum(['coming', 'on', 'over']),
  revision: z.int(),
});

export type PresentationSlotView = z.output<typeof PresentationSlotView>;

/** Where the timer is: what is left is counted by whoever shows it. */
const TimerView = z.object({
  slotId: Id,
  isRunning: z.boolean(),
  /** So far, when this was read. */
  elapsedMs: z.int(),
});

export const PresentationsView = z.object({
  /** Of the project. */
  title: z.string(),
  plan: Plan,
  /** In the running order. */
  slots: z.array(PresentationSlotView),
  timer: TimerView.nullable(),
  /** Groups that have no slot: the caller's; for staff all. */
  waiting: z.array(z.object({ groupId: Id, name: z.string().nullable() })),
  revision: z.int(),
  can: z.object({ lead: z.boolean(), book: z.boolean() }),
});
export type PresentationsView = z.output<typeof PresentationsView>;

export const ListPresentations = {
  method: 'get',
  path: AT,
  permission: 'groupWork.read',
  summary: 'When which group presents, and where the timer is',
  params: OfProject,
  response: PresentationsView,
} satisfies Endpoint;

export const PlanPresentations = {
  method: 'put',
  path: AT,
  permission: 'groupWork.lead',
  summary: 'Who fills the slots, and what the audience judges by',
  params: OfProject,
  body: Plan.extend({ expectedRevision: z.int().min(0) }),
  response: PresentationsView,
} satisfies Endpoint;

export const SavePresentationSlot = {
  method: 'put',
  path: `${AT}/slots/:slotId`,
  permission: 'groupWork.lead',
  summary: 'Makes a slot, or changes when and where it is',
  params: OfSlot,
  body: SlotContent.extend({ expectedRevision: z.int().min(0) }),
  response: PresentationsView,
} satisfies Endpoint;

export const RemovePresentationSlot = {
  method: 'delete',
  path: `${AT}/slots/:slotId`,
  permission: 'groupWork.lead',
  summary: 'Takes a slot away; what was asked and said in it stays in the record',
  params: OfSlot,
  response: PresentationsView,
} satisfies Endpoint;

export const BookPresentation = {
  method: 'put',
  path: `${AT}/slots/:slotId/group`,
  permission: 'groupWork.present',
  summary: 'Books a slot for a group, or frees it: members for their own, staff for all',
  params: OfSlot,
  body: z.object({ groupId: Id.nullable() }),
  response: PresentationsView,
} satisfies Endpoint;

export const DrawPresentations = {
  method: 'post',
  path: `${AT}/draw`,
  permission: 'groupWork.lead',
  summary: 'Draws free slots for the groups that have none',
  params: OfProject,
  response: PresentationsView,
} satisfies Endpoint;

export const SetPresentationTimer = {
  method: 'put',
  path: `${AT}/timer`,
  permission: 'groupWork.lead',
  summary: 'Starts, pauses or ends the timer, or goes on to the next slot',
  params: OfProject,
  body: z.object({
    command: z.enum(TIMER_COMMANDS),
    /** The slot that is shown: what was meant for another one is refused. */
    slotId: Id,
  }),
  response: PresentationsView,
} satisfies Endpoint;
