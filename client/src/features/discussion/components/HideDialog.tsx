import { useTranslation } from 'react-i18next';
import { useModerate } from '../moderation-api.ts';
import { ReasonDialog } from './ReasonDialog.tsx';

interface HideDialogProps {
  readonly activityId: string;
  readonly threadId: string;
  readonly n: number;
  readonly onClose: () => void;
}

/** Staff hide a post, and say why. */
export function HideDialog({ activityId, threadId, n, onClose }: HideDialogProps) {
  const { t } = useTranslation();
  const moderate = useModerate(activityId);
  return (
    <ReasonDialog
      title={t('discussionModeration.hide.title')}
      text={t('discussionModeration.hide.text')}
      label={t('discussionModeration.reason')}
      confirm={t('discussionModeration.hide.confirm')}
      done={t('discussionModeration.done.hide')}
      sending={moderate}
      onSend={(reason, options) => moderate.mutate({ kind: 'hide', threadId, n, reason }, options)}
      onClose={onClose}
    />
  );
}
