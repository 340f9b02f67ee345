import { z } from 'zod';
import { type Endpoint, Id, Page, Timestamp } from './endpoint.ts';
import * as limits from './limits.ts';

const ActivityParams = z.object({ activityId: Id });
const PostParams = ActivityParams.extend({ threadId: Id, n: z.coerce.number().int().min(1).max(1_000_000) });

export const ReportPost = {
  method: 'put',
  path: '/discussions/:activityId/threads/:threadId/posts/:n/report',
  permission: 'discussion.report',
  summary: 'Tells staff what is wrong with a post; neither its author nor staff learn who has',
  params: PostParams,
  body: z.object({ reason: z.string().trim().min(1).max(limits.REASON_MAX) }),
  response: z.object({}),
} satisfies Endpoint;

/** A reported post, for staff. Who reported it has no place in it: its author may be one of them. */
export const PostReportView = z.object({
  threadId: Id,
  n: z.int(),
  title: z.string(),
  /** `isWord`: nobody has said it; the post uses a word that staff have asked to be told of. */
  reasons: z.array(z.object({ text: z.string(), at: Timestamp, isWord: z.boolean() })),
  /** Settled: staff have hidden the post. */
  state: z.enum(['open', 'dismissed', 'settled']),
  /** By whom of staff, and when; null: it is not, or nobody knows any more. */
  dismissed: z.object({ byName: z.string().nullable(), at: Timestamp }).nullable(),
  since: Timestamp,
});
export type PostReportView = z.output<typeof PostReportView>;

export const ListPostReports = {
  method: 'get',
  path: '/discussions/:activityId/reports',
  permission: 'discussion.moderate',
  summary: 'Posts that learners have reported: those that wait for staff first, each the newest first',
  params: ActivityParams,
  query: Page,
  response: z.object({ items: z.array(PostReportView), next: z.string().nullable() }),
} satisfies Endpoint;

export const DismissPostReport = {
  method: 'put',
  path: '/discussions/:activityId/threads/:threadId/posts/:n/report/dismissal',
  permission: 'discussion.moderate',
  summary: 'Leaves a reported post as it is, or takes that back',
  params: PostParams,
  body: z.object({ dismissed: z.boolean() }),
  response: z.object({}),
} satisfies Endpoint;
