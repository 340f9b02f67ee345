import type { TFunction } from 'i18next';
import type { Criterion } from './api.ts';
import { defaultForm, type SettingsForm } from './settings-form.ts';

const DEFAULT_CRITERIA = ['content', 'structure', 'evidence'] as const;
const DEFAULT_POINTS = 10;

/** The form of a new activity with a rubric that fits most written work. */
export function newForm(title: string, t: TFunction): SettingsForm {
  const criteria: Criterion[] = DEFAULT_CRITERIA.map((id) => ({
    id,
    title: t(`peerReview.setUp.defaults.criteria.${id}.title`),
    description: t(`peerReview.setUp.defaults.criteria.${id}.description`),
    points: DEFAULT_POINTS,
  }));
  return defaultForm(
    title || t('peerReview.setUp.defaults.title'),
    criteria,
    t('peerReview.setUp.columns.defaultLabel'),
    new Date(),
  );
}
