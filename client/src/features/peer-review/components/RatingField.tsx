import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { NumberField } from '../../../ui/NumberField.tsx';
import { Slider } from '../../../ui/Slider.tsx';
import type { Criterion } from '../api.ts';
import { sliderStep } from '../review-form.ts';
import styles from './RatingField.module.css';

interface RatingFieldProps {
  readonly criterion: Criterion;
  /** Undefined or NaN while not rated. */
  readonly value: number | undefined;
  readonly error: string | undefined;
  readonly isReadOnly: boolean;
  readonly onChange: (points: number) => void;
}

/** One criterion's points: a number to type or step, and a slider for the thumb. */
export function RatingField({ criterion, value, error, isReadOnly, onChange }: RatingFieldProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { title, description, points } = criterion;
  const isRated = value !== undefined && !Number.isNaN(value);
  const valueText = isRated
    ? t('peerReview.learner.result.rating', { points: format.number(value), maximum: format.number(points) })
    : t('peerReview.review.notRated');
  return (
    <fieldset className={cx(styles['rating'])}>
      <legend className={cx(styles['legend'])}>{title}</legend>
      {description !== '' && <p className={cx(layout['muted'], layout['prose'])}>{description}</p>}
      <div className={cx(styles['controls'])}>
        <div className={cx(styles['number'])}>
          <NumberField
            label={t('peerReview.review.points', { title })}
            shortLabel={t('peerReview.setUp.criterion.pointsShort')}
            hint={t('peerReview.review.range', { points: format.number(points) })}
            value={value ?? Number.NaN}
            minValue={0}
            maxValue={points}
            error={error}
            isReadOnly={isReadOnly}
            onChange={onChange}
          />
        </div>
        {!isReadOnly && (
          <div className={cx(styles['slider'])}>
            <Slider
              label={t('peerReview.review.slider', { title })}
              hidesLabel
              value={isRated ? value : undefined}
              valueText={valueText}
              min={0}
              max={points}
              step={sliderStep(points)}
              onChange={onChange}
            />
          </div>
        )}
      </div>
    </fieldset>
  );
}
