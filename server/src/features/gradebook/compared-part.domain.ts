import { placeOnRange } from './compared-scale.domain.ts';
import type { ComparedInputs, ComparedParameters } from './formula-inputs.domain.ts';
import type { Overrides } from './grade-overrides.domain.ts';
import { deductLate, type Part } from './grade-policies.domain.ts';

/** The work's place among the others, less what lateness takes off. */
export function compared(
  { compared: place, handedIn }: ComparedInputs,
  { late, range }: ComparedParameters,
  overrides: Overrides | null,
): Part {
  if (!place) return { percent: null, because: 'noReviews', steps: [] };
  const { percent, low, high } = placeOnRange(place, range);
  const { chosen, made, criteria } = place;
  const { lowestPercent: lowest, highestPercent: highest } = range;
  const step = {
    type: 'compared',
    chosen,
    made,
    percent,
    interval: { low, high },
    lowest,
    highest,
    criteria,
  } as const;
  return deductLate({ percent, steps: [step] }, handedIn, late, Boolean(overrides?.waiver));
}
