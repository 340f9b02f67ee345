import { z } from 'zod';
import { type Endpoint, Id, Page, Timestamp } from './endpoint.ts';
import { AttachedFileView } from './files.ts';
import { MILESTONES_MAX } from './limits.ts';
import { StoredRichText } from './rich-text.ts';
import { TEAM_ROLE_KINDS } from './team-limits.ts';

const OfProject = z.object({ activityId: Id });
const OfPlenary = OfProject.extend({ n: z.coerce.number().int().min(1).max(MILESTONES_MAX) });

/** From when on learners see the plenaries of a project; staff always do. */
export const PlenariesView = z.object({
  /** For learners those that have a date. */
  items: z.array(
    z.object({
      n: z.int(),
      title: z.string(),
      /** Null: learners do not see it. */
      opensAt: Timestamp.nullable(),
      isOpen: z.boolean(),
    }),
  ),
  revision: z.int(),
  can: z.object({ open: z.boolean() }),
});
export type PlenariesView = z.output<typeof PlenariesView>;

export const ListPlenaries = {
  method: 'get',
  path: '/group-work/:activityId/plenaries',
  permission: 'groupWork.read',
  summary: 'The plenaries of a project, and from when on learners see them',
  params: OfProject,
  response: PlenariesView,
} satisfies Endpoint;

/** What the groups have handed in at a milestone, side by side. */
export const PlenaryView = z.object({
  /** Of the project. */
  title: z.string(),
  milestone: z.object({ n: z.int(), title: z.string() }),
  /** What one goes through: the criteria of the rubric, then other parts. */
  topics: z.array(
    z.object({
      id: z.string(),
      kind: z.enum([...TEAM_ROLE_KINDS, 'criterion']),
      title: z.string(),
      description: z.string(),
      /** Groups write a part for it; otherwise it is in their text. */
      hasPart: z.boolean(),
    }),
  ),
  /** Groups that have handed something in, by name. */
  items: z.array(
    z.object({
      groupId: Id,
      name: z.string().nullable(),
      scenario: z.object({ title: z.string(), text: StoredRichText }).nullable(),
      text: StoredRichText,
      files: z.array(AttachedFileView),
      pages: z.array(z.object({ title: z.string(), text: StoredRichText })),
      parts: z.array(z.object({ id: z.string(), text: StoredRichText })),
    }),
  ),
  next: z.string().nullable(),
  opensAt: Timestamp.nullable(),
  can: z.object({ open: z.boolean() }),
});
export type PlenaryView = z.output<typeof PlenaryView>;

export const GetPlenary = {
  method: 'get',
  path: '/group-work/:activityId/plenaries/:n',
  permission: 'groupWork.read',
  summary: 'What groups have handed in at a milestone, side by side; for learners once it is open',
  params: OfPlenary,
  query: Page,
  response: PlenaryView,
} satisfies Endpoint;

export const OpenPlenary = {
  method: 'put',
  path: '/group-work/:activityId/plenaries/:n',
  permission: 'groupWork.lead',
  summary: 'Opens a plenary to learners from a date on, or closes it',
  params: OfPlenary,
  /** `now`: by the clock of the server. */
  body: z.object({
    opensAt: z.union([z.literal('now'), Timestamp]).nullable(),
    expectedRevision: z.int().min(0),
  }),
  response: PlenariesView,
} satisfies Endpoint;
