import { useTranslation } from 'react-i18next';
import { Banner } from '../../../ui/Banner.tsx';

/** Says that groups review together, to somebody who is in none. */
export default function NoReviewGroup() {
  const { t } = useTranslation();
  return (
    <Banner tone="warn" title={t('groupAuthors.reviewers.noGroup.title')}>
      <p>{t('groupAuthors.reviewers.noGroup.text')}</p>
    </Banner>
  );
}
