import { useTranslation } from 'react-i18next';

/** In place of a work that is presented live. */
export default function LiveNote() {
  const { t } = useTranslation();
  return <p>{t('handIn.presentation.reviewed')}</p>;
}
