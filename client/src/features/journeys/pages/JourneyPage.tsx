import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { cx } from '../../../ui/cx.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { useJourneys, useTemplates } from '../api.ts';
import { JourneyForm } from '../components/JourneyForm.tsx';
import { PlanSection } from '../components/PlanSection.tsx';

/** A journey: what it is made of, and all its dates before it is applied. */
export default function JourneyPage() {
  const { t } = useTranslation();
  const { journeyId = '' } = useParams();
  const journeys = useJourneys();
  const templates = useTemplates();
  const failed = [journeys, templates].find(({ isError }) => isError);
  if (failed) return <ProblemPage error={failed.error} retry={() => void failed.refetch()} />;
  if (journeys.data === undefined || templates.data === undefined) return <PageSkeleton />;
  const journey = journeys.data.items.find(({ id }) => id === journeyId) ?? null;
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <PageHeading
        title={journey?.name ?? t('journeys.new')}
        trail={[{ title: t('templates.link'), to: '/templates' }]}
      />
      {templates.data.items.length === 0 && journey === null ? (
        <EmptyState title={t('templates.empty')}>{t('templates.emptyText')}</EmptyState>
      ) : (
        <JourneyForm
          key={`form ${journey?.revision ?? 0}`}
          journeyId={journeyId}
          journey={journey}
          templates={templates.data.items}
        />
      )}
      {journey !== null && <PlanSection key={`plan ${journey.revision}`} journey={journey} />}
    </div>
  );
}
