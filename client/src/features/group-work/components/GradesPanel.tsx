import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { useGradeRun, useProjectGrades } from '../grading-api.ts';

/** For staff: shows grades to learners and sends them, or takes them back. */
export function GradesPanel({ activityId }: { readonly activityId: string }) {
  const { t } = useTranslation();
  const query = useProjectGrades(activityId);
  const release = useGradeRun(activityId, 'release');
  const withdraw = useGradeRun(activityId, 'withdrawal');
  const [asked, setAsked] = useState<'release' | 'withdraw' | null>(null);
  if (query.isPending) return <Skeleton />;
  if (query.isError) return <Problem error={query.error} retry={() => void query.refetch()} />;
  const { released, working, can } = query.data;
  const action = asked === 'withdraw' ? withdraw : release;
  const error = release.error ?? withdraw.error;
  const buttons = {
    release: t(released ? 'groupWork.grades.again' : 'groupWork.grades.release'),
    withdraw: t('groupWork.grades.withdraw'),
  };
  return (
    <section aria-labelledby="grades" className={cx(layout['stack'], layout['tight'])}>
      <h2 id="grades">{t('groupWork.grades.title')}</h2>
      <p>{t(released ? 'groupWork.grades.released' : 'groupWork.grades.notReleased')}</p>
      {working !== null && (
        <Progress label={t(`groupWork.grades.${working}`)} text={t(`groupWork.grades.${working}`)} />
      )}
      {error !== null && <Problem error={error} />}
      <div className={cx(layout['row'])}>
        {can.release && (
          <Button variant={released ? 'secondary' : 'primary'} onPress={() => setAsked('release')}>
            {buttons.release}
          </Button>
        )}
        {can.withdraw && <Button onPress={() => setAsked('withdraw')}>{buttons.withdraw}</Button>}
      </div>
      {asked !== null && (
        <ConfirmDialog
          title={buttons[asked]}
          confirm={buttons[asked]}
          isPending={action.isPending}
          onConfirm={() => {
            action.mutate();
            setAsked(null);
          }}
          onClose={() => setAsked(null)}
        >
          <p>{t(`groupWork.grades.ask.${asked}`)}</p>
        </ConfirmDialog>
      )}
    </section>
  );
}
