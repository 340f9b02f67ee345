import { z } from 'zod';
import { type Endpoint, Id } from './endpoint.ts';
import { Into, OwnSetView } from './group-sets.ts';
import {
  ATTRIBUTE_VALUE_MAX,
  ATTRIBUTE_VALUES_MAX,
  FORMATION_LOCKS_MAX,
  FORMATION_PAIRS_MAX,
  FORMATION_RULES_MAX,
  GROUP_NAME_MAX,
  GROUPS_PER_SET_MAX,
  OVERLAP_HOURS_MAX,
} from './limits.ts';

// Groups formed by criteria (spec/group-work.md, 1): proposed first, and saved by one command.

const OfSet = z.object({ setId: Id });

export const FormationRule = z.discriminatedUnion('kind', [
  /** Never exactly one of those who have one of these values is in a group. */
  z.object({
    kind: z.literal('cluster'),
    attributeId: Id,
    values: z.array(z.string().max(ATTRIBUTE_VALUE_MAX)).min(1).max(ATTRIBUTE_VALUES_MAX),
  }),
  /** At least so many hours of the week at which all are free. */
  z.object({ kind: z.literal('overlap'), attributeId: Id, hours: z.int().min(1).max(OVERLAP_HOURS_MAX) }),
  /** Each value spread over the groups as evenly as it goes. */
  z.object({ kind: z.literal('distribute'), attributeId: Id }),
  /** The groups' means near everybody's. */
  z.object({ kind: z.literal('balance'), attributeId: Id }),
  /** All of a group have the same value. */
  z.object({ kind: z.literal('aggregate'), attributeId: Id }),
]);
export type FormationRule = z.output<typeof FormationRule>;

export const FormationPair = z.object({
  kind: z.enum(['together', 'apart']),
  memberIds: z.tuple([Id, Id]),
});

const Formation = z.object({
  /** `unplaced`: who is in a group stays there. */
  people: z.enum(['everybody', 'unplaced']),
  into: Into,
  /** "Group" makes "Group 1", "Group 2" …, in the language of who asks. */
  nameOfNew: z.string().trim().min(1).max(GROUP_NAME_MAX),
  /** In order of priority; `cluster` and `overlap` come before the others. */
  rules: z.array(FormationRule).max(FORMATION_RULES_MAX),
  pairs: z.array(FormationPair).max(FORMATION_PAIRS_MAX),
  /** Who stays in which group of a proposal with the same sizes, by the group's place in it. */
  locks: z
    .array(z.object({ memberId: Id, group: z.int().min(0).max(GROUPS_PER_SET_MAX) }))
    .max(FORMATION_LOCKS_MAX),
  /** The same seed proposes the same groups, as long as nothing has changed. */
  seed: z
    .int()
    .min(0)
    .max(2 ** 32 - 1),
});
export type Formation = z.output<typeof Formation>;

/** Why a rule does not hold in a group, for words. */
const Fault = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cluster'), rule: z.int(), memberId: Id }),
  z.object({ kind: z.literal('overlap'), rule: z.int(), hours: z.int(), wanted: z.int() }),
  z.object({
    kind: z.literal('distribute'),
    rule: z.int(),
    values: z.array(z.object({ value: z.string(), count: z.int(), least: z.int(), most: z.int() })),
  }),
  z.object({ kind: z.literal('balance'), rule: z.int(), mean: z.number(), overall: z.number() }),
  z.object({ kind: z.literal('aggregate'), rule: z.int(), values: z.array(z.string()) }),
]);
export type FormationFault = z.output<typeof Fault>;

export const FormationProposal = z.object({
  revision: z.int(),
  /** Stands for exactly these groups: who applies them says which were seen. */
  key: z.string(),
  groups: z.array(
    z.object({
      name: z.string(),
      isNew: z.boolean(),
      /** By name. */
      members: z.array(z.object({ memberId: Id, name: z.string().nullable(), isFixed: z.boolean() })),
      faults: z.array(Fault),
    }),
  ),
  /** Of each rule, in order: in how many groups it does not hold. */
  broken: z.array(z.int()),
  brokenPairs: z.array(FormationPair),
  /** Of each rule, in order: of how many people nothing is known. */
  unknown: z.array(z.int()),
  /** What the worst group and the groups on average lack by the rules after `cluster` and `overlap`; 0 is perfect. */
  score: z.object({ worst: z.number(), mean: z.number() }),
});
export type FormationProposal = z.output<typeof FormationProposal>;

export const ProposeGroups = {
  method: 'post',
  path: '/group-sets/:setId/formation/preview',
  permission: 'groups.edit',
  summary: 'Groups by criteria as they could be, with how well each rule holds; saves nothing',
  params: OfSet,
  body: Formation,
  response: FormationProposal,
} satisfies Endpoint;

export const FormGroups = {
  method: 'post',
  path: '/group-sets/:setId/formation',
  permission: 'groups.edit',
  summary: 'Makes the groups that a proposal has shown; the same call again changes nothing',
  params: OfSet,
  body: Formation.extend({ key: z.string().max(100), expectedRevision: z.int().min(1) }),
  response: OwnSetView,
} satisfies Endpoint;

export const UndoFormation = {
  method: 'post',
  path: '/group-sets/:setId/formation/undo',
  permission: 'groups.edit',
  summary: 'Puts everybody back to where they were before groups were formed, while nothing else has changed',
  params: OfSet,
  body: z.object({ expectedRevision: z.int().min(1) }),
  response: OwnSetView,
} satisfies Endpoint;
