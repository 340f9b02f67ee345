import { useTranslation } from 'react-i18next';
import type { AnswerValue, TextItem } from '../../../../../server/src/contracts/questionnaire-rules.ts';
import { useFormat } from '../../../app/context.ts';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { TextArea } from '../../../ui/TextField.tsx';
import { togetherNote } from '../together-note.ts';
import { OwnGroupNote } from './OwnGroupNote.tsx';

interface GroupTextsProps {
  readonly item: TextItem;
  readonly value: AnswerValue | undefined;
  readonly label: string;
  readonly notes: { readonly hint?: string; readonly error: string | undefined };
  readonly isDisabled: boolean;
  readonly onChange: (value: AnswerValue) => void;
}

/** A text to each person of one's own group, with who will read it. */
export function GroupTexts({ item, value, label, notes, isDisabled, onChange }: GroupTextsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const texts = typeof value === 'object' && !Array.isArray(value) ? value : {};
  return (
    <div role="group" aria-label={label} className={cx(layout['stack'])}>
      <div>
        <strong>{label}</strong>
        {notes.hint !== undefined && <p className={cx(layout['muted'], layout['small'])}>{notes.hint}</p>}
        <OwnGroupNote item={item} />
        <p className={cx(layout['muted'], layout['small'])}>{t('groupTexts.readBy')}</p>
      </div>
      {(item.rows ?? []).map((row) => (
        <TextArea
          key={row.id}
          label={row.text === '' ? t('questionnaire.results.nameless') : row.text}
          isOptional={!item.required || row.until !== undefined}
          {...togetherNote(row, t, format)}
          isReadOnly={isDisabled}
          rows={2}
          error={
            (row.until === undefined && (texts[row.id] ?? '').trim() === '') || notes.error !== undefined
              ? notes.error
              : undefined
          }
          value={texts[row.id] ?? ''}
          onChange={(text) => onChange({ ...texts, [row.id]: text })}
        />
      ))}
    </div>
  );
}
