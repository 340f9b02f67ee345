import { z } from 'zod';
import { type Endpoint, Id } from './endpoint.ts';

/** Which works of an activity two people mark (activity.md item 6). */

const Share = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('all') }),
  z.object({ kind: z.literal('number'), value: z.int().min(1).max(100_000) }),
  z.object({ kind: z.literal('percent'), value: z.number().gt(0).max(100) }),
]);

/** The greatest difference at which the mean counts; above it the work goes to the lead. */
const Limit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('points'), value: z.number().min(0).max(100_000) }),
  z.object({ kind: z.literal('percent'), value: z.number().min(0).max(100) }),
]);

const ActivityParams = z.object({ activityId: Id });

export const MarkingSettingsView = z.object({
  share: Share,
  limit: Limit,
  revision: z.int(),
  /** The rubric's points. */
  maximum: z.number(),
  /** All works; those that two people mark; those of them that somebody has marked; those to be settled. */
  works: z.object({ total: z.int(), twice: z.int(), begun: z.int(), toSettle: z.int() }),
  can: z.object({ change: z.boolean() }),
});
export type MarkingSettingsView = z.output<typeof MarkingSettingsView>;

export const GetMarkingSettings = {
  method: 'get',
  path: '/activities/:activityId/marking/settings',
  permission: 'marking.mark',
  summary: 'Which works two people mark, and when the lead decides',
  params: ActivityParams,
  response: MarkingSettingsView,
} satisfies Endpoint;

export const SaveMarkingSettings = {
  method: 'put',
  path: '/activities/:activityId/marking/settings',
  permission: 'marking.divide',
  summary: 'Sets which works two people mark; what is begun stays as it is',
  params: ActivityParams,
  body: z.object({ share: Share, limit: Limit, expectedRevision: z.int().min(0) }),
  response: MarkingSettingsView,
} satisfies Endpoint;
