import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useApi, useFormat } from '../../../app/context.ts';
import { useMutation } from '../../../app/use-mutation.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { PageSkeleton, Skeleton } from '../../../ui/Skeleton.tsx';
import { toCsvRows } from '../compared.ts';
import { Check } from '../components/Choice.tsx';
import { ColumnStates } from '../components/ColumnStates.tsx';
import { ComparedTable } from '../components/ComparedTable.tsx';
import { ReadingPanel } from '../components/ReadingPanel.tsx';
import { SettleAll } from '../components/SettleAll.tsx';
import { Whereabouts } from '../components/Whereabouts.tsx';
import { csvOf, download } from '../csv.ts';
import { useGradedPlace } from '../use-graded-place.ts';
import {
  allComparedRows,
  type GradebookStatus,
  useComparedRows,
  useGradebookStatus,
  useRetryScores,
} from '../reconciliation-api.ts';

/** Where an activity's grades are on their way to the course gradebook, and how both compare; for staff. */
export default function GradebookPage() {
  const { t } = useTranslation();
  const { activityId = '' } = useParams();
  const place = useGradedPlace(activityId);
  const query = useGradebookStatus(activityId);
  if (query.isError && query.data === undefined) {
    return <ProblemPage error={query.error} retry={() => void query.refetch()} />;
  }
  if (query.data === undefined) return <PageSkeleton />;
  const status = query.data;
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <div>
        <Link to={place}>{t('reconciliation.back')}</Link>
      </div>
      <div className={cx(layout['stack'], layout['tight'])}>
        <PageHeading title={t('reconciliation.title')} />
        <Whereabouts counts={status.counts} />
        {status.counts.failed > 0 && <RetryAll activityId={activityId} />}
      </div>
      <ColumnStates status={status} />
      <section className={cx(layout['stack'])} aria-labelledby="comparison">
        <h2 id="comparison">{t('reconciliation.reading.title')}</h2>
        <ReadingPanel status={status} />
        {status.reconciliation.readAt !== null && <Comparison status={status} />}
      </section>
    </div>
  );
}

function RetryAll({ activityId }: { readonly activityId: string }) {
  const { t } = useTranslation();
  const retry = useRetryScores(activityId);
  return (
    <>
      <div className={cx(layout['row'])}>
        <Button
          isPending={retry.isPending}
          onPress={() =>
            retry.mutate(undefined, { onSuccess: () => announce(t('reconciliation.summary.retrying')) })
          }
        >
          {t('reconciliation.summary.retryAll')}
        </Button>
        <span className={cx(layout['muted'])}>{t('reconciliation.summary.failedHint')}</span>
      </div>
      {retry.error !== null && <Problem error={retry.error} />}
    </>
  );
}

function Comparison({ status }: { readonly status: GradebookStatus }) {
  const { t } = useTranslation();
  const [onlyDiffering, setOnlyDiffering] = useState(true);
  const query = useComparedRows(status.activityId, onlyDiffering, true);
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <SettleAll status={status} />
      <Check
        label={t('reconciliation.table.onlyDiffering')}
        isChecked={onlyDiffering}
        onChange={setOnlyDiffering}
      />
      {query.isPending && <Skeleton />}
      {query.isError && <Problem error={query.error} retry={() => void query.refetch()} />}
      {query.isSuccess && rows.length === 0 && <Nothing onlyDiffering={onlyDiffering} />}
      {rows.length > 0 && (
        <>
          <ComparedTable status={status} rows={rows} />
          <Footer status={status} shown={rows.length} onlyDiffering={onlyDiffering} />
        </>
      )}
      {query.hasNextPage && (
        <div>
          <Button isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
            {t(query.isFetchingNextPage ? 'common.loadingMore' : 'common.loadMore')}
          </Button>
        </div>
      )}
    </>
  );
}

function Nothing({ onlyDiffering }: { readonly onlyDiffering: boolean }) {
  const { t } = useTranslation();
  const kind = onlyDiffering ? 'empty' : 'none';
  return (
    <EmptyState title={t(`reconciliation.table.${kind}.title`)}>
      {t(`reconciliation.table.${kind}.text`)}
    </EmptyState>
  );
}

interface FooterProps {
  readonly status: GradebookStatus;
  readonly shown: number;
  readonly onlyDiffering: boolean;
}

function Footer({ status, shown, onlyDiffering }: FooterProps) {
  const { t } = useTranslation();
  const api = useApi();
  const format = useFormat();
  const save = useMutation({
    mutationFn: async () => {
      const rows = await allComparedRows(api, status.activityId, onlyDiffering);
      const labels = new Map(status.columns.map(({ id, label }) => [id, label]));
      download(`gradebook-${status.activityId}.csv`, 'text/csv', csvOf(toCsvRows(rows, labels)));
    },
  });
  return (
    <div className={cx(layout['row'])}>
      <Button isPending={save.isPending} onPress={() => save.mutate()}>
        {t(save.isPending ? 'reconciliation.table.csvWorking' : 'reconciliation.table.csv')}
      </Button>
      <span className={cx(layout['muted'], layout['small'])}>
        {t('reconciliation.table.shown', { count: shown })}
        {' · '}
        {t('common.timeZone', { zone: format.zone })}
      </span>
      {save.error !== null && <Problem error={save.error} retry={() => save.mutate()} />}
    </div>
  );
}
