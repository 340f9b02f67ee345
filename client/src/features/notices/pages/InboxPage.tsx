import { useTranslation } from 'react-i18next';
import { newId } from '../../../app/new-id.ts';
import { announce } from '../../../ui/announce.ts';
import { Button, ButtonLink } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import { LoadMore } from '../../../ui/LoadMore.tsx';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { type Notice, useInbox, useMarkAllRead, useUndoMarkAllRead } from '../api.ts';
import { NoticeList } from '../components/NoticeList.tsx';

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
      <NoticeList notices={notices} />
      <LoadMore query={inbox} />
    </div>
  );
}

/** Marks as read what is shown and what is older; what comes meanwhile stays new. Can be undone. */
function MarkAll({ notices }: { readonly notices: readonly Notice[] }) {
  const { t } = useTranslation();
  const markAll = useMarkAllRead();
  const undo = useUndoMarkAllRead();
  const upTo = notices[0]?.at ?? '';
  const takeBack = (batchId: string): void =>
    undo.mutate(batchId, { onSuccess: () => announce(t('notices.undone')) });
  const mark = (): void => {
    const batchId = newId();
    markAll.mutate(
      { batchId, upTo },
      {
        onSuccess: ({ marked }) =>
          showToast({ text: t('notices.marked', { count: marked }), undo: () => takeBack(batchId) }),
      },
    );
  };
  const error = markAll.error ?? undo.error;
  return (
    <>
      {error !== null && <Problem error={error} />}
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
