import { z } from 'zod';
import { type Endpoint, Id, Page, Timestamp } from './endpoint.ts';
import { ACCOMMODATION_DAYS_MAX, ACCOMMODATION_PERCENT_MAX, MILESTONES_MAX, REASON_MAX } from './limits.ts';

const PLAIN_STEPS = ['due', 'handIn', 'review', 'selfAssess', 'revise', 'backEvaluate', 'post'] as const;
/** A milestone of a discussion, by its number. */
export type MilestoneStep = `milestone${number}`;
const MILESTONE_STEPS = Array.from(
  { length: MILESTONES_MAX },
  (_, at): MilestoneStep => `milestone${at + 1}`,
);

/** Steps of all activity types that end at a date. */
const StepName = z.enum([...PLAIN_STEPS, ...MILESTONE_STEPS]);
export type StepName = z.output<typeof StepName>;

/** An IANA name; the server refuses what it does not know. */
const Zone = z.string().min(1).max(60);
const Reason = z.string().trim().max(REASON_MAX);

/** One step's end, for everybody and for the member. */
const StepView = z.object({ step: StepName, normal: Timestamp, own: Timestamp });

const Until = z.partialRecord(StepName, Timestamp);

/** More time in one activity. Revision 0: there never was any. */
const ExtensionView = z.object({
  until: Until,
  reason: z.string(),
  revision: z.int(),
  changedAt: Timestamp.nullable(),
});

/** A standing right to more time, in all activities of the course. Revision 0: there never was one. */
const AccommodationView = z.object({
  percent: z.int(),
  days: z.int(),
  reason: z.string(),
  revision: z.int(),
  changedAt: Timestamp.nullable(),
});

/** One learner's dates in an activity, and why they are what they are. For staff alone: reasons may be about health. */
export const TimelineView = z.object({
  memberId: Id,
  name: z.string().nullable(),
  steps: z.array(StepView),
  extension: ExtensionView,
  accommodation: AccommodationView,
  /** Until when the LMS lets this learner hand in, where it leads and says more than for everybody. */
  lmsUntil: Timestamp.nullable(),
  /** The learner's groups that have more time here. */
  groups: z.array(z.object({ name: z.string().nullable() })),
  can: z.object({ edit: z.boolean() }),
});
export type TimelineView = z.output<typeof TimelineView>;

const OfMember = z.object({ activityId: Id, memberId: Id });

export const GetTimeline = {
  method: 'get',
  path: '/activities/:activityId/timelines/:memberId',
  permission: 'timeline.read',
  summary: 'One learner’s dates in an activity, with extension and accommodation',
  params: OfMember,
  response: TimelineView,
} satisfies Endpoint;

export const ListExtensions = {
  method: 'get',
  path: '/activities/:activityId/extensions',
  permission: 'timeline.read',
  summary: 'The learners who have more time in an activity than others',
  params: z.object({ activityId: Id }),
  query: Page,
  response: z.object({
    items: z.array(
      z.object({
        memberId: Id,
        name: z.string().nullable(),
        steps: z.array(StepView),
        reason: z.string(),
        changedAt: Timestamp,
      }),
    ),
    next: z.string().nullable(),
  }),
} satisfies Endpoint;

const ExtensionBody = z.object({
  /** Until when steps last for the learner; what comes after them moves along. Empty: no more time than others. */
  until: Until,
  zone: Zone,
});

export const PreviewExtension = {
  method: 'post',
  path: '/activities/:activityId/timelines/:memberId/extension/preview',
  permission: 'timeline.edit',
  summary: 'The dates that an extension would make; saves nothing',
  params: OfMember,
  body: ExtensionBody,
  response: z.object({ steps: z.array(StepView) }),
} satisfies Endpoint;

export const SaveExtension = {
  method: 'put',
  path: '/activities/:activityId/timelines/:memberId/extension',
  permission: 'timeline.edit',
  summary: 'Gives a learner more time in an activity, or takes it back',
  params: OfMember,
  body: ExtensionBody.extend({ reason: Reason, expectedRevision: z.int().min(0) }),
  response: TimelineView,
} satisfies Endpoint;

const AccommodationBody = z.object({
  /** Both 0: none any more. */
  percent: z.int().min(0).max(ACCOMMODATION_PERCENT_MAX),
  days: z.int().min(0).max(ACCOMMODATION_DAYS_MAX),
  zone: Zone,
});

export const PreviewAccommodation = {
  method: 'post',
  path: '/members/:memberId/accommodation/preview',
  permission: 'timeline.edit',
  summary: 'The dates that an accommodation would make in the newest activities of the course; saves nothing',
  params: z.object({ memberId: Id }),
  body: AccommodationBody,
  response: z.object({
    activities: z.array(z.object({ activityId: Id, title: z.string(), steps: z.array(StepView) })),
  }),
} satisfies Endpoint;

export const SaveAccommodation = {
  method: 'put',
  path: '/members/:memberId/accommodation',
  permission: 'timeline.edit',
  summary: 'Gives a learner more time in all present and future activities of the course, or takes it back',
  params: z.object({ memberId: Id }),
  body: AccommodationBody.extend({ reason: Reason, expectedRevision: z.int().min(0) }),
  response: AccommodationView,
} satisfies Endpoint;

/** More time for everybody in a group, or in a section. Revision 0: there never was any. */
export const GroupExtensionView = ExtensionView.extend({
  groupId: Id,
  name: z.string().nullable(),
  setName: z.string().nullable(),
  /** Learners in the group right now. */
  people: z.int(),
  /** `own`: for who is in the group and has nothing else. */
  steps: z.array(StepView),
});
export type GroupExtensionView = z.output<typeof GroupExtensionView>;

const OfGroup = z.object({ activityId: Id, groupId: Id });

export const ListGroupExtensions = {
  method: 'get',
  path: '/activities/:activityId/group-extensions',
  permission: 'timeline.read',
  summary: 'The groups that have more time in an activity than others',
  params: z.object({ activityId: Id }),
  response: z.object({ items: z.array(GroupExtensionView) }),
} satisfies Endpoint;

export const PreviewGroupExtension = {
  method: 'post',
  path: '/activities/:activityId/group-extensions/:groupId/preview',
  permission: 'timeline.edit',
  summary: 'The dates that an extension of a group would make, and for how many; saves nothing',
  params: OfGroup,
  body: ExtensionBody,
  response: z.object({
    steps: z.array(StepView),
    people: z.int(),
    /** Of what the group has now. */
    revision: z.int(),
    reason: z.string(),
  }),
} satisfies Endpoint;

export const SaveGroupExtension = {
  method: 'put',
  path: '/activities/:activityId/group-extensions/:groupId',
  permission: 'timeline.edit',
  summary: 'Gives everybody in a group more time in an activity, or takes it back',
  params: OfGroup,
  body: ExtensionBody.extend({ reason: Reason, expectedRevision: z.int().min(0) }),
  response: GroupExtensionView,
} satisfies Endpoint;
