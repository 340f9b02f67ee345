import { useTranslation } from 'react-i18next';
import { ROUND_DAYS_MAX, ROUNDS_MAX } from '../../../../../server/src/contracts/limits.ts';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { NumberField } from '../../../ui/NumberField.tsx';
import { Select } from '../../../ui/Select.tsx';
import type { Settings } from '../api.ts';
import styles from './Questionnaire.module.css';

type Repeat = NonNullable<Settings['repeat']>;
const KINDS = ['once', 'weekly', 'spaced'] as const;

/** A rhythm to begin with; rounds open by the clock of whoever makes it. */
function repeatOf(kind: (typeof KINDS)[number], before: Repeat | undefined): Repeat | undefined {
  if (kind === 'once') return undefined;
  const zone = before?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const rhythm = { openDays: before?.openDays ?? 3, zone };
  return kind === 'weekly' ? { kind, times: 10, ...rhythm } : { kind, ...rhythm };
}

interface RepeatFieldsProps {
  readonly repeat: Repeat | undefined;
  /** It is published: answers belong to its rounds. */
  readonly isFixed: boolean;
  readonly onChange: (repeat: Repeat | undefined) => void;
}

/** Whether and when it opens again. */
export function RepeatFields({ repeat, isFixed, onChange }: RepeatFieldsProps) {
  const { t } = useTranslation();
  const whole = (value: number, otherwise: number) => (Number.isNaN(value) ? otherwise : Math.round(value));
  if (isFixed) return <p className={cx(layout['muted'])}>{t('rounds.fixed')}</p>;
  return (
    <>
      <Select
        label={t('rounds.label')}
        choices={KINDS.map((id) => ({ id, text: t(`rounds.${id}`) }))}
        value={repeat?.kind ?? 'once'}
        onChange={(kind) => onChange(repeatOf(kind, repeat))}
      />
      {repeat !== undefined && (
        <>
          <div className={cx(styles['pair'])}>
            {repeat.kind === 'weekly' && (
              <NumberField
                label={t('rounds.times')}
                minValue={2}
                maxValue={ROUNDS_MAX}
                value={repeat.times}
                onChange={(times) => onChange({ ...repeat, times: whole(times, 2) })}
              />
            )}
            <NumberField
              label={t('rounds.days')}
              minValue={1}
              maxValue={ROUND_DAYS_MAX}
              value={repeat.openDays}
              onChange={(openDays) => onChange({ ...repeat, openDays: whole(openDays, 1) })}
            />
          </div>
          <p className={cx(layout['muted'])}>{t('rounds.zone', { zone: repeat.zone })}</p>
        </>
      )}
    </>
  );
}
