import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as contract from '../../../../server/src/contracts/discussion-moderation.ts';
import type * as reports from '../../../../server/src/contracts/discussion-reports.ts';
import { useApi } from '../../app/context.ts';
import { newId } from '../../app/new-id.ts';

export type ModerationAct = z.output<typeof contract.ModerationActView>;
export type Standing = z.output<typeof contract.ThreadStanding>;
type Command = z.input<typeof contract.ModerationCommand>;

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
  return useQuery({
    queryKey: ['post reports', activityId],
    queryFn: ({ signal }) =>
      api.call<typeof reports.ListPostReports>(
        'get',
        '/discussions/:activityId/reports',
        { params: { activityId } },
        signal,
      ),
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
    staleTime: 0,
  });
}
