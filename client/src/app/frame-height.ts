/** Heights that differ by less are the same: fractions of pixels come and go. */
const SAME_PX = 2;
/** A page shorter than this would jump with every message; one longer is a mistake. */
const MIN_PX = 400;
const MAX_PX = 30_000;
/** A change so soon after our own message may be its effect. */
const ECHO_MS = 400;
/** So many effects in a row: the content may be following the frame. */
const ECHOES_MAX = 4;

/**
 * Keeps a frame as tall as its content. Where the content's height depends on the frame's, following it would never end:
 * after some effects in a row it is followed at ever longer intervals, so that a page that only comes together in many
 * small parts gets its height in the end.
 *
 * @param tell asks the platform for a height in CSS pixels.
 * @param now milliseconds
 * @param later calls back after that many milliseconds
 * @returns what is to be called with the content's height whenever it has changed; `settle` when the person or the page
 *   has done something, so that the next change is not the frame's.
 */
export function makeFrameHeight(
  tell: (height: number) => void,
  now: () => number,
  later: (act: () => void, ms: number) => void,
) {
  let wanted = MIN_PX;
  let told: number | null = null;
  let toldAt = -Infinity;
  let echoes = 0;
  let waits = false;
  const fits = (): boolean => told !== null && Math.abs(wanted - told) < SAME_PX;
  function follow(): void {
    waits = false;
    if (fits()) return;
    told = wanted;
    toldAt = now();
    tell(wanted);
  }
  return {
    measured(height: number): void {
      wanted = Math.min(MAX_PX, Math.max(MIN_PX, Math.ceil(height)));
      if (waits || fits()) return;
      echoes = now() - toldAt < ECHO_MS ? echoes + 1 : 0;
      if (echoes < ECHOES_MAX) {
        follow();
        return;
      }
      waits = true;
      later(follow, ECHO_MS * 2 ** (echoes - ECHOES_MAX));
    },
    settle(): void {
      echoes = 0;
      if (waits) follow();
    },
  };
}
