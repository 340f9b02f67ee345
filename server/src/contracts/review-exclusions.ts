import { z } from 'zod';
import { type Endpoint, Id, Timestamp } from './endpoint.ts';
import { EXCLUSIONS_AT_ONCE_MAX, EXCLUSIONS_CSV_MAX } from './limits.ts';

/** People who must not review each other, in every peer review of the course (peer-review.md item 4). */

const Person = z.object({ id: Id, name: z.string().nullable() });

const ExclusionView = z.object({
  /** The two by name. */
  first: Person,
  second: Person,
  /** `report`: a reviewer reported the conflict, and staff gave that person another work. */
  source: z.enum(['staff', 'report']),
  byName: z.string().nullable(),
  at: Timestamp,
});

export const ExclusionsView = z.object({
  exclusions: z.array(ExclusionView),
  /** Learners who can be named, by name; at most a thousand. */
  learners: z.array(Person),
});
export type ExclusionsView = z.output<typeof ExclusionsView>;

export const GetExclusions = {
  method: 'get',
  path: '/review-exclusions',
  permission: 'peerReview.allocate',
  summary: 'Who must not review whom in this course, in either direction',
  response: ExclusionsView,
} satisfies Endpoint;

export const ChangeExclusions = {
  method: 'put',
  path: '/review-exclusions',
  permission: 'peerReview.allocate',
  summary:
    'Keeps pairs of people from reviewing each other, or lifts that; reviews between them that nobody has begun go to others',
  body: z.object({
    pairs: z
      .array(z.tuple([Id, Id]))
      .min(1)
      .max(EXCLUSIONS_AT_ONCE_MAX),
    apart: z.boolean(),
  }),
  response: ExclusionsView,
} satisfies Endpoint;

/** Why a row of a list names no pair. */
export const ExclusionProblem = z.enum([
  'PERSON_UNKNOWN',
  'PERSON_AMBIGUOUS',
  'TOO_FEW_PEOPLE',
  'ROW_BROKEN',
  'TOO_MANY',
]);
export type ExclusionProblem = z.output<typeof ExclusionProblem>;

export const ReadExclusions = {
  method: 'post',
  path: '/review-exclusions/read',
  permission: 'peerReview.allocate',
  summary: 'The pairs that a list names, a row for people who must not review each other; nothing is stored',
  body: z.object({ csv: z.string().max(EXCLUSIONS_CSV_MAX) }),
  response: z.object({
    /** Those that are not kept apart yet. */
    pairs: z.array(z.object({ first: Person, second: Person })),
    /** Pairs of the list that are kept apart already. */
    known: z.int(),
    problems: z.array(z.object({ line: z.int(), problem: ExclusionProblem, value: z.string() })),
  }),
} satisfies Endpoint;
