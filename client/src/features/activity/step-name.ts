import type { TFunction } from 'i18next';

const STEPS = ['due', 'handIn', 'review', 'selfAssess', 'revise', 'backEvaluate', 'post'] as const;
const MILESTONE = /^milestone(\d+)$/;

/** A step of an activity in words; a step of a type that is not known here keeps its key. */
export function stepName(key: string, t: TFunction): string {
  const step = STEPS.find((one) => one === key);
  if (step !== undefined) return t(`timeline.step.${step}`);
  const [, n] = MILESTONE.exec(key) ?? [];
  return n === undefined ? key : t('timeline.step.milestone', { n });
}
