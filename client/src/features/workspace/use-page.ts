import { useEffect, useState, useSyncExternalStore } from 'react';
import { ApiError, isTemporary } from '../../app/api-client.ts';
import { type AppContextValue, useApp } from '../../app/context.ts';
import { listGroupPages, type PagePlace } from './api.ts';
import { openKeptChanges } from './kept-changes.ts';
import { enterPage, forgetPage, leavePage, type OpenedPage } from './open-pages.ts';
import { connectPage, type PageConnection, type PageState } from './page-connection.ts';

type App = Pick<AppContextValue, 'api' | 'sessions'>;

/** A bearer that ends sooner is renewed before it opens a connection, which ends with it. */
const ENOUGH_MS = 60_000;

const bearerOf =
  ({ sessions }: App) =>
  async (): Promise<string> => {
    const state = sessions.getState();
    const endsAt = state.kind === 'open' ? Date.parse(state.session.bearerExpiresAt) : 0;
    if (endsAt - sessions.now() < ENOUGH_MS) await sessions.renew().catch(() => undefined);
    return sessions.bearer() ?? '';
  };

async function mayStillOpen({ api, sessions }: App, place: PagePlace): Promise<boolean> {
  // That the session has ended is said elsewhere, with what to do.
  if (sessions.bearer() === null) return true;
  try {
    await listGroupPages(api, place);
    return true;
  } catch (error) {
    return !(error instanceof ApiError) || isTemporary(error) || sessions.bearer() === null;
  }
}

/** What one page is like now. */
export interface OpenPage {
  readonly connection: PageConnection;
  readonly state: PageState;
  /** Begins again with what the server has. @param withKept false: without what it did not take */
  readonly beginAgain: (withKept: boolean) => void;
}

const nothing = (): (() => void) => () => undefined;

/** Opens a page for as long as it is shown. @returns null until the browser has said what it keeps of it */
export function usePage(place: PagePlace, pageId: string, isReadOnly: boolean): OpenPage | null {
  const { api, session, sessions } = useApp();
  const { activityId, groupId } = place;
  const memberId = session.member.id;
  const [page, setPage] = useState<OpenedPage | null>(null);
  const [round, setRound] = useState(0);

  useEffect(() => {
    let isShown = true;
    const visit = enterPage(pageId, async () => {
      const kept = await openKeptChanges(`${memberId}/${pageId}`);
      const connection = connectPage({
        pageId,
        memberId,
        isReadOnly,
        kept,
        bearer: bearerOf({ api, sessions }),
        mayStillOpen: () => mayStillOpen({ api, sessions }, { activityId, groupId }),
      });
      return { connection, kept };
    });
    void visit.opening.then((opened) => {
      if (!isShown) return;
      opened.connection.show();
      setPage(opened);
    });
    return () => {
      isShown = false;
      setPage(null);
      void leavePage(pageId, visit);
    };
  }, [api, sessions, memberId, activityId, groupId, pageId, isReadOnly, round]);

  const connection = page?.connection ?? null;
  const state = useSyncExternalStore(connection?.subscribe ?? nothing, () => connection?.getState() ?? null);
  if (page === null || state === null) return null;
  return {
    connection: page.connection,
    state,
    beginAgain(withKept) {
      if (!withKept) page.kept.clear();
      forgetPage(pageId);
      setRound(round + 1);
    },
  };
}
