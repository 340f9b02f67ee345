import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, useLocation } from 'react-router';
import { announce } from '../ui/announce.ts';
import { Banner } from '../ui/Banner.tsx';
import { cx } from '../ui/cx.ts';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { useConnection } from './connection.ts';
import { type Frame, startFrame } from './frame.ts';
import styles from './Layout.module.css';
import type { Session } from './session-store.ts';

interface LayoutProps {
  /** Null before the session is open, and when it cannot be opened. */
  readonly session: Session | null;
  readonly hasEnded?: boolean;
  /** It has ended because the person is in the course no more. */
  readonly hasLeft?: boolean;
  readonly children: ReactNode;
}

/** What is around every page: a slim header, what one must know first, and the page itself. */
export function Layout({ session, hasEnded = false, hasLeft = false, children }: LayoutProps) {
  const { t } = useTranslation();
  const ended = hasLeft ? 'app.left' : 'app.ended';
  const shell = useRef<HTMLDivElement>(null);
  // The picker's dialog has a size of its own.
  useFrame(shell, session?.landing.kind !== 'deepLinking');
  return (
    <div ref={shell} className={cx(styles['shell'])}>
      <a href="#main" className={cx(styles['skip'])}>
        {t('app.skip')}
      </a>
      {session !== null && <Header session={session} />}
      {hasEnded ? (
        <Banner tone="bad" role="alert" title={t(`${ended}.title`)} actions={<BackLink session={session} />}>
          {t(`${ended}.text`)}
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

/** Keeps the LMS's frame in step with the page, and shows its top after a change of page. */
function useFrame(content: RefObject<HTMLElement | null>, resizes: boolean): void {
  const frame = useRef<Frame | null>(null);
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  useEffect(() => {
    if (content.current === null) return undefined;
    const started = startFrame(content.current, resizes);
    frame.current = started;
    return () => started.stop();
  }, [content, resizes]);
  useEffect(() => {
    // Not for the redirects of the launch itself: the LMS's page stays where the person has it.
    if (shown.current !== pathname && shown.current !== '/') frame.current?.scrollToTop();
    shown.current = pathname;
  }, [pathname]);
}

function Header({ session }: { readonly session: Session }) {
  const { t } = useTranslation();
  const { landing } = session;
  const activityId = 'activityId' in landing ? landing.activityId : null;
  return (
    <header className={cx(styles['header'])}>
      <span>{session.course.title ?? t('app.course')}</span>
      <nav aria-label={t('app.navigation')} className={cx(styles['links'])}>
        {session.can.readQueue && activityId !== null && (
          <>
            <NavLink to={`/activities/${activityId}`} end>
              {t('app.activity')}
            </NavLink>
            {session.can.readGroups && <NavLink to="/groups">{t('groups.title')}</NavLink>}
            <NavLink to="/queue">{t('app.waiting')}</NavLink>
          </>
        )}
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
