import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { useNow } from '../../../app/use-now.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { RoomPage, useRoomPlace } from '../../group-work/components/RoomPage.tsx';
import type { RoomPlace } from '../../group-work/room-api.ts';
import { type Meeting, type Meetings, useCancelMeeting, useMeetings } from '../api.ts';
import { AttendanceList } from '../components/AttendanceList.tsx';
import { MeetingDialog } from '../components/MeetingDialog.tsx';
import { MeetingNotes } from '../components/MeetingNotes.tsx';

/** When a group meets, what was said, and who was there. */
export default function MeetingsPage() {
  const { t } = useTranslation();
  const place = useRoomPlace();
  const query = useMeetings(place);
  return (
    <RoomPage place={place} title={t('meetings.title')} query={query}>
      {(view) => <List place={place} view={view} />}
    </RoomPage>
  );
}

function List({ place, view }: { readonly place: RoomPlace; readonly view: Meetings }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [open, setOpen] = useState<Meeting | 'new' | null>(null);
  const { room, items, hosts } = view;
  return (
    <>
      <div className={cx(layout['row'])}>
        {room.can.write && (
          <Button variant="primary" onPress={() => setOpen('new')}>
            {t('meetings.plan')}
          </Button>
        )}
        <p className={cx(layout['muted'])}>{t('meetings.zone', { zone: format.zone })}</p>
      </div>
      {items.length === 0 ? (
        <EmptyState title={t('meetings.empty.title')}>{t('meetings.empty.text')}</EmptyState>
      ) : (
        <ol className={cx(layout['stack'], layout['plainList'], layout['measure'])}>
          {items.map((meeting) => (
            <li key={meeting.meetingId} className={cx(layout['card'], layout['stack'])}>
              <MeetingEntry
                place={place}
                meeting={meeting}
                mayWrite={room.can.write}
                onChange={() => setOpen(meeting)}
              />
            </li>
          ))}
        </ol>
      )}
      {open !== null && (
        <MeetingDialog
          place={place}
          meeting={open === 'new' ? null : open}
          hosts={hosts}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}

interface MeetingEntryProps {
  readonly place: RoomPlace;
  readonly meeting: Meeting;
  readonly mayWrite: boolean;
  readonly onChange: () => void;
}

function MeetingEntry({ place, meeting, mayWrite, onChange }: MeetingEntryProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const cancel = useCancelMeeting(place);
  const { meetingId, title, startsAt, minutes, agenda, link, isCancelled, revision } = meeting;
  const of = (action: string): string => t('meetings.of', { action, title });
  const hasBegun = Date.parse(startsAt) < now;
  function setCancelled(cancelled: boolean): void {
    const undo = () => cancel.mutate({ meetingId, cancelled: !cancelled, expectedRevision: revision + 1 });
    cancel.mutate(
      { meetingId, cancelled, expectedRevision: revision },
      {
        onSuccess: () => showToast({ text: t(cancelled ? 'meetings.cancelled' : 'meetings.restored'), undo }),
      },
    );
  }
  return (
    <>
      <div className={cx(layout['stack'], layout['tight'])}>
        <h2>
          <bdi>{title}</bdi>
        </h2>
        <p className={cx(layout['row'], layout['snug'])}>
          {isCancelled && <Badge tone="warn">{t('meetings.isCancelled')}</Badge>}
          <span>
            {t('meetings.when', { when: format.moment(startsAt), minutes: format.number(minutes) })}
          </span>
          {!hasBegun && <span className={cx(layout['muted'])}>{format.relative(startsAt, now)}</span>}
        </p>
        {link !== '' && !isCancelled && (
          <p>
            <a href={link} target="_blank" rel="noopener noreferrer">
              {t('meetings.join', { host: new URL(link).hostname })}
            </a>
          </p>
        )}
        {agenda !== '' && (
          <>
            <h3>{t('meetings.agenda')}</h3>
            <p className={cx(layout['prose'])}>{agenda}</p>
          </>
        )}
      </div>
      {cancel.error !== null && <Problem error={cancel.error} />}
      {!isCancelled && <MeetingNotes place={place} meeting={meeting} mayWrite={mayWrite} />}
      {!isCancelled && <AttendanceList place={place} meeting={meeting} mayWrite={mayWrite} />}
      {mayWrite && (
        <div className={cx(layout['row'])}>
          {!isCancelled && (
            <Button aria-label={of(t('meetings.change'))} onPress={onChange}>
              {t('meetings.change')}
            </Button>
          )}
          <Button
            aria-label={of(t(isCancelled ? 'meetings.restore' : 'meetings.cancel'))}
            isPending={cancel.isPending}
            onPress={() => setCancelled(!isCancelled)}
          >
            {t(isCancelled ? 'meetings.restore' : 'meetings.cancel')}
          </Button>
        </div>
      )}
    </>
  );
}
