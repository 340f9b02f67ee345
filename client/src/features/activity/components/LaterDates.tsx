import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { stepName } from '../step-name.ts';
import type { TimelineStep } from '../timeline-api.ts';

/** The steps that end later than everybody's, one in each line. */
export function LaterDates({ steps }: { readonly steps: readonly TimelineStep[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return steps
    .filter(({ own, normal }) => own !== normal)
    .map(({ step, own }) => (
      <div key={step}>{t('timeline.list.date', { step: stepName(step, t), when: format.moment(own) })}</div>
    ));
}
