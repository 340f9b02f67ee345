import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate } from 'react-router';
import { useFormat, useSession } from '../../../app/context.ts';
import { useAwaitedActivity } from '../../../app/use-awaited-activity.ts';
import { useNow } from '../../../app/use-now.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { ButtonLink } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import { KEEPS_FOCUS, PageHeading } from '../../../ui/PageHeading.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { useInbox } from '../../notices/api.ts';
import { NoticeList } from '../../notices/components/NoticeList.tsx';
import { type OwnMatter, useHome, useProgress } from '../api.ts';
import styles from './QueuePage.module.css';

/** The newest notices; all are a link away. */
const ARRIVED = 5;

/** What a learner can do next in the course and until when, what came, and how far they are. */
export default function HomePage() {
  const { t } = useTranslation();
  const home = useHome();
  const { can, landing } = useSession();
  // Also once it is there: then the page goes on to it.
  const [isAwaiting] = useState(landing.kind === 'notReady');
  return (
    <div className={cx(layout['stack'], layout['page'], layout['measure'])}>
      <div className={cx(layout['stack'], layout['tight'])}>
        <PageHeading title={t('home.title')} />
        <p className={cx(layout['muted'])}>{t('home.intro')}</p>
      </div>
      {isAwaiting && <Awaited />}
      {home.isPending && <Skeleton />}
      {home.isError && <Problem error={home.error} retry={() => void home.refetch()} />}
      {home.isSuccess && <Next matters={home.data.next} />}
      <Arrived />
      <p className={cx(layout['row'])}>
        {can.ownGroups && <Link to="/my-groups">{t('groupSets.mine.title')}</Link>}
        <Link to="/lessons">{t('courseLessons.title')}</Link>
      </p>
      <Progress />
    </div>
  );
}

/** The activity behind the link that one came by is not there yet; when it is, the page goes on to it. */
function Awaited() {
  const { t } = useTranslation();
  const { landing } = useSession();
  useAwaitedActivity();
  if (landing.kind === 'activity') return <Navigate to="/" replace state={KEEPS_FOCUS} />;
  return (
    <section className={cx(layout['card'], layout['stack'], layout['tight'])}>
      <h2>{t('launch.notReady.title')}</h2>
      <p>{t('launch.notReady.text')}</p>
      <p className={cx(layout['muted'])}>{t('launch.notReady.waiting')}</p>
    </section>
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

/** What is dealt with in the room of a group, and on which of its pages. */
const ROOM_PAGES: Partial<Record<OwnMatter['code'], string>> = {
  MEETING: 'meetings',
  TASK: 'tasks',
  WRITE_CHARTER: 'charter',
  AGREE_TO_CHARTER: 'charter',
  LOOK_BACK: 'retrospective',
  TEAM_DYNAMICS: 'dynamics',
  TEAM_ACTION: 'retrospective',
  TEAM_ACTION_OVERDUE: 'retrospective',
};

/** What is dealt with on the page of a project, where the milestones of the group are. */
const OF_PROJECTS: ReadonlySet<OwnMatter['code']> = new Set([
  'DELIVER',
  'DELIVER_LATE',
  'CONFIRM_DELIVERABLE',
]);

/** What takes place at a time, rather than being due by it. */
const TAKES_PLACE: ReadonlySet<OwnMatter['code']> = new Set(['MEETING', 'PRESENTATION']);

/** Where a matter is dealt with. */
function pathOf({ code, activityId, groupId }: OwnMatter): string {
  const page = ROOM_PAGES[code];
  if (page !== undefined) return `/group-work/${activityId}/groups/${groupId}/${page}`;
  if (code === 'BOOK_PRESENTATION' || code === 'PRESENTATION')
    return `/group-work/${activityId}/presentations`;
  if (OF_PROJECTS.has(code)) return `/group-work/${activityId}`;
  if (code === 'CHOOSE_GROUP' || code === 'GROUP_SEAT') return '/my-groups';
  return code === 'QUESTIONNAIRE' ? `/questionnaires/${activityId}` : `/activities/${activityId}`;
}

function MatterItem({ matter }: { readonly matter: OwnMatter }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const { code, title, count, until } = matter;
  const what = t(`home.next.what.${code}`, { count });
  const when =
    until === null
      ? null
      : t('moment.withRelative', {
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
        {/* Feedback has no date by which it must be read, and a questionnaire may have no end. */}
        {code !== 'FEEDBACK' && when !== null && (
          <p className={cx(layout['muted'], layout['small'])}>
            {t(TAKES_PLACE.has(code) ? 'home.next.at' : 'home.next.until', { when })}
          </p>
        )}
      </div>
      <ButtonLink
        to={pathOf(matter)}
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
          <NoticeList notices={notices} />
          <p>
            <Link to="/notices">{t('home.arrived.all')}</Link>
          </p>
        </>
      )}
    </section>
  );
}

function Progress() {
  const { t } = useTranslation();
  const { data, error, refetch } = useProgress();
  if (error !== null && data === undefined) return <Problem error={error} retry={() => void refetch()} />;
  if (data === undefined || data.progress.length === 0) return null;
  return (
    <section className={cx(layout['stack'], layout['tight'])}>
      <h2>{t('home.progress.title')}</h2>
      <ul className={cx(styles['list'])}>
        {data.progress.map(({ activityId, title, phase, submittedAt, given }) => (
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
