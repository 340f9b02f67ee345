import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../app/context.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { LoadMore } from '../../../ui/LoadMore.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { showToast } from '../../../ui/toasts.ts';
import lines from '../../../ui/lines.module.css';
import { type PostReport, useDismissReport, usePostReports } from '../moderation-api.ts';
import styles from './Discussion.module.css';

/** For staff: what learners have reported, and what they can make of it; a post is hidden where it is read. */
export function PostReports({ activityId }: { readonly activityId: string }) {
  const { t } = useTranslation();
  const query = usePostReports(activityId);
  const dismiss = useDismissReport(activityId);
  const retry = () => void query.refetch();
  if (query.isError && query.data === undefined) return <Problem error={query.error} retry={retry} />;
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  if (items.length === 0) return null;
  const settle = (report: PostReport) => {
    const dismissed = report.state === 'open';
    dismiss.mutate(
      { report, dismissed },
      {
        onSuccess: () =>
          showToast({ text: t(`discussionModeration.report.${dismissed ? 'done' : 'undone'}`) }),
      },
    );
  };
  return (
    <section aria-labelledby="reported" className={cx(layout['stack'], layout['tight'])}>
      <h2 id="reported">{t('discussionModeration.report.listed')}</h2>
      <p className={cx(layout['muted'])}>{t('discussionModeration.report.secret')}</p>
      {dismiss.error !== null && <Problem error={dismiss.error} />}
      <ul className={cx(lines['list'])}>
        {items.map((report) => (
          <Line
            key={`${report.threadId}/${report.n}`}
            activityId={activityId}
            report={report}
            onSettle={() => settle(report)}
          />
        ))}
      </ul>
      {query.isError && <Problem error={query.error} retry={retry} />}
      <LoadMore query={query} />
    </section>
  );
}

interface LineProps {
  readonly activityId: string;
  readonly report: PostReport;
  readonly onSettle: () => void;
}

function Line({ activityId, report, onSettle }: LineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { threadId, n, title, reasons, state, dismissed } = report;
  return (
    <li className={cx(lines['line'])}>
      <div className={cx(lines['about'])}>
        <h3 className={cx(styles['title'])}>
          <Link to={`/discussions/${activityId}/threads/${threadId}?post=${n}`}>
            {t('discussionModeration.report.post', { n })}
            {' · '}
            <bdi>{title}</bdi>
          </Link>
        </h3>
        <ul className={cx(layout['plainList'])}>
          {reasons.map(({ text, at, isWord }) => (
            <li key={at + text}>
              {isWord && `${t('discussionModeration.blocked.used')} `}
              <bdi>{text}</bdi>{' '}
              <span className={cx(layout['muted'], layout['small'])}>{format.shortMoment(at)}</span>
            </li>
          ))}
        </ul>
        {state === 'dismissed' && dismissed !== null && (
          <p className={cx(layout['muted'], layout['small'])}>
            {t('discussionModeration.page.by', {
              name: dismissed.byName ?? t('discussion.somebody'),
              when: format.moment(dismissed.at),
            })}
          </p>
        )}
      </div>
      <span className={cx(layout['row'], layout['snug'])}>
        <Badge tone={state === 'open' ? 'info' : 'neutral'}>
          {t(`discussionModeration.report.${state}`)}
        </Badge>
        {state === 'open' && (
          <Button aria-label={t('discussionModeration.report.dismissOf', { n, title })} onPress={onSettle}>
            {t('discussionModeration.report.dismiss')}
          </Button>
        )}
        {state === 'dismissed' && (
          <Button variant="quiet" onPress={onSettle}>
            {t('discussionModeration.report.again')}
          </Button>
        )}
      </span>
    </li>
  );
}
