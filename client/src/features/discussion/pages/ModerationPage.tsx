import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useFormat } from '../../../app/context.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import { LoadMore } from '../../../ui/LoadMore.tsx';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { showToast } from '../../../ui/toasts.ts';
import lines from '../../../ui/lines.module.css';
import { useDiscussion } from '../api.ts';
import styles from '../components/Discussion.module.css';
import { HeldPosts } from '../components/HeldPosts.tsx';
import { PostReports } from '../components/PostReports.tsx';
import {
  type ModerationAct,
  useLiveModeration,
  useModerationActs,
  useUndoModeration,
} from '../moderation-api.ts';

/** For staff: what was done to threads and posts of a discussion, by whom and why; each act can be undone. */
export default function ModerationPage() {
  const { t } = useTranslation();
  const { activityId = '' } = useParams();
  const discussion = useDiscussion(activityId);
  const acts = useModerationActs(activityId);
  const undo = useUndoModeration(activityId);
  useLiveModeration(activityId);
  if (acts.isPending) return <PageSkeleton />;
  if (acts.isError && acts.data === undefined)
    return <ProblemPage error={acts.error} retry={() => void acts.refetch()} />;
  const items = acts.data.pages.flatMap((page) => page.items);
  const takeBack = (id: string) =>
    undo.mutate(id, { onSuccess: () => showToast({ text: t('discussionModeration.done.undo') }) });
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <PageHeading
        title={t('discussionModeration.page.title')}
        trail={[{ title: discussion.data?.title ?? t('discussion.kind'), to: `/discussions/${activityId}` }]}
      />
      <HeldPosts activityId={activityId} />
      <PostReports activityId={activityId} />
      <p className={cx(layout['muted'])}>{t('discussionModeration.page.intro')}</p>
      {undo.error !== null && <Problem error={undo.error} />}
      {items.length === 0 ? (
        <EmptyState title={t('discussionModeration.page.none.title')}>
          {t('discussionModeration.page.none.text')}
        </EmptyState>
      ) : (
        <ul className={cx(lines['list'])}>
          {items.map((act) => (
            <Line key={act.id} activityId={activityId} act={act} onUndo={() => takeBack(act.id)} />
          ))}
        </ul>
      )}
      <LoadMore query={acts} />
    </div>
  );
}

interface LineProps {
  readonly activityId: string;
  readonly act: ModerationAct;
  readonly onUndo: () => void;
}

function Line({ activityId, act, onUndo }: LineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { kind, threadId, n, member, move, reason, until, byName, at, undone } = act;
  const somebody = t('discussion.somebody');
  const untitled = act.title === '' ? t('discussionModeration.page.untitled') : act.title;
  const title = member === null ? untitled : (member.name ?? somebody);
  const what = t(`discussionModeration.page.acts.${kind}`, { n: n ?? 1 });
  return (
    <li className={cx(lines['line'])}>
      <div className={cx(lines['about'])}>
        <h2 className={cx(styles['title'])}>
          {what}
          {' · '}
          {threadId === null ? (
            <bdi>{title}</bdi>
          ) : (
            <Link to={`/discussions/${activityId}/threads/${threadId}${n === null ? '' : `?post=${n}`}`}>
              <bdi>{title}</bdi>
            </Link>
          )}
        </h2>
        {move !== null && (
          <p>
            {t('discussionModeration.page.to')}{' '}
            <Link to={`/discussions/${activityId}/threads/${move.to}`}>
              <bdi>{move.title === '' ? t('discussionModeration.page.untitled') : move.title}</bdi>
            </Link>
          </p>
        )}
        {reason !== '' && <p className={cx(layout['prose'])}>{reason}</p>}
        {until !== null && <p>{t('discussionModeration.page.until', { when: format.moment(until) })}</p>}
        <p className={cx(layout['muted'], layout['small'])}>
          {t('discussionModeration.page.by', { name: byName ?? somebody, when: format.moment(at) })}
        </p>
      </div>
      {typeof move?.left === 'number' ? (
        <Badge tone="info">{t('discussionModeration.page.left', { count: move.left })}</Badge>
      ) : undone === null ? (
        <Button aria-label={t('discussionModeration.page.undoOf', { act: what, title })} onPress={onUndo}>
          {t('discussionModeration.page.undo')}
        </Button>
      ) : (
        <Badge tone="neutral">
          {t('discussionModeration.page.undone', {
            name: undone.byName ?? somebody,
            when: format.moment(undone.at),
          })}
        </Badge>
      )}
    </li>
  );
}
