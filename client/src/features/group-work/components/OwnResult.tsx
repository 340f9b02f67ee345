import { useTranslation } from 'react-i18next';
import { isBlank } from '../../../../../server/src/contracts/plain-text.ts';
import { useFormat } from '../../../app/context.ts';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { RichTextView } from '../../../ui/rich-text/RichTextView.tsx';
import RatingList from '../../peer-review/components/RatingList.tsx';
import { Grade } from '../../peer-review/components/ResultSection.tsx';
import { type Result, useOwnResult } from '../grading-api.ts';

/** One's own grade with the way to it, and what staff say to the group at each milestone. */
export function OwnResult({ activityId }: { readonly activityId: string }) {
  const { t } = useTranslation();
  const { data } = useOwnResult(activityId);
  if (data?.released !== true) return null;
  return (
    <section aria-labelledby="result" className={cx(layout['stack'])}>
      <h2 id="result">{t('groupWork.result.title')}</h2>
      {data.grade === null ? (
        <p>{t('groupWork.result.none')}</p>
      ) : (
        <Grade result={data.grade} isAlone whose="own" />
      )}
      {data.milestones.map((milestone) => (
        <Feedback key={milestone.n} milestone={milestone} />
      ))}
    </section>
  );
}

function Feedback({ milestone }: { readonly milestone: Result['milestones'][number] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { title, criteria, ratings, comment, adjustment } = milestone;
  if (ratings.length === 0 && isBlank(comment) && adjustment === null) return null;
  return (
    <div className={cx(layout['stack'], layout['tight'])}>
      <h3>{title}</h3>
      {ratings.length > 0 && <RatingList criteria={criteria} ratings={ratings} />}
      {!isBlank(comment) && <RichTextView document={comment} headingLevel={4} />}
      {adjustment !== null && (
        <p>
          {t(adjustment.points > 0 ? 'groupWork.result.more' : 'groupWork.result.less', {
            points: format.number(Math.abs(adjustment.points)),
            reason: adjustment.reason,
          })}
        </p>
      )}
    </div>
  );
}
