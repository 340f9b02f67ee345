import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { newId } from '../../../app/new-id.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { LoadMore } from '../../../ui/LoadMore.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { type ReminderTask, useRemind, useReminderPreview } from '../api.ts';
import styles from './RemindDialog.module.css';

interface RemindDialogProps {
  readonly activityId: string;
  readonly task: ReminderTask;
  readonly memberIds?: readonly string[] | undefined;
  readonly onDone: (reminded: number) => void;
  readonly onClose: () => void;
}

/** Shows who would be reminded of what before it happens. */
export default function RemindDialog({ activityId, task, memberIds, onDone, onClose }: RemindDialogProps) {
  const { t } = useTranslation();
  const preview = useReminderPreview(activityId, task, memberIds);
  const remind = useRemind(activityId);
  // Pressed again after a broken connection it is still the same reminder.
  const [reminderId] = useState(newId);
  const first = preview.data?.pages[0];
  const count = first === undefined ? 0 : first.lacking - first.remindedLately;
  return (
    <ConfirmDialog
      title={t(`notices.remind.title.${task}`)}
      confirm={confirmText()}
      isPending={remind.isPending || count === 0}
      onConfirm={() => remind.mutate({ reminderId, task, memberIds }, { onSuccess: onDone })}
      onClose={onClose}
    >
      {preview.error !== null && <Problem error={preview.error} retry={() => void preview.refetch()} />}
      {remind.error !== null && <Problem error={remind.error} />}
      {preview.isPending && <Skeleton />}
      {first !== undefined && <Preview preview={preview} />}
    </ConfirmDialog>
  );

  function confirmText(): string {
    if (remind.isPending) return t('notices.remind.sending');
    return count === 0 ? t('notices.remind.confirmNone') : t('notices.remind.confirm', { count });
  }
}

function Preview({ preview }: { readonly preview: ReturnType<typeof useReminderPreview> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const pages = preview.data?.pages ?? [];
  const [first] = pages;
  if (first === undefined) return null;
  const { lacking, remindedLately, byMail, until } = first;
  if (lacking === 0) return <p>{t('notices.remind.nobody')}</p>;
  const members = pages.flatMap((page) => page.members);
  return (
    <>
      <div className={cx(layout['prose'])}>
        <p>{t('notices.remind.explain', { when: format.moment(until) })}</p>
        <p>{t(byMail ? 'notices.remind.byMail' : 'notices.remind.inboxOnly')}</p>
        {remindedLately > 0 && (
          <p>
            {lacking === remindedLately
              ? t('notices.remind.everybodyLately')
              : t('notices.remind.lately', { count: remindedLately })}
          </p>
        )}
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by the keyboard */}
      <div role="group" aria-label={t('notices.remind.list')} tabIndex={0} className={cx(styles['list'])}>
        <ul className={cx(styles['names'])}>
          {members.map(({ id, name, remindedLately: lately }) => (
            <li key={id} className={cx(lately && layout['muted'])}>
              <bdi>{name ?? t('peerReview.staff.table.unnamed')}</bdi>
              {lately && ` – ${t('notices.remind.wasReminded')}`}
            </li>
          ))}
        </ul>
        <LoadMore query={preview} />
      </div>
    </>
  );
}
