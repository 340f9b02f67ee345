import type { ReactNode } from 'react';
import { makeApiClient } from '../../app/api-client.ts';
import { setReachable } from '../../app/connection.ts';
import { applyLocale, loadAdministrationTexts, localeFor } from '../../i18n/index.ts';
import { ConsoleApp } from './pages/ConsoleApp.tsx';

const INVITATION = /^#invitation=([\w-]{43})$/;

/** The console, with its texts; loaded by nobody but administrators. */
export async function makeConsole(): Promise<ReactNode> {
  await loadAdministrationTexts();
  await applyLocale(localeFor(navigator.languages));
  const invitation = INVITATION.exec(window.location.hash)?.[1] ?? null;
  // A link works once: what is left in the address bar, the history or a copied address must not hold it.
  if (invitation !== null) window.history.replaceState(null, '', window.location.pathname);
  const api = makeApiClient({
    fetch: (input, init) => window.fetch(input, init),
    // A cookie says who calls, and the server renews it by itself.
    bearer: () => null,
    renew: async () => false,
    credentials: 'same-origin',
    onSessionLost: () => undefined,
    onReachable: setReachable,
  });
  return <ConsoleApp api={api} invitation={invitation} />;
}
