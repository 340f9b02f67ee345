import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { type CourseSession, useDeleteSession, useSessionDeletion } from '../api.ts';

interface DeleteSessionProps {
  readonly session: Omit<CourseSession, 'attended'>;
  readonly onClose: () => void;
}

/** Takes a session off, after staff have read what that does. */
export function DeleteSession({ session, onClose }: DeleteSessionProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const deletion = useSessionDeletion(session.id);
  const remove = useDeleteSession(session.id);
  const submit = (): void =>
    remove.mutate(session.revision, {
      onSuccess: () => {
        showToast({ text: t('attendance.deleted') });
        void navigate('/course-sessions', { replace: true });
      },
    });
  const error = remove.error ?? deletion.error;
  return (
    <ConfirmDialog
      title={t('attendance.deleteTitle', { title: session.title })}
      confirm={t('attendance.delete')}
      isPending={remove.isPending || deletion.data === undefined}
      onConfirm={submit}
      onClose={onClose}
    >
      {error !== null && <Problem error={error} />}
      {deletion.isPending && <Progress label={t('attendance.looking')} text={t('attendance.looking')} />}
      {deletion.data && (
        <div className={cx(layout['stack'], layout['tight'])}>
          <p>{t('attendance.keeps', { count: deletion.data.recorded })}</p>
          {deletion.data.activities.length === 0 ? (
            <p>{t('attendance.asksNone')}</p>
          ) : (
            <>
              <p>{t('attendance.asks', { count: deletion.data.activities.length })}</p>
              <ul className={cx(layout['plainList'])}>
                {deletion.data.activities.map(({ id, title }) => (
                  <li key={id}>
                    <bdi>{title}</bdi>
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      )}
    </ConfirmDialog>
  );
}
