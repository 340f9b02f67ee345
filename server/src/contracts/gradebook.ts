import { z } from 'zod';
import { type Endpoint, Id, Timestamp } from './endpoint.ts';
import { MILESTONE_KINDS, PAGE_SIZE_MAX, REASON_MAX, REVIEW_METHODS } from './limits.ts';

const percent = z.number();
const days = z.int();

/** One step on the way to a grade, as numbers for a sentence; percentages are of the column's points. */
export const GradeStep = z.discriminatedUnion('type', [
  /** `scores`: percentages of the reviews that counted, ascending; `percent`: their median. */
  z.object({ type: z.literal('work'), percent, scores: z.array(percent).readonly() }),
  /**
   * The same by a chosen method, with the 95 % interval of what the work would get from any reviewers; null while
   * nothing can be said of it. Whose review counts how much has no place in it.
   */
  z.object({
    type: z.literal('reviews'),
    method: z.enum(REVIEW_METHODS),
    percent,
    scores: z.array(percent).readonly(),
    interval: z.object({ low: percent, high: percent }).nullable(),
  }),
  /** Reviews that staff have set aside, and that count less because staff said so. */
  z.object({ type: z.literal('decided'), setAside: z.int(), lessened: z.int() }),
  /** Criteria of the work that staff have set, in the place of what reviewers said of them. */
  z.object({
    type: z.literal('criteria'),
    criteria: z.array(z.object({ title: z.string(), points: z.number(), maximum: z.number() })).readonly(),
  }),
  /**
   * From comparisons with other works: in how many the work was chosen, counted over all criteria, and by each; where
   * that puts it between `lowest` and `highest`, and between what it most likely is.
   */
  z.object({
    type: z.literal('compared'),
    chosen: z.number(),
    made: z.int(),
    percent,
    interval: z.object({ low: percent, high: percent }),
    lowest: percent,
    highest: percent,
    criteria: z.array(z.object({ title: z.string(), chosen: z.int(), of: z.int() })).readonly(),
  }),
  /** How far one's reviews agree with the best ones, how much that counts, and what comes of both. */
  z.object({ type: z.literal('agreement'), agreement: percent, counts: percent, percent }),
  /** How helpful authors find one's reviews (null: nobody has said so yet), how much that counts, and what comes of it. */
  z.object({ type: z.literal('helpfulness'), helpfulness: percent.nullable(), counts: percent, percent }),
  /** How good staff find one's reviews (null: they have not judged any), how much that counts, and what comes of it. */
  z.object({ type: z.literal('quality'), quality: percent.nullable(), counts: percent, percent }),
  /** `taken`: percentage points taken off. */
  z.object({ type: z.literal('late'), days, taken: percent }),
  z.object({ type: z.literal('lateWaived'), days }),
  z.object({ type: z.literal('reviewing'), done: z.int(), of: z.int(), percent }),
  /** What each part counts, in percent, and what both make. */
  z.object({ type: z.literal('weighted'), work: percent, reviewing: percent, percent }),
  z.object({ type: z.literal('workAlone') }),
  /** What the answers to a questionnaire have brought. */
  z.object({ type: z.literal('answers'), points: z.number(), possible: z.number(), percent }),
  /** What the group's answers have brought, how much they count, and what both make. */
  z.object({
    type: z.literal('team'),
    points: z.number(),
    possible: z.number(),
    weight: percent,
    percent,
  }),
  /** The milestones of a discussion: each with what it asks for, and the points of those that are met. */
  z.object({
    type: z.literal('milestones'),
    points: z.number(),
    possible: z.number(),
    percent,
    milestones: z
      .array(
        z.object({
          kind: z.enum(MILESTONE_KINDS),
          count: z.int(),
          words: z.int(),
          differentPeople: z.boolean(),
          points: z.number(),
          met: z.boolean(),
          done: z.int(),
        }),
      )
      .readonly(),
  }),
  /** What staff have given by a rubric. */
  z.object({ type: z.literal('marked'), points: z.number(), maximum: z.number(), percent }),
  /** What milestones and rubric count, in percent, and what both make. */
  z.object({ type: z.literal('together'), milestones: percent, rubric: percent, percent }),
  /** The milestones of a group project that count so far: what the group was given, and what became of it for one member. */
  z.object({
    type: z.literal('groupMilestones'),
    points: z.number(),
    possible: z.number(),
    percent,
    milestones: z
      .array(
        z.object({
          title: z.string(),
          points: z.number(),
          possible: z.number(),
          given: z.number(),
          /** Points that lateness took off, and those that staff gave the member more or less. */
          taken: z.number(),
          adjustment: z.number(),
          missed: z.boolean(),
          /**
           * What contributions do to what the group was given, in this percentage of it; null: nothing, as too few others
           * have said something; absent: contributions do not count here.
           */
          factor: z.object({ value: z.number(), percent }).nullable().optional(),
        }),
      )
      .readonly(),
  }),
  z.object({ type: z.literal('raised'), percent }),
  z.object({ type: z.literal('capped'), percent }),
  z.object({ type: z.literal('set'), value: z.number() }),
  z.object({ type: z.literal('excused') }),
  z.object({ type: z.literal('withdrawn') }),
]);

/** How a grade came about (gradebook.md item 2); no reviewer and no reason of staff has a place in it. */
export const GradeExplanation = z.object({
  formula: z.string(),
  /** Null: no grade, as the steps say. */
  value: z.number().nullable(),
  maximum: z.number(),
  steps: z.array(GradeStep).readonly(),
});

