import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { Button } from '../../../ui/Button.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { type HeldPost, useApproveAll } from '../moderation-api.ts';

interface ApproveAllProps {
  readonly activityId: string;
  readonly items: readonly HeldPost[];
  readonly onDone: () => void;
}

/** Staff approve all posts that they have before them. */
export function ApproveAll({ activityId, items, onDone }: ApproveAllProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const approve = useApproveAll(activityId);
  /** Those that were there when it was pressed, as they were then. */
  const [asked, setAsked] = useState<readonly HeldPost[] | null>(null);
  const confirm = (posts: readonly HeldPost[]): void =>
    approve.mutate(posts, {
      onSuccess: ({ approved, left }) => {
        const said = t('discussionModeration.approval.allApproved', { count: approved });
        const rest = t('discussionModeration.approval.allLeft', { left: format.number(left) });
        showToast({ text: left === 0 ? said : `${said} ${rest}` });
        onDone();
      },
      onSettled: () => setAsked(null),
    });
  return (
    <div className={cx(layout['row'])}>
      <Button onPress={() => setAsked(items)}>{t('discussionModeration.approval.all')}</Button>
      {asked !== null && (
        <ConfirmDialog
          title={t('discussionModeration.approval.allTitle', { count: asked.length })}
          confirm={t('discussionModeration.approval.all')}
          isPending={approve.isPending}
          onClose={() => setAsked(null)}
          onConfirm={() => confirm(asked)}
        >
          {t('discussionModeration.approval.allText')}
        </ConfirmDialog>
      )}
      {approve.error !== null && <Problem error={approve.error} />}
    </div>
  );
}
