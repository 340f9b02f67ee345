import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat, useSession } from '../../../app/context.ts';
import { useNow } from '../../../app/use-now.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { ButtonLink } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { useInbox } from '../../notices/api.ts';
import { NoticeItem } from '../../notices/components/NoticeItem.tsx';
import { type OwnMatter, type OwnProgress, useHome } from '../api.ts';
import styles from './QueuePage.module.css';

/** The newest notices; all are a link away. */
const ARRIVED = 5;

/** What a learner can do next in the course and until when, what came, and how far they are. */
export default function HomePage() {
  const { t } = useTranslation();
  const home = useHome();
  const { can } = useSession();
  return (
    <div className={cx(layout['stack'], layout['page'], layout['measure'])}>
      <div className={cx(layout['stack'], layout['tight'])}>
        <PageHeading title={t('home.title')} />
        <p className={cx(layout['muted'])}>{t('home.intro')}</p>
      </div>
      {home.isPending && <Skeleton />}
      {home.isError && <Problem error={home.error} retry={() => void home.refetch()} />}
      {home.isSuccess && <Next matters={home.data.next} />}
      <Arrived />
      {can.ownGroups && (
        <p>
          <Link to="/my-groups">{t('groupSets.mine.title')}</Link>
        </p>
      )}
      {home.isSuccess && home.data.progress.length > 0 && <Progress activities={home.data.progress} />}
    </div>
  );
}

function Next({ matters }: { readonly matters: readonly OwnMatter[] }) {
  const { t } = useTranslation();
  return (
    <section className={cx(layout['stack'], layout['tight'])}>
      <h2>{t('home.next.title')}</h2>
      {matters.length === 0 ? (
        <EmptyState title={t('home.next.empty.title')}>{t('home.next.empty.text')}</EmptyState>
      ) : (
        <ul className={cx(styles['list'])}>
          {matters.map((matter) => (
            <MatterItem key={matter.id} matter={matter} />
          ))}
        </ul>
      )}
    </section>
  );
}

function MatterItem({ matter }: { readonly matter: OwnMatter }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const { code, activityId, title, count, until } = matter;
  const what = t(`home.next.what.${code}`, { count });
  const when = t('moment.withRelative', {
    absolute: format.moment(until),
    relative: format.relative(until, now),
  });
  return (
    <li className={cx(styles['item'])}>
      <div className={cx(styles['text'])}>
        <h3>{what}</h3>
        <p>
          <bdi>{title}</bdi>
        </p>
        {/* Feedback has no date by which it must be read. */}
        {code !== 'FEEDBACK' && (
          <p className={cx(layout['muted'], layout['small'])}>{t('home.next.until', { when })}</p>
        )}
      </div>
      <ButtonLink
        to={`/activities/${activityId}`}
        aria-label={t('home.next.openFor', { action: t('home.next.open'), what, title })}
      >
        {t('home.next.open')}
      </ButtonLink>
    </li>
  );
}

function Arrived() {
  const { t } = useTranslation();
  const inbox = useInbox();
  const notices = inbox.data?.pages.flatMap((page) => page.items).slice(0, ARRIVED) ?? [];
  return (
    <section className={cx(layout['stack'], layout['tight'])}>
      <h2>{t('home.arrived.title')}</h2>
      {inbox.isPending && <Skeleton />}
      {inbox.isError && <Problem error={inbox.error} retry={() => void inbox.refetch()} />}
      {inbox.isSuccess && notices.length === 0 && (
        <p className={cx(layout['muted'])}>{t('home.arrived.empty')}</p>
      )}
      {notices.length > 0 && (
        <>
          <ul className={cx(styles['list'])}>
            {notices.map((notice) => (
              <NoticeItem key={notice.id} notice={notice} />
            ))}
          </ul>
          <p>
            <Link to="/notices">{t('home.arrived.all')}</Link>
          </p>
        </>
      )}
    </section>
  );
}

function Progress({ activities }: { readonly activities: readonly OwnProgress[] }) {
  const { t } = useTranslation();
  return (
    <section className={cx(layout['stack'], layout['tight'])}>
      <h2>{t('home.progress.title')}</h2>
      <ul className={cx(styles['list'])}>
        {activities.map(({ activityId, title, phase, submittedAt, given }) => (
          <li key={activityId} className={cx(styles['item'])}>
            <div className={cx(styles['text'])}>
              <Link to={`/activities/${activityId}`}>
                <bdi>{title}</bdi>
              </Link>
              {given.of > 0 && (
                <p className={cx(layout['muted'], layout['small'])}>
                  {t('home.progress.reviews', { done: given.done, count: given.of })}
                </p>
              )}
            </div>
            <span className={cx(layout['row'], layout['snug'])}>
              <Badge tone={submittedAt === null ? 'neutral' : 'good'}>
                {t(submittedAt === null ? 'home.progress.noWork' : 'home.progress.handedIn')}
              </Badge>
              {phase === 'released' && <Badge tone="info">{t('home.progress.released')}</Badge>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
