import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { isBlank } from '../../../../../server/src/contracts/plain-text.ts';
import { useFormat } from '../../../app/context.ts';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { RichTextView } from '../../../ui/rich-text/RichTextView.tsx';
import OwnDisputes from '../../disputes/components/OwnDisputes.tsx';
import type { Whose } from '../../gradebook/explain.ts';
import RatingList from '../../peer-review/components/RatingList.tsx';
import { Grade } from '../../peer-review/components/ResultSection.tsx';
import { type Result, useOwnResult } from '../grading-api.ts';

/** One's own grade with the way to it, and what staff say to the group at each milestone. */
export function OwnResult({ activityId }: { readonly activityId: string }) {
  const { data } = useOwnResult(activityId);
  if (data?.released !== true) return null;
  return (
    <ResultOf result={data} whose="own">
      <OwnDisputes activityId={activityId} />
    </ResultOf>
  );
}

interface ResultOfProps {
  /** An observer is not told what members say of each other. */
  readonly result: Omit<Result, 'contributions'> & Partial<Pick<Result, 'contributions'>>;
  readonly whose: Whose;
  /** What one can do about it. */
  readonly children?: ReactNode;
}

/** A grade with the way to it, and what staff say to the group. */
export function ResultOf({ result, whose, children }: ResultOfProps) {
  const { t } = useTranslation();
  const { grade, contributions = null, milestones } = result;
  return (
    <section aria-labelledby="result" className={cx(layout['stack'])}>
      <h2 id="result">{t('groupWork.result.title')}</h2>
      {grade === null ? <p>{t('groupWork.result.none')}</p> : <Grade result={grade} isAlone whose={whose} />}
      {contributions !== null && grade !== null && <Contributions contributions={contributions} />}
      {milestones.map((milestone) => (
        <Feedback key={milestone.n} milestone={milestone} />
      ))}
      {children}
    </section>
  );
}

/** Why one's own points can differ from the group's, and what nobody is told. */
function Contributions({ contributions }: { readonly contributions: NonNullable<Result['contributions']> }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className={cx(layout['stack'], layout['tight'])}>
      <p className={cx(layout['prose'])}>
        {t('groupWork.factors.own.counts', {
          percent: format.percent(contributions.percent),
          when: format.moment(contributions.at),
        })}
      </p>
      <p className={cx(layout['prose'])}>{t('groupWork.factors.own.noFactor')}</p>
      <p>
        <Link to={`/questionnaires/${contributions.questionnaireId}`}>{t('groupWork.factors.own.link')}</Link>
      </p>
    </div>
  );
}

function Feedback({ milestone }: { readonly milestone: Result['milestones'][number] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { title, criteria, ratings, comment, adjustment, isExcused } = milestone;
  if (!isExcused && ratings.length === 0 && isBlank(comment) && adjustment === null) return null;
  return (
    <div className={cx(layout['stack'], layout['tight'])}>
      <h3>{title}</h3>
      {isExcused && <p>{t('groupWork.result.excused')}</p>}
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
