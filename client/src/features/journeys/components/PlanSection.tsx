import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { newId } from '../../../app/new-id.ts';
import { announce } from '../../../ui/announce.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import {
  type Journey,
  type Move,
  type Plan,
  useApplyJourney,
  useMoveStep,
  usePreviewJourney,
} from '../api.ts';
import { today } from '../days.ts';
import { CalendarFields, type CalendarForm, calendarOf } from './CalendarFields.tsx';
import { PlanPlot } from './PlanPlot.tsx';
import { PlanTable } from './PlanTable.tsx';

/** All dates of a journey in this course; nothing is made before it is applied. */
export function PlanSection({ journey }: { readonly journey: Journey }) {
  const { t } = useTranslation();
  // One id for all tries: what broke off is finished, and nothing is made twice.
  const [applicationId, setApplicationId] = useState(newId);
  const [form, setForm] = useState<CalendarForm>(() => ({
    startsOn: today(Date.now()),
    freeWeekdays: [],
    holidays: [],
  }));
  const [afterDays, setAfterDays] = useState(() => journey.steps.map((step) => step.afterDays));
  const calendar = calendarOf(form);
  const plan: Plan | null = calendar && { ...calendar, afterDays };
  const preview = usePreviewJourney(journey, plan);
  const move = useMoveStep(journey);
  const apply = useApplyJourney(journey, applicationId);

  function moveStep(wanted: Move): void {
    if (plan === null || move.isPending) return;
    move.mutate(
      { plan, move: wanted },
      {
        onSuccess: (moved) => {
          setAfterDays(moved.afterDays);
          announce(t('journeys.moved'));
        },
      },
    );
  }

  return (
    <section className={cx(layout['stack'])} aria-labelledby="plan">
      <h2 id="plan">{t('journeys.plan')}</h2>
      <p className={cx(layout['muted'])}>{t('journeys.planText')}</p>
      <CalendarFields form={form} onChange={setForm} />
      {preview.isPending && plan !== null && <Skeleton />}
      {preview.error !== null && <Problem error={preview.error} />}
      {move.error !== null && <Problem error={move.error} />}
      {preview.data !== undefined && (
        <>
          <PlanPlot steps={preview.data.steps} onMove={moveStep} />
          <PlanTable steps={preview.data.steps} onMove={moveStep} />
        </>
      )}
      {apply.error !== null && <Problem error={apply.error} />}
      {apply.isSuccess ? (
        <Banner
          tone="good"
          role="status"
          title={t('journeys.applied')}
          actions={
            <Button
              onPress={() => {
                setApplicationId(newId());
                apply.reset();
              }}
            >
              {t('journeys.again')}
            </Button>
          }
        >
          <p>{t('journeys.appliedText')}</p>
          <ul className={cx(layout['plainList'])}>
            {apply.data.activities.map(({ id, title }) => (
              <li key={id}>
                <Link to={`/activities/${id}`}>{title}</Link>
              </li>
            ))}
          </ul>
        </Banner>
      ) : (
        <div>
          <Button
            variant="primary"
            isPending={apply.isPending}
            isDisabled={plan === null || !preview.isSuccess || preview.isPlaceholderData}
            onPress={() => plan && apply.mutate(plan)}
          >
            {t(apply.isPending ? 'journeys.applying' : 'journeys.apply')}
          </Button>
        </div>
      )}
    </section>
  );
}
