import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useConnection } from '../../../app/connection.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { LiveRegion } from '../../../ui/LiveRegion.tsx';
import { useSignOut } from '../api.ts';
import type { ConsoleSession } from '../context.ts';
import styles from './Console.module.css';

const PAGES = [
  'overview',
  'platforms',
  'deployments',
  'launches',
  'invitations',
  'administrators',
  'changes',
] as const;

interface ConsoleLayoutProps {
  /** Null before somebody has signed in. */
  readonly session: ConsoleSession | null;
  readonly children: ReactNode;
}

/** What is around every page of the console. */
export function ConsoleLayout({ session, children }: ConsoleLayoutProps) {
  const { t } = useTranslation('administration');
  const { t: common } = useTranslation();
  const connection = useConnection();
  return (
    <div className={cx(styles['shell'])}>
      <a href="#main" className={cx(styles['skip'])}>
        {t('skip')}
      </a>
      <header className={cx(styles['header'])}>
        <div className={cx(styles['top'])}>
          <span className={cx(styles['name'])}>
            {common('app.name')} · {t('name')}
          </span>
          {session !== null && <Who session={session} />}
        </div>
        {session !== null && <Pages />}
      </header>
      {/* The region stays, since screen readers only hear what changes within one. */}
      <div role="status">
        {connection !== 'online' && <Banner tone="warn">{common('problem.unreachable')}</Banner>}
      </div>
      <main id="main" tabIndex={-1} className={cx(styles['main'])}>
        {children}
      </main>
      <LiveRegion />
    </div>
  );
}

function Who({ session }: { readonly session: ConsoleSession }) {
  const { t } = useTranslation('administration');
  const signOut = useSignOut();
  return (
    <div className={cx(styles['who'])}>
      <span>{t('session.signedInAs', { name: session.administrator.name })}</span>
      <Button variant="quiet" isPending={signOut.isPending} onPress={() => signOut.mutate()}>
        {t(signOut.isPending ? 'session.signingOut' : 'session.signOut')}
      </Button>
    </div>
  );
}

function Pages() {
  const { t } = useTranslation('administration');
  return (
    <nav aria-label={t('pages.label')} className={cx(styles['links'])}>
      {PAGES.map((page) => (
        <NavLink key={page} to={page === 'overview' ? '/' : `/${page}`} end={page === 'overview'}>
          {t(`pages.${page}`)}
        </NavLink>
      ))}
    </nav>
  );
}
