import { useTranslation } from 'react-i18next';
import { cx } from '../../../ui/cx.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import { LoadMore } from '../../../ui/LoadMore.tsx';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { useQueue } from '../api.ts';
import { QueueItem } from '../components/QueueItem.tsx';
import styles from './QueuePage.module.css';

/** Everything in the course that waits for staff, oldest first. */
export default function QueuePage() {
  const { t } = useTranslation();
  const queue = useQueue();
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <div className={cx(layout['stack'], layout['tight'])}>
        <PageHeading title={t('queue.title')} />
        <p className={cx(layout['muted'])}>{t('queue.intro')}</p>
      </div>
      <QueueList queue={queue} />
    </div>
  );
}

function QueueList({ queue }: { readonly queue: ReturnType<typeof useQueue> }) {
  const { t } = useTranslation();
  if (queue.isPending) return <Skeleton />;
  if (queue.isError) return <Problem error={queue.error} retry={() => void queue.refetch()} />;
  const items = queue.data.pages.flatMap((page) => page.items);
  if (items.length === 0)
    return <EmptyState title={t('queue.empty.title')}>{t('queue.empty.text')}</EmptyState>;
  return (
    <>
      <ul className={cx(styles['list'])}>
        {items.map((item) => (
          <QueueItem key={item.id} item={item} />
        ))}
      </ul>
      <LoadMore query={queue} />
    </>
  );
}
