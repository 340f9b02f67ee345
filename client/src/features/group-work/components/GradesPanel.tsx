import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { DisputesSummary } from '../../disputes/components/DisputesSummary.tsx';
import { GradeRunControls } from '../../gradebook/components/GradeRunControls.tsx';
import { useGradeRun, useProjectGrades } from '../grading-api.ts';

/** For staff: shows grades to learners and sends them, or takes them back. */
export function GradesPanel({ activityId }: { readonly activityId: string }) {
  const { t } = useTranslation();
  const query = useProjectGrades(activityId);
  const release = useGradeRun(activityId, 'release');
  const withdraw = useGradeRun(activityId, 'withdrawal');
  if (query.isPending) return <Skeleton />;
  if (query.isError) return <Problem error={query.error} retry={() => void query.refetch()} />;
  const { released, working, can } = query.data;
  const textsOf = (way: 'release' | 'withdraw') => {
    const button = t(`groupWork.grades.${way === 'release' && released ? 'again' : way}`);
    return { button, title: button, text: t(`groupWork.grades.ask.${way}`) };
  };
  return (
    <>
      <section aria-labelledby="grades" className={cx(layout['stack'], layout['tight'])}>
        <h2 id="grades">{t('groupWork.grades.title')}</h2>
        <p className={cx(layout['row'])}>
          <Link to={`/group-work/${activityId}/works`}>{t('marking.link')}</Link>
          <Link to={`/group-work/${activityId}/factors`}>{t('groupWork.factors.title')}</Link>
        </p>
        <p>{t(released ? 'groupWork.grades.released' : 'groupWork.grades.notReleased')}</p>
        <GradeRunControls
          isReleased={released}
          working={working && t(`groupWork.grades.${working}`)}
          can={can}
          runs={{
            release: { ...release, ...textsOf('release') },
            withdraw: { ...withdraw, ...textsOf('withdraw') },
          }}
        />
      </section>
      {released && <DisputesSummary activityId={activityId} />}
    </>
  );
}
