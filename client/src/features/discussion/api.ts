import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as contract from '../../../../server/src/contracts/discussion.ts';
import type * as people from '../../../../server/src/contracts/discussion-people.ts';
import type * as reading from '../../../../server/src/contracts/discussion-reading.ts';
import type { ApiClient } from '../../app/api-client.ts';
import { useApi } from '../../app/context.ts';
import { useMutation } from '../../app/use-mutation.ts';

export type Discussion = z.output<typeof contract.DiscussionView>;
export type ThreadLine = z.output<typeof contract.ThreadSummaryView>;
export type Post = z.output<typeof contract.PostView>;
export type Author = Post['author'];
export type ThreadPage = z.output<typeof contract.ThreadView>;
export type Changes = z.output<typeof reading.GetThreadChanges.response>;
export type Sort = z.output<typeof contract.ThreadSort>;
export const FILTERS = ['unread', 'mine', 'followed', 'unanswered'] as const;
export type Filter = (typeof FILTERS)[number];

/** Those alone that all of it holds of, as the server asks for them. */
export const filterText = (filter: readonly Filter[]): string => filter.join(',') || 'all';

export const keys = {
  discussion: (activityId: string) => ['discussion', activityId] as const,
  threads: (activityId: string) => ['threads', activityId] as const,
  thread: (activityId: string, threadId: string) => ['thread', activityId, threadId] as const,
};

export function useDiscussion(activityId: string) {
  const api = useApi();
  return useQuery({
    queryKey: keys.discussion(activityId),
    queryFn: ({ signal }) =>
      api.call<typeof contract.GetDiscussion>(
        'get',
        '/discussions/:activityId',
        { params: { activityId } },
        signal,
      ),
  });
}

/** Of one space, with one tag, by one author alone. */
export interface Narrow {
  readonly group?: string | undefined;
  readonly tag?: string | undefined;
  readonly author?: string | undefined;
}

/** Who has started threads, of those whom one may know. */
export function useThreadAuthors(activityId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['thread authors', activityId],
    queryFn: ({ signal }) =>
      api.call<typeof people.ListThreadAuthors>(
        'get',
        '/discussions/:activityId/authors',
        { params: { activityId } },
        signal,
      ),
  });
}

export function useThreads(activityId: string, sort: Sort, filter: readonly Filter[], narrow: Narrow) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: [...keys.threads(activityId), sort, filter, narrow],
    queryFn: ({ pageParam, signal }) =>
      api.call<typeof contract.ListThreads>(
        'get',
        '/discussions/:activityId/threads',
        { params: { activityId }, query: { sort, filter: filterText(filter), ...narrow, after: pageParam } },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    // What was read meanwhile is new no more.
    staleTime: 0,
  });
}

type Place = { readonly post?: number; readonly after?: string; readonly before?: string };

/** A thread page by page in both directions. @param post where it begins, if not with the first */
export function useThread(activityId: string, threadId: string, post: number | undefined) {
  const api = useApi();
  const initialPageParam: Place = post === undefined ? {} : { post };
  return useInfiniteQuery({
    queryKey: [...keys.thread(activityId, threadId), post ?? 1],
    queryFn: ({ pageParam, signal }) =>
      api.call<typeof contract.GetThread>(
        'get',
        '/discussions/:activityId/threads/:threadId',
        { params: { activityId, threadId }, query: pageParam },
        signal,
      ),
    initialPageParam,
    getNextPageParam: ({ next }): Place | null => (next === null ? null : { after: next }),
    getPreviousPageParam: ({ previous }): Place | null => (previous === null ? null : { before: previous }),
    staleTime: 0,
  });
}

/** The number of the next post that is new to the reader, or null. */
export const findUnread = (api: ApiClient, activityId: string, threadId: string, after: string | undefined) =>
  api.call<typeof contract.FindUnread>('get', '/discussions/:activityId/threads/:threadId/unread', {
    params: { activityId, threadId },
    query: { after },
  });

export const markRead = (api: ApiClient, activityId: string, threadId: string, numbers: number[]) =>
  api.call<typeof reading.MarkRead>('put', '/discussions/:activityId/threads/:threadId/read', {
    params: { activityId, threadId },
    body: { numbers },
  });

/** Reads again what a post changes: the thread, the list, and whether one waits for one's own first post. */
function useChanged(activityId: string) {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === activityId });
}

export function useDeletePost(activityId: string, threadId: string) {
  const api = useApi();
  const changed = useChanged(activityId);
  return useMutation({
    mutationFn: (n: number) =>
      api.call<typeof contract.DeletePost>('delete', '/discussions/:activityId/threads/:threadId/posts/:n', {
        params: { activityId, threadId, n },
      }),
    onSuccess: changed,
  });
}

export function usePostHistory(activityId: string, threadId: string, n: number) {
  const api = useApi();
  return useQuery({
    queryKey: ['post history', activityId, threadId, n],
    queryFn: ({ signal }) =>
      api.call<typeof reading.GetPostHistory>(
        'get',
        '/discussions/:activityId/threads/:threadId/posts/:n/history',
        { params: { activityId, threadId, n } },
        signal,
      ),
  });
}
