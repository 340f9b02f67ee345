/** A work's place among the works of its activity: natural logarithms of strengths. */
export interface ComparedPlace {
  readonly strength: number;
  /** Standard error of the strength. */
  readonly error: number;
  /** Of all works of the activity. */
  readonly weakest: number;
  readonly strongest: number;
}

/** The grades, in percent, that the weakest and the strongest work get. */
export interface GradeRange {
  readonly lowestPercent: number;
  readonly highestPercent: number;
}

/**
 * Strengths that lie closer together are not drawn apart over the whole range: at this distance the strongest work would
 * be chosen over the weakest in 88 of 100 comparisons.
 */
const NARROWEST = 2;
/** Standard errors on each side of a 95 % interval. */
const WITHIN = 1.96;

/**
 * Where a strength is on the range of grades (docs/adr/0027-comparative.md): in a straight line from the weakest work to
 * the strongest, and around the middle of the range where they are hardly apart.
 */
export function placeOnRange(
  { strength, error, weakest, strongest }: ComparedPlace,
  { lowestPercent, highestPercent }: GradeRange,
): { readonly percent: number; readonly low: number; readonly high: number } {
  const width = Math.max(strongest - weakest, NARROWEST);
  const from = (weakest + strongest - width) / 2;
  const perUnit = (highestPercent - lowestPercent) / width;
  const within = (percent: number): number => Math.min(highestPercent, Math.max(lowestPercent, percent));
  const percent = within(lowestPercent + (strength - from) * perUnit);
  const margin = WITHIN * error * perUnit;
  return { percent, low: within(percent - margin), high: within(percent + margin) };
}
