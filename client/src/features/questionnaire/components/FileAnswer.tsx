import { createContext, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttachedFileView } from '../../../../../server/src/contracts/files.ts';
import { ANSWER_FILES_MAX } from '../../../../../server/src/contracts/limits.ts';
import { cx } from '../../../ui/cx.ts';
import field from '../../../ui/Field.module.css';
import { FilesField } from '../../../ui/files/FilesField.tsx';

interface AnswerPlace {
  readonly questionnaireId: string;
  /** Files that the answers referred to when they were read. */
  readonly files: readonly AttachedFileView[];
}

/** Where answers are given; null where one only looks at the questions. */
export const AnswerPlaceContext = createContext<AnswerPlace | null>(null);

/** What was uploaded on this page; after a reload the draft says what its files are called. */
const uploaded = new Map<string, AttachedFileView>();

interface FileAnswerProps {
  readonly itemId: string;
  readonly label: string;
  readonly hint: string;
  readonly error: string | undefined;
  readonly value: readonly string[];
  readonly isDisabled: boolean;
  readonly onChange: (ids: string[]) => void;
}

/** A question that is answered with files. */
export function FileAnswer({ itemId, label, hint, error, value, isDisabled, onChange }: FileAnswerProps) {
  const { t } = useTranslation();
  const place = useContext(AnswerPlaceContext);
  if (place === null) {
    return (
      <div>
        <strong>{label}</strong>
        {hint !== '' && <p className={cx(field['hint'])}>{hint}</p>}
        <p>{t('fileAnswer.preview', { max: ANSWER_FILES_MAX })}</p>
      </div>
    );
  }
  const known = new Map([...place.files.map((file) => [file.id, file] as const), ...uploaded]);
  return (
    <div>
      {hint !== '' && <p className={cx(field['hint'])}>{hint}</p>}
      <FilesField
        label={label}
        item={{ kind: 'questionnaire-answer', id: `${place.questionnaireId}-${itemId}` }}
        files={value.flatMap((id) => known.get(id) ?? [])}
        max={ANSWER_FILES_MAX}
        isAnonymous={false}
        isReadOnly={isDisabled}
        onAdd={({ id, name, size, type }) => {
          uploaded.set(id, { id, name, size, type: type ?? '' });
          onChange([...value, id]);
        }}
        onRemove={(id) => onChange(value.filter((one) => one !== id))}
      />
      {error !== undefined && (
        <p role="alert" className={cx(field['error'])}>
          {error}
        </p>
      )}
    </div>
  );
}
