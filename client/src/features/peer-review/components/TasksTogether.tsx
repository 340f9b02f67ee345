import { useTranslation } from 'react-i18next';

/** Says that a group writes its reviews together. */
export default function TasksTogether() {
  const { t } = useTranslation();
  return <p>{t('groupAuthors.reviewers.tasks')}</p>;
}
