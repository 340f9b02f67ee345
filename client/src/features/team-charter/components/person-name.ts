import { useTranslation } from 'react-i18next';

/** How somebody of the group is called. */
export function usePersonName() {
  const { t } = useTranslation();
  return ({ name, isOwn }: { readonly name: string | null; readonly isOwn: boolean }): string =>
    isOwn ? t('groupWork.you') : (name ?? t('groupWork.somebody'));
}
