import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { type Timeline, usePreviewExtension, useSaveExtension } from '../timeline-api.ts';
import { DatesTable } from './DatesTable.tsx';
import { isReasonWrong, ReasonField } from './ReasonField.tsx';
import { stepRefused, typedOf, UntilFields, untilOf } from './UntilFields.tsx';

interface ExtensionDialogProps {
  readonly activityId: string;
  readonly timeline: Timeline;
  readonly onClose: () => void;
}

/** More time for one learner in one activity; shows what becomes of every date before it is saved. */
export default function ExtensionDialog({ activityId, timeline, onClose }: ExtensionDialogProps) {
  const { t } = useTranslation();
  const { memberId, extension, steps } = timeline;
  const name = timeline.name ?? t('timeline.unnamed');
  const [typed, setTyped] = useState(() => typedOf(extension.until));
  const [reason, setReason] = useState(extension.reason);
  const until = untilOf(typed);
  const preview = usePreviewExtension(activityId, memberId, until);
  const save = useSaveExtension(activityId, memberId);
  const refused = stepRefused(preview.error);

  function submit(): void {
    const before = { until: extension.until, reason: extension.reason };
    save.mutate(
      { until, reason: reason.trim(), expectedRevision: extension.revision },
      {
        onSuccess: (saved) => {
          onClose();
          const undo = () => save.mutate({ ...before, expectedRevision: saved.extension.revision });
          showToast({ text: t('timeline.extension.saved', { name }), undo });
        },
      },
    );
  }

  return (
    <ConfirmDialog
      title={t('timeline.extension.title', { name })}
      confirm={t(save.isPending ? 'timeline.saving' : 'timeline.save')}
      isPending={save.isPending || preview.isError || isReasonWrong(reason)}
      onConfirm={submit}
      onClose={onClose}
    >
      <p>{t('timeline.extension.text')}</p>
      {save.error !== null && <Problem error={save.error} />}
      {preview.error !== null && refused === null && <Problem error={preview.error} />}
      <UntilFields of="learner" steps={steps} typed={typed} refused={refused} onType={setTyped} />
      <ReasonField value={reason} onChange={setReason} />
      {preview.data !== undefined && (
        <div className={cx(layout['stack'], layout['tight'])} aria-live="polite">
          <h3>{t('timeline.preview')}</h3>
          <DatesTable label={t('timeline.preview')} steps={preview.data.steps} />
        </div>
      )}
    </ConfirmDialog>
  );
}
