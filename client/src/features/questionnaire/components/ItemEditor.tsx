import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import {
  ANSWER_FILES_MAX,
  SCALE_FROM_MIN,
  SCALE_TO_MAX,
} from '../../../../../server/src/contracts/limits.ts';
import {
  asksOfGroup,
  type ChoiceItem,
  isChoice,
  type Item,
  type ItemFault,
  type NumberItem,
  type ScaleItem,
} from '../../../../../server/src/contracts/questionnaire-rules.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { NumberField } from '../../../ui/NumberField.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { withOptions } from '../builder-form.ts';
import { KeyFields } from './KeyFields.tsx';
import { MatrixRows } from './MatrixRows.tsx';
import { TextAbout } from './TextAbout.tsx';
import { OptionLines } from './OptionLines.tsx';
import styles from './Questionnaire.module.css';

interface ItemEditorProps {
  readonly item: Item;
  /** Its place, from 1. */
  readonly n: number;
  /** The earlier choices that it may depend on. */
  readonly conditions: readonly ChoiceItem[];
  readonly fault: ItemFault | undefined;
  readonly onChange: (item: Item) => void;
  readonly onRemove: () => void;
  /** Saves it to the bank. */
  readonly onKeep: () => void;
}

const ALWAYS = 'always';
/** Everything about one question of a questionnaire. */
export function ItemEditor({ item, n, conditions, fault, onChange, onRemove, onKeep }: ItemEditorProps) {
  const { t } = useTranslation();
  return (
    <li className={cx(layout['card'], layout['stack'])}>
      <div className={cx(styles['head'])}>
        <h3>{t('questionnaire.build.legend', { n, kind: t(`questionnaire.kinds.${item.kind}`) })}</h3>
        <div className={cx(layout['row'], layout['snug'])}>
          <Button variant="quiet" aria-label={t('questionBank.keepOf', { n })} onPress={onKeep}>
            {t('questionBank.keep')}
          </Button>
          <Button variant="quiet" aria-label={t('questionnaire.build.removeOf', { n })} onPress={onRemove}>
            {t('questionnaire.build.remove')}
          </Button>
        </div>
      </div>
      <ItemFields item={item} n={n} fault={fault} onChange={onChange}>
        <Condition {...{ item, n, conditions, fault, onChange }} />
      </ItemFields>
    </li>
  );
}

interface ItemFieldsProps extends Pick<ItemEditorProps, 'item' | 'n' | 'fault' | 'onChange'> {
  /** When it is shown. */
  readonly children?: ReactNode;
}

/** What a question says and takes, wherever it is kept. */
export function ItemFields({ item, n, fault, onChange, children }: ItemFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <TextField
        label={t('questionnaire.build.text', { n })}
        shortLabel={t('questionnaire.build.textShort')}
        value={item.text}
        error={fault === 'TEXT_MISSING' ? t('questionnaire.fault.TEXT_MISSING') : undefined}
        onChange={(text) => onChange({ ...item, text })}
      />
      <KindFields item={item} n={n} error={faultText(fault, t)} onChange={onChange} />
      {(isChoice(item) || item.kind === 'number') && (
        <KeyFields item={item} n={n} fault={fault} onChange={onChange} />
      )}
      <TextField
        label={t('questionnaire.build.hint', { n })}
        shortLabel={t('questionnaire.build.hintShort')}
        isOptional
        value={item.hint}
        onChange={(hint) => onChange({ ...item, hint })}
      />
      {children}
      <Checkbox isChecked={item.required} onChange={(required) => onChange({ ...item, required })}>
        {t('questionnaire.build.required')}
      </Checkbox>
    </>
  );
}

/** What is wrong with what belongs to the kind; the other faults have fields of their own. */
function faultText(fault: ItemFault | undefined, t: TFunction): string | undefined {
  switch (fault) {
    case 'OPTIONS_TOO_FEW':
    case 'OPTION_TEXT_MISSING':
    case 'OPTION_TWICE':
    case 'RANGE_EMPTY':
      return t(`questionnaire.fault.${fault}`);
    default:
      return undefined;
  }
}

