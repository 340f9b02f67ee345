import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { NoticesLink } from '../features/notices/components/NoticesLink.tsx';
import { announce } from '../ui/announce.ts';
import { Banner } from '../ui/Banner.tsx';
import { cx } from '../ui/cx.ts';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { useConnection } from './connection.ts';
import styles from './Layout.module.css';
import type { Session } from './session-store.ts';

interface LayoutProps {
  /** Null before the session is open, and when it cannot be opened. */
  readonly session: Session | null;
  readonly hasEnded?: boolean;
  readonly children: ReactNode;
}

/** What is around every page: a slim header, what one must know first, and the page itself. */
export function Layout({ session, hasEnded = false, children }: LayoutProps) {
  const { t } = useTranslation();
  return (
    <div className={cx(styles['shell'])}>
      <a href="#main" className={cx(styles['skip'])}>
        {t('app.skip')}
      </a>
      {session !== null && <Header session={session} />}
      {hasEnded ? (
        <Banner tone="bad" role="alert" title={t('app.ended.title')} actions={<BackLink session={session} />}>
          {t('app.ended.text')}
        </Banner>
      ) : (
        <ConnectionBanner />
      )}
      <main id="main" tabIndex={-1} className={cx(styles['main'])}>
        {children}
      </main>
      <LiveRegion />
    </div>
  );
}

function Header({ session }: { readonly session: Session }) {
  const { t } = useTranslation();
  const showsActivity = session.landing.kind === 'activity';
  return (
    <header className={cx(styles['header'])}>
      <span>{session.course.title ?? t('app.course')}</span>
      <nav aria-label={t('app.navigation')} className={cx(styles['links'])}>
        {session.can.readNotices && session.landing.kind === 'activity' && (
          <NavLink to={`/activities/${session.landing.activityId}`} end>
            {t('app.activity')}
          </NavLink>
        )}
        {session.can.readQueue && showsActivity && <NavLink to="/queue">{t('app.waiting')}</NavLink>}
        {session.can.readNotices && <NoticesLink />}
        <BackLink session={session} />
      </nav>
    </header>
  );
}

function BackLink({ session }: { readonly session: Session | null }) {
  const { t } = useTranslation();
  const url = session?.returnUrl ?? null;
  // The address comes from a launch: anything but a web page, such as javascript:, is not a way back.
  if (url === null || !/^https?:\/\//i.test(url)) return null;
  return <a href={url}>{t('app.backToCourse')}</a>;
}

function ConnectionBanner() {
  const { t } = useTranslation();
  const connection = useConnection();
  const before = useRef(connection);
  useEffect(() => {
    if (connection === 'online' && before.current !== 'online') announce(t('app.online'));
    before.current = connection;
  }, [connection, t]);
  // The region stays, since screen readers only hear what changes within one.
  return (
    <div role="status">
      {connection !== 'online' && <Banner tone="warn">{t(`app.${connection}`)}</Banner>}
    </div>
  );
}
