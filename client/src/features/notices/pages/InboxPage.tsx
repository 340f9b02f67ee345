import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '../../../app/new-id.ts';
import { announce } from '../../../ui/announce.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button, ButtonLink } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { type Notice, useInbox, useMarkAllRead, useUndoMarkAllRead } from '../api.ts';
import { NoticeItem } from '../components/NoticeItem.tsx';
import styles from './InboxPage.module.css';

/** What happened for the person in this course, newest first. */
export default function InboxPage() {
  const { t } = useTranslation();
  const inbox = useInbox();
  return (
    <div className={cx(layout['stack'], layout['page'], layout['measure'])}>
      <div className={cx(layout['stack'], layout['tight'])}>
        <PageHeading
          title={t('notices.title')}
          aside={<ButtonLink to="/notices/settings">{t('notices.settingsLink')}</ButtonLink>}
        />
        <p className={cx(layout['muted'])}>{t('notices.intro')}</p>
      </div>
      <Inbox inbox={inbox} />
    </div>
  );
}

function Inbox({ inbox }: { readonly inbox: ReturnType<typeof useInbox> }) {
  const { t } = useTranslation();
  if (inbox.isPending) return <Skeleton />;
  if (inbox.isError) return <Problem error={inbox.error} retry={() => void inbox.refetch()} />;
  const notices = inbox.data.pages.flatMap((page) => page.items);
  if (notices.length === 0) {
    return <EmptyState title={t('notices.empty.title')}>{t('notices.empty.text')}</EmptyState>;
  }
  return (
    <div className={cx(layout['stack'], layout['tight'])}>
      <MarkAll notices={notices} />
      <ul className={cx(styles['list'])}>
        {notices.map((notice) => (
          <NoticeItem key={notice.id} notice={notice} />
        ))}
      </ul>
      {inbox.hasNextPage && (
        <div>
          <Button isPending={inbox.isFetchingNextPage} onPress={() => void inbox.fetchNextPage()}>
            {t(inbox.isFetchingNextPage ? 'common.loadingMore' : 'common.loadMore')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Marks as read what is shown and what is older; what comes meanwhile stays new. Can be undone. */
function MarkAll({ notices }: { readonly notices: readonly Notice[] }) {
  const { t } = useTranslation();
  const markAll = useMarkAllRead();
  const undo = useUndoMarkAllRead();
  const [done, setDone] = useState<{ batchId: string; count: number } | null>(null);
  const upTo = notices[0]?.at ?? '';
  const mark = (): void => {
    const batchId = newId();
    markAll.mutate({ batchId, upTo }, { onSuccess: ({ marked }) => setDone({ batchId, count: marked }) });
  };
  const takeBack = (): void => {
    if (done === null) return;
    undo.mutate(done.batchId, {
      onSuccess: () => {
        setDone(null);
        announce(t('notices.undone'));
      },
    });
  };
  const error = markAll.error ?? undo.error;
  return (
    <>
      {error !== null && <Problem error={error} />}
      {/* The region stays, since screen readers only hear what changes within one. */}
      <div role="status">
        {done !== null && (
          <Banner
            tone="info"
            actions={
              <Button isPending={undo.isPending} onPress={takeBack}>
                {t('notices.undo')}
              </Button>
            }
          >
            {t('notices.marked', { count: done.count })}
          </Banner>
        )}
      </div>
      {notices.some(({ unread }) => unread) && (
        <div>
          <Button isPending={markAll.isPending} onPress={mark}>
            {t('notices.markAll')}
          </Button>
        </div>
      )}
    </>
  );
}
