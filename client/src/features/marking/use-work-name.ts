import { useTranslation } from 'react-i18next';
import type { MarkingRow } from './api.ts';

/** How a work is called: by its learner, or by its sign while nobody is to know whose it is. */
export function useWorkName() {
  const { t } = useTranslation();
  return ({ learner, sign }: Pick<MarkingRow, 'learner' | 'sign'>): string =>
    learner === null ? t('marking.works.sign', { sign }) : (learner.name ?? t('launch.work.unnamed'));
}
