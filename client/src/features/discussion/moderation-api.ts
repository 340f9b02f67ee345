import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as approval from '../../../../server/src/contracts/discussion-approval.ts';
import type * as contract from '../../../../server/src/contracts/discussion-moderation.ts';
import type * as discussion from '../../../../server/src/contracts/discussion.ts';
import type * as reports from '../../../../server/src/contracts/discussion-reports.ts';
import { ApiError } from '../../app/api-client.ts';
import { useApi } from '../../app/context.ts';
import { useLive } from '../../app/live/use-live.ts';
import { newId } from '../../app/new-id.ts';
import { useMutation } from '../../app/use-mutation.ts';
import type { ThreadLine } from './api.ts';

export type ModerationAct = z.output<typeof contract.ModerationActView>;
export type Standing = z.output<typeof contract.ThreadStanding>;
/** How often one looks how far posts are. */
const WHILE_MOVING_MS = 2_000;

export type Command = z.input<typeof contract.ModerationCommand>;

/** All of a discussion is read again: an act changes threads, lists and counts. */
function useChanged(activityId: string) {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === activityId });
}

/** Does something to a thread or a post. */
export function useModerate(activityId: string) {
  const api = useApi();
  const changed = useChanged(activityId);
  return useMutation({
    mutationFn: (body: Command) =>
      api.call<typeof contract.ModerateDiscussion>('put', '/discussions/:activityId/moderation/:actId', {
        params: { activityId, actId: newId() },
        body,
      }),
    onSettled: changed,
  });
}

/** Takes an act back. */
export function useUndoModeration(activityId: string) {
  const api = useApi();
  const changed = useChanged(activityId);
  return useMutation({
    mutationFn: (actId: string) =>
      api.call<typeof contract.UndoModeration>('post', '/discussions/:activityId/moderation/:actId/undo', {
        params: { activityId, actId },
      }),
    onSettled: changed,
  });
}

/** Where staff have moved a post that was asked for; null: it was not moved. */
export function movedTo(activityId: string, error: Error | null): string | null {
  if (!(error instanceof ApiError) || error.code !== 'POST_MOVED') return null;
  const { threadId, n } = error.details;
  return `/discussions/${activityId}/threads/${String(threadId)}?post=${String(n)}`;
}

/** Pages of threads that are offered to move posts to: the latest. */
const TARGET_PAGES = 10;
const TARGETS_PAGE = 100;

/** The threads to which posts may be moved, the latest first. */
export function useMoveTargets(activityId: string, isWanted: boolean, group: string | null) {
  const api = useApi();
  return useQuery({
    queryKey: ['move targets', activityId, group],
    queryFn: async ({ signal }) => {
      const all: ThreadLine[] = [];
      let after: string | undefined;
      for (let page = 0; page < TARGET_PAGES; page += 1) {
        const { items, next } = await api.call<typeof discussion.ListThreads>(
          'get',
          '/discussions/:activityId/threads',
          {
            params: { activityId },
            query: { after, limit: TARGETS_PAGE, ...(group !== null && { group }) },
          },
          signal,
        );
        all.push(...items);
        if (next === null) break;
        after = next;
      }
      return all;
    },
    enabled: isWanted,
    staleTime: 0,
  });
}

export type PostReport = z.output<typeof reports.PostReportView>;

/** A learner says what is wrong with a post. */
export function useReportPost(activityId: string, threadId: string) {
  const api = useApi();
  return useMutation({
    mutationFn: ({ n, reason }: { readonly n: number; readonly reason: string }) =>
      api.call<typeof reports.ReportPost>(
        'put',
        '/discussions/:activityId/threads/:threadId/posts/:n/report',
        { params: { activityId, threadId, n }, body: { reason } },
      ),
  });
}

export function usePostReports(activityId: string) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['post reports', activityId],
    queryFn: ({ pageParam, signal }) =>
      api.call<typeof reports.ListPostReports>(
        'get',
        '/discussions/:activityId/reports',
        { params: { activityId }, query: { after: pageParam } },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    staleTime: 0,
  });
}

/** Leaves a reported post as it is, or takes that back. */
export function useDismissReport(activityId: string) {
  const api = useApi();
  const changed = useChanged(activityId);
  return useMutation({
    mutationFn: ({ report, dismissed }: { readonly report: PostReport; readonly dismissed: boolean }) =>
      api.call<typeof reports.DismissPostReport>(
        'put',
        '/discussions/:activityId/threads/:threadId/posts/:n/report/dismissal',
        { params: { activityId, threadId: report.threadId, n: report.n }, body: { dismissed } },
      ),
    onSettled: changed,
  });
}

export type HeldPost = z.output<typeof approval.HeldPostView>;

/** Posts that wait until staff approve them. */
export function useHeldPosts(activityId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['held posts', activityId],
    queryFn: ({ signal }) =>
      api.call<typeof approval.ListHeldPosts>(
        'get',
        '/discussions/:activityId/held',
        { params: { activityId } },
        signal,
      ),
    staleTime: 0,
  });
}

/** Approves what has been read of posts that wait. */
export function useApproveAll(activityId: string) {
  const api = useApi();
  const changed = useChanged(activityId);
  return useMutation({
    mutationFn: (posts: readonly HeldPost[]) =>
      api.call<typeof approval.ApproveHeldPosts>('put', '/discussions/:activityId/held/approval/:batchId', {
        params: { activityId, batchId: newId() },
        body: { posts: posts.map(({ threadId, n, revision }) => ({ threadId, n, revision })) },
      }),
    onSettled: changed,
  });
}

/** Keeps what staff have before them under “Moderation” up to date. */
export function useLiveModeration(activityId: string): void {
  const queries = useQueryClient();
  useLive(`moderation/${activityId}`, () => {
    for (const name of ['discussion', 'held posts', 'post reports', 'moderation'])
      void queries.invalidateQueries({ queryKey: [name, activityId] });
  });
}

/** Has posts of one learner wait until staff approve them, or no more. */
export function useHoldMember(activityId: string) {
  const api = useApi();
  const changed = useChanged(activityId);
  return useMutation({
    mutationFn: ({ memberId, waits }: { readonly memberId: string; readonly waits: boolean }) =>
      api.call<typeof approval.HoldMember>(
        'put',
        '/discussions/:activityId/participants/:memberId/approval',
        { params: { activityId, memberId }, body: { waits } },
      ),
    onSettled: changed,
  });
}

export function useModerationActs(activityId: string) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['moderation', activityId],
    queryFn: ({ pageParam, signal }) =>
      api.call<typeof contract.ListModeration>(
        'get',
        '/discussions/:activityId/moderation',
        { params: { activityId }, query: { after: pageParam } },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    // What takes a while says how far it is.
    refetchInterval: ({ state: { data } }) =>
      data?.pages.some(({ items }) => items.some(({ move }) => typeof move?.left === 'number')) === true
        ? WHILE_MOVING_MS
        : false,
    staleTime: 0,
  });
}
