import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { stepName } from '../../activity/step-name.ts';
import type { StepDate, Template } from '../api.ts';

/** When the steps of an activity end. */
export function StepDates({ dates }: { readonly dates: readonly StepDate[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ul data-wide className={cx(layout['plainList'])}>
      {dates.map(({ step, at }) => (
        <li key={step}>{t('timeline.list.date', { step: stepName(step, t), when: format.moment(at) })}</li>
      ))}
    </ul>
  );
}

/** The same of a template, whose days are counted from its start. */
export function RelativeDates({ dates }: Pick<Template, 'dates'>) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ul data-wide className={cx(layout['plainList'])}>
      {dates.map(({ step, afterDays, time }) => (
        <li key={step}>
          {t('templates.relative', {
            step: stepName(step, t),
            day: format.number(afterDays),
            time: time.slice(0, 5),
          })}
        </li>
      ))}
    </ul>
  );
}
