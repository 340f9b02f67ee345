import { useTranslation } from 'react-i18next';
import type { CriterionKind } from '../../../../../server/src/contracts/rubric-rules.ts';
import { useFormat } from '../../../app/context.ts';
import { cx } from '../../../ui/cx.ts';
import { NumberField } from '../../../ui/NumberField.tsx';
import { RadioGroup } from '../../../ui/RadioGroup.tsx';
import { Slider } from '../../../ui/Slider.tsx';
import type { Criterion, Rating } from '../api.ts';
import { levelText } from '../rating-texts.ts';
import { sliderStep } from '../review-form.ts';
import styles from './RatingField.module.css';

interface ChoiceProps {
  readonly criterion: Criterion;
  readonly given: Rating;
  readonly error: string | undefined;
  readonly isReadOnly: boolean;
  readonly onChange: (part: Partial<Rating>) => void;
}

/** So many values of a scale can all be in sight; of more one has a number and a slider. */
const IN_SIGHT_MAX = 11;

/** Points: a number to type or step, and a slider for the thumb. */
export function PointsChoice({ criterion, given, error, isReadOnly, onChange }: ChoiceProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { title, points } = criterion;
  return (
    <NumberAndSlider
      title={title}
      value={given.points ?? Number.NaN}
      min={0}
      max={points}
      step={sliderStep(points)}
      hint={t('peerReview.review.range', { points: format.number(points) })}
      textOf={(value) =>
        t('peerReview.learner.result.rating', {
          points: format.number(value),
          maximum: format.number(points),
        })
      }
      error={error}
      isReadOnly={isReadOnly}
      onChange={(value) => onChange({ points: value })}
    />
  );
}

/** A place on a scale whose ends have a meaning. */
export function ScaleChoice({
  criterion,
  kind,
  given,
  error,
  isReadOnly,
  onChange,
}: ChoiceProps & { readonly kind: Extract<CriterionKind, { type: 'scale' }> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { min, max, step } = kind;
  const low = format.number(min);
  const high = format.number(max);
  const ends = [
    ...(kind.lowLabel === '' ? [] : [t('rubric.end', { value: low, label: kind.lowLabel })]),
    ...(kind.highLabel === '' ? [] : [t('rubric.end', { value: high, label: kind.highLabel })]),
  ].join(' · ');
  const count = Math.round((max - min) / step) + 1;
  if (count > IN_SIGHT_MAX) {
    return (
      <NumberAndSlider
        title={criterion.title}
        value={given.value ?? Number.NaN}
        min={min}
        max={max}
        step={step}
        hint={[t('rubric.scaleRange', { min: low, max: high }), ends]
          .filter((text) => text !== '')
          .join(' · ')}
        textOf={(value) => format.number(value)}
        error={error}
        isReadOnly={isReadOnly}
        onChange={(value) => onChange({ value })}
      />
    );
  }
  // A sum of tenths is a little off in binary.
  const values = Array.from({ length: count }, (_, index) => Number((min + index * step).toPrecision(12)));
  return (
    <RadioGroup
      label={t('rubric.valueFor', { title: criterion.title })}
      hidesLabel
      look="segments"
      choices={values.map((value) => ({ id: String(value), text: format.number(value) }))}
      {...(ends !== '' && { hint: ends })}
      value={given.value === undefined ? null : String(given.value)}
      error={error}
      isDisabled={isReadOnly}
      onChange={(value) => onChange({ value: Number(value) })}
    />
  );
}

/** Levels one below the other, each with what it means and gives: readable on the narrowest screen. */
export function LevelsChoice({
  criterion,
  kind,
  given,
  error,
  isReadOnly,
  onChange,
}: ChoiceProps & { readonly kind: Extract<CriterionKind, { type: 'levels' }> }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <RadioGroup
      label={t('rubric.levelFor', { title: criterion.title })}
      hidesLabel
      look="cards"
      choices={kind.levels.map((level) => ({
        id: level.id,
        text: levelText(level, t, format),
        ...(level.description !== '' && { hint: level.description }),
      }))}
      value={given.level ?? null}
      error={error}
      isDisabled={isReadOnly}
      onChange={(level) => onChange({ level })}
    />
  );
}

export function YesNoChoice({ criterion, given, error, isReadOnly, onChange }: ChoiceProps) {
  const { t } = useTranslation();
  const { points } = criterion;
  const answers = new Map<number | null, 'yes' | 'no'>([
    [0, 'no'],
    [points, 'yes'],
  ]);
  return (
    <RadioGroup
      label={t('rubric.answerFor', { title: criterion.title })}
      hidesLabel
      look="segments"
      choices={[
        { id: 'yes', text: t('rubric.yes') },
        { id: 'no', text: t('rubric.no') },
      ]}
      value={answers.get(given.points) ?? null}
      error={error}
      isDisabled={isReadOnly}
      onChange={(answer) => onChange({ points: answer === 'yes' ? points : 0 })}
    />
  );
}

interface NumberAndSliderProps {
  readonly title: string;
  /** NaN while nothing is given. */
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly hint: string;
  readonly textOf: (value: number) => string;
  readonly error: string | undefined;
  readonly isReadOnly: boolean;
  readonly onChange: (value: number) => void;
}

function NumberAndSlider(props: NumberAndSliderProps) {
  const { title, value, min, max, step, hint, textOf, error, isReadOnly, onChange } = props;
  const { t } = useTranslation();
  const isRated = !Number.isNaN(value);
  return (
    <div className={cx(styles['controls'])}>
      <div className={cx(styles['number'])}>
        <NumberField
          label={t('peerReview.review.points', { title })}
          shortLabel={t('peerReview.review.pointsShort')}
          hint={hint}
          value={value}
          minValue={min}
          maxValue={max}
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
            valueText={isRated ? textOf(value) : t('peerReview.review.notRated')}
            min={min}
            max={max}
            step={step}
            onChange={onChange}
          />
        </div>
      )}
    </div>
  );
}
