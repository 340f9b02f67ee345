import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '../../../app/new-id.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { DateTimeField } from '../../../ui/DateTimeField.tsx';
import { toIso, toLocalField } from '../../../ui/local-time.ts';
import { Problem } from '../../../ui/Problem.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { type CourseSession, useSaveSession } from '../api.ts';

interface SessionDialogProps {
  /** Null: a new one. */
  readonly session: Omit<CourseSession, 'attended'> | null;
  readonly onClose: () => void;
}

/** Adds a session, or changes one. */
export function SessionDialog({ session, onClose }: SessionDialogProps) {
  const { t } = useTranslation();
  const save = useSaveSession();
  // One id for all tries, so that a try whose answer was lost adds nothing twice.
  const [id] = useState(() => session?.id ?? newId());
  const [title, setTitle] = useState(session?.title ?? '');
  const [place, setPlace] = useState(session?.place ?? '');
  const [starts, setStarts] = useState(session ? toLocalField(session.startsAt) : '');
  const [ends, setEnds] = useState(session ? toLocalField(session.endsAt) : '');
  const [startsAt, endsAt] = [toIso(starts), toIso(ends)];
  const isReversed = startsAt !== null && endsAt !== null && Date.parse(endsAt) <= Date.parse(startsAt);
  const isMissing = title.trim() === '' || startsAt === null || endsAt === null;
  const submit = (): void => {
    if (isReversed || startsAt === null || endsAt === null) return;
    const fields = { title: title.trim(), place: place.trim(), startsAt, endsAt };
    save.mutate(
      { sessionId: id, body: { ...fields, expectedRevision: session?.revision ?? 0 } },
      {
        onSuccess: () => {
          onClose();
          showToast({ text: t('attendance.saved') });
        },
      },
    );
  };
  return (
    <ConfirmDialog
      title={t(session ? 'attendance.change' : 'attendance.add')}
      confirm={t('attendance.save')}
      isPending={save.isPending || isMissing || isReversed}
      onConfirm={submit}
      onClose={onClose}
    >
      {save.error !== null && <Problem error={save.error} />}
      <TextField label={t('attendance.name')} value={title} onChange={setTitle} />
      <DateTimeField label={t('attendance.starts')} value={starts} onChange={setStarts} />
      <DateTimeField
        label={t('attendance.ends')}
        value={ends}
        error={isReversed ? t('attendance.reversed') : undefined}
        onChange={setEnds}
      />
      <TextField label={t('attendance.place')} value={place} onChange={setPlace} />
    </ConfirmDialog>
  );
}
