import { z } from 'zod';
import { type Endpoint, Id, Timestamp } from './endpoint.ts';
import {
  ATTRIBUTE_VALUE_MAX,
  ATTRIBUTES_CSV_MAX,
  ATTRIBUTES_MAX,
  QUESTIONNAIRE_ITEMS_MAX,
} from './limits.ts';

// What staff know of people, to form groups by it (spec/group-work.md, 1). Learners never get any of it.

/** `availability`: hours of the week at which somebody is free. */
export const AttributeType = z.enum(['category', 'number', 'availability']);
export type AttributeType = z.output<typeof AttributeType>;

/** How many people have a value; of categories alone, the most frequent first. */
const Counted = z.array(z.object({ value: z.string(), count: z.int() }));

const AttributeView = z.object({
  id: Id,
  name: z.string(),
  type: AttributeType,
  /** Where it was taken from: a file, or a questionnaire of the course. */
  source: z.enum(['file', 'questionnaire']),
  takenAt: Timestamp,
  /** How many people have a value. */
  known: z.int(),
  values: Counted,
});

export const AttributesView = z.object({
  items: z.array(AttributeView),
  /** Questionnaires of which one knows who said what, with the items that can be taken over. */
  questionnaires: z.array(
    z.object({
      id: Id,
      title: z.string(),
      items: z.array(z.object({ key: z.string(), name: z.string(), type: AttributeType })),
    }),
  ),
  can: z.object({ edit: z.boolean() }),
});
export type AttributesView = z.output<typeof AttributesView>;

export const ListAttributes = {
  method: 'get',
  path: '/member-attributes',
  permission: 'groups.read',
  summary: 'What is known of people to form groups by, and the questionnaires from which more can be taken',
  response: AttributesView,
} satisfies Endpoint;

/** Why a row of a file, or a cell of it, is left out. */
export const AttributeProblem = z.enum([
  'ROW_BROKEN',
  'PERSON_MISSING',
  'PERSON_UNKNOWN',
  'PERSON_AMBIGUOUS',
  'PERSON_LEFT',
  'PERSON_TWICE',
  'VALUE_WRONG',
  'VALUES_TOO_MANY',
]);
export type AttributeProblem = z.output<typeof AttributeProblem>;

export const AttributeImportView = z.object({
  rows: z.int(),
  /** Who gets a value. */
  people: z.int(),
  columns: z.array(
    z.object({
      name: z.string(),
      /** Null: left out. */
      type: AttributeType.nullable(),
      /** Whether there is one of this name, which the file adds to. */
      isThere: z.boolean(),
      known: z.int(),
      values: Counted,
    }),
  ),
  /** At most a hundred of them, with the line of the file and what stands there. */
  problems: z.array(z.object({ line: z.int(), problem: AttributeProblem, value: z.string() })),
  problemCount: z.int(),
});
export type AttributeImportView = z.output<typeof AttributeImportView>;

const File = z.object({
  csv: z.string().min(1).max(ATTRIBUTES_CSV_MAX),
  /** What columns hold, by their names, where it is not what the file looks like; null: they are left out. */
  types: z.record(z.string().max(ATTRIBUTE_VALUE_MAX), AttributeType.nullable()),
});

export const PreviewAttributes = {
  method: 'post',
  path: '/member-attributes/import/preview',
  permission: 'groups.edit',
  summary: 'What a file would tell of people, and which of its rows would be left out',
  body: File,
  response: AttributeImportView,
} satisfies Endpoint;

export const ImportAttributes = {
  method: 'post',
  path: '/member-attributes/import',
  permission: 'groups.edit',
  summary:
    'Takes a file about people in, without the rows that have a problem; repeating it changes nothing more',
  body: File,
  response: AttributeImportView,
} satisfies Endpoint;

export const TakeAnswers = {
  method: 'post',
  path: '/member-attributes/answers',
  permission: 'groups.edit',
  summary: 'Takes answers to items of a questionnaire over as they are now; anonymous ones are refused',
  body: z.object({
    questionnaireId: Id,
    keys: z.array(z.string().max(ATTRIBUTE_VALUE_MAX)).min(1).max(QUESTIONNAIRE_ITEMS_MAX),
  }),
  response: AttributesView,
} satisfies Endpoint;

export const DeleteAttributes = {
  method: 'post',
  path: '/member-attributes/delete',
  permission: 'groups.edit',
  summary: 'Forgets attributes of everybody, for good; repeating it changes nothing',
  body: z.object({ ids: z.array(Id).min(1).max(ATTRIBUTES_MAX) }),
  response: AttributesView,
} satisfies Endpoint;
