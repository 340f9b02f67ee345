import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { REASON_MAX } from '../../../../../server/src/contracts/limits.ts';
import { ApiError } from '../../../app/api-client.ts';
import { useFormat } from '../../../app/context.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { cx } from '../../../ui/cx.ts';
import { DateTimeField } from '../../../ui/DateTimeField.tsx';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { TextArea } from '../../../ui/TextField.tsx';
import { toLocalField } from '../../../ui/local-time.ts';
import { showToast } from '../../../ui/toasts.ts';
import {
  type StepName,
  type Timeline,
  type Until,
  usePreviewExtension,
  useSaveExtension,
} from '../timeline-api.ts';
import { DatesTable } from './DatesTable.tsx';

interface ExtensionDialogProps {
  readonly activityId: string;
  readonly timeline: Timeline;
  readonly onClose: () => void;
}

/** More time for one learner in one activity; shows what becomes of every date before it is saved. */
export default function ExtensionDialog({ activityId, timeline, onClose }: ExtensionDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { memberId, extension, steps } = timeline;
  const name = timeline.name ?? t('timeline.unnamed');
  const [typed, setTyped] = useState(() => localOf(extension.until));
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
      isPending={save.isPending || preview.isError || reason.length > REASON_MAX}
      onConfirm={submit}
      onClose={onClose}
    >
      <p>{t('timeline.extension.text')}</p>
      {save.error !== null && <Problem error={save.error} />}
      {preview.error !== null && refused === null && <Problem error={preview.error} />}
      {steps.map(({ step, normal, own }) => (
        <DateTimeField
          key={step}
          label={t('timeline.extension.until', { step: t(`timeline.step.${step}`) })}
          hint={
            own === normal
              ? t('timeline.extension.normally', { when: format.moment(normal) })
              : t('timeline.extension.present', { when: format.moment(normal), own: format.moment(own) })
          }
          isOptional
          value={typed[step] ?? ''}
          error={refused === step ? t('timeline.extension.tooEarly') : undefined}
          onChange={(value) => setTyped((before) => ({ ...before, [step]: value }))}
        />
      ))}
      <TextArea
        label={t('timeline.reason')}
        hint={t('timeline.reasonHint')}
        isOptional
        rows={2}
        value={reason}
        error={reason.length > REASON_MAX ? t('timeline.reasonWrong', { max: REASON_MAX }) : undefined}
        onChange={setReason}
      />
      {preview.data !== undefined && (
        <div className={cx(layout['stack'], layout['tight'])} aria-live="polite">
          <h3>{t('timeline.preview')}</h3>
          <DatesTable label={t('timeline.preview')} steps={preview.data.steps} />
        </div>
      )}
    </ConfirmDialog>
  );
}

/** The step whose date the server refused, or null. */
const stepRefused = (error: Error | null): string | null =>
  error instanceof ApiError && error.code === 'EXTENSION_TOO_EARLY' ? String(error.details['step']) : null;

const localOf = (until: Until): Partial<Record<StepName, string>> =>
  Object.fromEntries(Object.entries(until).map(([step, iso]) => [step, toLocalField(iso)]));

const untilOf = (typed: Partial<Record<StepName, string>>): Until =>
  Object.fromEntries(
    Object.entries(typed)
      .filter(([, local]) => local !== '')
      .map(([step, local]) => [step, new Date(local).toISOString()]),
  );
