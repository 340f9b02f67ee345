import type { ErrorCode } from '../../contracts/errors.ts';

/** More reports of one post say nothing new. */
const REPORTS_MAX = 50;

/** What learners have said against a post, and what staff have made of it. */
export interface PostReport {
  readonly activityId: string;
  readonly threadId: string;
  readonly n: number;
  readonly reports: readonly { readonly by: string; readonly text: string; readonly at: Date }[];
  readonly state: 'open' | 'dismissed' | 'settled';
  /** Since when it waits, or has waited. */
  readonly since: Date;
  readonly revision: number;
}

type ReportDecision =
  | { readonly type: 'report'; readonly report: PostReport }
  | { readonly type: 'unchanged' }
  | {
      readonly type: 'refuse';
      readonly reason: Extract<ErrorCode, 'NOT_FOUND' | 'FORBIDDEN' | 'POST_HIDDEN'>;
    };

type Target = Pick<PostReport, 'activityId' | 'threadId' | 'n'> & {
  readonly authorId: string;
  readonly deletedAt: Date | null;
  readonly hide: object | null;
};

/** What a report comes to: each learner reports a post once, and a new one makes it wait for staff again. */
export function decideReport(
  post: Target | null,
  before: PostReport | null,
  by: string,
  text: string,
  at: Date,
): ReportDecision {
  if (!post || post.deletedAt) return { type: 'refuse', reason: 'NOT_FOUND' };
  if (post.authorId === by) return { type: 'refuse', reason: 'FORBIDDEN' };
  if (post.hide) return { type: 'refuse', reason: 'POST_HIDDEN' };
  const reports = before?.reports ?? [];
  if (reports.length >= REPORTS_MAX || reports.some((one) => one.by === by)) return { type: 'unchanged' };
  const { activityId, threadId, n } = post;
  const since = before?.state === 'open' ? before.since : at;
  const revision = (before?.revision ?? 0) + 1;
  return {
    type: 'report',
    report: {
      activityId,
      threadId,
      n,
      reports: [...reports, { by, text, at }],
      state: 'open',
      since,
      revision,
    },
  };
}
