import { type ChangeEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { GROUPS_CSV_MAX } from '../../../../../server/src/contracts/limits.ts';
import { announce } from '../../../ui/announce.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import { Table } from '../../../ui/Table.tsx';
import { type Import, useImportGroups, usePreviewImport } from '../api.ts';
import styles from '../pages/GroupsPage.module.css';
import { readText } from '../read-file.ts';

/** Takes groups in from a file: choose it, see what it does and which rows are left out, then import. */
export function ImportGroups({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const id = useId();
  const [csv, setCsv] = useState<string | null>(null);
  const [isTooLarge, setIsTooLarge] = useState(false);
  const preview = usePreviewImport();
  const apply = useImportGroups();

  async function choose(event: ChangeEvent<HTMLInputElement>): Promise<void> {
    const file = event.target.files?.[0];
    preview.reset();
    apply.reset();
    setCsv(null);
    if (file === undefined) return;
    const text = readText(new Uint8Array(await file.arrayBuffer()));
    const tooLarge = text.length > GROUPS_CSV_MAX;
    setIsTooLarge(tooLarge);
    if (tooLarge || text === '') return;
    setCsv(text);
    preview.mutate(text);
  }

  return (
    <section className={cx(layout['stack'], layout['card'])} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('groups.import.title')}</h2>
      <p className={cx(layout['prose'])}>{t('groups.import.text')}</p>
      <div className={cx(styles['file'])}>
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
      {apply.isSuccess ? (
        <Banner tone="good" role="status" title={t('groups.import.done')} />
      ) : (
        preview.data !== undefined && <Outcome outcome={preview.data} />
      )}
      <div className={cx(layout['row'])}>
        {!apply.isSuccess && (
          <Button
            variant="primary"
            isDisabled={csv === null || preview.data === undefined}
            isPending={apply.isPending}
            onPress={() => {
              if (csv !== null) apply.mutate(csv, { onSuccess: () => announce(t('groups.import.done')) });
            }}
          >
            {t(apply.isPending ? 'groups.import.applying' : 'groups.import.apply')}
          </Button>
        )}
        <Button onPress={onClose}>{t(apply.isSuccess ? 'groups.import.close' : 'common.cancel')}</Button>
      </div>
    </section>
  );
}

const valueCell = ({ value }: Import['problems'][number]) => (
  <bdi className={cx(styles['value'])}>{value}</bdi>
);

const COUNTS = ['made', 'named', 'placed', 'moved', 'unchanged'] as const;

function Outcome({ outcome }: { readonly outcome: Import }) {
  const { t } = useTranslation();
  const facts = COUNTS.filter((count) => outcome[count] > 0);
  const hidden = outcome.problemCount - outcome.problems.length;
  return (
    <div className={cx(layout['stack'], layout['tight'])} role="status">
      <h3>{t('groups.import.would')}</h3>
      <p>{t('groups.import.rows', { count: outcome.rows })}</p>
      {facts.length === 0 ? (
        <p>{t('groups.import.nothing')}</p>
      ) : (
        <ul className={cx(styles['facts'])}>
          {facts.map((count) => (
            <li key={count}>{t(`groups.import.${count}`, { count: outcome[count] })}</li>
          ))}
        </ul>
      )}
      {outcome.problemCount > 0 && (
        <>
          <h3>{t('groups.import.problems', { count: outcome.problemCount })}</h3>
          <Table
            label={t('groups.import.problems', { count: outcome.problemCount })}
            columns={[
              { key: 'line', title: t('groups.import.line'), cell: ({ line }) => line },
              {
                key: 'why',
                title: t('groups.import.problem'),
                cell: ({ problem }) => t(`groups.import.why.${problem}`),
              },
              { key: 'value', title: t('groups.import.value'), cell: valueCell },
            ]}
            rows={outcome.problems}
            rowKey={({ line, problem }) => `${line} ${problem}`}
          />
          {hidden > 0 && <p>{t('groups.import.more', { count: hidden })}</p>}
        </>
      )}
    </div>
  );
}
