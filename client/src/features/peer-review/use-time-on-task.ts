import { useEffect } from 'react';
import type { RecordReviewTime } from '../../../../server/src/contracts/peer-review-analytics.ts';
import { useApi } from '../../app/context.ts';
import { newId } from '../../app/new-id.ts';

const SECOND_MS = 1_000;
/** Whoever has touched nothing for so long is at something else. */
const IDLE_MS = 60_000;
/** Seconds that are told at once. */
const BEAT_SECONDS = 30;

const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'scroll', 'focusin'] as const;

/** Counts the seconds in which the page is seen and somebody is at work on it. */
export function useTimeOnTask(activityId: string, reviewId: string): void {
  const api = useApi();
  useEffect(() => {
    const page = newId();
    let [seconds, beats, lastSign] = [0, 0, Date.now()];
    const note = (): void => {
      lastSign = Date.now();
    };
    const tell = (): void => {
      if (seconds === 0) return;
      const body = { beat: `${page}-${beats}`, seconds };
      [seconds, beats] = [0, beats + 1];
      // What does not arrive is not counted: nobody should wait for it.
      void api
        .call<typeof RecordReviewTime>('post', '/activities/:activityId/reviews/:reviewId/time', {
          params: { activityId, reviewId },
          body,
        })
        .catch(() => undefined);
    };
    const tick = (): void => {
      const isAtWork = document.visibilityState === 'visible' && Date.now() - lastSign < IDLE_MS;
      if (isAtWork) seconds += 1;
      if (seconds >= BEAT_SECONDS || document.visibilityState === 'hidden') tell();
    };
    const timer = setInterval(tick, SECOND_MS);
    for (const sign of SIGNS) document.addEventListener(sign, note, { passive: true, capture: true });
    return () => {
      clearInterval(timer);
      for (const sign of SIGNS) document.removeEventListener(sign, note, { capture: true });
      tell();
    };
  }, [api, activityId, reviewId]);
}
