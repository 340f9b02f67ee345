import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { isBlank } from '../../../../../server/src/contracts/plain-text.ts';
import { useSession } from '../../../app/context.ts';
import { ButtonLink } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { RichTextView } from '../../../ui/rich-text/RichTextView.tsx';
import type { Criterion, ReceivedReview } from '../api.ts';
import { InlineList } from './InlineList.tsx';
import RatingList from './RatingList.tsx';

interface ReceivedDetailsProps {
  readonly review: ReceivedReview;
  readonly criteria: readonly Criterion[];
}

/** What a review of one's own work says: by criterion, in all, and on places in the work. */
export default function ReceivedDetails({ review, criteria }: ReceivedDetailsProps) {
  const { t } = useTranslation();
  const { activityId = '' } = useParams();
  const { member } = useSession();
  return (
    <>
      <RatingList criteria={criteria} ratings={review.ratings} />
      {isBlank(review.comment) ? (
        <p>{t('peerReview.learner.result.noComment')}</p>
      ) : (
        <RichTextView document={review.comment} headingLevel={4} />
      )}
      <InlineList comments={review.inline} criteria={criteria}>
        {/* An observer reads what was said, and the work on a page of their own. */}
        {member.role === 'learner' && (
          <div className={cx(layout['row'])}>
            <ButtonLink to={`/activities/${activityId}/comments#note-${review.pseudonym}-0`}>
              {t('inline.inYourWork')}
            </ButtonLink>
          </div>
        )}
      </InlineList>
    </>
  );
}
