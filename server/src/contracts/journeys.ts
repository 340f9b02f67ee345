import { z } from 'zod';
import { type Endpoint, Id } from './endpoint.ts';
import { HOLIDAY_DAYS_MAX, HOLIDAYS_MAX, JOURNEY_DAYS_MAX, JOURNEY_STEPS_MAX, TITLE_MAX } from './limits.ts';
import { Day, StepDate, Zone } from './templates.ts';

const Offset = z.int().min(0).max(JOURNEY_DAYS_MAX);

/** A template with the day on which it begins, counted from the journey's start. */
const JourneyStep = z.object({ id: Id, templateId: Id, afterDays: Offset });

/** Each step begins on the day of the one before it, or later. */
const JourneySteps = z
  .array(JourneyStep)
  .min(1)
  .max(JOURNEY_STEPS_MAX)
  .refine((steps) => new Set(steps.map(({ id }) => id)).size === steps.length, { error: 'ids must differ' })
  .refine(
    (steps) => steps.every(({ afterDays }, at) => at === 0 || afterDays >= (steps[at - 1]?.afterDays ?? 0)),
    { error: 'steps must be in the order of their days' },
  );

export const JourneyView = z.object({
  id: Id,
  name: z.string(),
  steps: z.array(JourneyStep),
  revision: z.int(),
});
export type JourneyView = z.output<typeof JourneyView>;

const JourneyParams = z.object({ journeyId: Id });

export const ListJourneys = {
  method: 'get',
  path: '/journeys',
  permission: 'activity.list',
  summary: 'The journeys of the course, by name',
  response: z.object({ items: z.array(JourneyView), can: z.object({ edit: z.boolean() }) }),
} satisfies Endpoint;

export const SaveJourney = {
  method: 'put',
  path: '/journeys/:journeyId',
  permission: 'activity.edit',
  summary: 'Creates a journey, or changes it; repeating the call changes nothing',
  params: JourneyParams,
  body: z.object({
    name: z.string().trim().min(1).max(TITLE_MAX),
    steps: JourneySteps,
    expectedRevision: z.int().min(0),
  }),
  response: JourneyView,
} satisfies Endpoint;

export const RemoveJourney = {
  method: 'put',
  path: '/journeys/:journeyId/removed',
  permission: 'activity.edit',
  summary: 'Deletes a journey, or brings it back',
  params: JourneyParams,
  body: z.object({ removed: z.boolean() }),
  response: JourneyView,
} satisfies Endpoint;

const DAY_MS = 86_400_000;

const Holiday = z
  .object({ from: Day, to: Day })
  .refine(({ from, to }) => from <= to && Date.parse(to) - Date.parse(from) < HOLIDAY_DAYS_MAX * DAY_MS, {
    error: 'a holiday ends on its first day or later, within a year',
  });

/** The days of a course: which of them count. */
const Calendar = z.object({
  startsOn: Day,
  zone: Zone,
  holidays: z.array(Holiday).max(HOLIDAYS_MAX),
  /** Days of the week that do not count either: 0 is Sunday. One at least counts. */
  freeWeekdays: z
    .array(z.int().min(0).max(6))
    .max(6)
    .refine((days) => new Set(days).size === days.length, { error: 'days must differ' }),
});

/** On which counted day each step begins; as many as the journey has steps. */
const Offsets = z.array(Offset).min(1).max(JOURNEY_STEPS_MAX);

export const PreviewJourney = {
  method: 'post',
  path: '/journeys/:journeyId/preview',
  permission: 'activity.edit',
  summary: 'All dates that applying a journey would make, after a move if one is wished; makes nothing',
  params: JourneyParams,
  body: Calendar.extend({
    afterDays: Offsets,
    /** The step that begins elsewhere; those after it move along. */
    move: z
      .object({
        index: z
          .int()
          .min(0)
          .max(JOURNEY_STEPS_MAX - 1),
        to: z.union([
          z.object({ day: Day }),
          z.object({ days: z.int().min(-JOURNEY_DAYS_MAX).max(JOURNEY_DAYS_MAX) }),
        ]),
      })
      .optional(),
  }),
  response: z.object({
    afterDays: z.array(z.int()),
    steps: z.array(z.object({ id: Id, title: z.string(), startsOn: Day, dates: z.array(StepDate) })),
  }),
} satisfies Endpoint;

export const ApplyJourney = {
  method: 'put',
  path: '/journeys/:journeyId/applications/:applicationId',
  permission: 'activity.edit',
  summary:
    'Makes the activities of a journey as drafts; what broke off is finished, and nothing is made twice',
  params: JourneyParams.extend({ applicationId: Id }),
  body: Calendar.extend({ afterDays: Offsets }),
  response: z.object({ activities: z.array(z.object({ id: Id, title: z.string() })) }),
} satisfies Endpoint;
