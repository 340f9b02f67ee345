import { z } from 'zod';
import { type Endpoint, Id, Timestamp } from './endpoint.ts';
import { MILESTONES_MAX } from './limits.ts';
import { StoredRichText } from './rich-text.ts';
import { TeamRole } from './team-settings.ts';

const Person = z.object({ memberId: z.string(), name: z.string().nullable(), isOwn: z.boolean() });

/** Who has which role of a group at which milestone: for its members, and for staff. */
export const TeamRolesView = z.object({
  /** Of the project. */
  title: z.string(),
  groupName: z.string().nullable(),
  roles: z.array(
    TeamRole.extend({
      holders: z.array(
        z.object({
          n: z.int(),
          /** Null: nobody. */
          person: Person.nullable(),
          /** Somebody chose them; otherwise it is their turn. */
          isChosen: z.boolean(),
          /** They may have read its material, so the group cannot give it to another. */
          isHeld: z.boolean(),
        }),
      ),
    }),
  ),
  milestones: z.array(z.object({ n: z.int(), title: z.string(), dueAt: Timestamp })),
  /** Who is in the group now. */
  members: z.array(Person),
  revision: z.int(),
  /** What the caller's group gives with material it cannot take back, until all of it is open. */
  holds: z.boolean(),
  can: z.object({ assign: z.boolean() }),
});
export type TeamRolesView = z.output<typeof TeamRolesView>;

const OfGroup = z.object({ activityId: Id, groupId: Id });

export const GetTeamRoles = {
  method: 'get',
  path: '/group-work/:activityId/groups/:groupId/roles',
  permission: 'groupWork.read',
  summary: 'Who has which role of a group at which milestone',
  params: OfGroup,
  response: TeamRolesView,
} satisfies Endpoint;

export const AssignTeamRole = {
  method: 'put',
  path: '/group-work/:activityId/groups/:groupId/roles/:roleId',
  permission: 'groupWork.assignRoles',
  summary: 'Gives a role to a member for a milestone, or leaves it to whose turn it is',
  params: OfGroup.extend({ roleId: z.string().min(1).max(32) }),
  body: z.object({
    n: z.int().min(1).max(MILESTONES_MAX),
    memberId: Id.nullable(),
    expectedRevision: z.int().min(0),
  }),
  response: TeamRolesView,
} satisfies Endpoint;

/** What the roles of a group are told: for its members what is theirs, and for staff all. */
export const MaterialsView = z.object({
  /** Of the project. */
  title: z.string(),
  groupName: z.string().nullable(),
  /** From when on everybody in the group reads all of it; null: never. */
  opensAt: Timestamp.nullable(),
  isOpen: z.boolean(),
  items: z.array(
    z.object({
      role: TeamRole.pick({ id: true, kind: true, name: true }),
      /** The caller has, or has had, this role. */
      isOwn: z.boolean(),
      /** Null: not for the caller. */
      text: StoredRichText.nullable(),
    }),
  ),
});
export type MaterialsView = z.output<typeof MaterialsView>;

export const GetMaterials = {
  method: 'get',
  path: '/group-work/:activityId/groups/:groupId/materials',
  permission: 'groupWork.read',
  summary: 'What the roles of a group are told: to each member the own, to all once it is open, and to staff',
  params: OfGroup,
  response: MaterialsView,
} satisfies Endpoint;
