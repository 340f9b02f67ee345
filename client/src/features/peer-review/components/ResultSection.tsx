import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { Badge, type Tone } from '../../../ui/Badge.tsx';
import { Banner } from '../../../ui/Banner.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import type { LearnerActivity, Result } from '../api.ts';
import { useReceivedReviews } from '../received-api.ts';
import { loadFurtherTexts, withTexts } from '../../../i18n/index.ts';
import { makePart, Nothing } from '../../../ui/part.tsx';
import { explain, needsFurther, type Whose } from '../../gradebook/explain.ts';
import type { SyncStatus } from '../../gradebook/api.ts';
import { ReceivedReview } from './ReceivedReview.tsx';
import styles from './ResultSection.module.css';

const OwnDisputes = makePart(
  withTexts(() => import('../../disputes/components/OwnDisputes.tsx'), loadFurtherTexts),
  Nothing,
);

const OwnReviewTalk = makePart(
  withTexts(() => import('./OwnReviewTalk.tsx'), loadFurtherTexts),
  Nothing,
);

const FurtherExplanation = makePart(
  withTexts(() => import('../../gradebook/components/FurtherExplanation.tsx'), loadFurtherTexts),
  Nothing,
);

const SYNC_TONES: Record<SyncStatus['state'], Tone> = {
  none: 'neutral',
  waiting: 'info',
  sent: 'good',
  failed: 'warn',
  noColumn: 'warn',
  notTakenBack: 'warn',
};

interface ResultSectionProps {
  readonly activity: Omit<LearnerActivity, 'can' | 'reviewTasks'>;
  /** The learner whom an observer looks at; null for the own result. */
  readonly observedId?: string | null;
}

/** The grades with the numbers behind them, where they are on their way to the gradebook, and what reviewers wrote. */
export function ResultSection({ activity, observedId = null }: ResultSectionProps) {
  const { t } = useTranslation();
  const { results, noResultBecause, phase } = activity;
  if (phase !== 'released') return null;
  return (
    <section className={cx(layout['stack'])} aria-labelledby="result">
      <h2 id="result">{t('peerReview.learner.result.title')}</h2>
      {noResultBecause !== null && (
        <Banner tone="info">{t(`peerReview.learner.result.because.${noResultBecause}`)}</Banner>
      )}
      {results.map((result) => (
        <Grade
          key={result.columnId}
          result={result}
          isAlone={results.length === 1}
          whose={observedId === null ? 'own' : 'other'}
        />
      ))}
      {noResultBecause !== 'noSubmission' && <ReceivedReviews activity={activity} observedId={observedId} />}
      {observedId === null && <OwnDisputes activityId={activity.id} />}
    </section>
  );
}

interface GradeProps {
  readonly result: Pick<Result, 'explanation' | 'sync' | 'label'>;
  /** There is no other column beside it, so its name says nothing. */
  readonly isAlone: boolean;
  readonly whose: Whose;
}

/** A grade with the numbers behind it, and where it is on its way to the gradebook. */
export function Grade({ result, isAlone, whose }: GradeProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { explanation, sync, label } = result;
  const { value, maximum } = explanation;
  return (
    <div className={cx(styles['box'])}>
      {!isAlone && <h3>{label}</h3>}
      {value !== null && (
        <p className={cx(styles['grade'])}>
          {t('gradebook.points', { value: format.number(value), maximum: format.number(maximum) })}
        </p>
      )}
      {needsFurther(explanation) ? (
        <FurtherExplanation explanation={explanation} whose={whose} />
      ) : (
        <p>{explain(explanation, whose, t, format)}</p>
      )}
      {value !== null && (
        <p>
          <SyncSentence sync={sync} />
        </p>
      )}
    </div>
  );
}

function SyncSentence({ sync }: { readonly sync: SyncStatus }) {
  const { t } = useTranslation();
  const format = useFormat();
  const when = sync.at === null ? '' : format.moment(sync.at);
  return <Badge tone={SYNC_TONES[sync.state]}>{t(`peerReview.learner.sync.${sync.state}`, { when })}</Badge>;
}

function ReceivedReviews({ activity, observedId = null }: ResultSectionProps) {
  const { t } = useTranslation();
  const received = useReceivedReviews(activity.id, observedId);
  return (
    <>
      <h3>{t('peerReview.learner.result.received')}</h3>
      {received.isPending && <Skeleton isShort />}
      {received.isError && <Problem error={received.error} retry={() => void received.refetch()} />}
      {received.isSuccess && received.data.reviews.length === 0 && (
        <p className={cx(layout['muted'])}>{t('peerReview.learner.result.noneReceived')}</p>
      )}
      {received.isSuccess && (
        <div className={cx(styles['reviews'])}>
          {received.data.reviews.map((review) => (
            <ReceivedReview key={review.pseudonym} review={review} criteria={activity.criteria} level={4}>
              {observedId === null && (
                <OwnReviewTalk
                  activityId={activity.id}
                  pseudonym={review.pseudonym}
                  isFolded={activity.comparing}
                />
              )}
            </ReceivedReview>
          ))}
        </div>
      )}
    </>
  );
}
