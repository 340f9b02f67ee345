import { z } from 'zod';
import { type Endpoint, Id, Timestamp } from './endpoint.ts';
import * as limits from './limits.ts';
import { richText, StoredRichText } from './rich-text.ts';
import { Criterion } from './rubric.ts';
import { MILESTONE_SECTIONS, PROJECT_COLUMNS } from './team-limits.ts';
import { NO_TEAM_SETTINGS, TeamSettings } from './team-settings.ts';

/** One step of a project: what is handed in at it, until when, and what it counts (group-work.md item 2). */
export const GroupMilestone = z.object({
  /** Given once and never to another one, so that own dates and works stay with what they are about. */
  n: z.int().min(1).max(limits.MILESTONES_MAX),
  title: z.string().trim().min(1).max(limits.TITLE_MAX),
  /** What is to be delivered. */
  deliverable: z.string().trim().max(limits.DELIVERABLE_MAX),
  dueAt: Timestamp,
  points: z.number().nonnegative().max(limits.ACTIVITY_POINTS_MAX),
  /** For how many days after the date it is still taken, and what each of them costs; 0 days: not at all. */
  late: z.object({
    days: z.int().min(0).max(limits.LATE_DAYS_MAX),
    percentPerDay: z.number().min(0).max(100),
  }),
  /** What it is graded by; empty: by points. */
  criteria: z.array(Criterion).max(limits.CRITERIA_MAX),
  /** It is made on a board outside: a copy holds a PDF or picture of it, since a link alone is no evidence. */
  snapshot: z.boolean().default(false),
  /** What the group writes beside its text; left out by what was set up before there was a choice. */
  sections: z.enum(MILESTONE_SECTIONS).default('whole'),
});
export type GroupMilestone = z.output<typeof GroupMilestone>;

/** Everything an instructor sets up about a group project, on one page. Its points are those of its milestones. */
export const GroupWorkSettings = z.object({
  title: z.string().trim().min(1).max(limits.TITLE_MAX),
  /** What the project is about. */
  brief: richText({ max: limits.INSTRUCTIONS_MAX }),
  /** Whose groups work together; null in a draft that is not finished. Fixed once something is handed in. */
  groupSetId: Id.nullable(),
  /** `any`: what one member hands in is handed in; `all`: everybody in the group confirms it. */
  handIn: z.enum(limits.GROUP_HAND_INS),
  milestones: z
    .array(GroupMilestone)
    .max(limits.MILESTONES_MAX)
    .refine((all) => new Set(all.map(({ n }) => n)).size === all.length, 'each has a number of its own'),
  /** `milestones`: beside the total, each milestone that counts points has a gradebook column of its own. */
  columns: z.enum(PROJECT_COLUMNS).default('total'),
  /** Left out by what was set up before there was any. */
  team: TeamSettings.default(NO_TEAM_SETTINGS),
});
export type GroupWorkSettings = z.output<typeof GroupWorkSettings>;

/** For staff. */
export const GroupWorkSettingsView = z.object({
  id: Id,
  revision: z.int(),
  settings: GroupWorkSettings,
  /** Whether a group has begun to write. */
  hasWorks: z.boolean(),
  /** The LMS says when the last milestone ends. */
  isLedByLms: z.boolean(),
  /** Hosts that boards and video rooms may be on. */
  outsideHosts: z.array(z.string()),
  can: z.object({ edit: z.boolean() }),
});
export type GroupWorkSettingsView = z.output<typeof GroupWorkSettingsView>;

const OfProject = z.object({ activityId: Id });

export const SaveGroupWork = {
  method: 'put',
  path: '/group-work/:activityId',
  permission: 'activity.edit',
  summary: 'Creates the group project with this id, or changes it; repeating the call changes nothing',
  params: OfProject,
  body: z.object({
    settings: GroupWorkSettings,
    expectedRevision: z.int().min(0),
    /** What a new one begins as; of one that is there, publishing has its own request. */
    state: z.enum(['draft', 'published']).default('published'),
  }),
  response: GroupWorkSettingsView,
} satisfies Endpoint;

export const GetGroupWorkSettings = {
  method: 'get',
  path: '/group-work/:activityId/settings',
  permission: 'activity.list',
  summary: 'The settings of a group project',
  params: OfProject,
  response: GroupWorkSettingsView,
} satisfies Endpoint;

/**
 * `open`: nothing is handed in yet; `late`: the same after the date, while it is still taken; `missed`: nothing can be
 * handed in any more; `toConfirm`: a frozen copy waits for members who have not confirmed it; `handedIn`: it counts.
 */
export const DeliverableState = z.enum(['open', 'late', 'missed', 'toConfirm', 'handedIn']);
export type DeliverableState = z.output<typeof DeliverableState>;

/** How far one group is with one milestone. */
export const GroupMilestoneView = z.object({
  n: z.int(),
  /** The group's own date, and until when it can hand in at all. */
  dueAt: Timestamp,
  closesAt: Timestamp,
  state: DeliverableState,
  handedInAt: Timestamp.nullable(),
  daysLate: z.int(),
  /** Members whose confirmation is missing. */
  unconfirmed: z.int(),
});

/** A group with its members and how far it is: for its members, and for staff. */
export const ProjectGroupView = z.object({
  groupId: Id,
  name: z.string().nullable(),
  members: z.array(z.object({ memberId: Id, name: z.string().nullable(), isOwn: z.boolean() })),
  milestones: z.array(GroupMilestoneView),
});
export type ProjectGroupView = z.output<typeof ProjectGroupView>;

/** A project as one meets it. */
export const GroupWorkView = z.object({
  id: Id,
  title: z.string(),
  brief: StoredRichText,
  state: z.enum(['draft', 'published', 'closed']),
  handIn: z.enum(limits.GROUP_HAND_INS),
  milestones: z.array(
    GroupMilestone.pick({ n: true, title: true, deliverable: true, dueAt: true, points: true, late: true }),
  ),
  /** What groups have for working together beside the milestones. */
  team: z.object({
    charter: z.boolean(),
    roles: z.boolean(),
    retrospective: z.boolean(),
    /** Members are asked how they work together. */
    dynamics: z.boolean(),
    /** Where groups discuss, each in a space of its own; null: nowhere. */
    discussionId: Id.nullable(),
    /** A board or a video room outside. */
    places: z.boolean(),
    scenarios: z.boolean(),
    /** Roles have material of their own. */
    materials: z.boolean(),
    /** Whether the caller may read a group's retrospectives. */
    looksBack: z.boolean(),
  }),
  /** The caller's groups; empty for staff, who list all. */
  groups: z.array(ProjectGroupView),
  /** Groups that the caller has left since the project began, or where they have a part in what was handed in. */
  left: z.array(
    z.object({
      groupId: Id,
      name: z.string().nullable(),
      /** When they were there. */
      times: z.array(z.object({ from: Timestamp, until: Timestamp })),
      /** At which milestones they have a part. */
      milestones: z.array(z.int()),
    }),
  ),
  can: z.object({ edit: z.boolean(), listGroups: z.boolean() }),
});
export type GroupWorkView = z.output<typeof GroupWorkView>;

export const GetGroupWork = {
  method: 'get',
  path: '/group-work/:activityId',
  permission: 'groupWork.read',
  summary: 'A group project, with the caller’s group and how far it is',
  params: OfProject,
  response: GroupWorkView,
} satisfies Endpoint;
