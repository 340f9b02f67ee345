import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { REASON_MAX } from '../../../../../server/src/contracts/limits.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { TextArea } from '../../../ui/TextField.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { useReportPost } from '../moderation-api.ts';

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
  const [reason, setReason] = useState('');
  const [isTried, setIsTried] = useState(false);
  const isWrong = reason.trim() === '' || reason.trim().length > REASON_MAX;
  function send(): void {
    setIsTried(true);
    if (isWrong) return;
    report.mutate(
      { n, reason: reason.trim() },
      {
        onSuccess: () => {
          showToast({ text: t('discussionModeration.report.sent') });
          onClose();
        },
      },
    );
  }
  return (
    <Dialog
      title={t('discussionModeration.report.title')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" isPending={report.isPending} onPress={send}>
            {t('discussionModeration.report.send')}
          </Button>
        </>
      }
    >
      <p className={cx(layout['prose'])}>{t('discussionModeration.report.promise')}</p>
      <TextArea
        label={t('discussionModeration.report.what')}
        rows={3}
        value={reason}
        error={isTried && isWrong ? t('discussionModeration.reasonWrong', { max: REASON_MAX }) : undefined}
        onChange={setReason}
      />
      {report.error !== null && <Problem error={report.error} />}
    </Dialog>
  );
}
