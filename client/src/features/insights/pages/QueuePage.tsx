import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../../ui/cx.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import { LoadMore } from '../../../ui/LoadMore.tsx';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { SectionFilterChoice } from '../../course/components/SectionFilterChoice.tsx';
import { type QueueFilter, useQueue, useQueueOverview } from '../api.ts';
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
      {overview.data !== undefined && <SectionFilterChoice filter={overview.data.sections} />}
      <QueueFilters filter={filter} counts={overview.data?.counts} onChange={setFilter} />
      {/* Another filter is another list: what becomes of the focus is told by each for itself. */}
      <Queue key={JSON.stringify(filter)} filter={filter} queue={queue} />
    </div>
  );
}

function Queue(props: { readonly filter: QueueFilter; readonly queue: ReturnType<typeof useQueue> }) {
  const { filter, queue } = props;
  const { t } = useTranslation();
  const { list, heading } = useKeptFocus(queue.data?.pages.some((page) => page.items.length > 0));
  if (queue.isPending) return <Skeleton />;
  if (queue.isError) return <Problem error={queue.error} retry={() => void queue.refetch()} />;
  const items = queue.data.pages.flatMap((page) => page.items);
  const isFiltered = filter.who !== 'all' || filter.kind !== undefined || filter.activity !== undefined;
  if (items.length === 0) {
    const what = isFiltered ? 'filtered' : filter.state;
    return (
      <EmptyState headingRef={heading} title={t(`queue.empty.${what}.title`)}>
        {t(`queue.empty.${what}.text`)}
      </EmptyState>
    );
  }
  return (
    <div ref={list} className={cx(layout['stack'])}>
      <p className={cx(layout['muted'], layout['small'], styles['keys'])}>{t('queue.keys.hint')}</p>
      <QueueList items={items} />
      <LoadMore query={queue} />
    </div>
  );
}

/**
 * When the last matter has left under somebody's hands, the heading of the empty list takes the focus, and is read out;
 * when the matter is taken back, it has the focus again. Where something else has the focus it stays there.
 *
 * @param hasItems undefined: not known yet
 */
function useKeptFocus(hasItems: boolean | undefined) {
  const list = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(hasItems);
  useEffect(() => {
    const isOther = before.current !== undefined && before.current !== hasItems;
    before.current = hasItems;
    if (!isOther || (document.activeElement ?? document.body) !== document.body) return;
    (hasItems ? list.current?.querySelector('article') : heading.current)?.focus();
  }, [hasItems]);
  return { list, heading };
}
