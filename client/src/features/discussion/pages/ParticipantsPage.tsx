import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams } from 'react-router';
import { useFormat } from '../../../app/context.ts';
import { useLoadAll } from '../../../app/use-load-all.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { ButtonLink } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { SectionFilterChoice } from '../../course/components/SectionFilterChoice.tsx';
import { useDiscussion } from '../api.ts';
import styles from '../components/Discussion.module.css';
import { type ParticipantLine, useParticipants } from '../grading-api.ts';
import { awaitsMark, nextToMark } from '../participants.ts';

/** For staff: all members of a discussion, with how much each has written and what they were given. */
export default function ParticipantsPage() {
  const { t } = useTranslation();
  const { activityId = '' } = useParams();
  const { search } = useLocation();
  const format = useFormat();
  const discussion = useDiscussion(activityId);
  const query = useParticipants(activityId);
  const loadAll = useLoadAll(query);
  // How far one is, is known of all or of none.
  useEffect(loadAll);
  if (query.isPending) return <PageSkeleton />;
  if (query.isError && query.data === undefined)
    return <ProblemPage error={query.error} retry={() => void query.refetch()} />;
  const items = query.data.pages.flatMap((page) => page.items);
  const [first] = query.data.pages;
  const writers = items.filter(({ posts }) => posts > 0);
  const done = writers.filter(({ mark }) => mark !== null).length;
  const next = nextToMark(items, null);
  const text = t('discussionGrades.participants.progress', {
    done: format.number(done),
    all: format.number(writers.length),
  });
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <PageHeading
        title={t('discussionGrades.participants.title')}
        trail={[{ title: discussion.data?.title ?? t('discussion.kind'), to: `/discussions/${activityId}` }]}
        aside={
          next !== null && (
            <ButtonLink variant="primary" to={`/discussions/${activityId}/participants/${next}${search}`}>
              {t('discussionGrades.participants.next')}
            </ButtonLink>
          )
        }
      />
      {first && <SectionFilterChoice filter={first.sections} />}
      {items.length === 0 ? (
        <EmptyState title={t('discussionGrades.participants.none.title')}>
          {t('discussionGrades.participants.none.text')}
        </EmptyState>
      ) : (
        <>
          <Progress label={text} text={text} value={done} max={Math.max(1, writers.length)} />
          <ul className={cx(styles['list'])}>
            {items.map((line) => (
              <Line key={line.memberId} activityId={activityId} line={line} />
            ))}
          </ul>
        </>
      )}
      {query.isError && <Problem error={query.error} retry={() => void query.refetch()} />}
    </div>
  );
}

function Line({ activityId, line }: { readonly activityId: string; readonly line: ParticipantLine }) {
  // Going on from there, one stays among one's own sections.
  const { search } = useLocation();
  const { t } = useTranslation();
  const format = useFormat();
  const { memberId, name, posts, mark, isTaken } = line;
  return (
    <li className={cx(styles['line'])}>
      <Link to={`/discussions/${activityId}/participants/${memberId}${search}`}>
        <bdi>{name ?? t('discussion.somebody')}</bdi>
      </Link>
      <span className={cx(layout['row'], layout['snug'], layout['small'])}>
        <span className={cx(layout['muted'])}>{t('discussion.threads.posts', { count: posts })}</span>
        {isTaken && <Badge tone="info">{t('discussionGrades.participants.taken')}</Badge>}
        {mark !== null && mark.maximum > 0 && (
          <Badge tone="good">
            {t('gradebook.points', {
              value: format.number(mark.points),
              maximum: format.number(mark.maximum),
            })}
          </Badge>
        )}
        {mark !== null && mark.maximum === 0 && (
          <Badge tone="good">{t('discussionGrades.participants.commented')}</Badge>
        )}
        {awaitsMark(line) && <Badge tone="neutral">{t('discussionGrades.participants.waits')}</Badge>}
      </span>
    </li>
  );
}
