import type { Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { Post } from '../api.ts';

/** Keeps in place what one reads when posts come in above it. */
export function useAnchor(
  virtualizer: Virtualizer<HTMLDivElement, HTMLElement>,
  scroller: RefObject<HTMLDivElement | null>,
  posts: readonly Post[],
): void {
  /** Where the posts in sight stood, and in which list. */
  const stood = useRef<{ readonly posts: readonly Post[]; readonly starts: ReadonlyMap<number, number> }>({
    posts,
    starts: new Map(),
  });
  useLayoutEffect(() => {
    const element = scroller.current;
    const { posts: before, starts } = stood.current;
    if (element !== null && before.length > 0 && before !== posts) {
      const top = element.scrollTop;
      // The last that begins above the edge is the one that is read there.
      const read = [...starts].findLast(([, start]) => start <= top);
      const index = posts.findIndex(({ n }) => n === read?.[0]);
      const start = virtualizer.measurementsCache[index]?.start;
      if (read !== undefined && start !== undefined && start !== read[1])
        element.scrollTo({ top: top + start - read[1] });
    }
    stood.current = {
      posts,
      starts: new Map(virtualizer.getVirtualItems().map(({ key, start }) => [Number(key), start])),
    };
  });
}
