import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { ButtonLink } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import lines from '../../../ui/lines.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { usePresentations } from '../api.ts';
import { PlanPanel } from '../components/PlanPanel.tsx';
import { SlotLine } from '../components/SlotLine.tsx';

/** When which group presents. */
export default function PresentationsPage() {
  const { t } = useTranslation();
  const { activityId = '' } = useParams();
  const query = usePresentations(activityId);
  if (query.isPending) return <PageSkeleton />;
  if (query.data === undefined) return <ProblemPage error={query.error} retry={() => void query.refetch()} />;
  const { title, slots, plan, can } = query.data;
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <div className={cx(layout['stack'], layout['tight'])}>
        <PageHeading title={t('presentations.title')} trail={[{ title, to: `/group-work/${activityId}` }]} />
        <p className={cx(layout['muted'])}>{t(`presentations.intro.${plan.booking}`)}</p>
        {plan.peerReviewId !== null && (
          <p>
            <Link to={`/activities/${plan.peerReviewId}`}>{t('presentations.toPeerReview')}</Link>
          </p>
        )}
        {can.lead && slots.some(({ group }) => group !== null) && (
          <div>
            <ButtonLink variant="primary" to={`/group-work/${activityId}/presentations/stage`}>
              {t('presentations.stage.open')}
            </ButtonLink>
          </div>
        )}
      </div>
      {can.lead && <PlanPanel activityId={activityId} presentations={query.data} />}
      <section aria-labelledby="order" className={cx(layout['stack'], layout['tight'])}>
        <h2 id="order">{t('presentations.order')}</h2>
        {slots.length === 0 ? (
          <EmptyState title={t('presentations.empty')}>{t('presentations.emptyText')}</EmptyState>
        ) : (
          <ol className={cx(lines['list'], layout['measure'])}>
            {slots.map((slot) => (
              <SlotLine key={slot.slotId} activityId={activityId} slot={slot} presentations={query.data} />
            ))}
          </ol>
        )}
      </section>
    </div>
  );
}
