import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MEETING_TEXT_MAX } from '../../../../../server/src/contracts/room-limits.ts';
import { useFormat } from '../../../app/context.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { TextArea } from '../../../ui/TextField.tsx';
import { showToast } from '../../../ui/toasts.ts';
import type { RoomPlace } from '../../group-work/room-api.ts';
import { type Meeting, useSaveNotes } from '../api.ts';

interface MeetingNotesProps {
  readonly place: RoomPlace;
  readonly meeting: Meeting;
  readonly mayWrite: boolean;
}

/** What was said: read, and written by one after the other; nobody writes over what they have not seen. */
export function MeetingNotes({ place, meeting, mayWrite }: MeetingNotesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { notes, title } = meeting;
  /** What is being written, and over which revision; null: nothing is. */
  const [draft, setDraft] = useState<{ readonly text: string; readonly over: number } | null>(null);
  const save = useSaveNotes(place);
  const by = notes.at !== null && (
    <p className={cx(layout['muted'], layout['small'])}>
      {t('meetings.notes.by', { name: notes.by ?? t('groupWork.somebody'), when: format.moment(notes.at) })}
    </p>
  );
  if (draft === null)
    return (
      <div className={cx(layout['stack'], layout['tight'])}>
        <h3>{t('meetings.notes.title')}</h3>
        <p className={cx(layout['prose'])}>{notes.text === '' ? t('meetings.notes.none') : notes.text}</p>
        {by}
        {mayWrite && (
          <div>
            <Button
              aria-label={t('meetings.of', { action: t('meetings.notes.write'), title })}
              onPress={() => setDraft({ text: notes.text, over: notes.revision })}
            >
              {t('meetings.notes.write')}
            </Button>
          </div>
        )}
      </div>
    );
  const isBehind = draft.over < notes.revision;
  const isTooLong = draft.text.length > MEETING_TEXT_MAX;
  const done = () => {
    setDraft(null);
    showToast({ text: t('meetings.notes.saved') });
  };
  const send = () =>
    save.mutate(
      { meetingId: meeting.meetingId, text: draft.text.trim(), expectedRevision: draft.over },
      { onSuccess: done },
    );
  return (
    <div className={cx(layout['stack'], layout['tight'])}>
      {isBehind && (
        <Banner tone="warn" title={t('meetings.notes.behind')}>
          <p className={cx(layout['prose'])}>{notes.text}</p>
          {by}
          <Button onPress={() => setDraft({ ...draft, over: notes.revision })}>
            {t('meetings.notes.over')}
          </Button>
        </Banner>
      )}
      <TextArea
        label={t('meetings.notes.title')}
        rows={6}
        value={draft.text}
        error={isTooLong ? t('meetings.tooLong', { max: format.number(MEETING_TEXT_MAX) }) : undefined}
        onChange={(text) => setDraft({ ...draft, text })}
      />
      {save.error !== null && !isBehind && <Problem error={save.error} />}
      <div className={cx(layout['row'])}>
        <Button variant="primary" isPending={save.isPending || isTooLong || isBehind} onPress={send}>
          {t('meetings.notes.save')}
        </Button>
        <Button onPress={() => setDraft(null)}>{t('common.cancel')}</Button>
      </div>
    </div>
  );
}
