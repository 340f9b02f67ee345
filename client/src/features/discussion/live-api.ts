import { type InfiniteData, type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type * as reading from '../../../../server/src/contracts/discussion-reading.ts';
import { type ApiClient, ApiError } from '../../app/api-client.ts';
import { useApi } from '../../app/context.ts';
import { useLive } from '../../app/live/use-live.ts';
import { keys, type Post, type ThreadPage } from './api.ts';
import { mergeChanges } from './merge-changes.ts';

type Cached = InfiniteData<ThreadPage>;

/** What decides who writes in a thread, to be compared. */
const writableBy = ({ standing: { lock, close } }: Pick<ThreadPage, 'standing'>): string =>
  JSON.stringify([lock, close]);

/**
 * Brings a thread that is read already up to date.
 *
 * @param settle sends what was read, and says how many posts that is
 * @returns the posts that are new
 */
async function catchUp(
  api: ApiClient,
  queries: QueryClient,
  { activityId, threadId }: { readonly activityId: string; readonly threadId: string },
  settle: () => Promise<number>,
): Promise<readonly Post[]> {
  const queryKey = keys.thread(activityId, threadId);
  const newest = queries
    .getQueriesData<Cached>({ queryKey })
    .flatMap(([, data]) => data?.pages ?? [])
    .toSorted((a, b) => a.last - b.last)
    .at(0);
  if (newest === undefined) return [];
  const ownMarks = await settle();
  const { last, asOf } = newest;
  const changes = await api.call<typeof reading.GetThreadChanges>(
    'get',
    '/discussions/:activityId/threads/:threadId/changes',
    { params: { activityId, threadId }, query: { last, asOf } },
  );
  if (changes.isMuch) {
    await queries.invalidateQueries({ queryKey });
    return [];
  }
  queries.setQueriesData<Cached>(
    { queryKey },
    (data) => data && { ...data, pages: mergeChanges(data.pages, changes, ownMarks) },
  );
  // What one may do with posts that have not changed is another: they are read anew, and stay where they are.
  if (writableBy(newest) !== writableBy(changes)) await queries.invalidateQueries({ queryKey });
  return changes.items.filter(({ n, author, text }) => n > last && !author.isOwn && text !== null);
}

/**
 * Keeps a thread up to date while it is on the page, one catching up after the other.
 *
 * @param onArrival is given the posts of others that have arrived
 */
export function useLiveThread(
  activityId: string,
  threadId: string,
  settle: () => Promise<number>,
  onArrival: (posts: readonly Post[]) => void,
): void {
  const api = useApi();
  const queries = useQueryClient();
  const running = useRef<Promise<void> | null>(null);
  const isAsked = useRef(false);

  /** What staff have moved is led to by the page, once it asks for the thread again. */
  async function lead(error: unknown): Promise<readonly Post[]> {
    if (error instanceof ApiError && error.code === 'POST_MOVED')
      await queries.invalidateQueries({ queryKey: keys.thread(activityId, threadId) });
    return [];
  }

  async function run(): Promise<void> {
    while (isAsked.current) {
      isAsked.current = false;
      // What is missed now comes with the next change.
      const arrived = await catchUp(api, queries, { activityId, threadId }, settle).catch(lead);
      if (arrived.length > 0) onArrival(arrived);
    }
  }

  useLive(`thread/${activityId}/${threadId}`, () => {
    isAsked.current = true;
    running.current ??= run().finally(() => (running.current = null));
  });
}
