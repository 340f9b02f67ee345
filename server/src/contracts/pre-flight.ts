import { z } from 'zod';
import { type Endpoint, Id } from './endpoint.ts';

/** A dry run of a peer review on the people of the course (peer-review.md item 1). Nothing of it is stored. */

const percent = (most: number, standard: number) =>
  z.coerce.number().int().min(0).max(most).default(standard);

/** What a dry run takes for granted, in percent. */
const PreFlightShares = z.object({
  /** Of the learners, or groups, those who hand nothing in. */
  missing: percent(90, 10),
  /** Of those who hand in, those who do so after reviews have begun. */
  late: percent(50, 10),
  /** Of those who hand in, those who write none of their reviews. */
  idle: percent(90, 10),
  /** Of those who write reviews, those who give points without looking. */
  careless: percent(100, 10),
});
export type PreFlightShares = z.output<typeof PreFlightShares>;

const Count = z.object({ reviews: z.int(), works: z.int() });

export const PreFlightWarning = z.discriminatedUnion('kind', [
  /** Fewer than two works: nobody has anything to review. */
  z.object({ kind: z.literal('tooFew'), works: z.int() }),
  /** Fewer than three: nobody has two to compare. */
  z.object({ kind: z.literal('tooFewToCompare'), works: z.int() }),
  /** Nobody can review as many works, or compare as many pairs, as the settings ask for. */
  z.object({ kind: z.literal('smallCourse'), possible: z.int(), wanted: z.int() }),
  z.object({ kind: z.literal('smallToCompare'), possible: z.int(), wanted: z.int() }),
  /** Learners who hand in nothing, or review nothing, as they are in no group. */
  z.object({ kind: z.literal('noGroup'), people: z.int() }),
  z.object({ kind: z.literal('noReviewGroup'), people: z.int() }),
  /** Works with fewer reviewers than the settings ask for, even if everybody writes. */
  z.object({ kind: z.literal('fewReviewers'), works: z.int(), wanted: z.int() }),
  /** Reviewers with fewer works to review, or fewer pairs to compare, than the settings ask for. */
  z.object({ kind: z.literal('fewTasks'), people: z.int(), wanted: z.int() }),
  z.object({ kind: z.literal('fewPairs'), people: z.int(), wanted: z.int() }),
  /** Late works, and who writes one review more than the others because of them. */
  z.object({ kind: z.literal('lateWorks'), works: z.int(), helpers: z.int() }),
  /** What is left when some write none of their reviews. */
  z.object({ kind: z.literal('unwritten'), works: z.int(), wanted: z.int() }),
  z.object({ kind: z.literal('noReview'), works: z.int() }),
  z.object({ kind: z.literal('oneReview'), works: z.int() }),
  /** Works that end in fewer comparisons than each makes. */
  z.object({ kind: z.literal('fewComparisons'), works: z.int(), wanted: z.int() }),
  /** By how many percentage points grades are off on average. */
  z.object({ kind: z.literal('uncertain'), off: z.number() }),
  z.object({ kind: z.literal('uncertainCompared'), off: z.number() }),
  /** Only a part of a large course was tried. */
  z.object({ kind: z.literal('part'), tried: z.int(), learners: z.int() }),
]);
export type PreFlightWarning = z.output<typeof PreFlightWarning>;

const who = { id: Id, name: z.string().nullable() };
/** Of a group, the names of those in it; null: a learner alone. */
const members = z.array(z.string().nullable()).nullable();
const Who = z.enum(['learners', 'groups']);

export const PreFlightView = z.object({
  title: z.string(),
  state: z.enum(['draft', 'published', 'closed']),
  /** Whether works are rated, or compared with each other. */
  by: z.enum(['reviews', 'comparisons']),
  /** Who hands in one work, and who writes one review. */
  authors: Who,
  reviewing: Who,
  wanted: z.int(),
  warnings: z.array(PreFlightWarning),
  /** Of learners or groups: those who hand in, late; `idle`: of those who review. */
  counts: z.object({
    authors: z.int(),
    handedIn: z.int(),
    late: z.int(),
    idle: z.int(),
  }),
  /** How many works have how many reviewers, and how many written reviews; from none upwards. */
  allocated: z.array(Count),
  written: z.array(Count),
  /** Percentages that come of the works' reviews, and by how much they are off on average; null: no work has any. */
  grades: z.object({ off: z.number().nullable() }),
  works: z.array(
    z.object({
      ...who,
      members,
      part: z.enum(['inTime', 'late', 'missing']),
      /** Reviews that the work would get, and those of them that would be written. */
      reviewers: z.int(),
      received: z.int(),
      /** What would come of them, in percent. */
      grade: z.number().nullable(),
    }),
  ),
  reviewers: z.array(
    z.object({
      ...who,
      members,
      /** Of a learner, the own work, alone or with a group: a place in the list of works. */
      work: z.int().nullable(),
      writes: z.boolean(),
      /** What they would review: one work each, or the two that are compared; places in the list of works. */
      tasks: z.array(z.array(z.int())),
    }),
  ),
});
export type PreFlightView = z.output<typeof PreFlightView>;

export const GetPreFlight = {
  method: 'get',
  path: '/activities/:activityId/pre-flight',
  permission: 'activity.rehearse',
  summary:
    'Who would review whom, how many reviews works would get and what grades could come out; stores nothing',
  params: z.object({ activityId: Id }),
  query: PreFlightShares.extend({
    /** Another number draws others by lot. */
    draw: z.coerce.number().int().min(0).max(1_000_000).default(0),
  }),
  response: PreFlightView,
} satisfies Endpoint;
