import { useTranslation } from 'react-i18next';
import { announce } from '../../../ui/announce.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { type GradebookStatus, useRetryColumn } from '../reconciliation-api.ts';

type Column = GradebookStatus['columns'][number];

/** The activity's gradebook columns: one line for those that are there, a banner for each that is not. */
export function ColumnStates({ status }: { readonly status: GradebookStatus }) {
  const { t } = useTranslation();
  return (
    <section className={cx(layout['stack'], layout['tight'])} aria-labelledby="columns">
      <h2 id="columns">{t('reconciliation.column.title')}</h2>
      {status.columns.map((column) => (
        <ColumnState key={column.id} activityId={status.activityId} column={column} />
      ))}
    </section>
  );
}

function ColumnState({ activityId, column }: { readonly activityId: string; readonly column: Column }) {
  const { t } = useTranslation();
  const retry = useRetryColumn(activityId);
  const { id, label, state } = column;
  const text = t(`reconciliation.column.${state}`, { label, words: column.words ?? '' });
  if (state === 'linked') return <p>{text}</p>;
  if (state === 'missing') return <Banner tone="info">{text}</Banner>;
  return (
    <>
      <Banner
        tone="warn"
        actions={
          <Button
            isPending={retry.isPending}
            aria-label={t('reconciliation.column.retryFor', { label })}
            onPress={() =>
              retry.mutate(id, { onSuccess: () => announce(t('reconciliation.column.retried')) })
            }
          >
            {t('reconciliation.column.retry')}
          </Button>
        }
      >
        {text}
      </Banner>
      {retry.error !== null && <Problem error={retry.error} />}
    </>
  );
}
