import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useFormat } from '../../../app/context.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import { LoadMore } from '../../../ui/LoadMore.tsx';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { RadioGroup } from '../../../ui/RadioGroup.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { type AttendanceRow, type AttendanceState, useAttendance, useRecordAttendance } from '../api.ts';
import { DeleteSession } from '../components/DeleteSession.tsx';
import { SessionDialog } from '../components/SessionDialog.tsx';

const STATES = ['present', 'late', 'excused', 'absent'] as const satisfies readonly AttendanceState[];

/** Who was at a session: staff record it name by name, or for all that are shown and not recorded yet. */
export default function SessionPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { sessionId = '' } = useParams();
  const query = useAttendance(sessionId);
  const record = useRecordAttendance(sessionId);
  const [asked, setAsked] = useState<'change' | 'delete' | null>(null);
  const [first] = query.data?.pages ?? [];
  if (query.isError && first === undefined)
    return <ProblemPage error={query.error} retry={() => void query.refetch()} />;
  if (query.data === undefined || first === undefined) return <PageSkeleton />;
  const { session } = first;
  const rows = query.data.pages.flatMap((page) => page.items);
  const open = rows.filter(({ state }) => state === null);
  const markOpen = (state: AttendanceState | null): void =>
    record.mutate(
      open.map(({ memberId }) => ({ memberId, state })),
      {
        onSuccess: ({ recorded }) => {
          if (state !== null)
            showToast({ text: t('attendance.recorded', { count: recorded }), undo: () => markOpen(null) });
        },
      },
    );
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <PageHeading
        title={session.title}
        trail={[{ title: t('attendance.title'), to: '/course-sessions' }]}
        aside={
          <>
            <Button onPress={() => setAsked('change')}>{t('attendance.change')}</Button>
            <Button onPress={() => setAsked('delete')}>{t('attendance.delete')}</Button>
          </>
        }
      />
      <p>
        {t('attendance.when', { from: format.moment(session.startsAt), to: format.moment(session.endsAt) })}
        {session.place !== '' && ` · ${session.place}`}
      </p>
      {asked === 'change' && <SessionDialog session={session} onClose={() => setAsked(null)} />}
      {asked === 'delete' && <DeleteSession session={session} onClose={() => setAsked(null)} />}
      {record.error !== null && <Problem error={record.error} />}
      {rows.length === 0 ? (
        <EmptyState title={t('attendance.nobody.title')}>{t('attendance.nobody.text')}</EmptyState>
      ) : (
        <>
          {open.length > 0 && (
            <div>
              <Button isPending={record.isPending} onPress={() => markOpen('present')}>
                {t('attendance.restPresent', { count: open.length })}
              </Button>
            </div>
          )}
          <ul className={cx(layout['stack'], layout['tight'], layout['plainList'])}>
            {rows.map((row) => (
              <Row
                key={row.memberId}
                row={row}
                onRecord={(state) => record.mutate([{ memberId: row.memberId, state }])}
              />
            ))}
          </ul>
        </>
      )}
      <LoadMore query={query} />
    </div>
  );
}

interface RowProps {
  readonly row: AttendanceRow;
  readonly onRecord: (state: AttendanceState) => void;
}

function Row({ row, onRecord }: RowProps) {
  const { t } = useTranslation();
  return (
    <li className={cx(layout['card'])}>
      <RadioGroup
        label={row.name ?? t('attendance.unnamed')}
        look="segments"
        choices={STATES.map((id) => ({ id, text: t(`attendance.state.${id}`) }))}
        value={row.state}
        onChange={onRecord}
      />
    </li>
  );
}
