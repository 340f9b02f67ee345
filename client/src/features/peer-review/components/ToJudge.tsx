import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useNextToJudge } from '../review-judgements-api.ts';

interface ToJudgeProps {
  readonly activityId: string;
  /** Whose work one is at; null: at none. */
  readonly memberId: string | null;
}

/** How many reviews staff have not judged, where that counts, and the way to the next of them. */
export function ToJudge({ activityId, memberId }: ToJudgeProps) {
  const { t } = useTranslation();
  const { data } = useNextToJudge(activityId, memberId);
  if (data === undefined || data.counts === null) return null;
  if (data.memberId === null) return <p>{t('reviewQuality.noneLeft')}</p>;
  return (
    <p>
      {t('reviewQuality.left', { count: data.left })}{' '}
      {data.memberId !== memberId && (
        <Link to={`/activities/${activityId}/learners/${data.memberId}`}>{t('reviewQuality.next')}</Link>
      )}
    </p>
  );
}
