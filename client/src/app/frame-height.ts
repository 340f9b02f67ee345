/** Heights that differ by less are the same: fractions of pixels come and go. */
const SAME_PX = 2;
/** A page shorter than this would jump with every message; one longer is a mistake. */
const MIN_PX = 400;
const MAX_PX = 30_000;
/** A change so soon after our own message may be its effect. */
const ECHO_MS = 400;
/** So many effects in a row: the content follows the frame, and following it back would never end. */
const ECHOES_MAX = 4;

/**
 * Keeps a frame as tall as its content. Where the content's height depends on the frame's, it gives up following until
 * something else happens.
 *
 * @param tell asks the platform for a height in CSS pixels.
 * @returns what is to be called with the content's height whenever it has changed; `settle` when the person or the page
 *   has done something, so that the next change is not the frame's.
 */
export function makeFrameHeight(tell: (height: number) => void, now: () => number) {
  let told: number | null = null;
  let toldAt = -Infinity;
  let echoes = 0;
  return {
    measured(height: number): void {
      const wanted = Math.min(MAX_PX, Math.max(MIN_PX, Math.ceil(height)));
      if (told !== null && Math.abs(wanted - told) < SAME_PX) return;
      echoes = now() - toldAt < ECHO_MS ? echoes + 1 : 0;
      if (echoes >= ECHOES_MAX) return;
      told = wanted;
      toldAt = now();
      tell(wanted);
    },
    settle(): void {
      echoes = 0;
    },
  };
}
