import { useTranslation } from 'react-i18next';
import { useNow } from '../../../app/use-now.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { type OwnTalks, useOwnTalks } from '../review-talk-api.ts';
import { useWhen } from './Step.tsx';

/** Until when one says how helpful the reviews of the own work are, and whether one has. */
export function BackEvaluationNote({
  activityId,
  isReleased,
}: {
  readonly activityId: string;
  readonly isReleased: boolean;
}) {
  // What was read before the release knows of no reviews.
  const query = useOwnTalks(activityId, isReleased);
  if (query.isPending) return <Skeleton isShort />;
  if (query.isError) return <Problem error={query.error} retry={() => void query.refetch()} />;
  const { ratingClosesAt } = query.data;
  if (ratingClosesAt === null) return null;
  return <Note talks={query.data} closesAt={ratingClosesAt} isReleased={isReleased} />;
}

interface NoteProps {
  readonly talks: OwnTalks;
  readonly closesAt: string;
  readonly isReleased: boolean;
}

function Note({ talks: { talks }, closesAt, isReleased }: NoteProps) {
  const { t } = useTranslation();
  const now = useNow();
  const when = useWhen(closesAt);
  const isOver = Date.parse(closesAt) < now;
  if (!isReleased) {
    const text = isOver ? t('reviewTalk.step.over', { when }) : t('reviewTalk.step.later', { when });
    return <p className={cx(layout['muted'])}>{text}</p>;
  }
  if (talks.length === 0) return null;
  const isDone = talks.every(({ helpfulness }) => helpfulness !== null);
  function text(): string {
    if (isDone) return isOver ? t('reviewTalk.step.done') : t('reviewTalk.step.doneUntil', { when });
    return isOver ? t('reviewTalk.step.over', { when }) : t('reviewTalk.step.until', { when });
  }
  return (
    <Banner tone={isDone ? 'good' : 'info'} title={t('reviewTalk.step.title')}>
      <p>{text()}</p>
    </Banner>
  );
}
