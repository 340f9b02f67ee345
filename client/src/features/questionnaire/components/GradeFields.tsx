import { useTranslation } from 'react-i18next';
import { GRADE_POINTS_MAX } from '../../../../../server/src/contracts/limits.ts';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { NumberField } from '../../../ui/NumberField.tsx';
import type { Settings } from '../api.ts';
import { mayBeGraded } from '../builder-form.ts';

interface GradeFieldsProps {
  readonly settings: Settings;
  readonly onChange: (grade: Settings['grade']) => void;
}

/** What a column is worth to begin with, and at least. */
const POINTS = 10;
const LEAST = 1;

/** Whether the score becomes a gradebook column. */
export function GradeFields({ settings, onChange }: GradeFieldsProps) {
  const { t } = useTranslation();
  const isPossible = mayBeGraded(settings);
  const grade = isPossible ? settings.grade : undefined;
  return (
    <div className={cx(layout['stack'], layout['tight'])}>
      <Checkbox
        isChecked={grade !== undefined}
        isDisabled={!isPossible}
        onChange={(isGraded) => onChange(isGraded ? { points: POINTS } : undefined)}
      >
        {t('check.grade')}
      </Checkbox>
      {!isPossible && <p className={cx(layout['muted'])}>{t('check.gradeNot')}</p>}
      {grade !== undefined && (
        <NumberField
          label={t('check.gradePoints')}
          hint={t('check.gradeHint')}
          minValue={LEAST}
          maxValue={GRADE_POINTS_MAX}
          value={grade.points}
          onChange={(points) => onChange({ points: Number.isNaN(points) ? LEAST : points })}
        />
      )}
    </div>
  );
}