function Condition({ item, n, conditions, fault, onChange }: Omit<ItemEditorProps, 'onRemove' | 'onKeep'>) {
  const { t } = useTranslation();
  if (conditions.length === 0 && item.showIf === null) return null;
  const choices = conditions.flatMap((source) =>
    source.options.map((option) => ({
      id: `${source.id}/${option.id}`,
      text: t('questionnaire.build.showIf.choice', { question: source.text, option: option.text }),
    })),
  );
  return (
    <Select
      label={t('questionnaire.build.showIf.label', { n })}
      shortLabel={t('questionnaire.build.showIf.short')}
      error={fault === 'CONDITION_BROKEN' ? t('questionnaire.fault.CONDITION_BROKEN') : undefined}
      choices={[{ id: ALWAYS, text: t('questionnaire.build.showIf.always') }, ...choices]}
      value={item.showIf === null ? ALWAYS : `${item.showIf.itemId}/${item.showIf.optionId}`}
      onChange={(id) => {
        const [itemId = '', optionId = ''] = id.split('/');
        onChange({ ...item, showIf: id === ALWAYS ? null : { itemId, optionId } });
      }}
    />
  );
}

interface KindFieldsProps {
  readonly item: Item;
  readonly n: number;
  readonly error: string | undefined;
  readonly onChange: (item: Item) => void;
}

function KindFields({ item, n, error, onChange }: KindFieldsProps) {
  const { t } = useTranslation();
  switch (item.kind) {
    case 'oneChoice':
    case 'manyChoice':
      return (
        <OptionLines
          label={t('questionnaire.build.options', { n })}
          shortLabel={t('questionnaire.build.optionsShort')}
          options={item.options}
          error={error}
          onChange={(options) => onChange(withOptions(item, options))}
        />
      );
    case 'matrix':
      return (
        <div className={cx(styles['pair'])}>
          <MatrixRows item={item} n={n} error={error} onChange={onChange} />
          <OptionLines
            label={t('questionnaire.build.columns', { n })}
            shortLabel={t('questionnaire.build.columnsShort')}
            options={item.columns}
            error={asksOfGroup(item) ? error : undefined}
            onChange={(columns) => onChange({ ...item, columns })}
          />
        </div>
      );
    case 'scale':
      return <ScaleFields {...{ item, n, error, onChange }} />;
    case 'number':
      return <NumberFields {...{ item, n, error, onChange }} />;
    case 'text':
      return <TextAbout item={item} n={n} onChange={onChange} />;
    case 'date':
      return null;
    case 'file':
      return (
        <p className={cx(layout['muted'], layout['small'])}>
          {t('fileAnswer.explain', { max: ANSWER_FILES_MAX })}
        </p>
      );
  }
}

function ScaleFields({
  item,
  n,
  error,
  onChange,
}: Omit<KindFieldsProps, 'item'> & { readonly item: ScaleItem }) {
  const { t } = useTranslation();
  const limits = { minValue: SCALE_FROM_MIN, maxValue: SCALE_TO_MAX };
  const whole = (value: number, otherwise: number) => (Number.isNaN(value) ? otherwise : Math.round(value));
  return (
    <div className={cx(styles['pair'])}>
      {(['from', 'to'] as const).map((end) => (
        <div key={end} className={cx(layout['stack'], layout['tight'])}>
          <NumberField
            {...limits}
            label={t(`questionnaire.build.scale.${end}`, { n })}
            shortLabel={t(`questionnaire.build.scale.${end}Short`)}
            value={item[end]}
            error={end === 'to' ? error : undefined}
            onChange={(value) => onChange({ ...item, [end]: whole(value, item[end]) })}
          />
          <TextField
            label={t(`questionnaire.build.scale.${end}Text`, { n })}
            shortLabel={t('questionnaire.build.scale.word')}
            isOptional
            value={item[`${end}Text`]}
            onChange={(text) => onChange({ ...item, [`${end}Text`]: text })}
          />
        </div>
      ))}
    </div>
  );
}

function NumberFields({
  item,
  n,
  error,
  onChange,
}: Omit<KindFieldsProps, 'item'> & { readonly item: NumberItem }) {
  const { t } = useTranslation();
  return (
    <div className={cx(styles['pair'])}>
      {(['min', 'max'] as const).map((end) => (
        <NumberField
          key={end}
          label={t(`questionnaire.build.number.${end}`, { n })}
          shortLabel={t(`questionnaire.build.number.${end}Short`)}
          minValue={Number.MIN_SAFE_INTEGER}
          value={item[end] ?? Number.NaN}
          error={end === 'max' ? error : undefined}
          onChange={(value) => onChange({ ...item, [end]: Number.isNaN(value) ? null : value })}
        />
      ))}
    </div>
  );
}
