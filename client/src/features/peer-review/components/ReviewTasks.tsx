import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { loadFurtherTexts, withTexts } from '../../../i18n/index.ts';
import { Badge, type Tone } from '../../../ui/Badge.tsx';
import { ButtonLink } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import { makePart, Nothing } from '../../../ui/part.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import { useShortcut } from '../../../ui/shortcuts.ts';
import type { LearnerActivity, ReviewTask } from '../api.ts';
import type { NextWorkProps } from './NextWork.tsx';
import styles from './ReviewTasks.module.css';

/** Where works are taken one at a time. */
const NextWork = makePart<NextWorkProps>(
  withTexts(() => import('./NextWork.tsx'), loadFurtherTexts),
  Nothing,
);

/** Where a group writes them together. */
const TasksTogether = makePart(
  withTexts(() => import('./TasksTogether.tsx'), loadFurtherTexts),
  Nothing,
);

/** Where groups write them together, and one is in none. */
const NoReviewGroup = makePart(
  withTexts(() => import('./NoReviewGroup.tsx'), loadFurtherTexts),
  Nothing,
);

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
    next === undefined ? null : () => void navigate(pathOf(activity, next)),
  );
  const of = activity.reviewsAsked;
  const progress = t('peerReview.learner.reviews.progress', { done, of });
  return (
    <section className={cx(layout['stack'])} aria-labelledby="reviews">
      <h2 id="reviews">{t('peerReview.learner.reviews.title')}</h2>
      {of === 0 ? (
        !activity.rolling && <NoTasks activity={activity} />
      ) : (
        <>
          <div className={cx(styles['progress'])}>
            <Progress
              label={t('peerReview.learner.reviews.progressLabel')}
              text={progress}
              value={done}
              max={of}
            />
          </div>
          {activity.reviewsWith === 'group' && <TasksTogether />}
          <ul className={cx(styles['list'])}>
            {tasks.map((task) => (
              <Task key={task.reviewId} task={task} to={pathOf(activity, task)} isNext={task === next} />
            ))}
          </ul>
        </>
      )}
      {activity.rolling && <NextWork activity={activity} />}
    </section>
  );
}

/** Two works are compared elsewhere. */
const pathOf = ({ id, comparing }: LearnerActivity, { reviewId }: ReviewTask) =>
  `/activities/${id}/${comparing ? 'comparisons' : 'reviews'}/${reviewId}`;

const firstOpen = (tasks: ReviewTask[]) => tasks.find(({ state }) => state !== 'submitted');

function NoTasks({ activity }: { readonly activity: LearnerActivity }) {
  const { t } = useTranslation();
  if (activity.reviewsWith === 'noGroup') return <NoReviewGroup />;
  const why = activity.phase === 'submission' ? 'waiting' : 'none';
  return (
    <EmptyState title={t(`peerReview.learner.reviews.${why}.title`)}>
      {t(`peerReview.learner.reviews.${why}.text`)}
    </EmptyState>
  );
}

interface TaskProps {
  readonly task: ReviewTask;
  readonly to: string;
  readonly isNext: boolean;
}

function Task({ task, to, isNext }: TaskProps) {
  const { t } = useTranslation();
  const { author, state } = task;
  const letters = task.pseudonym.split('+');
  const works = letters.map((pseudonym) => t('peerReview.learner.reviews.work', { pseudonym }));
  const work = author ?? works.join(' – ');
  const action = t(`peerReview.learner.reviews.${ACTIONS[state]}`);
  return (
    <li className={cx(styles['task'])}>
      <span className={cx(styles['name'])}>{work}</span>
      <Badge tone={TONES[state]}>{t(`peerReview.learner.reviews.${state}`)}</Badge>
      <ButtonLink
        to={to}
        variant={isNext ? 'primary' : 'secondary'}
        aria-label={t('peerReview.learner.reviews.open', { action, work })}
      >
        {action}
      </ButtonLink>
    </li>
  );
}
