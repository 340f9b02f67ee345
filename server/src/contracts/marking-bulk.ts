import { z } from 'zod';
import { type Endpoint, Id } from './endpoint.ts';
import * as limits from './limits.ts';
import { Named, workStanding } from './marking.ts';

/** Bulk acts: what staff do to many works of an activity at once (activity.md item 6). */

const BulkKind = z.enum(['zero', 'excuse', 'comment']);
export type BulkKind = z.output<typeof BulkKind>;

const Act = z.discriminatedUnion('kind', [
  /** Every criterion gets no points. */
  z.object({ kind: z.literal('zero') }),
  /** No grade is owed. */
  z.object({ kind: z.literal('excuse') }),
  z.object({
    kind: z.literal('comment'),
    /** `{name}`, `{points}` and `{maximum}` stand for what they say of each work. */
    text: z.string().trim().min(1).max(limits.BANK_COMMENT_MAX),
  }),
]);

const ActivityParams = z.object({ activityId: Id });
const BulkParams = z.object({ activityId: Id, bulkId: Id });

const shared = {
  act: Act,
  /** Learners stay unknown: in what is answered, and in the comments that name them. */
  hidden: z.boolean(),
};
const Reason = z.string().trim().min(1).max(limits.REASON_MAX);

/** Why a work stays as it is. */
const BulkRefusal = z.enum([
  'WORK_TAKEN',
  'LEAD_SETTLES',
  'NOT_MARKED',
  'STALE_REVISION',
  'COMMENT_TOO_LONG',
  'NOT_FOUND',
]);

const named = {
  workId: Id,
  sign: workStanding.sign,
  /** The part of the activity that it belongs to; null: there are none, or it is there no more. */
  part: z.string().nullable(),
  /** Whose it is, a learner or a group; null while hidden. */
  learner: Named.nullable(),
};

const Standing = z.object({
  kind: z.enum(['none', 'marked', 'excused']),
  points: z.number().nullable(),
  maximum: z.number().nullable(),
});

export const BulkPreviewView = z.object({
  rows: z.array(
    z.object({
      ...named,
      /** What the act must name for this work. */
      revision: z.int(),
      outcome: z.enum(['change', 'unchanged', 'refuse']),
      refusal: BulkRefusal.nullable(),
      before: Standing,
      /** What it gets. */
      after: Standing,
      /** The comment that is added, with what its variables stand for; null when none is. */
      comment: z.string().nullable(),
    }),
  ),
  counts: z.object({ change: z.int(), unchanged: z.int(), refuse: z.int() }),
});
export type BulkPreviewView = z.output<typeof BulkPreviewView>;

export const PreviewBulk = {
  method: 'post',
  path: '/activities/:activityId/marking/bulk/preview',
  permission: 'marking.mark',
  summary: 'What a bulk act would do to each of some works; nothing changes',
  params: ActivityParams,
  body: z.object({ ...shared, workIds: z.array(Id).min(1).max(limits.MARKING_BATCH_MAX) }),
  response: BulkPreviewView,
} satisfies Endpoint;

export const BulkView = z.object({
  id: Id,
  kind: BulkKind,
  state: z.enum(['running', 'done', 'undoing', 'undone']),
  /** How many works it has come to so far, of how many. */
  done: z.int(),
  total: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  refused: z.array(z.object({ ...named, refusal: BulkRefusal })),
  can: z.object({ undo: z.boolean() }),
});
export type BulkView = z.output<typeof BulkView>;

export const StartBulk = {
  method: 'put',
  path: '/activities/:activityId/marking/bulk/:bulkId',
  permission: 'marking.mark',
  summary: 'Does one thing to many works, as a job; the same call again changes nothing',
  params: BulkParams,
  body: z.object({
    ...shared,
    works: z
      .array(z.object({ workId: Id, expectedRevision: z.int().min(0) }))
      .min(1)
      .max(limits.MARKING_BATCH_MAX),
    reason: Reason,
  }),
  response: BulkView,
} satisfies Endpoint;

export const GetBulk = {
  method: 'get',
  path: '/activities/:activityId/marking/bulk/:bulkId',
  permission: 'marking.mark',
  summary: 'How far a bulk act is, and which works stayed as they were',
  params: BulkParams,
  response: BulkView,
} satisfies Endpoint;

export const UndoBulk = {
  method: 'post',
  path: '/activities/:activityId/marking/bulk/:bulkId/undo',
  permission: 'marking.mark',
  summary: 'Takes a bulk act back, as a job: what somebody has marked since stays',
  params: BulkParams,
  body: z.object({ reason: Reason }),
  response: BulkView,
} satisfies Endpoint;
