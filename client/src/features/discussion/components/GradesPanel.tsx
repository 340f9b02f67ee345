import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { DisputesSummary } from '../../disputes/components/DisputesSummary.tsx';
import { GradeRunControls } from '../../gradebook/components/GradeRunControls.tsx';
import { useGrades, useReleaseGrades, useWithdrawGrades } from '../grading-api.ts';

/** For staff: through all members with all their posts, and the grades that come of it. */
export default function GradesPanel({ activityId }: { readonly activityId: string }) {
  const { t } = useTranslation();
  const query = useGrades(activityId);
  const release = useReleaseGrades(activityId);
  const withdraw = useWithdrawGrades(activityId);
  if (query.isPending) return <Skeleton />;
  if (query.isError) return <Problem error={query.error} retry={() => void query.refetch()} />;
  const { by, released, working, can } = query.data;
  const textsOf = (way: 'release' | 'withdraw') => ({
    button: t(`discussionGrades.panel.${way === 'release' && released ? 'again' : way}`),
    title: t(`discussionGrades.panel.ask.${way}.title`),
    text: t(`discussionGrades.panel.ask.${way}.text`),
  });
  return (
    <>
      <section aria-labelledby="grades" className={cx(layout['stack'], layout['tight'])}>
        <h2 id="grades">{t('discussionGrades.panel.title')}</h2>
        <p>
          {t(`discussionGrades.panel.by.${by}`)}
          {by !== 'staff' &&
            ` ${t(released ? 'discussionGrades.panel.released' : 'discussionGrades.panel.notReleased')}`}
        </p>
        <GradeRunControls
          isReleased={released}
          working={working && t(`discussionGrades.panel.${working}`)}
          can={can}
          runs={{
            release: { ...release, ...textsOf('release') },
            withdraw: { ...withdraw, ...textsOf('withdraw') },
          }}
        >
          {can.mark && (
            <Link to={`/discussions/${activityId}/participants`}>
              {t('discussionGrades.participants.open')}
            </Link>
          )}
          <Link to={`/discussions/${activityId}/analytics`}>{t('talkFigures.open')}</Link>
        </GradeRunControls>
      </section>
      {released && <DisputesSummary activityId={activityId} />}
    </>
  );
}
