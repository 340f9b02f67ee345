import type { LmsDates, ResourceLink } from './course.domain.ts';

const MINUTE_MS = 60_000;

/** The LMS's dates for an activity: those of its only dated link. With several links the LMS leads nothing. */
export function ledDates(links: readonly Pick<ResourceLink, 'dates'>[]): LmsDates | null {
  const dated = links.flatMap(({ dates }) => (dates ? [dates] : []));
  return dated.length === 1 ? (dated[0] ?? null) : null;
}

/** The two ends of submissions where they differ by a minute or more: an LMS may keep no seconds. */
export function closingDifference(
  ours: Date | null,
  dates: LmsDates | null,
): { ours: Date; theirs: Date } | null {
  const theirs = dates?.submissionUntil ?? null;
  if (!ours || !theirs || Math.abs(ours.getTime() - theirs.getTime()) < MINUTE_MS) return null;
  return { ours, theirs };
}

/**
 * Until when one learner hands in by the LMS's own word: nothing where it says nothing, or says of everybody what it says
 * of this one. Nobody loses time here, so a date before everybody's counts for nothing.
 *
 * @param own the LMS's date for the learner
 * @param normal everybody's
 */
export function ownUntil(own: Date | null, normal: Date | null): Readonly<Record<string, string>> {
  if (!own || !normal || own.getTime() - normal.getTime() < MINUTE_MS) return {};
  return { handIn: own.toISOString() };
}

/** Whether the LMS stops showing the activity before its last step is over. */
export function hiddenTooEarly(
  neededUntil: Date | null,
  dates: LmsDates | null,
): { at: Date; neededUntil: Date } | null {
  const at = dates?.availableUntil ?? null;
  return at && neededUntil && neededUntil > at ? { at, neededUntil } : null;
}
