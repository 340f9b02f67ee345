import { useTranslation } from 'react-i18next';
import { KEY_POINTS_MAX } from '../../../../../server/src/contracts/limits.ts';
import type {
  ChoiceItem,
  ChoiceKey,
  ItemFault,
  NumberItem,
  NumberKey,
} from '../../../../../server/src/contracts/questionnaire-rules.ts';
import { Checkbox, CheckboxGroup } from '../../../ui/Checkbox.tsx';
import { cx } from '../../../ui/cx.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import layout from '../../../ui/layout.module.css';
import { NumberField } from '../../../ui/NumberField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { keyed } from '../builder-form.ts';
import styles from './Questionnaire.module.css';

interface KeyFieldsProps {
  readonly item: ChoiceItem | NumberItem;
  /** Its place, from 1. */
  readonly n: number;
  readonly fault: ItemFault | undefined;
  readonly onChange: (item: ChoiceItem | NumberItem) => void;
}

/** What is right, how much it brings, and what is said to it. */
export function KeyFields({ item, n, fault, onChange }: KeyFieldsProps) {
  const { t } = useTranslation();
  const isOfKey = fault === 'RIGHT_MISSING' || fault === 'RIGHT_OUT_OF_RANGE';
  const error = isOfKey ? t(`questionnaire.fault.${fault}`) : undefined;
  return (
    <>
      <Checkbox isChecked={item.key !== undefined} onChange={(has) => onChange(keyed(item, has))}>
        {t('check.has')}
      </Checkbox>
      {item.kind === 'number'
        ? item.key !== undefined && (
            <NumberKeyFields
              n={n}
              value={item.key}
              error={error}
              onChange={(key) => onChange({ ...item, key })}
            />
          )
        : item.key !== undefined && (
            <ChoiceKeyFields
              item={item}
              n={n}
              value={item.key}
              error={error}
              onChange={(key) => onChange({ ...item, key })}
            />
          )}
    </>
  );
}

interface KeyProps<Key> {
  readonly n: number;
  readonly value: Key;
  readonly error: string | undefined;
  readonly onChange: (key: Key) => void;
}

function ChoiceKeyFields({ item, n, value, error, onChange }: KeyProps<ChoiceKey> & { item: ChoiceItem }) {
  const { t } = useTranslation();
  const { options, kind } = item;
  return (
    <div className={cx(layout['stack'])}>
      {options.length > 0 && (
        <CheckboxGroup
          label={t('check.right', { n })}
          hint={t(kind === 'manyChoice' ? 'check.partHint' : 'check.anyHint')}
          error={error}
          choices={options}
          value={value.right}
          onChange={(right) => onChange({ ...value, right })}
        />
      )}
      <Points n={n} points={value.points} onChange={(points) => onChange({ ...value, points })} />
      <Disclosure title={t('check.feedback', { n })}>
        <div className={cx(layout['stack'])}>
          {options.map(({ id, text }) => (
            <TextField
              key={id}
              label={t('check.feedbackTo', { option: text, n })}
              shortLabel={t('check.feedbackToShort', { option: text })}
              isOptional
              value={value.optionFeedback[id] ?? ''}
              onChange={(feedback) =>
                onChange({ ...value, optionFeedback: { ...value.optionFeedback, [id]: feedback } })
              }
            />
          ))}
          <ToAll n={n} text={value.feedback} onChange={(feedback) => onChange({ ...value, feedback })} />
        </div>
      </Disclosure>
    </div>
  );
}

function NumberKeyFields({ n, value, error, onChange }: KeyProps<NumberKey>) {
  const { t } = useTranslation();
  return (
    <div className={cx(layout['stack'])}>
      <div className={cx(styles['pair'])}>
        <NumberField
          label={t('check.number', { n })}
          shortLabel={t('check.numberShort')}
          minValue={Number.MIN_SAFE_INTEGER}
          value={value.right ?? Number.NaN}
          error={error}
          onChange={(right) => onChange({ ...value, right: Number.isNaN(right) ? null : right })}
        />
        <NumberField
          label={t('check.tolerance', { n })}
          shortLabel={t('check.toleranceShort')}
          hint={t('check.toleranceHint')}
          minValue={0}
          value={value.tolerance}
          onChange={(tolerance) => onChange({ ...value, tolerance: Number.isNaN(tolerance) ? 0 : tolerance })}
        />
        <Points n={n} points={value.points} onChange={(points) => onChange({ ...value, points })} />
      </div>
      <Disclosure title={t('check.feedback', { n })}>
        <ToAll n={n} text={value.feedback} onChange={(feedback) => onChange({ ...value, feedback })} />
      </Disclosure>
    </div>
  );
}

interface PointsProps {
  readonly n: number;
  readonly points: number;
  readonly onChange: (points: number) => void;
}

/** The least that a question may bring; a field that was emptied falls back to it. */
const LEAST_POINTS = 0.5;

function Points({ n, points, onChange }: PointsProps) {
  const { t } = useTranslation();
  return (
    <NumberField
      label={t('check.points', { n })}
      shortLabel={t('check.pointsShort')}
      minValue={LEAST_POINTS}
      maxValue={KEY_POINTS_MAX}
      value={points}
      onChange={(value) => onChange(Number.isNaN(value) ? LEAST_POINTS : value)}
    />
  );
}

interface ToAllProps {
  readonly n: number;
  readonly text: string;
  readonly onChange: (text: string) => void;
}

function ToAll({ n, text, onChange }: ToAllProps) {
  const { t } = useTranslation();
  return (
    <TextField
      label={t('check.feedbackAll', { n })}
      shortLabel={t('check.feedbackAllShort')}
      isOptional
      value={text}
      onChange={onChange}
    />
  );
}
