import { z } from 'zod';
import { Anonymity, NameIfKnown, Promised } from './anonymity.ts';
import { type Endpoint, Id, Timestamp } from './endpoint.ts';
import { AnonymousFileView, AttachedFileView } from './files.ts';
import * as limits from './limits.ts';
import { richText, StoredRichText } from './rich-text.ts';
import { Criterion } from './rubric.ts';

/** Comparative peer review: reviewers say which of two works is better, by each criterion (peer-review.md item 6). */

const percent = z.number().min(0).max(100);

/** Reviewers compare works instead of rating each: the grades that the weakest and the strongest work get. */
export const ComparisonSettings = z
  .object({ lowestPercent: percent, highestPercent: percent })
  .refine(({ lowestPercent, highestPercent }) => lowestPercent < highestPercent, {
    path: ['lowestPercent'],
    error: 'the lowest grade must be below the highest',
  });

const ActivityParams = z.object({ activityId: Id });
const ComparisonParams = z.object({ activityId: Id, comparisonId: Id });

export const Side = z.enum(['left', 'right']);

const Choice = z.object({ criterionId: z.string().max(40), better: Side });

/** A work as its reviewer sees it beside another: no author's id has a place in it. */
const WorkInPairView = z.object({
  /** A letter that stands for the author, "A", "B", …: the client makes "Work A" of it. */
  pseudonym: z.string(),
  author: NameIfKnown,
  text: StoredRichText,
  files: z.array(z.union([AttachedFileView, AnonymousFileView])),
  links: z.array(z.string()),
});

/** What a reviewer sees while comparing two works. */
const ComparisonView = z.object({
  comparisonId: Id,
  activityTitle: z.string(),
  instructions: StoredRichText,
  /** What holds for a comparison that is submitted now. */
  promise: Anonymity,
  left: WorkInPairView,
  right: WorkInPairView,
  /** Those by which works are compared. */
  criteria: z.array(Criterion),
  /** Whether the browser gives advice on comments. */
  coach: z.boolean(),
  reviewsCloseAt: Timestamp,
  state: z.enum(['toDo', 'begun', 'submitted']),
  choices: z.array(Choice),
  leftComment: StoredRichText,
  rightComment: StoredRichText,
  /** The revision the next save must name. */
  revision: z.int(),
  can: z.object({ edit: z.boolean() }),
});

export const GetComparison = {
  method: 'get',
  path: '/activities/:activityId/comparisons/:comparisonId',
  permission: 'review.write',
  summary: 'Two works that the caller has to compare',
  params: ComparisonParams,
  response: ComparisonView,
} satisfies Endpoint;

const comparisonBody = z.object({
  choices: z.array(Choice).max(limits.DRAFT_RATINGS_MAX),
  leftComment: richText({ max: limits.COMMENT_MAX }),
  rightComment: richText({ max: limits.COMMENT_MAX }),
  expectedRevision: z.int().min(0),
});

export const SaveComparisonDraft = {
  method: 'put',
  path: '/activities/:activityId/comparisons/:comparisonId/draft',
  permission: 'review.write',
  summary: 'Keeps a comparison that is not finished',
  params: ComparisonParams,
  body: comparisonBody,
  response: z.object({ revision: z.int(), savedAt: Timestamp }),
} satisfies Endpoint;

export const SubmitComparison = {
  method: 'put',
  path: '/activities/:activityId/comparisons/:comparisonId',
  permission: 'review.write',
  summary: 'Says which of the two works is better; it may be changed until reviews close',
  params: ComparisonParams,
  body: comparisonBody.extend({ promised: Promised }),
  response: ComparisonView,
} satisfies Endpoint;

/** How often a work was chosen by one criterion, and where its strength by that alone would put it on the range. */
const Chosen = z.object({
  criterionId: z.string(),
  chosen: z.number(),
  of: z.int(),
  percent: percent.nullable(),
});

/** A work among the others, as its comparisons place it. */
const RankedWork = z.object({
  memberId: Id,
  name: z.string().nullable(),
  /** 1 for the strongest; null while it is in no comparison that is made. */
  rank: z.int().nullable(),
  /** Natural logarithm, and its standard error. */
  strength: z.number().nullable(),
  error: z.number().nullable(),
  /** Where that puts the work on the range of grades, and between what it most likely is. */
  percent: percent.nullable(),
  interval: z.object({ low: percent, high: percent }).nullable(),
  /** In how many comparisons it was chosen, counted over all criteria, and how many were made. */
  chosen: z.number(),
  made: z.int(),
  criteria: z.array(Chosen),
});

