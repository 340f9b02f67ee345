import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../../ui/announce.ts';
import type { Post } from '../api.ts';
import { useLiveThread } from '../live-api.ts';

/** The posts that have come since the page was opened and were not in sight yet; they are also said aloud. */
export function useArrivals(activityId: string, threadId: string, settle: () => Promise<number>) {
  const { t } = useTranslation();
  const [arrived, setArrived] = useState<readonly Post[]>([]);
  const seen = useCallback(
    (numbers: readonly number[]) => setArrived((before) => before.filter(({ n }) => !numbers.includes(n))),
    [],
  );
  useLiveThread(activityId, threadId, settle, (posts) => {
    announce(t('discussion.live.posts', { count: posts.length }));
    setArrived((before) =>
      [...before.filter(({ n }) => posts.every((post) => post.n !== n)), ...posts].toSorted((a, b) =>
        a.path < b.path ? -1 : 1,
      ),
    );
  });
  return { arrived, seen };
}
