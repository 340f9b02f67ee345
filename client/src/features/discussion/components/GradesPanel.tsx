import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button } from '../../../ui/Button.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { DisputesSummary } from '../../disputes/components/DisputesSummary.tsx';
import { useGrades, useReleaseGrades, useWithdrawGrades } from '../grading-api.ts';

/** For staff: through all members with all their posts, and the grades that come of it. */
export default function GradesPanel({ activityId }: { readonly activityId: string }) {
  const { t } = useTranslation();
  const query = useGrades(activityId);
  const release = useReleaseGrades(activityId);
  const withdraw = useWithdrawGrades(activityId);
  const [asked, setAsked] = useState<'release' | 'withdraw' | null>(null);
  if (query.isPending) return <Skeleton />;
  if (query.isError) return <Problem error={query.error} retry={() => void query.refetch()} />;
  const { by, released, working, can } = query.data;
  const action = asked === 'withdraw' ? withdraw : release;
  const buttons = {
    release: t(released ? 'discussionGrades.panel.again' : 'discussionGrades.panel.release'),
    withdraw: t('discussionGrades.panel.withdraw'),
  };
  const error = release.error ?? withdraw.error;
  return (
    <>
      <section aria-labelledby="grades" className={cx(layout['stack'], layout['tight'])}>
        <h2 id="grades">{t('discussionGrades.panel.title')}</h2>
        <p>
          {t(`discussionGrades.panel.by.${by}`)}
          {by !== 'staff' &&
            ` ${t(released ? 'discussionGrades.panel.released' : 'discussionGrades.panel.notReleased')}`}
        </p>
        {working !== null && (
          <Progress
            label={t(`discussionGrades.panel.${working}`)}
            text={t(`discussionGrades.panel.${working}`)}
          />
        )}
        {error !== null && <Problem error={error} />}
        <div className={cx(layout['row'])}>
          {can.mark && (
            <Link to={`/discussions/${activityId}/participants`}>
              {t('discussionGrades.participants.open')}
            </Link>
          )}
          <Link to={`/discussions/${activityId}/analytics`}>{t('talkFigures.open')}</Link>
          {can.release && (
            <Button
              variant={released ? 'secondary' : 'primary'}
              isPending={release.isPending}
              onPress={() => setAsked('release')}
            >
              {buttons.release}
            </Button>
          )}
          {can.withdraw && (
            <Button isPending={withdraw.isPending} onPress={() => setAsked('withdraw')}>
              {buttons.withdraw}
            </Button>
          )}
        </div>
        {asked !== null && (
          <ConfirmDialog
            title={t(`discussionGrades.panel.ask.${asked}.title`)}
            confirm={buttons[asked]}
            isPending={action.isPending}
            onConfirm={() => {
              action.mutate();
              setAsked(null);
            }}
            onClose={() => setAsked(null)}
          >
            <p>{t(`discussionGrades.panel.ask.${asked}.text`)}</p>
          </ConfirmDialog>
        )}
      </section>
      {released && <DisputesSummary activityId={activityId} />}
    </>
  );
}
