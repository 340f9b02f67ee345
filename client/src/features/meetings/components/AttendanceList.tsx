import { useTranslation } from 'react-i18next';
import { ATTENDANCES } from '../../../../../server/src/contracts/room-limits.ts';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import lines from '../../../ui/lines.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { RadioGroup } from '../../../ui/RadioGroup.tsx';
import type { RoomPlace } from '../../group-work/room-api.ts';
import { type Meeting, useNoteAttendance } from '../api.ts';

interface AttendanceListProps {
  readonly place: RoomPlace;
  readonly meeting: Meeting;
  readonly mayWrite: boolean;
}

/** Who was there. */
export function AttendanceList({ place, meeting, mayWrite }: AttendanceListProps) {
  const { t } = useTranslation();
  const note = useNoteAttendance(place);
  const { meetingId, attendance, title } = meeting;
  return (
    <div className={cx(layout['stack'], layout['tight'])}>
      <h3>{t('meetings.attendance.title')}</h3>
      {note.error !== null && <Problem error={note.error} />}
      <ul
        className={cx(lines['list'])}
        aria-label={t('meetings.of', { action: t('meetings.attendance.title'), title })}
      >
        {attendance.map(({ memberId, name, isOwn, was }) => {
          const who = isOwn ? t('groupWork.you') : (name ?? t('groupWork.somebody'));
          return (
            <li key={memberId} className={cx(lines['line'])}>
              <bdi>{who}</bdi>
              {mayWrite ? (
                <RadioGroup
                  label={t('meetings.attendance.of', { name: who, title })}
                  hidesLabel
                  look="segments"
                  value={was}
                  choices={ATTENDANCES.map((id) => ({ id, text: t(`meetings.attendance.${id}`) }))}
                  onChange={(changed) => note.mutate({ meetingId, memberId, was: changed })}
                />
              ) : (
                <span>{t(`meetings.attendance.${was ?? 'unknown'}`)}</span>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
