import { useTranslation } from 'react-i18next';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import type { ReviewerReview } from '../api.ts';

/** What a reviewer is promised where the review is written. */
export default function ReviewPromise({ promise }: Pick<ReviewerReview, 'promise'>) {
  const { t } = useTranslation();
  return (
    <p className={cx(layout['muted'], layout['small'])}>
      {t(promise === 'allKnown' ? 'promise.reviewer.shown' : 'promise.reviewer.hidden')} {t('promise.staff')}
    </p>
  );
}