export const GetComparisonResults = {
  method: 'get',
  path: '/activities/:activityId/comparison-results',
  permission: 'peerReview.overview',
  summary:
    'The works of a comparative peer review from the strongest to the weakest, and how far that can be relied on',
  params: ActivityParams,
  query: z.object({
    /** The `next` of the page before. */
    after: Id.optional(),
    limit: z.coerce.number().int().min(1).max(limits.PAGE_SIZE_MAX).default(limits.PAGE_SIZE_MAX),
  }),
  response: z.object({
    title: z.string(),
    points: z.number(),
    criteria: z.array(z.object({ id: z.string(), title: z.string() })),
    range: z.object({ lowestPercent: percent, highestPercent: percent }),
    /** Comparisons that are made, and all. */
    made: z.int(),
    of: z.int(),
    /** How well one half of the reviewers agrees with the other, from -1 to 1; null while there is too little. */
    reliability: z.number().nullable(),
    works: z.array(RankedWork),
    next: Id.nullable(),
  }),
} satisfies Endpoint;

const Person = z.object({ id: Id, name: z.string().nullable() });

/** Who compared what, for staff. */
const StaffComparison = z.object({
  comparisonId: Id,
  reviewer: Person,
  left: Person,
  right: Person,
  state: z.enum(['toDo', 'begun', 'submitted']),
  /** How far the left work was chosen, in percent; null while nothing is submitted. */
  leftPercent: percent.nullable(),
  choices: z.array(Choice),
  /** What the reviewer wrote to each author; null while nothing is submitted. */
  leftComment: StoredRichText.nullable(),
  rightComment: StoredRichText.nullable(),
});

export const GetComparisons = {
  method: 'get',
  path: '/activities/:activityId/comparisons',
  permission: 'peerReview.overview',
  summary: 'Who compares which works, and what they have said',
  params: ActivityParams,
  query: z.object({
    after: Id.optional(),
    limit: z.coerce.number().int().min(1).max(limits.PAGE_SIZE_MAX).default(limits.PAGE_SIZE_MAX),
  }),
  response: z.object({
    title: z.string(),
    criteria: z.array(z.object({ id: z.string(), title: z.string() })),
    comparisons: z.array(StaffComparison),
    next: Id.nullable(),
    /** Whether comparisons can be given out by hand, and taken away, now. */
    can: z.object({ change: z.boolean() }),
  }),
} satisfies Endpoint;

/** How one reviewer's comparisons go together with what all others say, in percent. */
const ComparingReviewer = Person.extend({
  made: z.int(),
  /** How far the better work was chosen, by what the strengths are without the comparison in question. */
  agreement: percent,
  /** How far somebody would have chosen it who judges as all do: works that are hardly apart are hard to tell apart. */
  expected: percent,
  /** How far the first of the two works was chosen: sides are drawn by lot. */
  first: percent,
});

export const GetComparingReviewers = {
  method: 'get',
  path: '/activities/:activityId/comparing-reviewers',
  permission: 'peerReview.overview',
  summary: 'How far each reviewer’s comparisons agree with those of the others',
  params: ActivityParams,
  response: z.object({ title: z.string(), reviewers: z.array(ComparingReviewer) }),
} satisfies Endpoint;

export const GetComparers = {
  method: 'get',
  path: '/activities/:activityId/comparers',
  permission: 'peerReview.allocate',
  summary: 'Which works can be compared, and who could compare them',
  params: ActivityParams,
  response: z.object({
    /** By whoever handed them in: a learner, or the first of a group. */
    works: z.array(Person.extend({ memberIds: z.array(Id) })),
    /** Learners with the fewest comparisons first; at most a thousand. */
    reviewers: z.array(Person.extend({ comparisons: z.int() })),
  }),
} satisfies Endpoint;

/** Which comparison it was about, and whether it has changed anything: by its id it can be taken away again. */
const Changed = z.object({ comparisonId: Id, changed: z.boolean() });

export const GiveComparison = {
  method: 'post',
  path: '/activities/:activityId/comparisons',
  permission: 'peerReview.allocate',
  summary:
    'Gives a learner two works to compare, also some that were taken away; repeating it changes nothing',
  params: ActivityParams,
  body: z.object({ reviewerId: Id, workIds: z.tuple([Id, Id]) }),
  response: Changed,
} satisfies Endpoint;

export const TakeComparison = {
  method: 'delete',
  path: '/activities/:activityId/comparisons/:comparisonId',
  permission: 'peerReview.allocate',
  summary: 'Takes a comparison away that has not begun; repeating it changes nothing',
  params: ComparisonParams,
  response: Changed,
} satisfies Endpoint;

export type Side = z.output<typeof Side>;
export type Choice = z.output<typeof Choice>;
export type ComparisonView = z.output<typeof ComparisonView>;
export type RankedWork = z.output<typeof RankedWork>;
export type StaffComparison = z.output<typeof StaffComparison>;
export type ComparingReviewer = z.output<typeof ComparingReviewer>;
