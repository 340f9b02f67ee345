import { type InfiniteData, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import type * as contract from '../../../../server/src/contracts/discussion.ts';
import { useApi } from '../../app/context.ts';
import { useLive } from '../../app/live/use-live.ts';
import { type Filter, type Narrow, filterText, keys, type Sort, type ThreadLine } from './api.ts';

type ThreadPage = z.output<typeof contract.ListThreads.response>;
type Cached = InfiniteData<ThreadPage>;

/** Lines as they are now, each where it is: a list that changes its order takes away what one is about to press. */
const inPlace = (before: Cached, now: ReadonlyMap<string, ThreadLine>): Cached => ({
  ...before,
  pages: before.pages.map((page) => ({ ...page, items: page.items.map((line) => now.get(line.id) ?? line) })),
});

/** Keeps the lines of a list of threads up to date. @returns how many threads are new, and what shows them */
export function useLiveThreads(activityId: string, sort: Sort, filter: readonly Filter[], narrow: Narrow) {
  const api = useApi();
  const queries = useQueryClient();
  const [fresh, setFresh] = useState(0);
  const queryKey = [...keys.threads(activityId), sort, filter, narrow];

  async function look(): Promise<void> {
    const { items } = await api.call<typeof contract.ListThreads>('get', '/discussions/:activityId/threads', {
      params: { activityId },
      // What was just written in is among the first by activity, whatever order is shown.
      query: { sort: 'activity', filter: filterText(filter), ...narrow },
    });
    const now = new Map(items.map((line) => [line.id, line]));
    const before = queries.getQueryData<Cached>(queryKey);
    if (before === undefined) return;
    const known = new Set(before.pages.flatMap((page) => page.items.map(({ id }) => id)));
    const newest = before.pages
      .flatMap((page) => page.items)
      .reduce((latest, { startedAt }) => (startedAt > latest ? startedAt : latest), '');
    queries.setQueryData<Cached>(queryKey, inPlace(before, now));
    // One that is older is on a page that is not shown yet.
    setFresh(items.filter(({ id, startedAt }) => !known.has(id) && startedAt > newest).length);
  }

  useLive(`discussion/${activityId}`, () => void look().catch(() => undefined));
  return {
    fresh,
    show(): void {
      setFresh(0);
      void queries.invalidateQueries({ queryKey });
    },
  };
}
