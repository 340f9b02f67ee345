import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../ui/announce.ts';
import { useApp } from './context.ts';

const FIRST_LOOK_MS = 5_000;
const LAST_LOOK_MS = 30_000;

/** A link without an activity, for those who cannot make one: looks again by itself, less and less often. */
export function useAwaitedActivity(): void {
  const { t } = useTranslation();
  const { sessions } = useApp();
  useEffect(() => {
    let delay = FIRST_LOOK_MS;
    let timer = setTimeout(look, delay);
    function look(): void {
      delay = Math.min(delay * 1.5, LAST_LOOK_MS);
      // Spread out: a whole lecture hall may be waiting.
      timer = setTimeout(look, delay * (0.75 + Math.random() / 2));
      // The session's new landing replaces this page; a failure is looked at again like an unchanged one.
      if (document.visibilityState === 'visible') sessions.renew().then(sayWhenReady, () => undefined);
    }
    function sayWhenReady(): void {
      const state = sessions.getState();
      if (state.kind === 'open' && state.session.landing.kind === 'activity')
        announce(t('launch.notReady.ready'));
    }
    return () => clearTimeout(timer);
  }, [sessions, t]);
}
