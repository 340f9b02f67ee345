import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { GROUPS_CSV_MAX } from '../../../../../server/src/contracts/limits.ts';
import { announce } from '../../../ui/announce.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { type Import, useImportGroups, usePreviewImport } from '../api.ts';
import styles from '../pages/GroupsPage.module.css';
import { CsvFile } from './CsvFile.tsx';
import { RowsLeftOut } from './RowsLeftOut.tsx';

/** Takes groups in from a file: choose it, see what it does and which rows are left out, then import. */
export function ImportGroups({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const id = useId();
  const [csv, setCsv] = useState<string | null>(null);
  const preview = usePreviewImport();
  const apply = useImportGroups();

  function choose(text: string | null): void {
    setCsv(text);
    if (text !== null) preview.mutate(text);
  }

  return (
    <section className={cx(layout['stack'], layout['card'])} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('groups.import.title')}</h2>
      <p className={cx(layout['prose'])}>{t('groups.import.text')}</p>
      <CsvFile max={GROUPS_CSV_MAX} preview={preview} apply={apply} onChoose={choose} />
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

const COUNTS = ['made', 'named', 'placed', 'moved', 'unchanged'] as const;

function Outcome({ outcome }: { readonly outcome: Import }) {
  const { t } = useTranslation();
  const facts = COUNTS.filter((count) => outcome[count] > 0);
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
      <RowsLeftOut
        heading="h3"
        rows={outcome.problems}
        count={outcome.problemCount}
        whyOf={({ problem }) => t(`groups.import.why.${problem}`)}
      />
    </div>
  );
}
