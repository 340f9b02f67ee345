/** When somebody has last written in a thread, and by which request. */
export interface Pace {
  readonly requestId: string;
  readonly at: Date;
}

const MINUTE_MS = 60_000;

/**
 * Until when somebody waits before they write in a thread again (spec/discussion.md, 7: slow mode).
 *
 * @param requestId the same as before: it was answered already, or cut off, and comes once more
 * @returns null: they may write now
 */
export function waitsUntil(
  last: Pace | null,
  requestId: string,
  slowMinutes: number,
  now: Date,
): Date | null {
  if (!last || last.requestId === requestId) return null;
  const until = new Date(last.at.getTime() + slowMinutes * MINUTE_MS);
  return until > now ? until : null;
}
