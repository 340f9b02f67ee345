import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  ACCOMMODATION_DAYS_MAX,
  ACCOMMODATION_PERCENT_MAX,
} from '../../../../../server/src/contracts/limits.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { NumberField } from '../../../ui/NumberField.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { type Timeline, usePreviewAccommodation, useSaveAccommodation } from '../timeline-api.ts';
import { DatesTable } from './DatesTable.tsx';
import { isReasonWrong, ReasonField } from './ReasonField.tsx';

interface AccommodationDialogProps {
  readonly timeline: Timeline;
  readonly onClose: () => void;
}

const whole = (value: number): number => (Number.isNaN(value) ? 0 : Math.round(value));

/** More time for one learner in every activity; shows what becomes of their dates before it is saved. */
export default function AccommodationDialog({ timeline, onClose }: AccommodationDialogProps) {
  const { t } = useTranslation();
  const { memberId, accommodation } = timeline;
  const name = timeline.name ?? t('timeline.unnamed');
  const [percent, setPercent] = useState(accommodation.percent);
  const [days, setDays] = useState(accommodation.days);
  const [reason, setReason] = useState(accommodation.reason);
  const wanted = { percent: whole(percent), days: whole(days) };
  const preview = usePreviewAccommodation(memberId, wanted);
  const save = useSaveAccommodation(memberId);

  function submit(): void {
    const before = { percent: accommodation.percent, days: accommodation.days, reason: accommodation.reason };
    save.mutate(
      { ...wanted, reason: reason.trim(), expectedRevision: accommodation.revision },
      {
        onSuccess: ({ revision }) => {
          onClose();
          const undo = () => save.mutate({ ...before, expectedRevision: revision });
          showToast({ text: t('timeline.accommodation.saved', { name }), undo });
        },
      },
    );
  }

  return (
    <ConfirmDialog
      title={t('timeline.accommodation.title', { name })}
      confirm={t(save.isPending ? 'timeline.saving' : 'timeline.save')}
      isPending={save.isPending || isReasonWrong(reason)}
      onConfirm={submit}
      onClose={onClose}
    >
      <p>{t('timeline.accommodation.text')}</p>
      {save.error !== null && <Problem error={save.error} />}
      <NumberField
        label={t('timeline.accommodation.percent')}
        hint={t('timeline.accommodation.percentHint')}
        minValue={0}
        maxValue={ACCOMMODATION_PERCENT_MAX}
        value={percent}
        onChange={setPercent}
      />
      <NumberField
        label={t('timeline.accommodation.days')}
        hint={t('timeline.accommodation.daysHint')}
        minValue={0}
        maxValue={ACCOMMODATION_DAYS_MAX}
        value={days}
        onChange={setDays}
      />
      <ReasonField value={reason} onChange={setReason} />
      <div className={cx(layout['stack'])} aria-live="polite">
        <h3>{t('timeline.preview')}</h3>
        {preview.isPending && <Skeleton />}
        {preview.error !== null && <Problem error={preview.error} />}
        {preview.data?.activities.map(({ activityId, title, steps }) => (
          <div key={activityId} className={cx(layout['stack'], layout['tight'])}>
            <h4>{title}</h4>
            <DatesTable label={title} steps={steps} />
          </div>
        ))}
      </div>
    </ConfirmDialog>
  );
}
