import { z } from 'zod';
import { type Endpoint, Id, Page, Timestamp } from './endpoint.ts';
import * as limits from './team-limits.ts';

/** What a group writes under each heading. */
export const CharterTexts = z.record(
  z.enum(limits.CHARTER_SECTIONS),
  z.string().trim().max(limits.CHARTER_TEXT_MAX),
);
export type CharterTexts = z.output<typeof CharterTexts>;

/** Somebody of the group, also one who has left it since. */
const Person = z.object({ name: z.string().nullable(), isOwn: z.boolean() });

const CharterVersionView = z.object({
  version: z.int(),
  by: Person,
  at: Timestamp,
  texts: CharterTexts,
  agreements: z.array(Person.extend({ at: Timestamp })),
});

/** The charter of one group: for its members, and, without the draft, for staff. */
export const CharterView = z.object({
  /** Of the project. */
  title: z.string(),
  groupName: z.string().nullable(),
  prompts: z.record(z.enum(limits.CHARTER_SECTIONS), z.string()),
  /** Null for staff. */
  draft: z
    .object({
      texts: CharterTexts,
      revision: z.int(),
      savedBy: Person.nullable(),
      savedAt: Timestamp.nullable(),
    })
    .nullable(),
  /** What the group is asked to agree to, or has agreed to. */
  current: CharterVersionView.extend({
    /** Who is in the group now and has not agreed. */
    missing: z.array(Person),
  }).nullable(),
  /** What it was before, the newest first. */
  earlier: z.array(CharterVersionView),
  can: z.object({ write: z.boolean(), agree: z.boolean() }),
});
export type CharterView = z.output<typeof CharterView>;

const OfProject = z.object({ activityId: Id });
const OfGroup = OfProject.extend({ groupId: Id });

export const GetCharter = {
  method: 'get',
  path: '/group-work/:activityId/groups/:groupId/charter',
  permission: 'groupWork.read',
  summary: 'The charter of a group with who has agreed to it, and the ones before',
  params: OfGroup,
  response: CharterView,
} satisfies Endpoint;

export const SaveCharterDraft = {
  method: 'put',
  path: '/group-work/:activityId/groups/:groupId/charter/draft',
  permission: 'groupWork.write',
  summary: 'Saves what the group writes, if nobody else of it has saved meanwhile',
  params: OfGroup,
  body: z.object({ texts: CharterTexts, expectedRevision: z.int().min(0) }),
  response: z.object({ revision: z.int(), savedAt: Timestamp }),
} satisfies Endpoint;

export const ProposeCharter = {
  method: 'post',
  path: '/group-work/:activityId/groups/:groupId/charter/versions',
  permission: 'groupWork.write',
  summary: 'Puts the draft to the group as a new version, which everybody has to agree to anew',
  params: OfGroup,
  body: z.object({ expectedRevision: z.int().min(1) }),
  response: CharterView,
} satisfies Endpoint;

export const AgreeToCharter = {
  method: 'put',
  path: '/group-work/:activityId/groups/:groupId/charter/versions/:version/agreement',
  permission: 'groupWork.write',
  summary: 'Agrees to the charter by name; repeating the call changes nothing',
  params: OfGroup.extend({ version: z.coerce.number().int().min(1) }),
  response: CharterView,
} satisfies Endpoint;

/** How far one group is with its charter. */
const CharterStateView = z.object({
  groupId: Id,
  name: z.string().nullable(),
  /** `none`: nothing is put to the group; `toAgree`: members have not agreed yet. */
  state: z.enum(['none', 'toAgree', 'agreed']),
  /** Of those in the group now. */
  agreed: z.int(),
  members: z.int(),
  at: Timestamp.nullable(),
});

export const ListCharters = {
  method: 'get',
  path: '/group-work/:activityId/charters',
  permission: 'groupWork.overview',
  summary: 'How far each group of a project is with its charter',
  params: OfProject,
  query: Page,
  response: z.object({
    /** Of the project. */
    title: z.string(),
    items: z.array(CharterStateView),
    next: z.string().nullable(),
  }),
} satisfies Endpoint;
