import type { Calendar } from './dates.domain.ts';

/** A template with the day on which it begins, counted from the journey's start. */
export interface JourneyStep {
  readonly id: string;
  readonly templateId: string;
  readonly afterDays: number;
}

/** An ordered set of templates. */
export interface Journey {
  readonly id: string;
  readonly name: string;
  readonly steps: readonly JourneyStep[];
  readonly revision: number;
  readonly removed: boolean;
}

/** A journey as it was applied: kept, so that what broke off is finished just as it began. */
export interface Application {
  readonly id: string;
  readonly journeyId: string;
  readonly calendar: Calendar;
  readonly zone: string;
  readonly steps: readonly JourneyStep[];
}

type SaveDecision =
  | { readonly type: 'create' | 'change' | 'unchanged' }
  | { readonly type: 'refuse'; readonly reason: 'STALE_REVISION' | 'NOT_FOUND' };

/** Whether a journey may be saved over what is there (`current` null: nothing of this course). */
export function decideSaveJourney(
  current: Journey | null,
  wanted: Pick<Journey, 'name' | 'steps'>,
  expectedRevision: number,
): SaveDecision {
  if (!current) return expectedRevision === 0 ? { type: 'create' } : { type: 'refuse', reason: 'NOT_FOUND' };
  if (sameJourney(current, wanted)) return { type: 'unchanged' };
  return current.revision === expectedRevision
    ? { type: 'change' }
    : { type: 'refuse', reason: 'STALE_REVISION' };
}

const sameJourney = (a: Pick<Journey, 'name' | 'steps'>, b: typeof a): boolean => {
  const said = ({ name, steps }: typeof a): string =>
    JSON.stringify([name, steps.map(({ id, templateId, afterDays }) => [id, templateId, afterDays])]);
  return said(a) === said(b);
};
