import { z } from 'zod';
import { Id } from './endpoint.ts';
import { OUTSIDE_LINK_MAX } from './outside-links.ts';
import { Timestamp } from './endpoint.ts';
import { TITLE_MAX } from './limits.ts';
import { richText } from './rich-text.ts';
import * as limits from './team-limits.ts';

/** What staff ask under each heading of a team charter; empty: our own words, in the language of whoever reads. */
const CharterPrompts = z.record(
  z.enum(limits.CHARTER_SECTIONS),
  z.string().trim().max(limits.CHARTER_PROMPT_MAX),
);

const LocalId = z.string().regex(/^[a-z0-9]{1,32}$/);

/** A role in each group of a project. */
export const TeamRole = z.object({
  /** Given once and never to another one, so that who had it stays with it. */
  id: LocalId,
  kind: z.enum(limits.TEAM_ROLE_KINDS),
  /** Of a `custom` one; others are named in the language of whoever reads. */
  name: z.string().trim().max(limits.ROLE_NAME_MAX),
  /** Empty: our own words, where it is none of one's own. */
  description: z.string().trim().max(limits.ROLE_DESCRIPTION_MAX),
  /** Goes to another member at each milestone. */
  rotates: z.boolean(),
});
export type TeamRole = z.output<typeof TeamRole>;

/** A place outside that each group has. */
const OutsidePlaceSettings = z.object({
  /** The address of each, with `{group}` for the name of the group; empty: somebody pastes it for each. */
  pattern: z.string().trim().max(OUTSIDE_LINK_MAX),
  /** Members paste the address of their own group; otherwise staff alone do. */
  groupsPaste: z.boolean(),
});
/** A brief that some of the groups of a project get. */
export const Scenario = z.object({
  /** Given once and never to another one, so that groups keep theirs. */
  id: LocalId,
  title: z.string().trim().min(1).max(TITLE_MAX),
  text: richText({ max: limits.SCENARIO_TEXT_MAX }),
});
export type Scenario = z.output<typeof Scenario>;

/** How the groups of a project work together (group-work.md items 2 and 8); null: it is not asked for. */
export const TeamSettings = z.object({
  charter: z.object({ prompts: CharterPrompts }).nullable().default(null),
  /** After each milestone; staff read what is written where `staffLookOn` is set, and members are told so. */
  retrospective: z.object({ staffLookOn: z.boolean() }).nullable().default(null),
  /** After each milestone members are asked how they work together; nobody learns who said what. */
  dynamics: z.boolean().default(false),
  roles: z
    .object({
      /** Who gives them. */
      assignedBy: z.enum(['staff', 'group']),
      list: z
        .array(TeamRole)
        .max(limits.TEAM_ROLES_MAX)
        .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'each has an id of its own')
        .refine((all) => all.every(({ kind, name }) => kind !== 'custom' || name !== ''), 'it needs a name'),
    })
    .nullable()
    .default(null),
  /** The discussion in which each group has a space of its own; it is one per group of the same group set. */
  discussionId: Id.nullable().default(null),
  board: OutsidePlaceSettings.nullable().default(null),
  videoRoom: OutsidePlaceSettings.nullable().default(null),
  /** What each role is told and the others are not: kept apart from the roles, so that it does not go where they go. */
  jigsaw: z
    .object({
      /** From when on everybody in a group reads all of it; null: never. */
      opensAt: Timestamp.nullable(),
      parts: z
        .array(z.object({ roleId: LocalId, text: richText({ max: limits.MATERIAL_MAX }) }))
        .max(limits.TEAM_ROLES_MAX)
        .refine((all) => new Set(all.map(({ roleId }) => roleId)).size === all.length, 'each role once'),
    })
    .nullable()
    .default(null),
  /** A pool that each group gets one of: drawn evenly, or chosen by staff. */
  scenarios: z
    .object({
      givenBy: z.enum(['draw', 'staff']),
      list: z
        .array(Scenario)
        .min(1)
        .max(limits.SCENARIOS_MAX)
        .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'each has an id of its own'),
    })
    .nullable()
    .default(null),
});
export type TeamSettings = z.output<typeof TeamSettings>;

export const NO_TEAM_SETTINGS: TeamSettings = {
  charter: null,
  retrospective: null,
  dynamics: false,
  roles: null,
  discussionId: null,
  board: null,
  videoRoom: null,
  jigsaw: null,
  scenarios: null,
};
