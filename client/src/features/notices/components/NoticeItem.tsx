import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../app/context.ts';
import { useNow } from '../../../app/use-now.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { useFollowNews } from '../../discussion/following-api.ts';
import { type Notice, useMarkNotice } from '../api.ts';
import { headlineOf, placeOf, takesPlace } from '../headline.ts';
import { FollowNews } from './FollowNews.tsx';
import styles from './NoticeItem.module.css';

/** One notice: what, of which activity, until when; leads there and counts as read then. */
export function NoticeItem({ notice, tellsNews }: { readonly notice: Notice; readonly tellsNews: boolean }) {
  const { t } = useTranslation();
  const mark = useMarkNotice();
  const { id, title, unread, activityId } = notice;
  const news = useFollowNews(activityId, tellsNews);
  const [first, ...further] = news?.lines ?? [];
  const only = further.length === 0 && news?.more === 0 ? (first?.threadId ?? null) : null;
  const threadPath = (threadId: string | null): string =>
    threadId === null ? placeOf(notice) : `/discussions/${activityId}/threads/${threadId}`;
  const open = (): void => {
    if (unread) mark.mutate({ id, unread: false });
  };
  const headline = headlineOf(notice, t);
  const action = t(unread ? 'notices.markRead' : 'notices.markUnread');
  return (
    <li className={cx(styles['item'], unread && styles['unread'])}>
      <div className={cx(styles['text'])}>
        <p className={cx(styles['head'])}>
          {unread && <Badge tone="info">{t('notices.unread')}</Badge>}
          <Link to={threadPath(only)} className={cx(styles['headline'])} onClick={open}>
            {headline}
          </Link>
        </p>
        <p>
          <bdi>{title}</bdi>
        </p>
        {news && first && <FollowNews news={news} pathOf={threadPath} onOpen={open} />}
        {(notice.content.kind === 'postHidden' || notice.content.kind === 'postRefused') && (
          <p>
            {t('notices.reason')} <bdi>{notice.content.reason}</bdi>
          </p>
        )}
        {notice.content.kind === 'groupNudged' && (
          <p className={cx(layout['prose'])}>
            <bdi>{notice.content.text}</bdi>
          </p>
        )}
        <When notice={notice} />
        {mark.error !== null && <Problem error={mark.error} />}
      </div>
      <div className={cx(styles['side'])}>
        <State notice={notice} />
        {notice.state === 'open' && (
          <Button
            variant="quiet"
            isPending={mark.isPending}
            aria-label={t('notices.markFor', { action, headline, title })}
            onPress={() => mark.mutate({ id, unread: !unread })}
          >
            {action}
          </Button>
        )}
      </div>
    </li>
  );
}

const isPast = ({ until }: Notice, now: number): boolean => until !== null && Date.parse(until) <= now;

function State({ notice }: { readonly notice: Notice }) {
  const { t } = useTranslation();
  const now = useNow();
  if (notice.state === 'done') return <Badge tone="good">{t('notices.state.done')}</Badge>;
  if (notice.state !== 'open') return <Badge tone="neutral">{t(`notices.state.${notice.state}`)}</Badge>;
  return isPast(notice, now) ? <Badge tone="neutral">{t('notices.state.past')}</Badge> : null;
}

function When({ notice }: { readonly notice: Notice }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const { at, until, state } = notice;
  const came = format.relative(at, now);
  const date =
    until === null || state !== 'open'
      ? null
      : t(takesPlace(notice) ? 'notices.on' : 'notices.until', {
          when: t('moment.withRelative', {
            absolute: format.moment(until),
            relative: format.relative(until, now),
          }),
        });
  return (
    <p className={cx(layout['muted'], layout['small'])}>
      {date !== null && `${date} · `}
      <time dateTime={at} title={format.moment(at)}>
        {came}
      </time>
    </p>
  );
}
