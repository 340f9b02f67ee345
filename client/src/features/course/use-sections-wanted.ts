import { useSearchParams } from 'react-router';
import type { SectionsWanted } from './sections-api.ts';

/**
 * Whether a list is of the caller's own sections or of all: a part of the address, so that a reload shows the same.
 * Where nothing is chosen, the server decides: assistants who look after sections see those.
 */
export function useSectionsWanted() {
  const [search, setSearch] = useSearchParams();
  const said = search.get('sections');
  const wanted: SectionsWanted = said === 'all' || said === 'mine' ? said : 'auto';
  return {
    wanted,
    choose: (next: 'all' | 'mine') =>
      setSearch(
        (before) => {
          const after = new URLSearchParams(before);
          after.set('sections', next);
          return after;
        },
        { replace: true, preventScrollReset: true },
      ),
  };
}
