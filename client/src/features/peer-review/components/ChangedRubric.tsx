import { useTranslation } from 'react-i18next';
import { Banner } from '../../../ui/Banner.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import type { ReviewerReview } from '../api.ts';
import styles from './RatingList.module.css';

/** That the rubric was changed since one began, and what one wrote by criteria that are gone: to be used elsewhere. */
export function ChangedRubric({ review }: { readonly review: ReviewerReview }) {
  const { t } = useTranslation();
  const { rubricChanged, formerComments } = review;
  if (!rubricChanged && formerComments.length === 0) return null;
  return (
    <Banner tone="info" title={t('rubric.changed.title')}>
      {rubricChanged && <p>{t('rubric.changed.submitted')}</p>}
      {formerComments.length > 0 && (
        <>
          <p>{t('rubric.changed.former')}</p>
          <dl>
            {formerComments.map(({ title, comment }, index) => (
              <div key={index}>
                <dt>{title ?? t('rubric.changed.untitled')}</dt>
                <dd className={cx(layout['prose'], styles['comment'])}>{comment}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </Banner>
  );
}
