import { useTranslation } from 'react-i18next';
import { cx } from '../../../ui/cx.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import { LoadMore } from '../../../ui/LoadMore.tsx';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { type QueueFilter, type QueueOverview, useQueue, useQueueOverview } from '../api.ts';
import { QueueFilters } from '../components/QueueFilters.tsx';
import { QueueList } from '../components/QueueList.tsx';
import { useQueueFilter } from '../use-queue-filter.ts';
import styles from './QueuePage.module.css';

/** Everything in the course that waits for staff, oldest first. */
export default function QueuePage() {
  const { t } = useTranslation();
  const [filter, setFilter] = useQueueFilter();
  const queue = useQueue(filter);
  const overview = useQueueOverview(filter);
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <div className={cx(layout['stack'], layout['tight'])}>
        <PageHeading title={t('queue.title')} />
        <p className={cx(layout['muted'])}>{t('queue.intro')}</p>
      </div>
      {overview.isError && <Problem error={overview.error} retry={() => void overview.refetch()} />}
      <QueueFilters filter={filter} counts={overview.data?.counts} onChange={setFilter} />
      <Queue filter={filter} queue={queue} staff={overview.data?.staff ?? []} />
    </div>
  );
}

function Queue(props: {
  readonly filter: QueueFilter;
  readonly queue: ReturnType<typeof useQueue>;
  readonly staff: QueueOverview['staff'];
}) {
  const { filter, queue, staff } = props;
  const { t } = useTranslation();
  if (queue.isPending) return <Skeleton />;
  if (queue.isError) return <Problem error={queue.error} retry={() => void queue.refetch()} />;
  const items = queue.data.pages.flatMap((page) => page.items);
  const isFiltered = filter.who !== 'all' || filter.kind !== undefined || filter.activity !== undefined;
  if (items.length === 0) {
    const what = isFiltered ? 'filtered' : filter.state;
    return <EmptyState title={t(`queue.empty.${what}.title`)}>{t(`queue.empty.${what}.text`)}</EmptyState>;
  }
  return (
    <>
      <p className={cx(layout['muted'], layout['small'], styles['keys'])}>{t('queue.keys.hint')}</p>
      <QueueList items={items} staff={staff} />
      <LoadMore query={queue} />
    </>
  );
}
