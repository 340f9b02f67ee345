import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { useDeletePost } from '../api.ts';

interface DeleteDialogProps {
  readonly activityId: string;
  readonly threadId: string;
  readonly n: number;
  readonly onClose: () => void;
}

/** Asks before a post of one's own is deleted. */
export default function DeleteDialog({ activityId, threadId, n, onClose }: DeleteDialogProps) {
  const { t } = useTranslation();
  const remove = useDeletePost(activityId, threadId);
  const confirm = () =>
    remove.mutate(n, {
      onSuccess: () => {
        showToast({ text: t('discussion.delete.done') });
        onClose();
      },
    });
  return (
    <ConfirmDialog
      title={t('discussion.delete.title')}
      confirm={t('discussion.delete.confirm')}
      isPending={remove.isPending}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>{t('discussion.delete.text')}</p>
      {remove.error !== null && <Problem error={remove.error} />}
    </ConfirmDialog>
  );
}
