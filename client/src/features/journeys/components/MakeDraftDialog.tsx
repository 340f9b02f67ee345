import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { TITLE_MAX } from '../../../../../server/src/contracts/limits.ts';
import { newId } from '../../../app/new-id.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { cx } from '../../../ui/cx.ts';
import { DateField } from '../../../ui/DateTimeField.tsx';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { type Source, useMakeDraft, usePreviewDraft } from '../api.ts';
import { today } from '../days.ts';
import { StepDates } from './StepDates.tsx';

interface MakeDraftDialogProps {
  readonly source: Source;
  readonly title: string;
  readonly onClose: () => void;
}

/** A new activity from a template, or as a copy: its dates are shown before it is made. */
export default function MakeDraftDialog({ source, title: given, onClose }: MakeDraftDialogProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  // One id for all tries, so that a try whose answer was lost makes nothing twice.
  const [activityId] = useState(newId);
  const [title, setTitle] = useState(given);
  const [startsOn, setStartsOn] = useState(() => today(Date.now()));
  const preview = usePreviewDraft(source, startsOn);
  const make = useMakeDraft();
  const isWrong = title.trim() === '' || title.length > TITLE_MAX;
  const submit = () =>
    make.mutate(
      { activityId, source, title, startsOn },
      {
        onSuccess: () => {
          showToast({ text: t('templates.made', { title }) });
          onClose();
          void navigate(`/activities/${activityId}`);
        },
      },
    );
  return (
    <ConfirmDialog
      title={t(source.kind === 'template' ? 'templates.use' : 'templates.copy')}
      confirm={t('templates.make')}
      isPending={make.isPending || isWrong || !preview.isSuccess}
      onConfirm={submit}
      onClose={onClose}
    >
      <p>{t('templates.makeText')}</p>
      {make.error !== null && <Problem error={make.error} />}
      {preview.error !== null && <Problem error={preview.error} />}
      <TextField
        label={t('templates.title')}
        value={title}
        error={isWrong ? t('templates.nameWrong', { max: TITLE_MAX }) : undefined}
        onChange={setTitle}
      />
      <DateField label={t('templates.startsOn')} value={startsOn} onChange={setStartsOn} />
      {preview.data !== undefined && (
        <div className={cx(layout['stack'], layout['tight'])} aria-live="polite">
          <h3>{t('timeline.preview')}</h3>
          <StepDates dates={preview.data.dates} />
        </div>
      )}
    </ConfirmDialog>
  );
}