/** Where a grade is on its way to the LMS. */
export const SyncStatus = z.object({
  /** `notTakenBack`: there is no grade any more, but the LMS cannot take away the one it has. */
  state: z.enum(['none', 'waiting', 'sent', 'failed', 'noColumn', 'notTakenBack']),
  at: Timestamp.nullable(),
});

export type GradeStep = z.output<typeof GradeStep>;
export type GradeExplanation = z.output<typeof GradeExplanation>;
export type SyncStatus = z.output<typeof SyncStatus>;

const SlotParams = z.object({ columnId: Id, memberId: Id });

/** Somebody who did something: a member by name, or Roundtable itself. */
const Author = z.object({ name: z.string().nullable(), isSystem: z.boolean() });

/** A decision of staff about one grade, with the state after it. */
export const GradeDecisionView = z.object({
  revision: z.int(),
  by: Author,
  at: Timestamp,
  reason: z.string(),
  /** The grade that was set, in points; null: as computed. */
  grade: z.number().nullable(),
  excused: z.boolean(),
  lateWaived: z.boolean(),
});

/**
 * What an entry was made of. A review is named by a short sign that says which one it is over time, and not whose:
 * no reviewer has a place in it.
 */
const EntryInputs = z.object({
  reviews: z.array(
    z.object({
      sign: z.string(),
      version: z.int(),
      points: z.number(),
      maximum: z.number(),
      /** Percent that it counts, and percentage points that its reviewer gives too much; null: all count the same. */
      counts: percent.nullable(),
      bias: percent.nullable(),
    }),
  ),
  handedIn: z.object({ version: z.int(), at: Timestamp, dueAt: Timestamp }).nullable(),
  /** The reviews one had to write; version 0 was not submitted. */
  given: z.array(z.object({ sign: z.string(), version: z.int() })),
  /** The revision of staff's decisions that counted; 0 for none. */
  decision: z.int(),
});

/** One entry of the ledger as staff read it. */
export const LedgerEntryView = z.object({
  n: z.int(),
  kind: z.enum(['release', 'recompute', 'override', 'withdraw']),
  at: Timestamp,
  by: Author,
  reason: z.string().nullable(),
  runId: z.string(),
  explanation: GradeExplanation,
  /** The formula's parameters, by their names. */
  parameters: z.record(z.string(), z.unknown()),
  inputs: EntryInputs,
  /** When the LMS took it; null when it did not, or a newer one was sent in its place. */
  sentAt: Timestamp.nullable(),
});

/** Everything about one member's grade in one column, for staff. */
export const GradeHistoryView = z.object({
  activityId: Id,
  column: z.object({
    id: Id,
    label: z.string(),
    maximum: z.number(),
    /** The most points that staff may set. */
    highest: z.number(),
    /** Whether lateness takes something off in this column. */
    countsLate: z.boolean(),
  }),
  member: z.object({ id: Id, name: z.string().nullable() }),
  released: z.boolean(),
  sync: SyncStatus,
  /** Newest first, the newest fifty; the first says what stands now. */
  decisions: z.array(GradeDecisionView),
  /** Newest first. */
  entries: z.array(LedgerEntryView),
  /** The `before` of the next page, or null at the end. */
  next: z.int().nullable(),
  can: z.object({ override: z.boolean() }),
});

export const GetGradeHistory = {
  method: 'get',
  path: '/grade-slots/:columnId/:memberId',
  permission: 'grade.history',
  summary: 'How one member’s grade in one column came about: every entry of the ledger, newest first',
  params: SlotParams,
  query: z.object({
    /** Entries before this number. */
    before: z.coerce.number().int().min(1).optional(),
    limit: z.coerce.number().int().min(1).max(PAGE_SIZE_MAX).default(50),
  }),
  response: GradeHistoryView,
} satisfies Endpoint;

export const OverrideGrade = {
  method: 'put',
  path: '/grade-slots/:columnId/:memberId/override',
  permission: 'grade.override',
  summary:
    'Sets or excuses one grade, or waives lateness, with a reason; the same call again changes nothing',
  params: SlotParams,
  body: z.object({
    grade: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('computed') }),
      /** In points of the column. */
      z.object({ kind: z.literal('set'), value: z.number() }),
      z.object({ kind: z.literal('excused') }),
    ]),
    lateWaived: z.boolean(),
    reason: z.string().trim().min(1).max(REASON_MAX),
    /** The revision of the newest decision that the page showed; 0 when there was none. */
    expectedRevision: z.int().min(0),
  }),
  response: GradeHistoryView,
} satisfies Endpoint;

export const RetryScore = {
  method: 'post',
  path: '/grade-slots/:columnId/:memberId/retry',
  permission: 'grade.sync',
  summary: 'Sends a score again that the LMS had refused',
  params: SlotParams,
  response: z.object({ state: z.literal('waiting') }),
} satisfies Endpoint;

export const RetryScores = {
  method: 'post',
  path: '/activities/:activityId/scores/retry',
  permission: 'grade.sync',
  summary:
    'Sends every score of an activity again that is not in the LMS, but for those that staff have to decide on',
  params: z.object({ activityId: Id }),
  response: z.object({ working: z.literal('retrying') }),
} satisfies Endpoint;

export const RetryColumn = {
  method: 'post',
  path: '/grade-columns/:columnId/retry',
  permission: 'grade.sync',
  summary: 'Asks the LMS for a gradebook column again, also for one that was deleted there',
  params: z.object({ columnId: Id }),
  response: z.object({ state: z.literal('waiting') }),
} satisfies Endpoint;
