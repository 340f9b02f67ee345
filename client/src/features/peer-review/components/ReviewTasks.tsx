import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Badge, type Tone } from '../../../ui/Badge.tsx';
import { ButtonLink } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import { Progress } from '../../../ui/Progress.tsx';
import { useShortcut } from '../../../ui/shortcuts.ts';
import type { LearnerActivity, ReviewTask } from '../api.ts';
import styles from './ReviewTasks.module.css';

const TONES: Record<ReviewTask['state'], Tone> = { toDo: 'neutral', begun: 'info', submitted: 'good' };
const ACTIONS = { toDo: 'start', begun: 'continue', submitted: 'change' } as const;

/** The works a learner reviews, and how far that is. */
export function ReviewTasks({ activity }: { readonly activity: LearnerActivity }) {
  const { t } = useTranslation();
  const tasks = activity.reviewTasks;
  const done = tasks.filter(({ state }) => state === 'submitted').length;
  const next = firstOpen(tasks);
  const navigate = useNavigate();
  useShortcut(
    'n',
    t('ui.shortcuts.nextReview'),
    next === undefined ? null : () => void navigate(`/activities/${activity.id}/reviews/${next.reviewId}`),
  );
  const progress = t('peerReview.learner.reviews.progress', { done, of: tasks.length });
  return (
    <section className={cx(layout['stack'])} aria-labelledby="reviews">
      <h2 id="reviews">{t('peerReview.learner.reviews.title')}</h2>
      {tasks.length === 0 ? (
        <NoTasks isWaiting={activity.phase === 'submission'} />
      ) : (
        <>
          <div className={cx(styles['progress'])}>
            <Progress
              label={t('peerReview.learner.reviews.progressLabel')}
              text={progress}
              value={done}
              max={tasks.length}
            />
          </div>
          <ul className={cx(styles['list'])}>
            {tasks.map((task) => (
              <Task key={task.reviewId} task={task} activityId={activity.id} isNext={task === next} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

const firstOpen = (tasks: ReviewTask[]) => tasks.find(({ state }) => state !== 'submitted');

function NoTasks({ isWaiting }: { readonly isWaiting: boolean }) {
  const { t } = useTranslation();
  const why = isWaiting ? 'waiting' : 'none';
  return (
    <EmptyState title={t(`peerReview.learner.reviews.${why}.title`)}>
      {t(`peerReview.learner.reviews.${why}.text`)}
    </EmptyState>
  );
}

interface TaskProps {
  readonly task: ReviewTask;
  readonly activityId: string;
  readonly isNext: boolean;
}

function Task({ task, activityId, isNext }: TaskProps) {
  const { t } = useTranslation();
  const { reviewId, pseudonym, state } = task;
  const action = t(`peerReview.learner.reviews.${ACTIONS[state]}`);
  return (
    <li className={cx(styles['task'])}>
      <span className={cx(styles['name'])}>{t('peerReview.learner.reviews.work', { pseudonym })}</span>
      <Badge tone={TONES[state]}>{t(`peerReview.learner.reviews.${state}`)}</Badge>
      <ButtonLink
        to={`/activities/${activityId}/reviews/${reviewId}`}
        variant={isNext ? 'primary' : 'secondary'}
        aria-label={t('peerReview.learner.reviews.open', { action, pseudonym })}
      >
        {action}
      </ButtonLink>
    </li>
  );
}
