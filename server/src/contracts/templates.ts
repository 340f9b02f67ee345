import { z } from 'zod';
import { type Endpoint, Id, Timestamp } from './endpoint.ts';
import { ACTIVITY_POINTS_MAX, TEMPLATE_DESCRIPTION_MAX, TITLE_MAX } from './limits.ts';

/** A day of the calendar, in no certain zone: `2027-03-01`. */
export const Day = z.iso.date();
/** An IANA name; the server refuses what it does not know. */
export const Zone = z.string().min(1).max(60);

const Name = z.string().trim().min(1).max(TITLE_MAX);
const Description = z.string().trim().max(TEMPLATE_DESCRIPTION_MAX);

/** A step of an activity and when it ends. */
export const StepDate = z.object({ step: z.string(), at: Timestamp });
export type StepDate = z.output<typeof StepDate>;

/** An activity kept to be made again: settings and rubric, with dates in days after a start. */
export const TemplateView = z.object({
  id: Id,
  name: z.string(),
  description: z.string(),
  /** The title of the activities made from it. */
  title: z.string(),
  points: z.number().nonnegative().max(ACTIVITY_POINTS_MAX),
  dates: z.array(z.object({ step: z.string(), afterDays: z.int(), time: z.string() })),
  revision: z.int(),
});
export type TemplateView = z.output<typeof TemplateView>;

const TemplateParams = z.object({ templateId: Id });

export const ListTemplates = {
  method: 'get',
  path: '/templates',
  permission: 'activity.list',
  summary: 'The templates of the course, by name',
  response: z.object({ items: z.array(TemplateView), can: z.object({ edit: z.boolean() }) }),
} satisfies Endpoint;

export const SaveTemplate = {
  method: 'put',
  path: '/templates/:templateId',
  permission: 'activity.edit',
  summary: 'Keeps an activity as a template under a new id; repeating it changes nothing',
  params: TemplateParams,
  body: z.object({
    activityId: Id,
    name: Name,
    description: Description,
    /** The day from which its dates are counted. */
    startsOn: Day,
    zone: Zone,
  }),
  response: TemplateView,
} satisfies Endpoint;

export const RenameTemplate = {
  method: 'put',
  path: '/templates/:templateId/name',
  permission: 'activity.edit',
  summary: 'Changes name and description of a template',
  params: TemplateParams,
  body: z.object({ name: Name, description: Description, expectedRevision: z.int().min(1) }),
  response: TemplateView,
} satisfies Endpoint;

export const RemoveTemplate = {
  method: 'put',
  path: '/templates/:templateId/removed',
  permission: 'activity.edit',
  summary: 'Deletes a template, or brings it back',
  params: TemplateParams,
  body: z.object({ removed: z.boolean() }),
  response: TemplateView,
} satisfies Endpoint;

/** What a new activity is made from. */
const Source = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('template'), id: Id }),
  z.object({ kind: z.literal('activity'), id: Id }),
]);

export const PreviewDraft = {
  method: 'post',
  path: '/activity-drafts/preview',
  permission: 'activity.edit',
  summary: 'The dates of an activity that would be made from a template, or as a copy; makes nothing',
  body: z.object({ source: Source, startsOn: Day, zone: Zone }),
  response: z.object({ title: z.string(), dates: z.array(StepDate) }),
} satisfies Endpoint;

export const MakeDraft = {
  method: 'put',
  path: '/activity-drafts/:activityId',
  permission: 'activity.edit',
  summary:
    'Makes an activity from a template, or as a copy of one, as a draft; repeating it makes nothing twice',
  params: z.object({ activityId: Id }),
  body: z.object({ source: Source, title: Name, startsOn: Day, zone: Zone }),
  response: z.object({ activityId: Id }),
} satisfies Endpoint;
