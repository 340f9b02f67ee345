import { z } from 'zod';
import { type Endpoint, Id, Page } from './endpoint.ts';
import { GROUPS_CSV_MAX } from './limits.ts';
import { LmsReadView } from './roster.ts';

/** Where a group is from: the LMS, a file that staff imported, made here, or a section that launches name. */
const GroupSource = z.enum(['lms', 'csv', 'own', 'sections']);

export const GroupSetView = z.object({
  id: Id,
  /** Null where nobody has given it a name: the LMS's groups of which no set is known, or a file's without one. */
  name: z.string().nullable(),
  source: GroupSource,
  groups: z.int(),
  members: z.int(),
});
export type GroupSetView = z.output<typeof GroupSetView>;

export const GroupsView = z.object({
  sets: z.array(GroupSetView),
  /**
   * How the LMS tells groups: by a service with all of them, by the roster of each group that a launch named, by the
   * launches of each person alone, or not at all.
   */
  told: z.enum(['service', 'rosters', 'launches', 'nothing']),
  read: LmsReadView,
  /** Learners of whose groups nothing is known. */
  unresolved: z.int(),
  can: z.object({ import: z.boolean(), read: z.boolean(), edit: z.boolean() }),
});
export type GroupsView = z.output<typeof GroupsView>;

export const GetGroups = {
  method: 'get',
  path: '/groups',
  permission: 'groups.read',
  summary: 'The group sets of the course, and what the LMS tells of its groups',
  response: GroupsView,
} satisfies Endpoint;

/** A person as lists of groups show them. */
export const PersonView = z.object({
  memberId: Id,
  name: z.string().nullable(),
  email: z.string().nullable(),
  /** `inactive`: has left the course. */
  status: z.enum(['active', 'inactive']),
  /** The sections that they are in, by name; empty where the course has none. */
  sections: z.array(z.string()),
});

export const GroupView = z.object({
  id: Id,
  name: z.string().nullable(),
  /** The LMS's own id of the group. */
  lmsId: z.string().nullable(),
  /** `gone`: the LMS has it no more. */
  status: z.enum(['active', 'gone']),
  members: z.array(PersonView),
  /** What it works on; empty where it is like the others. */
  topic: z.string(),
  /** How many may sign up for it; null: any number. */
  cap: z.int().nullable(),
  leaderId: Id.nullable(),
  /** How many wait for a seat in it. */
  waiting: z.int(),
});
export type GroupView = z.output<typeof GroupView>;

export const ListGroups = {
  method: 'get',
  path: '/group-sets/:setId/groups',
  permission: 'groups.read',
  summary: 'The groups of a set with their members, by name',
  params: z.object({ setId: Id }),
  query: Page,
  response: z.object({ items: z.array(GroupView), next: z.string().nullable() }),
} satisfies Endpoint;

export const ListUnresolved = {
  method: 'get',
  path: '/groups/unresolved',
  permission: 'groups.read',
  summary: 'Learners of whose groups nothing is known, by name',
  query: Page,
  response: z.object({ items: z.array(PersonView), next: z.string().nullable() }),
} satisfies Endpoint;

export const ReadGroups = {
  method: 'post',
  path: '/groups/read',
  permission: 'roster.refresh',
  summary: 'Reads the groups from the LMS again in the background',
  response: GroupsView,
} satisfies Endpoint;

/** Why a row of a file is left out. */
export const ImportProblem = z.enum([
  'ROW_BROKEN',
  'GROUP_MISSING',
  'GROUP_UNKNOWN',
  'NAME_TOO_LONG',
  'PERSON_UNKNOWN',
  'PERSON_AMBIGUOUS',
  'PERSON_LEFT',
  'TWICE_IN_SET',
]);
export type ImportProblem = z.output<typeof ImportProblem>;

export const ImportView = z.object({
  rows: z.int(),
  /** At most a hundred of them, with the line of the file and what stands there. */
  problems: z.array(z.object({ line: z.int(), problem: ImportProblem, value: z.string() })),
  problemCount: z.int(),
  /** What the other rows make: new groups, groups that get another name, people placed, moved, and already there. */
  made: z.int(),
  named: z.int(),
  placed: z.int(),
  moved: z.int(),
  unchanged: z.int(),
});
export type ImportView = z.output<typeof ImportView>;

const File = z.object({ csv: z.string().min(1).max(GROUPS_CSV_MAX) });

export const PreviewImport = {
  method: 'post',
  path: '/groups/import/preview',
  permission: 'groups.import',
  summary: 'What a file of groups would change, and which of its rows would be left out',
  body: File,
  response: ImportView,
} satisfies Endpoint;

export const ImportGroups = {
  method: 'post',
  path: '/groups/import',
  permission: 'groups.import',
  summary: 'Takes a file of groups in, without the rows that have a problem; repeating it changes nothing',
  body: File,
  response: ImportView,
} satisfies Endpoint;

export const ExportGroups = {
  method: 'get',
  path: '/groups/export',
  permission: 'groups.read',
  summary: 'All groups with their members, as the text of a file that can be imported again',
  response: z.object({ csv: z.string() }),
} satisfies Endpoint;
