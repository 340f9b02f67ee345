import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useFormat } from '../../../app/context.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { type Presentations, usePresentations, useTimer } from '../api.ts';
import { Countdown } from '../components/Countdown.tsx';
import styles from '../components/stage.module.css';

/** For staff, on a projector: who presents now, how long yet, and who is next. */
export default function StagePage() {
  const { t } = useTranslation();
  const { activityId = '' } = useParams();
  const query = usePresentations(activityId);
  if (query.isPending) return <PageSkeleton />;
  if (query.data === undefined) return <ProblemPage error={query.error} retry={() => void query.refetch()} />;
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <PageHeading
        title={t('presentations.stage.title')}
        trail={[
          { title: query.data.title, to: `/group-work/${activityId}` },
          { title: t('presentations.title'), to: `/group-work/${activityId}/presentations` },
        ]}
      />
      <Stage activityId={activityId} presentations={query.data} readAt={query.dataUpdatedAt} />
    </div>
  );
}

interface StageProps {
  readonly activityId: string;
  readonly presentations: Presentations;
  readonly readAt: number;
}

function Stage({ activityId, presentations, readAt }: StageProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const timer = useTimer(activityId);
  const { slots, timer: at, can } = presentations;
  const placed = slots.filter(({ group, slotId }) => group !== null || slotId === at?.slotId);
  const current =
    placed.find(({ slotId }) => slotId === at?.slotId) ?? placed.find(({ state }) => state !== 'over');
  const next = current && placed[placed.indexOf(current) + 1];
  if (current === undefined)
    return <EmptyState title={t('presentations.stage.none')}>{t('presentations.stage.noneText')}</EmptyState>;
  const isAt = at?.slotId === current.slotId;
  const isRunning = isAt && at.isRunning;
  const send = (command: 'start' | 'pause' | 'next' | 'end') =>
    timer.mutate({ command, slotId: current.slotId });
  const nameOf = ({ group }: Presentations['slots'][number]) => group?.name ?? t('groupWork.unnamed');
  return (
    <section className={cx(layout['stack'], styles['stage'])} aria-label={nameOf(current)}>
      <h2 className={cx(styles['name'])}>
        <bdi>{nameOf(current)}</bdi>
      </h2>
      <Countdown
        minutes={current.minutes}
        elapsedMs={isAt ? at.elapsedMs : 0}
        isRunning={isRunning}
        readAt={readAt}
      />
      {can.lead && (
        <div className={cx(layout['row'])}>
          <Button
            variant="primary"
            isPending={timer.isPending}
            onPress={() => send(isRunning ? 'pause' : 'start')}
          >
            {t(isRunning ? 'presentations.stage.pause' : 'presentations.stage.start')}
          </Button>
          <Button isPending={timer.isPending} onPress={() => send(next ? 'next' : 'end')}>
            {t(next ? 'presentations.stage.next' : 'presentations.stage.end')}
          </Button>
        </div>
      )}
      <p>
        <Link to={`/group-work/${activityId}/presentations/${current.slotId}`}>
          {t('presentations.audience.questions')}
        </Link>
      </p>
      {timer.error !== null && <Problem error={timer.error} />}
      <p className={cx(layout['muted'])}>
        {next
          ? t('presentations.stage.following', { name: nameOf(next), when: format.time(next.startsAt) })
          : t('presentations.stage.last')}
      </p>
    </section>
  );
}
