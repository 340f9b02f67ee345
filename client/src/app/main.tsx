import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ADMINISTRATION } from '../../../server/src/contracts/paths.ts';
import { applyLocale, localeFor, startI18n } from '../i18n/index.ts';
import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/print.css';
import { makeApiClient, renewed } from './api-client.ts';
import { App } from './App.tsx';
import { setReachable } from './connection.ts';
import { readLaunchAddress } from './launch-address.ts';
import { makeSessionStore } from './session-store.ts';
import { makeCookieNotes, makePageNotes, makeTabStorage } from './tab-storage.ts';

/** What opens from a course: for everybody but administrators. */
function makeCourseApp(): ReactNode {
  const address = readLaunchAddress(window.location.pathname, window.location.hash);
  // A code works once: what is left in the address bar, the history or a copied link must not hold it.
  if (address !== null && address.code !== null) {
    window.history.replaceState(null, '', window.location.pathname + window.location.search);
  }

  const api = makeApiClient({
    fetch: (input, init) => window.fetch(input, init),
    bearer: () => sessions.bearer(),
    renew: () => renewed(sessions.renew()),
    onSessionLost: (why) => sessions.lose(why === 'MEMBER_LEFT'),
    onReachable: setReachable,
  });
  const storage = makeTabStorage(() => window.sessionStorage, address?.deploymentKey ?? '');
  const sessions = makeSessionStore({
    api,
    code: address?.code ?? null,
    storage,
    activityId: address?.activityId ?? null,
    now: () => Date.now(),
  });

  // Outside React, which may mount twice: the code is traded once.
  void sessions.open();

  const basename = address?.basename ?? window.location.pathname;
  const notes = makePageNotes(
    storage.works ? storage : makeCookieNotes(document, basename),
    makeCookieNotes(document, basename, 'all'),
    window.parent === window,
  );
  return <App api={api} sessions={sessions} storage={storage} notes={notes} basename={basename} />;
}

const isConsole = `${window.location.pathname}/`.startsWith(`${ADMINISTRATION}/`);
const courseApp = isConsole ? null : makeCourseApp();
/** Nothing is awaited at the top: a part loaded later may import this module, and would wait for itself. */
async function start(): Promise<void> {
  await startI18n();
  const app = courseApp ?? (await (await import('../features/administration/start.tsx')).makeConsole());
  // Fetched while the session opens, which may say another language: most people read what their browser says.
  if (courseApp) void applyLocale(localeFor(navigator.languages));
  const root = document.querySelector('#root');
  if (root === null) throw new Error('index.html has no #root');
  createRoot(root).render(<StrictMode>{app}</StrictMode>);
}

void start();
