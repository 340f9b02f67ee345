import { useTranslation } from 'react-i18next';
import type { MarkingRow } from './api.ts';

interface Named extends Pick<MarkingRow, 'sign'> {
  readonly learner: { readonly name: string | null; readonly members?: readonly unknown[] | null } | null;
}

/** How a work is called: by its learner, or by its sign while nobody is to know whose it is. */
export function useWorkName() {
  const { t } = useTranslation();
  return ({ learner, sign }: Named): string =>
    learner === null
      ? t('marking.works.sign', { sign })
      : (learner.name ?? t(learner.members ? 'groupAuthors.unnamed' : 'launch.work.unnamed'));
}
