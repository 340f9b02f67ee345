import { z } from 'zod';
import { type Endpoint, Id, Page, Timestamp } from './endpoint.ts';
import { GroupSetView, GroupView, PersonView } from './groups.ts';
import {
  GROUP_CAP_MAX,
  GROUP_MOVES_MAX,
  GROUP_NAME_MAX,
  GROUP_TOPIC_MAX,
  GROUPS_ADDED_MAX,
  GROUPS_PER_SET_MAX,
} from './limits.ts';

// Group sets that are made here, not by the LMS or a file: by hand, at random and by sign-up (spec/group-work.md, 1).

const Name = z.string().trim().min(1).max(GROUP_NAME_MAX);
const Revision = z.int().min(1);
const Cap = z.int().min(1).max(GROUP_CAP_MAX).nullable();
const OfSet = z.object({ setId: Id });
const OfGroup = z.object({ setId: Id, groupId: Id });

/** Learners choose their group by themselves. */
export const SignUp = z.object({
  /** Null: from now on. */
  opensAt: Timestamp.nullable(),
  /** Null: until staff end it. */
  closesAt: Timestamp.nullable(),
  /** Whether one may leave the group one has chosen, while the sign-up is open. */
  mayChange: z.boolean(),
  /** Whether one may wait for a seat in a full group. */
  waitingList: z.boolean(),
});
export type SignUp = z.output<typeof SignUp>;

/** By what groups were formed; names of attributes, never anybody's values. */
const FormedBy = z.object({
  criteria: z.array(
    z.object({
      kind: z.enum(['cluster', 'overlap', 'distribute', 'balance', 'aggregate']),
      attribute: z.string(),
      /** Of `overlap` alone. */
      hours: z.int().nullable(),
    }),
  ),
  /** Whether staff wanted some people together or apart; never whom. */
  hasPairs: z.boolean(),
});

export const OwnSetView = GroupSetView.extend({
  revision: z.int(),
  /** Whether each group has a leader: whoever is in it longest, unless somebody else is named. */
  hasLeaders: z.boolean(),
  signUp: SignUp.nullable(),
  /** Learners of the course in no group of the set. */
  unplaced: z.int(),
  /** How its groups were formed by criteria last; `canUndo`: nothing has changed since. */
  formed: FormedBy.extend({ canUndo: z.boolean() }).nullable(),
  can: z.object({ edit: z.boolean() }),
});
export type OwnSetView = z.output<typeof OwnSetView>;

export const CreateGroupSet = {
  method: 'post',
  path: '/group-sets',
  permission: 'groups.edit',
  summary:
    'Makes a group set of the course’s own, empty or as a copy of another; repeating it changes nothing',
  body: z.object({
    /** Made by the client, so that a lost answer can be asked for again. */
    id: Id,
    name: Name,
    copyOf: Id.nullable(),
  }),
  response: OwnSetView,
} satisfies Endpoint;

export const GetGroupSet = {
  method: 'get',
  path: '/group-sets/:setId',
  permission: 'groups.read',
  summary: 'A group set that was made here, with its settings',
  params: OfSet,
  response: OwnSetView,
} satisfies Endpoint;

export const ListUnplaced = {
  method: 'get',
  path: '/group-sets/:setId/unplaced',
  permission: 'groups.read',
  summary: 'Learners of the course in no group of the set, by name',
  params: OfSet,
  query: Page,
  response: z.object({ items: z.array(PersonView), next: z.string().nullable() }),
} satisfies Endpoint;

export const ChangeGroupSet = {
  method: 'put',
  path: '/group-sets/:setId',
  permission: 'groups.edit',
  summary: 'Names a group set, and says whether learners sign up for its groups by themselves',
  params: OfSet,
  body: z.object({
    name: Name,
    hasLeaders: z.boolean(),
    signUp: SignUp.nullable(),
    expectedRevision: Revision,
  }),
  response: OwnSetView,
} satisfies Endpoint;

export const DeleteGroupSet = {
  method: 'post',
  path: '/group-sets/:setId/delete',
  permission: 'groups.edit',
  summary: 'Takes a group set off; who was in its groups stays on record',
  params: OfSet,
  body: z.object({ expectedRevision: Revision }),
  response: z.object({}),
} satisfies Endpoint;

export const AddGroups = {
  method: 'post',
  path: '/group-sets/:setId/groups',
  permission: 'groups.edit',
  summary: 'Adds empty groups to a set',
  params: OfSet,
  body: z.object({
    names: z.array(Name).min(1).max(GROUPS_ADDED_MAX),
    cap: Cap,
    expectedRevision: Revision,
  }),
  response: OwnSetView,
} satisfies Endpoint;

