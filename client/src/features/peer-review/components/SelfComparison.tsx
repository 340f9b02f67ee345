import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { type SelfCompared, useLearnerSelfAssessment, useSelfComparison } from '../self-api.ts';
import { ComparisonTable } from './ComparisonTable.tsx';
import { InlineList } from './InlineList.tsx';
import { SideBySide } from './SideBySide.tsx';

/** What one gave the own work, beside what peers gave. */
export function OwnSelfComparison({ activityId }: { readonly activityId: string }) {
  const { t } = useTranslation();
  const query = useSelfComparison(activityId);
  if (query.isPending) return <Skeleton />;
  if (query.isError) return <Problem error={query.error} retry={() => void query.refetch()} />;
  if (query.data.assessed === null) return null;
  return (
    <section className={cx(layout['stack'])} aria-labelledby="self-assessment">
      <h2 id="self-assessment">{t('selfAssessment.result')}</h2>
      <Compared assessed={query.data.assessed} whose="own" />
    </section>
  );
}

/** The same of a learner, for staff; also before the release. */
export function LearnerSelfAssessment({ activityId, memberId }: { activityId: string; memberId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const query = useLearnerSelfAssessment(activityId, memberId);
  if (query.isPending) return null;
  if (query.isError) return <Problem error={query.error} retry={() => void query.refetch()} />;
  const { isOn, assessed } = query.data;
  if (!isOn && assessed === null) return null;
  return (
    <section className={cx(layout['stack'])} aria-labelledby="self-assessment">
      <h2 id="self-assessment">{t('selfAssessment.title')}</h2>
      {assessed === null ? (
        <p className={cx(layout['muted'])}>{t('selfAssessment.notYet')}</p>
      ) : (
        <>
          <p className={cx(layout['muted'], layout['small'])}>
            {t('selfAssessment.ofVersion', {
              n: format.number(assessed.workVersion),
              when: format.moment(assessed.submittedAt),
            })}
          </p>
          <Compared assessed={assessed} whose="other" />
        </>
      )}
    </section>
  );
}

interface ComparedProps {
  readonly assessed: SelfCompared;
  readonly whose: 'own' | 'other';
}

function Compared({ assessed, whose }: ComparedProps) {
  const { t } = useTranslation();
  const { compared, criteria, reviews, comment, inline } = assessed;
  const own = t(`selfAssessment.by.${whose}`);
  return (
    <>
      <p>
        {reviews === 0 ? t('selfAssessment.noReviews') : t('selfAssessment.ofReviews', { count: reviews })}
      </p>
      <ComparisonTable
        label={t('selfAssessment.result')}
        compared={compared}
        criteria={criteria}
        own={own}
        other={t('selfAssessment.peers')}
      />
      <SideBySide texts={[{ title: t(`selfAssessment.wrote.${whose}`), text: comment }]} />
      <InlineList comments={inline} criteria={criteria} />
    </>
  );
}
