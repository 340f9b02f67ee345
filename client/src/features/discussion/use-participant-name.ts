import { useTranslation } from 'react-i18next';
import { useHidden } from '../marking/use-hidden.ts';

/** How a member is called: by their name, or by their sign while nobody is to know it. */
export function useParticipantName() {
  const { t } = useTranslation();
  const { isHidden } = useHidden();
  return ({ name, sign }: { readonly name: string | null; readonly sign: string }): string =>
    isHidden ? t('marking.works.sign', { sign }) : (name ?? t('discussion.somebody'));
}
