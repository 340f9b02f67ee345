import type { Settings } from './api.ts';
import type { Invalid } from './invalid.ts';
import { NO_OPTIONAL_STEPS } from './optional-form.ts';
import { NOTHING_BUT_WRITTEN } from './reviewing-form.ts';

/** Whether works are compared, with what stands in fields that are not shown right now. */
export interface ComparativeForm {
  compares: boolean;
  weakestPercent: number;
  strongestPercent: number;
}

/** So that every work is in ten comparisons, which is about what it takes. */
export const COMPARISONS_EACH = 5;

export const comparativeFields = (comparison: Settings['comparison']): ComparativeForm => ({
  compares: comparison !== null,
  weakestPercent: comparison?.lowestPercent ?? 50,
  strongestPercent: comparison?.highestPercent ?? 100,
});

/** The settings as they are sent: where works are compared, without all that goes by ratings. */
export const comparativeOf = (form: ComparativeForm, settings: Omit<Settings, 'comparison'>): Settings =>
  form.compares
    ? {
        ...settings,
        ...NO_OPTIONAL_STEPS,
        ...NOTHING_BUT_WRITTEN,
        reviewers: { kind: 'learners' },
        disagreementLimit: null,
        comparison: { lowestPercent: form.weakestPercent, highestPercent: form.strongestPercent },
      }
    : { ...settings, comparison: null };

const isPercent = (value: number): boolean => value >= 0 && value <= 100;
const outside: Invalid = { because: 'percent', max: 100 };

/** What is wrong with the range, by its fields, and with how works are given out. */
export function comparativeChecks({
  compares,
  weakestPercent,
  strongestPercent,
  givenOut,
}: ComparativeForm & Pick<Settings, 'givenOut'>): [string, Invalid | null][] {
  if (!compares) return [];
  const isTurned = weakestPercent >= strongestPercent;
  return [
    ['weakestPercent', isPercent(weakestPercent) ? null : outside],
    ['strongestPercent', isPercent(strongestPercent) ? (isTurned ? { because: 'bounds' } : null) : outside],
    ['givenOut', givenOut === 'rolling' ? { because: 'comparedAtOnce' } : null],
  ];
}
