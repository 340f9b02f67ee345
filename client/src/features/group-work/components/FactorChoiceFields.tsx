import { useTranslation } from 'react-i18next';
import { FACTOR_METHODS, FACTOR_RANGE } from '../../../../../server/src/contracts/factor-methods.ts';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { NumberField } from '../../../ui/NumberField.tsx';
import { Select } from '../../../ui/Select.tsx';
import { RoundSelect } from '../../questionnaire/components/RoundSelect.tsx';
import type { Choice, ChoicePart, Factors } from '../factors-api.ts';

interface FactorChoiceFieldsProps {
  readonly factors: Factors;
  readonly choice: Choice;
  readonly onChange: (part: ChoicePart) => void;
}

/** Which ratings count, and how; each change shows at once what it would do. */
export function FactorChoiceFields({ factors, choice, onChange }: FactorChoiceFieldsProps) {
  const { t } = useTranslation();
  const { evaluations, rounds } = factors;
  const within = (value: number, from: number, to: number, part: (value: number) => ChoicePart) => {
    if (value >= from && value <= to) onChange(part(value));
  };
  return (
    <div className={cx(layout['form'])}>
      <Select
        label={t('groupWork.factors.evaluation')}
        value={choice.questionnaireId}
        choices={evaluations.map(({ id, title }) => ({ id, text: title }))}
        onChange={(questionnaireId) => onChange({ questionnaireId, round: undefined })}
      />
      <RoundSelect rounds={rounds} value={choice.round} onChange={(round) => onChange({ round })} />
      <Select
        label={t('groupWork.factors.method')}
        value={choice.method}
        choices={FACTOR_METHODS.map((id) => ({ id, text: t(`groupWork.factors.methods.${id}.name`) }))}
        hint={t(`groupWork.factors.methods.${choice.method}.text`)}
        onChange={(method) => onChange({ method })}
      />
      <NumberField
        label={t('groupWork.factors.percent')}
        minValue={1}
        maxValue={100}
        value={choice.percent}
        onChange={(value) => within(Math.round(value), 1, 100, (percent) => ({ percent }))}
      />
      <div className={cx(layout['row'])}>
        <NumberField
          label={t('groupWork.factors.min')}
          minValue={FACTOR_RANGE.min}
          maxValue={1}
          step={0.05}
          value={choice.min}
          onChange={(value) => within(value, FACTOR_RANGE.min, 1, (min) => ({ min }))}
        />
        <NumberField
          label={t('groupWork.factors.max')}
          minValue={1}
          maxValue={FACTOR_RANGE.max}
          step={0.05}
          value={choice.max}
          onChange={(value) => within(value, 1, FACTOR_RANGE.max, (max) => ({ max }))}
        />
      </div>
    </div>
  );
}
