import { z } from 'zod';
import { type Endpoint, Id } from './endpoint.ts';
import { GroupSetView } from './groups.ts';
import { SECTION_ASSISTANTS_MAX } from './limits.ts';

/** Sections: the groups of that one set of the course of which staff say so (activity.md item 3). */

/** A section as it stands beside a member. */
export const SectionName = z.object({ id: Id, name: z.string().nullable() });
export type SectionName = z.output<typeof SectionName>;

/** `auto`: the own sections for an assistant who has any, everybody else sees all. A filter; it keeps nothing from anybody. */
export const SectionsWanted = z.enum(['all', 'mine', 'auto']).default('all');
export type SectionsWanted = z.output<typeof SectionsWanted>;

/** What a list shows by the filter "my sections". */
export const SectionFilterView = z.object({
  /** How many sections the caller looks after. */
  mine: z.int(),
  shown: z.enum(['all', 'mine']),
  /** Learners in them; null while all are shown. */
  people: z.int().nullable(),
});
export type SectionFilterView = z.output<typeof SectionFilterView>;

const Named = z.object({ id: Id, name: z.string().nullable() });

export const SectionView = SectionName.extend({
  members: z.int(),
  /** Those of the staff who look after it. */
  assistants: z.array(Named),
});
export type SectionView = z.output<typeof SectionView>;

export const SectionsView = z.object({
  /** Whose groups are the sections; null: the course has none. */
  setId: Id.nullable(),
  /** Every set that can be chosen. */
  sets: z.array(GroupSetView),
  sections: z.array(SectionView),
  /** Who can look after a section. */
  staff: z.array(Named),
  revision: z.int(),
  can: z.object({ edit: z.boolean() }),
});
export type SectionsView = z.output<typeof SectionsView>;

export const GetSections = {
  method: 'get',
  path: '/sections',
  permission: 'groups.read',
  summary: 'The sections of the course with their assistants, and the group sets that could be its sections',
  response: SectionsView,
} satisfies Endpoint;

export const ChooseSections = {
  method: 'put',
  path: '/sections',
  permission: 'groups.edit',
  summary: 'Says which group set’s groups are the sections of the course, or that it has none',
  body: z.object({ setId: Id.nullable(), expectedRevision: z.int().min(0) }),
  response: SectionsView,
} satisfies Endpoint;

export const AssignAssistants = {
  method: 'put',
  path: '/sections/:groupId/assistants',
  permission: 'groups.edit',
  summary: 'Says which of the staff look after a section; it gives and takes no access',
  params: z.object({ groupId: Id }),
  body: z.object({
    memberIds: z.array(Id).max(SECTION_ASSISTANTS_MAX),
    expectedRevision: z.int().min(0),
  }),
  response: SectionsView,
} satisfies Endpoint;
