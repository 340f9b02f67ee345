import type { ErrorCode } from '../../contracts/errors.ts';
import { AppError } from '../../core/app-error.ts';

/** More reports of one post say nothing new. */
const REPORTS_MAX = 50;

/** What learners have said against a post, and what staff have made of it. */
export interface PostReport {
  readonly activityId: string;
  readonly threadId: string;
  readonly n: number;
  /** `by` null: it uses this word. */
  readonly reports: readonly { readonly by: string | null; readonly text: string; readonly at: Date }[];
  readonly state: 'open' | 'dismissed' | 'settled';
  /** Who has dismissed it; null: nobody, or it waits again. */
  readonly dismissed: { readonly by: string; readonly at: Date } | null;
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
  if (before?.reports.some((one) => one.by === by) === true) return { type: 'unchanged' };
  return add(post, before, { by, text, at });
}

/** What comes of a word that staff are to look at: each is told of once for a post. */
export function decideFlag(
  post: Target,
  before: PostReport | null,
  word: string,
  at: Date,
): Exclude<ReportDecision, { readonly type: 'refuse' }> {
  const isKnown = before?.reports.some(({ by, text }) => by === null && text === word) === true;
  if (post.deletedAt || post.hide || isKnown) return { type: 'unchanged' };
  return add(post, before, { by: null, text: word, at });
}

function add(
  { activityId, threadId, n }: Target,
  before: PostReport | null,
  said: PostReport['reports'][number],
): Exclude<ReportDecision, { readonly type: 'refuse' }> {
  const reports = before?.reports ?? [];
  if (reports.length >= REPORTS_MAX) return { type: 'unchanged' };
  const since = before?.state === 'open' ? before.since : said.at;
  const revision = (before?.revision ?? 0) + 1;
  return {
    type: 'report',
    report: {
      activityId,
      threadId,
      n,
      reports: [...reports, said],
      state: 'open',
      dismissed: null,
      since,
      revision,
    },
  };
}

/** Where a report stands in the list of all: those that wait first, each the newest first. */
export interface ListPlace {
  readonly isOpen: boolean;
  readonly since: Date;
  readonly id: string;
}

/** The key after which the next page begins, as clients hand it back. */
export const listKey = ({ isOpen, since, id }: ListPlace): string =>
  `${isOpen ? 'open' : 'done'}_${since.getTime()}_${id}`;

/** @throws AppError BAD_REQUEST when it is none of ours */
export function readListKey(key: string): ListPlace {
  const [, state, time, id] = /^(open|done)_(\d{1,15})_([0-9a-f]{32}-\d{1,7})$/.exec(key) ?? [];
  if (id === undefined) throw new AppError('BAD_REQUEST', { field: 'after' });
  return { isOpen: state === 'open', since: new Date(Number(time)), id };
}
