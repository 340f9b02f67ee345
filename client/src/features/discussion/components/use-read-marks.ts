import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { useApi } from '../../../app/context.ts';
import { markRead } from '../api.ts';
import { makeReadMarks } from '../read-marks.ts';

/** A post counts as read once it was in sight for so long. */
const SEEN_MS = 800;

/** Notes what one has read in a thread. @returns also how many posts that is since the page was opened */
export function useReadMarks(activityId: string, threadId: string) {
  const api = useApi();
  const [marks] = useState(() => makeReadMarks((numbers) => markRead(api, activityId, threadId, numbers)));
  useEffect(() => {
    const leave = () => void marks.flush();
    document.addEventListener('visibilitychange', leave);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      leave();
    };
  }, [marks]);
  /** Watches a post that is new, while it is on the page. @returns what ends that */
  const watch = useCallback(
    (element: Element, n: number) => {
      let seen: ReturnType<typeof setTimeout> | undefined;
      const observer = new IntersectionObserver(([entry]) => {
        clearTimeout(seen);
        if (entry?.isIntersecting === true) seen = setTimeout(() => marks.note(n), SEEN_MS);
      });
      observer.observe(element);
      return () => {
        clearTimeout(seen);
        observer.disconnect();
      };
    },
    [marks],
  );
  /** Sends what was read. @returns how many posts that is since the page was opened */
  const settle = useCallback(async () => {
    await marks.flush();
    return marks.count();
  }, [marks]);
  return { watch, settle, flush: marks.flush, count: useSyncExternalStore(marks.subscribe, marks.count) };
}
