import { z } from 'zod';
import { type Endpoint, Id, Timestamp } from './endpoint.ts';
import * as limits from './limits.ts';
import { Criterion } from './rubric.ts';

/** Rubrics that a course keeps to use again, in versions, and as files (spec/peer-review.md item 6). */

const Name = z.string().trim().min(1).max(limits.TITLE_MAX);
const Criteria = z
  .array(Criterion)
  .min(1)
  .max(limits.CRITERIA_MAX)
  .refine((criteria) => new Set(criteria.map(({ id }) => id)).size === criteria.length, {
    error: 'criterion ids must differ',
  });
const Params = z.object({ rubricId: Id });
const Version = z.object({ n: z.int(), savedAt: Timestamp, savedBy: z.string().nullable() });

export const KeptRubricView = z.object({
  id: Id,
  name: z.string(),
  /** How many versions there are; they are numbered from 1. */
  version: z.int(),
  criteria: z.int(),
  savedAt: Timestamp,
  /** Null when nobody knows their name. */
  savedBy: z.string().nullable(),
});
export type KeptRubricView = z.output<typeof KeptRubricView>;

export const ListRubrics = {
  method: 'get',
  path: '/rubrics',
  permission: 'activity.edit',
  summary: 'The rubrics that the course keeps, by name',
  response: z.object({ items: z.array(KeptRubricView) }),
} satisfies Endpoint;

/** What became of one criterion from one version to the next. */
export const RubricChange = z.object({
  kind: z.enum(['added', 'removed', 'changed', 'moved']),
  title: z.string(),
  /** What is different, where it was changed. */
  fields: z.array(z.enum(['title', 'description', 'points', 'judgedBy', 'weight', 'comment', 'mayNotApply'])),
});
export type RubricChange = z.output<typeof RubricChange>;

export const KeptRubricVersionView = z.object({
  id: Id,
  name: z.string(),
  version: z.int(),
  criteria: z.array(Criterion),
  /** What this version changed in the one before. */
  changes: z.array(RubricChange),
  /** Newest first. */
  versions: z.array(Version),
});
export type KeptRubricVersionView = z.output<typeof KeptRubricVersionView>;

export const GetRubric = {
  method: 'get',
  path: '/rubrics/:rubricId',
  permission: 'activity.edit',
  summary: 'A rubric that the course keeps, in the newest or in an earlier version',
  params: Params,
  query: z.object({ version: z.coerce.number().int().min(1).optional() }),
  response: KeptRubricVersionView,
} satisfies Endpoint;

export const SaveRubric = {
  method: 'put',
  path: '/rubrics/:rubricId',
  permission: 'activity.edit',
  summary: 'Keeps a rubric (version 0), or its next version; repeating the call changes nothing',
  params: Params,
  body: z.object({ name: Name, criteria: Criteria, expectedVersion: z.int().min(0) }),
  response: KeptRubricView,
} satisfies Endpoint;

export const RemoveRubric = {
  method: 'put',
  path: '/rubrics/:rubricId/removed',
  permission: 'activity.edit',
  summary: 'Takes a rubric out of the library, or brings it back; activities keep theirs',
  params: Params,
  body: z.object({ removed: z.boolean() }),
  response: z.object({ removed: z.boolean() }),
} satisfies Endpoint;

const Format = z.enum(['json', 'csv']);

export const ReadRubricFile = {
  method: 'post',
  path: '/rubric-files/read',
  permission: 'activity.edit',
  summary: 'The rubric in a file; saves nothing',
  body: z.object({ format: Format, text: z.string().min(1).max(limits.RUBRIC_FILE_MAX) }),
  response: z.object({ name: z.string().nullable(), criteria: z.array(Criterion) }),
} satisfies Endpoint;

export const WriteRubricFile = {
  method: 'post',
  path: '/rubric-files/write',
  permission: 'activity.edit',
  summary: 'A rubric as the text of a file that can be read again; saves nothing',
  body: z.object({ format: Format, name: Name, criteria: Criteria }),
  response: z.object({ text: z.string() }),
} satisfies Endpoint;
