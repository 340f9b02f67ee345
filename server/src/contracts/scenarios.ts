import { z } from 'zod';
import { type Endpoint, Id, Page } from './endpoint.ts';
import { OfRoom } from './group-room.ts';
import { StoredRichText } from './rich-text.ts';

const ScenarioView = z.object({ id: z.string(), title: z.string(), text: StoredRichText });

/** What one group works on: for its members, and for staff. */
export const GroupScenarioView = z.object({
  /** Null: staff have not chosen one yet. */
  scenario: ScenarioView.nullable(),
});
export type GroupScenarioView = z.output<typeof GroupScenarioView>;

export const GetGroupScenario = {
  method: 'get',
  path: '/group-work/:activityId/groups/:groupId/scenario',
  permission: 'groupWork.read',
  summary: 'The scenario of a group: for its members, and for staff',
  params: OfRoom,
  response: GroupScenarioView,
} satisfies Endpoint;

/** For staff: the pool, and which group has which of it. */
export const ScenarioPoolView = z.object({
  /** Of the project. */
  title: z.string(),
  givenBy: z.enum(['draw', 'staff']),
  /** `groups`: how many have it. */
  scenarios: z.array(ScenarioView.extend({ groups: z.int() })),
  items: z.array(
    z.object({
      groupId: Id,
      name: z.string().nullable(),
      /** Null: none yet. */
      scenarioId: z.string().nullable(),
      isChosen: z.boolean(),
    }),
  ),
  next: z.string().nullable(),
  revision: z.int(),
  can: z.object({ give: z.boolean() }),
});
export type ScenarioPoolView = z.output<typeof ScenarioPoolView>;

export const ListScenarios = {
  method: 'get',
  path: '/group-work/:activityId/scenarios',
  permission: 'groupWork.overview',
  summary: 'The scenarios of a project, and which group has which',
  params: z.object({ activityId: Id }),
  query: Page,
  response: ScenarioPoolView,
} satisfies Endpoint;

export const GiveScenario = {
  method: 'put',
  path: '/group-work/:activityId/groups/:groupId/scenario',
  permission: 'groupWork.lead',
  summary: 'Chooses the scenario of a group, or leaves it to the draw again',
  params: OfRoom,
  body: z.object({ scenarioId: z.string().min(1).max(32).nullable(), expectedRevision: z.int().min(0) }),
  response: z.object({ scenarioId: z.string().nullable(), isChosen: z.boolean(), revision: z.int() }),
} satisfies Endpoint;
