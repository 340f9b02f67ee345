import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, useLocation, useNavigate } from 'react-router';
import { NoticesLink } from '../features/notices/components/NoticesLink.tsx';
import { announce } from '../ui/announce.ts';
import { Banner } from '../ui/Banner.tsx';
import { cx } from '../ui/cx.ts';
import { Icon } from '../ui/Icon.tsx';
import layout from '../ui/layout.module.css';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { useShortcut } from '../ui/shortcuts.ts';
import { Toasts } from '../ui/Toasts.tsx';
import { useConnection } from './connection.ts';
import { type Frame, startFrame } from './frame.ts';
import styles from './Layout.module.css';
import { type NavigationItem, navigationOf } from './navigation.ts';
import type { Session } from './session-store.ts';
import { Shortcuts } from './Shortcuts.tsx';

interface LayoutProps {
  /** Null before the session is open, and when it cannot be opened. */
  readonly session: Session | null;
  readonly hasEnded?: boolean;
  /** It has ended because the person is in the course no more. */
  readonly hasLeft?: boolean;
  /** Whether text that could not be saved is found again after a new launch. */
  readonly keepsText?: boolean;
  readonly children: ReactNode;
}

/** What is around every page: a slim header, what one must know first, and the page itself. */
export function Layout({
  session,
  hasEnded = false,
  hasLeft = false,
  keepsText = false,
  children,
}: LayoutProps) {
  const { t } = useTranslation();
  const shell = useRef<HTMLDivElement>(null);
  // The picker's dialog has a size of its own.
  useFrame(shell, session?.landing.kind !== 'deepLinking');
  return (
    <div ref={shell} className={cx(styles['shell'])}>
      <a href="#main" className={cx(styles['skip'])} data-print="no">
        {t('app.skip')}
      </a>
      {session !== null && <Header session={session} />}
      {hasEnded ? (
        <Banner
          tone="bad"
          role="alert"
          title={t(hasLeft ? 'app.left.title' : 'app.ended.title')}
          actions={<BackLink session={session} />}
        >
          {hasLeft ? t('app.left.text') : t(keepsText ? 'app.ended.kept' : 'app.ended.copy')}
        </Banner>
      ) : (
        <ConnectionBanner />
      )}
      <main id="main" tabIndex={-1} className={cx(styles['main'])}>
        {children}
      </main>
      <Toasts />
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
  const items = navigationOf(session);
  return (
    <header className={cx(styles['header'])}>
      <div className={cx(styles['place'])}>
        <span>{session.course.title ?? t('app.course')}</span>
        <span className={cx(styles['tools'])} data-print="no">
          <Shortcuts />
          <BackLink session={session} />
        </span>
      </div>
      {(items.length > 0 || session.can.readNotices) && (
        <nav aria-label={t('app.navigation')} className={cx(styles['links'])} data-print="no">
          {items.map((item) => (
            <Destination key={item.to} item={item} />
          ))}
          {session.can.readNotices && <NoticesLink />}
        </nav>
      )}
    </header>
  );
}

function Destination({ item: { to, text, keys } }: { readonly item: NavigationItem }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  useShortcut(keys, t('ui.shortcuts.goTo', { page: t(text) }), () => void navigate(to));
  return (
    <NavLink to={to} end>
      {t(text)}
    </NavLink>
  );
}

function BackLink({ session }: { readonly session: Session | null }) {
  const { t } = useTranslation();
  const url = session?.returnUrl ?? null;
  // The address comes from a launch: anything but a web page, such as javascript:, is not a way back.
  if (url === null || !/^https?:\/\//i.test(url)) return null;
  return (
    <a href={url} className={cx(styles['back'])}>
      {t('app.backToCourse')}
    </a>
  );
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
    <div role="status" className={cx(styles['status'])} data-print="no">
      {connection !== 'online' && (
        <Banner tone="warn">
          <span className={cx(layout['signed'])}>
            <Icon name="warning" />
            {t(`app.${connection}`)}
          </span>
        </Banner>
      )}
    </div>
  );
}
