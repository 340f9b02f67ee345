import { useTranslation } from 'react-i18next';
import { useReportPost } from '../moderation-api.ts';
import { ReasonDialog } from './ReasonDialog.tsx';

interface ReportDialogProps {
  readonly activityId: string;
  readonly threadId: string;
  readonly n: number;
  readonly onClose: () => void;
}

/** A learner tells staff what is wrong with a post. */
export function ReportDialog({ activityId, threadId, n, onClose }: ReportDialogProps) {
  const { t } = useTranslation();
  const report = useReportPost(activityId, threadId);
  return (
    <ReasonDialog
      title={t('discussionModeration.report.title')}
      text={t('discussionModeration.report.promise')}
      label={t('discussionModeration.report.what')}
      confirm={t('discussionModeration.report.send')}
      done={t('discussionModeration.report.sent')}
      sending={report}
      onSend={(reason, options) => report.mutate({ n, reason }, options)}
      onClose={onClose}
    />
  );
}
