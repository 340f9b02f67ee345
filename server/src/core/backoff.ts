const FIRST_SECONDS = 2;
const CAP_SECONDS = 15 * 60;

/**
 * How long to wait after the `tries`-th failure in a row: doubling from two seconds to a quarter of an hour, of which
 * a random half is taken off ("equal jitter"), so that what failed together does not come back together.
 *
 * @param random a number in [0, 1).
 * @param capSeconds the longest wait, where it is not a quarter of an hour.
 * @returns milliseconds.
 */
export function backoffMs(tries: number, random: number, capSeconds = CAP_SECONDS): number {
  const seconds = Math.min(capSeconds, FIRST_SECONDS * 2 ** Math.max(0, tries - 1));
  return Math.round(seconds * 1000 * (1 - random / 2));
}
