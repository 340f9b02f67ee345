import { z } from 'zod';
import { type Endpoint, Id, Page, Timestamp } from './endpoint.ts';

const ActivityParams = z.object({ activityId: Id });
const SlotParams = z.object({ columnId: Id, memberId: Id });

/** A column as it is in the LMS's gradebook. */
const ColumnView = z.object({
  id: Id,
  label: z.string(),
  maximum: z.number(),
  /** `missing`: none yet; `failed`: the LMS does not give it, in its own words; `gone`: it was deleted there. */
  state: z.enum(['linked', 'missing', 'failed', 'gone']),
  words: z.string().nullable(),
});

/** How a member's grade here compares with what the LMS shows. */
export const ComparedState = z.enum([
  'same',
  /** Ours is newer and on its way. */
  'waiting',
  /** Ours was sent after the LMS was read. */
  'sentSince',
  /** Ours could not be sent. */
  'failed',
  /** The LMS shows an earlier grade of ours. */
  'older',
  /** The LMS shows a value that never came from here. */
  'changed',
  /** The LMS has no grade where ours was sent. */
  'missing',
  /** There is no grade here any more, and the LMS still shows ours. */
  'notTakenBack',
  /** The LMS has a grade, and there is none here. */
  'theirsOnly',
]);

const Value = z.object({ value: z.number(), maximum: z.number() });

export const ComparedRowView = z.object({
  columnId: Id,
  memberId: Id,
  name: z.string().nullable(),
  ours: Value.nullable(),
  theirs: Value.nullable(),
  state: ComparedState,
  /** Why ours could not be sent: the code of the problem and the LMS's words. */
  problem: z.object({ code: z.string(), words: z.string() }).nullable(),
  can: z.object({ sendOurs: z.boolean(), acceptTheirs: z.boolean() }),
});

/** Work on the comparison that goes on as a job. */
const Working = z
  .object({
    kind: z.enum(['reading', 'sendingOurs', 'acceptingTheirs']),
    done: z.int(),
    of: z.int().nullable(),
  })
  .nullable();

export const GradebookStatusView = z.object({
  activityId: Id,
  columns: z.array(ColumnView),
  /** Grades of all columns by where they are. */
  counts: z.object({ sent: z.int(), waiting: z.int(), failed: z.int() }),
  reconciliation: z.object({
    working: Working,
    /** When what the LMS holds was read last, whole; null before. */
    readAt: Timestamp.nullable(),
    /** Why the last reading could not be finished, in the LMS's words. */
    failure: z.string().nullable(),
    /** Rows by their state at that time. */
    states: z.partialRecord(ComparedState, z.int()),
    /** Results of people whom the course does not know. */
    strangers: z.int(),
  }),
  can: z.object({ sendOurs: z.boolean(), acceptTheirs: z.boolean() }),
});

export type GradebookStatusView = z.output<typeof GradebookStatusView>;
export type ComparedRowView = z.output<typeof ComparedRowView>;
export type ComparedState = z.output<typeof ComparedState>;

export const GetGradebookStatus = {
  method: 'get',
  path: '/activities/:activityId/gradebook',
  permission: 'grade.history',
  summary: 'Where an activity’s grades are on their way to the LMS, and how the last comparison went',
  params: ActivityParams,
  response: GradebookStatusView,
} satisfies Endpoint;

export const StartReconciliation = {
  method: 'post',
  path: '/activities/:activityId/gradebook/reading',
  permission: 'grade.sync',
  summary: 'Reads what the LMS holds of an activity’s grades and compares it with the ledger',
  params: ActivityParams,
  response: z.object({ working: z.literal('reading') }),
} satisfies Endpoint;

export const ListCompared = {
  method: 'get',
  path: '/activities/:activityId/gradebook/rows',
  permission: 'grade.history',
  summary: 'Ours, theirs and what is on its way, by member and column; by name',
  params: ActivityParams,
  query: Page.extend({ differing: z.enum(['true', 'false']).default('false') }),
  response: z.object({ items: z.array(ComparedRowView), next: z.string().nullable() }),
} satisfies Endpoint;

export const SendOurs = {
  method: 'post',
  path: '/grade-slots/:columnId/:memberId/send',
  permission: 'grade.sync',
  summary: 'Sends the grade again, over whatever the LMS shows',
  params: SlotParams,
  response: z.object({ state: z.literal('waiting') }),
} satisfies Endpoint;

export const AcceptTheirs = {
  method: 'post',
  path: '/grade-slots/:columnId/:memberId/accept',
  permission: 'grade.override',
  summary: 'Takes over the grade that the LMS showed when it was read, as a decision of staff',
  params: SlotParams,
  response: z.object({ state: z.literal('waiting') }),
} satisfies Endpoint;

export const SendAllOurs = {
  method: 'post',
  path: '/activities/:activityId/gradebook/send',
  permission: 'grade.sync',
  summary: 'Sends every grade again that differs in the LMS',
  params: ActivityParams,
  response: z.object({ working: z.literal('sendingOurs') }),
} satisfies Endpoint;

export const AcceptAllTheirs = {
  method: 'post',
  path: '/activities/:activityId/gradebook/accept',
  permission: 'grade.override',
  summary: 'Takes over every differing grade that the LMS shows',
  params: ActivityParams,
  response: z.object({ working: z.literal('acceptingTheirs') }),
} satisfies Endpoint;
