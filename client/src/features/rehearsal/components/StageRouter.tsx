import { type ReactNode, useMemo, useState } from 'react';
import {
  createPath,
  type Location,
  type Navigator,
  NavigationType,
  parsePath,
  Router,
  type To,
} from 'react-router';

interface StageRouterProps {
  /** The page to begin with. */
  readonly start: string;
  readonly children: ReactNode;
}

/** The addresses that were gone to, and which of them is shown. */
interface Visits {
  readonly entries: readonly Location[];
  readonly index: number;
  readonly type: NavigationType;
}

let lastKey = 0;

function locationOf(to: To, state: unknown): Location {
  const { pathname = '/', search = '', hash = '' } = typeof to === 'string' ? parsePath(to) : to;
  lastKey += 1;
  return { pathname, search, hash, state, key: `stage ${lastKey}` } as Location;
}

/**
 * Addresses that the browser's address bar does not show. The library's own memory router would come with the first page
 * of everybody, since the router's parts are in one file.
 */
export function StageRouter({ start, children }: StageRouterProps) {
  const [visits, setVisits] = useState<Visits>(() => ({
    entries: [locationOf(start, null)],
    index: 0,
    type: NavigationType.Pop,
  }));
  const navigator = useMemo(
    (): Navigator => ({
      createHref: (to) => (typeof to === 'string' ? to : createPath(to)),
      go: (delta) =>
        setVisits(({ entries, index }) => ({
          entries,
          index: Math.min(entries.length - 1, Math.max(0, index + delta)),
          type: NavigationType.Pop,
        })),
      push: (to, state) =>
        setVisits(({ entries, index }) => ({
          entries: [...entries.slice(0, index + 1), locationOf(to, state)],
          index: index + 1,
          type: NavigationType.Push,
        })),
      replace: (to, state) =>
        setVisits(({ entries, index }) => ({
          entries: entries.with(index, locationOf(to, state)),
          index,
          type: NavigationType.Replace,
        })),
    }),
    [],
  );
  const shown = visits.entries[visits.index];
  return shown === undefined ? null : (
    <Router location={shown} navigationType={visits.type} navigator={navigator}>
      {children}
    </Router>
  );
}
