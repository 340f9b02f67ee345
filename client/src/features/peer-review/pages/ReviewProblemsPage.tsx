import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { LoadMore } from '../../../ui/LoadMore.tsx';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { Disagreements } from '../components/Disagreements.tsx';
import { StaffProblem } from '../components/StaffProblem.tsx';
import { useReviewProblems } from '../problems-api.ts';

/** What reviewers have reported, and works whose reviews are too far apart. */
export default function ReviewProblemsPage() {
  const { t } = useTranslation();
  const { activityId = '' } = useParams();
  const query = useReviewProblems(activityId);
  if (query.isError && query.data === undefined) {
    return <ProblemPage error={query.error} retry={() => void query.refetch()} />;
  }
  const [first] = query.data?.pages ?? [];
  if (query.data === undefined || first === undefined) return <PageSkeleton />;
  const problems = query.data.pages.flatMap(({ items }) => items);
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <PageHeading
        trail={[{ title: first.title, to: `/activities/${activityId}` }]}
        title={t('staffView.problem.staff.title')}
      />
      <section className={cx(layout['stack'])} aria-labelledby="reported">
        <h2 id="reported">{t('staffView.problem.staff.reported')}</h2>
        {problems.length === 0 && <p>{t('staffView.problem.staff.none')}</p>}
        {problems.map((problem) => (
          <StaffProblem key={problem.id} activityId={activityId} problem={problem} />
        ))}
        <LoadMore query={query} />
      </section>
      <Disagreements activityId={activityId} />
    </div>
  );
}
