import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  MEETING_LINK_MAX,
  MEETING_MINUTES_MAX,
  MEETING_TEXT_MAX,
  MEETING_TITLE_MAX,
} from '../../../../../server/src/contracts/room-limits.ts';
import { useFormat } from '../../../app/context.ts';
import { newId } from '../../../app/new-id.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { DateTimeField } from '../../../ui/DateTimeField.tsx';
import { toIso, toLocalField } from '../../../ui/local-time.ts';
import { NumberField } from '../../../ui/NumberField.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { TextArea, TextField } from '../../../ui/TextField.tsx';
import { showToast } from '../../../ui/toasts.ts';
import type { RoomPlace } from '../../group-work/room-api.ts';
import { type Meeting, usePlanMeeting } from '../api.ts';

const HOUR = 60;

interface MeetingDialogProps {
  readonly place: RoomPlace;
  /** Null: a new one. */
  readonly meeting: Meeting | null;
  readonly hosts: readonly string[];
  readonly onClose: () => void;
}

/** When a group meets, where, and about what. */
export function MeetingDialog({ place, meeting, hosts, onClose }: MeetingDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [meetingId] = useState(() => meeting?.meetingId ?? newId());
  const [title, setTitle] = useState(meeting?.title ?? '');
  const [startsAt, setStartsAt] = useState(meeting ? toLocalField(meeting.startsAt) : '');
  const [minutes, setMinutes] = useState(meeting?.minutes ?? HOUR);
  const [agenda, setAgenda] = useState(meeting?.agenda ?? '');
  const [link, setLink] = useState(meeting?.link ?? '');
  const [showsFaults, setShowsFaults] = useState(false);
  const plan = usePlanMeeting(place);
  const isTitleWrong = title.trim() === '' || title.trim().length > MEETING_TITLE_MAX;
  const isAgendaWrong = agenda.length > MEETING_TEXT_MAX;
  const areMinutesWrong = Number.isNaN(minutes);
  const isLinkWrong = link.length > MEETING_LINK_MAX;
  const starts = toIso(startsAt);

  function submit(): void {
    setShowsFaults(true);
    if (isTitleWrong || isAgendaWrong || isLinkWrong || areMinutesWrong || starts === null) return;
    const planned = {
      title: title.trim(),
      startsAt: starts,
      minutes,
      agenda: agenda.trim(),
      link: link.trim(),
    };
    const done = () => {
      onClose();
      showToast({ text: t('meetings.saved', { title: planned.title }) });
    };
    plan.mutate({ meetingId, ...planned, expectedRevision: meeting?.revision ?? 0 }, { onSuccess: done });
  }
  return (
    <ConfirmDialog
      title={t(meeting === null ? 'meetings.plan' : 'meetings.dialog.change')}
      confirm={t('meetings.dialog.save')}
      isPending={plan.isPending}
      onConfirm={submit}
      onClose={onClose}
    >
      <TextField
        label={t('meetings.dialog.title')}
        value={title}
        error={
          showsFaults && isTitleWrong
            ? t('meetings.dialog.titleWrong', { max: MEETING_TITLE_MAX })
            : undefined
        }
        onChange={setTitle}
      />
      <DateTimeField
        label={t('meetings.dialog.startsAt')}
        value={startsAt}
        error={showsFaults && starts === null ? t('meetings.dialog.noStart') : undefined}
        onChange={setStartsAt}
      />
      <NumberField
        label={t('meetings.dialog.minutes')}
        value={minutes}
        minValue={1}
        maxValue={MEETING_MINUTES_MAX}
        onChange={setMinutes}
      />
      <TextArea
        label={t('meetings.agenda')}
        isOptional
        rows={3}
        value={agenda}
        error={isAgendaWrong ? t('meetings.tooLong', { max: format.number(MEETING_TEXT_MAX) }) : undefined}
        onChange={setAgenda}
      />
      <TextField
        label={t('meetings.dialog.link')}
        hint={t('meetings.dialog.linkHint', { hosts: format.list([...hosts]) })}
        isOptional
        value={link}
        error={isLinkWrong ? t('meetings.tooLong', { max: format.number(MEETING_LINK_MAX) }) : undefined}
        onChange={setLink}
      />
      {plan.error !== null && <Problem error={plan.error} />}
    </ConfirmDialog>
  );
}