export const ChangeGroup = {
  method: 'put',
  path: '/group-sets/:setId/groups/:groupId',
  permission: 'groups.edit',
  summary: 'Names a group, its topic, how many may sign up for it, and who leads it',
  params: OfGroup,
  body: z.object({
    name: Name,
    topic: z.string().trim().max(GROUP_TOPIC_MAX),
    cap: Cap,
    leaderId: Id.nullable(),
    expectedRevision: Revision,
  }),
  response: OwnSetView,
} satisfies Endpoint;

export const DeleteGroup = {
  method: 'post',
  path: '/group-sets/:setId/groups/:groupId/delete',
  permission: 'groups.edit',
  summary: 'Takes a group off; its people are in no group of the set then',
  params: OfGroup,
  body: z.object({ expectedRevision: Revision }),
  response: OwnSetView,
} satisfies Endpoint;

/** Where somebody is to be; null: in no group of the set. */
const Move = z.object({ memberId: Id, groupId: Id.nullable() });

export const MoveMembers = {
  method: 'post',
  path: '/group-sets/:setId/moves',
  permission: 'groups.edit',
  summary: 'Moves people between the groups of a set; caps are for sign-up and do not bind staff',
  params: OfSet,
  body: z.object({ moves: z.array(Move).min(1).max(GROUP_MOVES_MAX), expectedRevision: Revision }),
  response: OwnSetView.extend({
    /** The moves that take it back. */
    undo: z.array(Move),
  }),
} satisfies Endpoint;

/** How many groups are made of those who are in none. */
export const Into = z.discriminatedUnion('kind', [
  /** The groups that are there, the smallest first. */
  z.object({ kind: z.literal('present') }),
  z.object({ kind: z.literal('size'), size: z.int().min(2).max(GROUP_CAP_MAX) }),
  z.object({ kind: z.literal('count'), count: z.int().min(1).max(GROUPS_PER_SET_MAX) }),
]);

const Draw = z.object({
  into: Into,
  /** "Group" makes "Group 1", "Group 2" …, in the language of who asks. */
  nameOfNew: Name,
  /** The same seed draws the same groups, as long as nothing has changed. */
  seed: z
    .int()
    .min(0)
    .max(2 ** 32 - 1),
});

export const PreviewRandomGroups = {
  method: 'post',
  path: '/group-sets/:setId/random/preview',
  permission: 'groups.edit',
  summary: 'Where chance would put the learners who are in no group of the set; saves nothing',
  params: OfSet,
  body: Draw,
  response: z.object({
    revision: z.int(),
    groups: z.array(
      z.object({ name: z.string(), isNew: z.boolean(), present: z.int(), joining: z.array(PersonView) }),
    ),
    /** Learners for whom no seat is left. */
    left: z.int(),
  }),
} satisfies Endpoint;

export const MakeRandomGroups = {
  method: 'post',
  path: '/group-sets/:setId/random',
  permission: 'groups.edit',
  summary:
    'Puts the learners who are in no group of the set into groups by chance, as the preview with this seed said',
  params: OfSet,
  body: Draw.extend({ expectedRevision: Revision }),
  response: OwnSetView,
} satisfies Endpoint;

/** What a learner sees of a group set: one's own groups, and those one may sign up for. */
export const MyGroupSetView = z.object({
  id: Id,
  name: z.string().nullable(),
  /** Null where the learner cannot choose. */
  signUp: SignUp.extend({ isOpen: z.boolean() }).nullable(),
  myGroupId: Id.nullable(),
  /** The full group one waits for, and how many wait before. */
  waitingFor: z.object({ groupId: Id, ahead: z.int() }).nullable(),
  /** Null where groups were not formed by criteria. */
  formed: FormedBy.nullable(),
  groups: z.array(
    GroupView.pick({ id: true, name: true, topic: true, cap: true }).extend({
      taken: z.int(),
      waiting: z.int(),
      /** Names, never addresses. In a set without sign-up only of one's own group. */
      members: z.array(z.object({ memberId: Id, name: z.string().nullable(), leads: z.boolean() })),
    }),
  ),
});
export type MyGroupSetView = z.output<typeof MyGroupSetView>;

export const ListMyGroupSets = {
  method: 'get',
  path: '/my-groups',
  permission: 'groups.own',
  summary: 'The groups one is in, and those one may sign up for',
  response: z.object({ items: z.array(MyGroupSetView) }),
} satisfies Endpoint;

export const ChooseGroup = {
  method: 'put',
  path: '/group-sets/:setId/mine',
  permission: 'groups.own',
  summary: 'Signs up for a group, or for the waiting list of a full one; no group leaves the one before',
  params: OfSet,
  body: z.object({ groupId: Id.nullable() }),
  response: MyGroupSetView,
} satisfies Endpoint;

/** What a call carries. */
export type BodyOf<E extends { readonly body: z.ZodType }> = z.output<E['body']>;
