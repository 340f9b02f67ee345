import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ATTRIBUTES_CSV_MAX } from '../../../../../server/src/contracts/limits.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Select } from '../../../ui/Select.tsx';
import { showToast } from '../../../ui/toasts.ts';
import {
  type AttributeImport,
  type AttributeType,
  useImportAttributes,
  usePreviewAttributes,
} from '../formation-api.ts';
import { CsvFile } from './CsvFile.tsx';
import { RowsLeftOut } from './RowsLeftOut.tsx';

const LEFT_OUT = 'leftOut';
const TYPES = ['category', 'number', 'availability', LEFT_OUT] as const;
type Types = Record<string, AttributeType | null>;

/** Takes a file about people in: choose it, see what its columns hold and which rows are left out, then import. */
export function ImportAttributes({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const id = useId();
  const [csv, setCsv] = useState<string | null>(null);
  const [types, setTypes] = useState<Types>({});
  const preview = usePreviewAttributes();
  const apply = useImportAttributes();

  function choose(text: string | null): void {
    setCsv(text);
    setTypes({});
    if (text !== null) preview.mutate({ csv: text, types: {} });
  }

  function setType(name: string, type: AttributeType | null): void {
    const next = { ...types, [name]: type };
    setTypes(next);
    if (csv !== null) preview.mutate({ csv, types: next });
  }
  const done = () => {
    showToast({ text: t('formation.import.done') });
    onClose();
  };
  const isEmpty = !preview.data?.columns.some(({ type, known }) => type !== null && known > 0);
  return (
    <section className={cx(layout['stack'], layout['card'])} aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{t('formation.import.title')}</h3>
      <p className={cx(layout['prose'])}>{t('formation.import.text')}</p>
      <CsvFile max={ATTRIBUTES_CSV_MAX} preview={preview} apply={apply} onChoose={choose} />
      {preview.data !== undefined && <Outcome outcome={preview.data} onType={setType} />}
      <div className={cx(layout['row'])}>
        <Button
          variant="primary"
          isDisabled={csv === null || isEmpty}
          isPending={apply.isPending}
          onPress={() => {
            if (csv !== null) apply.mutate({ csv, types }, { onSuccess: done });
          }}
        >
          {t('groups.import.apply')}
        </Button>
        <Button onPress={onClose}>{t('common.cancel')}</Button>
      </div>
    </section>
  );
}

interface OutcomeProps {
  readonly outcome: AttributeImport;
  readonly onType: (name: string, type: AttributeType | null) => void;
}

function Outcome({ outcome, onType }: OutcomeProps) {
  const { t } = useTranslation();
  return (
    <div className={cx(layout['stack'], layout['tight'])}>
      <p role="status">
        {t('formation.import.people', { people: t('groups.members', { count: outcome.people }) })}
      </p>
      {outcome.columns.map(({ name, type, known, isThere }) => (
        <Select
          key={name}
          label={name}
          hint={t(isThere ? 'formation.import.adds' : 'formation.import.new', {
            people: t('groups.members', { count: known }),
          })}
          choices={TYPES.map((choice) => ({ id: choice, text: t(`formation.type.${choice}`) }))}
          value={type ?? LEFT_OUT}
          onChange={(chosen) => onType(name, chosen === LEFT_OUT ? null : chosen)}
        />
      ))}
      <RowsLeftOut
        heading="h4"
        rows={outcome.problems}
        count={outcome.problemCount}
        whyOf={({ problem }) => t(`formation.why.${problem}`)}
      />
    </div>
  );
}
