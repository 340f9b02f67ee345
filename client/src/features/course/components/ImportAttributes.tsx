import { type ChangeEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ATTRIBUTES_CSV_MAX } from '../../../../../server/src/contracts/limits.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import { Select } from '../../../ui/Select.tsx';
import { Table } from '../../../ui/Table.tsx';
import { showToast } from '../../../ui/toasts.ts';
import {
  type AttributeImport,
  type AttributeType,
  useImportAttributes,
  usePreviewAttributes,
} from '../formation-api.ts';
import pageStyles from '../pages/GroupsPage.module.css';
import { readText } from '../read-file.ts';

const LEFT_OUT = 'leftOut';
const TYPES = ['category', 'number', 'availability', LEFT_OUT] as const;
type Types = Record<string, AttributeType | null>;

/** Takes a file about people in: choose it, see what its columns hold and which rows are left out, then import. */
export function ImportAttributes({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const id = useId();
  const [csv, setCsv] = useState<string | null>(null);
  const [types, setTypes] = useState<Types>({});
  const [isTooLarge, setIsTooLarge] = useState(false);
  const preview = usePreviewAttributes();
  const apply = useImportAttributes();

  async function choose(event: ChangeEvent<HTMLInputElement>): Promise<void> {
    const file = event.target.files?.[0];
    preview.reset();
    apply.reset();
    setCsv(null);
    setTypes({});
    if (file === undefined) return;
    const text = readText(new Uint8Array(await file.arrayBuffer()));
    const tooLarge = text.length > ATTRIBUTES_CSV_MAX;
    setIsTooLarge(tooLarge);
    if (tooLarge || text === '') return;
    setCsv(text);
    preview.mutate({ csv: text, types: {} });
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
      <div className={cx(pageStyles['file'])}>
        <label htmlFor={`${id}-file`}>{t('groups.import.file')}</label>
        <input
          id={`${id}-file`}
          type="file"
          accept=".csv,text/csv"
          onChange={(event) => void choose(event)}
        />
      </div>
      {isTooLarge && <Banner tone="bad" role="alert" title={t('groups.import.tooLarge')} />}
      {preview.isPending && (
        <Progress label={t('groups.import.checking')} text={t('groups.import.checking')} />
      )}
      {preview.error !== null && <Problem error={preview.error} />}
      {apply.error !== null && <Problem error={apply.error} />}
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

const valueCell = ({ value }: AttributeImport['problems'][number]) => <bdi>{value}</bdi>;

interface OutcomeProps {
  readonly outcome: AttributeImport;
  readonly onType: (name: string, type: AttributeType | null) => void;
}

function Outcome({ outcome, onType }: OutcomeProps) {
  const { t } = useTranslation();
  const hidden = outcome.problemCount - outcome.problems.length;
  const title = t('groups.import.problems', { count: outcome.problemCount });
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
      {outcome.problemCount > 0 && (
        <>
          <h4>{title}</h4>
          <Table
            label={title}
            columns={[
              { key: 'line', title: t('groups.import.line'), cell: ({ line }) => line },
              {
                key: 'why',
                title: t('groups.import.problem'),
                cell: ({ problem }) => t(`formation.why.${problem}`),
              },
              { key: 'value', title: t('groups.import.value'), cell: valueCell },
            ]}
            rows={outcome.problems}
            rowKey={({ line, problem, value }) => `${line} ${problem} ${value}`}
          />
          {hidden > 0 && <p>{t('groups.import.more', { count: hidden })}</p>}
        </>
      )}
    </div>
  );
}
