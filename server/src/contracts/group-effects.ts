/** What saving changed settings does to groups that work on a project (activity.md item 1). */
import { z } from 'zod';
import { DateEffect } from './date-effects.ts';
import { type Endpoint, Id } from './endpoint.ts';
import { GroupWorkSettings } from './group-work.ts';
import { GROUP_HAND_INS } from './limits.ts';
import { PROJECT_COLUMNS } from './team-limits.ts';

const count = z.int().min(1);

export const ProjectEffect = z.discriminatedUnion('code', [
  DateEffect,
  /** Groups that can hand in again what they had missed, and those that cannot hand in any more. */
  z.object({ code: z.literal('reopened'), count }),
  z.object({ code: z.literal('missed'), count }),
  /** Works handed in that are late now, and those that are not any more. */
  z.object({ code: z.literal('late'), count }),
  z.object({ code: z.literal('inTime'), count }),
  z.object({ code: z.literal('handInChanged'), to: z.enum(GROUP_HAND_INS) }),
  z.object({ code: z.literal('pointsChanged'), from: z.number(), to: z.number() }),
  z.object({ code: z.literal('columnsChanged'), to: z.enum(PROJECT_COLUMNS) }),
  /** Released grades that stay as they are until they are released again. */
  z.object({ code: z.literal('gradesStay'), count }),
]);
export type ProjectEffect = z.output<typeof ProjectEffect>;

export const PreviewGroupWork = {
  method: 'post',
  path: '/group-work/:activityId/preview',
  permission: 'activity.edit',
  summary: 'What saving these settings would do to groups, their works and grades; saves nothing',
  params: z.object({ activityId: Id }),
  body: z.object({ settings: GroupWorkSettings }),
  response: z.object({ effects: z.array(ProjectEffect) }),
} satisfies Endpoint;
