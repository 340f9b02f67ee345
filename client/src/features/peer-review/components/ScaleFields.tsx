import { useTranslation } from 'react-i18next';
import { SCALE_END_MAX } from '../../../../../server/src/contracts/limits.ts';
import { cx } from '../../../ui/cx.ts';
import { NumberField } from '../../../ui/NumberField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import type { Criterion } from '../api.ts';
import type { Scale } from '../criteria-form.ts';
import styles from './SettingsForm.module.css';

interface ScaleFieldsProps {
  readonly criterion: Criterion;
  readonly kind: Scale;
  readonly n: number;
  readonly errorOf: (field: string) => string | undefined;
  readonly onChange: (criterion: Criterion) => void;
}

const NUMBERS = ['min', 'max', 'step'] as const;
const LABELS = ['lowLabel', 'highLabel'] as const;

/** From where to where a scale goes, in which steps, and what its ends mean. */
export function ScaleFields({ criterion, kind, n, errorOf, onChange }: ScaleFieldsProps) {
  const { t } = useTranslation();
  const { id } = criterion;
  const change = (part: Partial<Scale>) => onChange({ ...criterion, kind: { ...kind, ...part } });
  const error = errorOf(`${id}.scale`);
  return (
    <div className={cx(styles['scale'])}>
      {NUMBERS.map((field) => (
        <div key={field} data-field={`${id}.scale`}>
          <NumberField
            label={t(`rubric.setUp.scale.${field}`, { n })}
            shortLabel={t(`rubric.setUp.scale.${field}Short`)}
            minValue={field === 'step' ? 0 : -SCALE_END_MAX}
            maxValue={SCALE_END_MAX}
            value={kind[field]}
            error={field === 'step' ? error : undefined}
            onChange={(value) => change({ [field]: value })}
          />
        </div>
      ))}
      {LABELS.map((field) => (
        <div key={field} data-field={`${id}.${field}`}>
          <TextField
            label={t(`rubric.setUp.scale.${field}`, { n })}
            shortLabel={t(`rubric.setUp.scale.${field}Short`)}
            isOptional
            value={kind[field]}
            error={errorOf(`${id}.${field}`)}
            onChange={(value) => change({ [field]: value })}
          />
        </div>
      ))}
    </div>
  );
}
