import { useTranslation } from 'react-i18next';
import { useModerate } from '../moderation-api.ts';
import { ReasonDialog } from './ReasonDialog.tsx';

interface RefuseDialogProps {
  readonly activityId: string;
  readonly threadId: string;
  readonly n: number;
  readonly onDone?: () => void;
  readonly onClose: () => void;
}

/** Staff refuse a post that waits for approval, and say why. */
export function RefuseDialog({ activityId, threadId, n, onDone, onClose }: RefuseDialogProps) {
  const { t } = useTranslation();
  const moderate = useModerate(activityId);
  return (
    <ReasonDialog
      title={t('discussionModeration.approval.title')}
      text={t('discussionModeration.approval.text')}
      label={t('discussionModeration.reason')}
      confirm={t('discussionModeration.approval.confirm')}
      done={t('discussionModeration.approval.refused')}
      sending={moderate}
      onSend={(reason, { onSuccess }) =>
        moderate.mutate(
          { kind: 'refuse', threadId, n, reason },
          {
            onSuccess: () => {
              onSuccess();
              onDone?.();
            },
          },
        )
      }
      onClose={onClose}
    />
  );
}
