import { useTranslation } from 'react-i18next';
import {
  type AnswerFault,
  type AnswerValue,
  asksOfGroup,
  type Item,
  type MatrixItem,
  type ScaleItem,
  writesToGroup,
} from '../../../../../server/src/contracts/questionnaire-rules.ts';
import { ANSWER_TEXT_MAX } from '../../../../../server/src/contracts/limits.ts';
import { useFormat } from '../../../app/context.ts';
import { Button } from '../../../ui/Button.tsx';
import { CheckboxGroup } from '../../../ui/Checkbox.tsx';
import { cx } from '../../../ui/cx.ts';
import { DateField } from '../../../ui/DateTimeField.tsx';
import layout from '../../../ui/layout.module.css';
import { NumberField } from '../../../ui/NumberField.tsx';
import { RadioGroup } from '../../../ui/RadioGroup.tsx';
import { TextArea } from '../../../ui/TextField.tsx';
import { FileAnswer } from './FileAnswer.tsx';
import { GroupTexts } from './GroupTexts.tsx';
import { togetherNote } from '../together-note.ts';
import { OwnGroupNote } from './OwnGroupNote.tsx';

interface AnswerFieldProps {
  readonly item: Item;
  readonly value: AnswerValue | undefined;
  readonly fault: AnswerFault | undefined;
  readonly isDisabled: boolean;
  readonly onChange: (value: AnswerValue | undefined) => void;
}

/** One question with the field that its answer is given in. */
export function AnswerField(props: AnswerFieldProps) {
  const { item, value, isDisabled, onChange } = props;
  const { t } = useTranslation();
  const isChosenOnce = item.kind === 'oneChoice' || item.kind === 'scale' || item.kind === 'matrix';
  return (
    <div className={cx(layout['stack'], layout['tight'])} data-fault={props.fault}>
      <Field {...props} />
      {/* Radio buttons cannot be taken back by themselves. */}
      {isChosenOnce && !item.required && value !== undefined && !isDisabled && (
        <div>
          <Button
            variant="quiet"
            aria-label={t('questionnaire.run.clearOf', { question: item.text })}
            onPress={() => onChange(undefined)}
          >
            {t('questionnaire.run.clear')}
          </Button>
        </div>
      )}
    </div>
  );
}

function useFaultText(item: Item, fault: AnswerFault | undefined): string | undefined {
  const { t } = useTranslation();
  const format = useFormat();
  if (fault === undefined) return undefined;
  if (fault === 'TOO_LONG') return t('questionnaire.fault.TOO_LONG', { max: format.number(ANSWER_TEXT_MAX) });
  return t(
    fault === 'MISSING' && item.kind === 'matrix'
      ? 'questionnaire.fault.ROWS'
      : `questionnaire.fault.${fault}`,
  );
}

function Field({ item, value, fault, isDisabled, onChange }: AnswerFieldProps) {
  const { t } = useTranslation();
  const error = useFaultText(item, fault);
  const label = item.required ? item.text : `${item.text} ${t('common.optional')}`;
  const notes = { ...(item.hint !== '' && { hint: item.hint }), error };
  const text = typeof value === 'string' ? value : '';
  switch (item.kind) {
    case 'oneChoice':
      return (
        <RadioGroup
          {...notes}
          label={label}
          look="cards"
          choices={item.options}
          isDisabled={isDisabled}
          value={text}
          onChange={onChange}
        />
      );
    case 'manyChoice':
      return (
        <CheckboxGroup
          {...notes}
          label={label}
          look="cards"
          choices={item.options}
          isDisabled={isDisabled}
          value={Array.isArray(value) ? value : []}
          onChange={onChange}
        />
      );
    case 'scale':
      return <ScaleField {...{ item, value, label, notes, isDisabled, onChange }} />;
    case 'matrix':
      return <MatrixField {...{ item, value, label, notes, isDisabled, onChange }} />;
    case 'text':
      if (writesToGroup(item)) return <GroupTexts {...{ item, value, label, notes, isDisabled, onChange }} />;
      return (
        <TextArea
          {...notes}
          label={item.text}
          isOptional={!item.required}
          isReadOnly={isDisabled}
          rows={3}
          value={text}
          onChange={onChange}
        />
      );
    case 'number':
      return (
        <NumberField
          {...notes}
          label={label}
          isReadOnly={isDisabled}
          minValue={item.min ?? Number.MIN_SAFE_INTEGER}
          maxValue={item.max ?? Number.MAX_SAFE_INTEGER}
          value={typeof value === 'number' ? value : Number.NaN}
          onChange={(number) => onChange(Number.isNaN(number) ? undefined : number)}
        />
      );
    case 'file':
      return (
        <FileAnswer
          itemId={item.id}
          label={label}
          hint={item.hint}
          error={error}
          value={Array.isArray(value) ? value : []}
          isDisabled={isDisabled}
          onChange={onChange}
        />
      );
    case 'date':
      return (
        <DateField
          {...notes}
          label={item.text}
          isOptional={!item.required}
          isReadOnly={isDisabled}
          value={text}
          onChange={onChange}
        />
      );
  }
}

interface PartProps<I> {
  readonly item: I;
  readonly value: AnswerValue | undefined;
  readonly label: string;
  readonly notes: { readonly hint?: string; readonly error: string | undefined };
  readonly isDisabled: boolean;
  readonly onChange: (value: AnswerValue) => void;
}

function ScaleField({ item, value, label, notes, isDisabled, onChange }: PartProps<ScaleItem>) {
  const format = useFormat();
  const { from, to, fromText, toText } = item;
  const points = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const wordOf = (point: number) => (point === from ? fromText : point === to ? toText : '');
  return (
    <RadioGroup
      {...notes}
      label={label}
      look="segments"
      choices={points.map((point) => {
        const word = wordOf(point);
        return {
          id: String(point),
          text: word === '' ? format.number(point) : `${format.number(point)} – ${word}`,
        };
      })}
      isDisabled={isDisabled}
      value={typeof value === 'number' ? String(value) : null}
      onChange={(point) => onChange(Number(point))}
    />
  );
}

/** Row by row: a table of radio buttons would need more room than a phone has. */
function MatrixField({ item, value, label, notes, isDisabled, onChange }: PartProps<MatrixItem>) {
  const { t } = useTranslation();
  const format = useFormat();
  const chosen = typeof value === 'object' && !Array.isArray(value) ? value : {};
  const isMissing = (rowId: string) => notes.error !== undefined && chosen[rowId] === undefined;
  return (
    <div role="group" aria-label={label} className={cx(layout['stack'])}>
      <div>
        <strong>{label}</strong>
        {notes.hint !== undefined && <p className={cx(layout['muted'], layout['small'])}>{notes.hint}</p>}
        {asksOfGroup(item) && <OwnGroupNote item={item} />}
      </div>
      {item.rows.map((row) => (
        <RadioGroup
          key={row.id}
          label={row.text === '' ? t('questionnaire.results.nameless') : row.text}
          {...togetherNote(row, t, format)}
          look="segments"
          choices={item.columns}
          error={row.until === undefined && isMissing(row.id) ? notes.error : undefined}
          isDisabled={isDisabled}
          value={chosen[row.id] ?? null}
          onChange={(column) => onChange({ ...chosen, [row.id]: column })}
        />
      ))}
    </div>
  );
}
