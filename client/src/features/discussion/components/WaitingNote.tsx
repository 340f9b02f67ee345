import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { showToast } from '../../../ui/toasts.ts';
import type { Post } from '../api.ts';
import { useModerate } from '../moderation-api.ts';
import { RefuseDialog } from './RefuseDialog.tsx';

interface WaitingNoteProps {
  readonly activityId: string;
  readonly threadId: string;
  readonly title: string;
  readonly post: Post;
}

/** Says of a post that it waits until staff approve it; staff do that here. */
export default function WaitingNote({ activityId, threadId, title, post }: WaitingNoteProps) {
  const { t } = useTranslation();
  const moderate = useModerate(activityId);
  const [isRefusing, setIsRefusing] = useState(false);
  const { n, revision, author, can } = post;
  const approve = (): void =>
    moderate.mutate(
      { kind: 'approve', threadId, n, revision },
      { onSuccess: () => showToast({ text: t('discussionModeration.approval.approved') }) },
    );
  return (
    <Banner tone="info" title={t('discussionModeration.approval.waiting')}>
      <div className={cx(layout['stack'], layout['tight'])}>
        <p>{t(`discussionModeration.approval.${author.isOwn ? 'own' : 'staff'}`)}</p>
        {can.approve && (
          <div className={cx(layout['row'])}>
            <Button
              variant="primary"
              aria-label={t('discussionModeration.approval.approveOf', { n, title })}
              isPending={moderate.isPending}
              onPress={approve}
            >
              {t('discussionModeration.approval.approve')}
            </Button>
            <Button
              aria-label={t('discussionModeration.approval.refuseOf', { n, title })}
              onPress={() => setIsRefusing(true)}
            >
              {t('discussionModeration.approval.refuse')}
            </Button>
          </div>
        )}
        {moderate.error !== null && <Problem error={moderate.error} />}
      </div>
      {isRefusing && <RefuseDialog {...{ activityId, threadId, n }} onClose={() => setIsRefusing(false)} />}
    </Banner>
  );
}
