import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useFormat } from '../../../app/context.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Banner } from '../../../ui/Banner.tsx';
import { ButtonLink } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { type OwnCalibration, useOwnCalibration } from '../calibration-api.ts';
import { CalibrationStanding } from '../components/CalibrationStanding.tsx';
import styles from '../components/ReviewTasks.module.css';
import { useWhen } from '../components/Step.tsx';

/** The examples that a learner reviews, with how far each agreed with the teaching staff. */
export default function CalibrationPage() {
  const { t } = useTranslation();
  const { activityId = '' } = useParams();
  const query = useOwnCalibration(activityId);
  if (query.isPending) return <PageSkeleton />;
  if (query.isError && query.data === undefined) {
    return <ProblemPage error={query.error} retry={() => void query.refetch()} />;
  }
  const calibration = query.data;
  return (
    <div className={cx(layout['stack'], layout['page'], layout['measure'])}>
      <PageHeading
        title={t('calibration.title')}
        trail={[{ title: calibration.activityTitle, to: `/activities/${activityId}` }]}
      />
      <p className={cx(layout['prose'])}>{t('calibration.intro')}</p>
      <Banner tone={calibration.standing === 'open' ? 'warn' : 'info'}>
        <CalibrationStanding calibration={calibration} />
      </Banner>
      {calibration.examples.length === 0 ? (
        <EmptyState title={t('calibration.none.title')}>{t('calibration.none.text')}</EmptyState>
      ) : (
        <Examples activityId={activityId} calibration={calibration} />
      )}
    </div>
  );
}

function Examples({ activityId, calibration }: { activityId: string; calibration: OwnCalibration }) {
  const { t } = useTranslation();
  const when = useWhen(calibration.reviewsCloseAt);
  return (
    <>
      <p className={cx(layout['muted'], layout['small'])}>
        {calibration.can.review ? t('calibration.until', { when }) : t('calibration.closed')}
      </p>
      <ul className={cx(styles['list'])}>
        {calibration.examples.map((example) => (
          <Task
            key={example.exampleId}
            activityId={activityId}
            example={example}
            attempts={calibration.attempts}
          />
        ))}
      </ul>
    </>
  );
}

const ACTIONS = { toDo: 'start', begun: 'continue', submitted: 'change' } as const;

interface TaskProps {
  readonly activityId: string;
  readonly example: OwnCalibration['examples'][number];
  readonly attempts: number | null;
}

function Task({ activityId, example, attempts }: TaskProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { exampleId, number, state, agreement, isEnough } = example;
  const title = t('calibration.example', { n: format.number(number) });
  const action = t(`peerReview.learner.reviews.${ACTIONS[state]}`);
  const done = format.number(example.attempts);
  return (
    <li className={cx(styles['task'])}>
      <span className={cx(styles['name'])}>{title}</span>
      {agreement === null ? (
        <Badge tone={state === 'begun' ? 'info' : 'neutral'}>
          {t(`peerReview.learner.reviews.${state}`)}
        </Badge>
      ) : (
        <Badge tone={isEnough ? 'good' : 'warn'}>
          {t('calibration.agreement', { percent: format.percent(agreement) })}
        </Badge>
      )}
      {example.attempts > 0 && (
        <span className={cx(layout['muted'], layout['small'])}>
          {attempts === null
            ? t('calibration.attempts', { done })
            : t('calibration.attemptsOf', { done, of: format.number(attempts) })}
        </span>
      )}
      <ButtonLink
        to={`/activities/${activityId}/calibration/${exampleId}`}
        variant={state === 'submitted' ? 'secondary' : 'primary'}
        aria-label={t('calibration.open', { action, title })}
      >
        {action}
      </ButtonLink>
    </li>
  );
}
