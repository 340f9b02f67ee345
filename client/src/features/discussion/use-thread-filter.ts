import { useSearchParams } from 'react-router';
import { FILTERS, type Filter, type Sort } from './api.ts';

export const SORTS = ['activity', 'newest', 'oldest', 'votes'] as const;

interface ThreadFilter {
  readonly sort: Sort;
  readonly filter: readonly Filter[];
  /** A group's id, or that of all. */
  readonly group: string;
  readonly tag: string | undefined;
  readonly author: string | undefined;
}

const idIn = (text: string | null): string | undefined =>
  text !== null && /^[0-9a-f]{32,64}$/.test(text) ? text : undefined;

/** How threads are listed, kept in the address: coming back from one, a reload and a link show the same. */
export function useThreadFilter(everywhere: string): [ThreadFilter, (change: Partial<ThreadFilter>) => void] {
  const [search, setSearch] = useSearchParams();
  const wanted = new Set(search.get('filter')?.split(','));
  const group = search.get('group');
  const shown: ThreadFilter = {
    sort: SORTS.find((sort) => sort === search.get('sort')) ?? 'activity',
    filter: FILTERS.filter((filter) => wanted.has(filter)),
    group: idIn(group) ?? everywhere,
    tag: idIn(search.get('tag')),
    author: idIn(search.get('author')),
  };
  function change(part: Partial<ThreadFilter>): void {
    const { sort, filter, group, tag, author } = { ...shown, ...part };
    const next = {
      // What is shown anyway is left out of the address.
      ...(sort !== 'activity' && { sort }),
      ...(filter.length > 0 && { filter: filter.join(',') }),
      ...(group !== everywhere && { group }),
      ...(tag !== undefined && { tag }),
      ...(author !== undefined && { author }),
    };
    setSearch(next, { replace: true, preventScrollReset: true });
  }
  return [shown, change];
}
