import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConnection } from '../../../app/connection.ts';
import { announce } from '../../../ui/announce.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import type { OpenPage } from '../use-page.ts';

interface PageStandingProps {
  readonly page: OpenPage;
  readonly isReadOnly: boolean;
}

type Standing = 'saved' | 'saving' | 'reading' | 'kept' | 'notKept' | 'late';

/** What takes a moment is not said: words that come and go while one types are no help. */
const MOMENT_MS = 800;

/** Whether a page is saved and connected, in words. */
export function PageStanding({ page, isReadOnly }: PageStandingProps) {
  const { t } = useTranslation();
  const { isSaved, isConnected, isKept, refusal, dropped } = page.state;
  const isOnline = useConnection() === 'online' && isConnected;
  const now = (): Standing => {
    if (isReadOnly) return isOnline ? 'reading' : 'late';
    if (isOnline) return isSaved ? 'saved' : 'saving';
    return isKept ? 'kept' : 'notKept';
  };
  const standing = useSettled(now());
  useWarning((!isSaved && !isKept) || dropped.length > 0);
  useToldChange(isOnline, isReadOnly);
  if (refusal !== null) return <Refused page={page} />;
  return (
    <p className={cx(layout['small'], standing !== 'kept' && standing !== 'notKept' && layout['muted'])}>
      {t(`workspace.standing.${standing}`)}
    </p>
  );
}

/** @returns a value once it has stayed for a moment */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), MOMENT_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

/** The browser asks before it closes a page with text that is nowhere else. */
function useWarning(isOnlyHere: boolean): void {
  useEffect(() => {
    if (!isOnlyHere) return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isOnlyHere]);
}

/** That the connection went or came back is heard too; what is saved is only seen, or one would hear nothing else. */
function useToldChange(isOnline: boolean, isReadOnly: boolean): void {
  const { t } = useTranslation();
  const told = useRef(true);
  const settled = useSettled(isOnline);
  const tell = useEffectEvent(() => {
    if (told.current === settled) return;
    told.current = settled;
    if (settled) announce(t('workspace.standing.back'));
    else announce(t(isReadOnly ? 'workspace.standing.late' : 'workspace.standing.gone'));
  });
  useEffect(() => tell(), [settled]);
}

/** The server takes no more of what is written here: why, and what one can do. */
function Refused({ page }: { readonly page: OpenPage }) {
  const { t } = useTranslation();
  const { refusal, isSaved } = page.state;
  if (refusal === null) return null;
  return (
    <Banner
      tone="bad"
      role="alert"
      title={t(`workspace.refused.${refusal}.title`)}
      actions={
        <div className={cx(layout['row'])}>
          <Button onPress={() => page.beginAgain(true)}>{t('workspace.refused.again')}</Button>
          {!isSaved && (
            <Button onPress={() => page.beginAgain(false)}>{t('workspace.refused.without')}</Button>
          )}
        </div>
      }
    >
      <p>{t(`workspace.refused.${refusal}.text`)}</p>
      {!isSaved && <p>{t('workspace.refused.copy')}</p>}
    </Banner>
  );
}
