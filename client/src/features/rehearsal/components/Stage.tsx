import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { makeApiClient } from '../../../app/api-client.ts';
import { setReachable } from '../../../app/connection.ts';
import { AppContext, type AppContextValue, useApp } from '../../../app/context.ts';
import { makeDraftKeeper } from '../../../app/kept-drafts.ts';
import type { Session, SessionStore } from '../../../app/session-store.ts';
import { makeTabStorage } from '../../../app/tab-storage.ts';
import { ErrorBoundary } from '../../../ui/ErrorBoundary.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { type ActivityType, enterRehearsal } from '../api.ts';
import { pathTo } from '../../activity/path-to.ts';
import { StageRouter } from './StageRouter.tsx';

interface StageProps {
  /** The activity that is rehearsed. */
  readonly activityId: string;
  /** As whom; null: as oneself. */
  readonly memberId: string | null;
  readonly type: ActivityType;
  /** The pages that everybody sees. */
  readonly pages: ReactNode;
  /** Counts what was done from outside: what is shown is then read anew. */
  readonly changes: number;
}

/** The pages as somebody in the rehearsal sees them. */
export function Stage({ activityId, memberId, ...stage }: StageProps) {
  const { api } = useApp();
  const entered = useQuery({
    queryKey: ['rehearsal session', activityId, memberId],
    queryFn: () => enterRehearsal(api, activityId, memberId),
    // A bearer is not shared with whoever enters later.
    gcTime: 0,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
  if (entered.isPending) return <PageSkeleton />;
  if (entered.error !== null && entered.data === undefined) {
    return <Problem error={entered.error} retry={() => void entered.refetch()} />;
  }
  return (
    <Player
      key={memberId}
      session={entered.data}
      renew={() => enterRehearsal(api, activityId, memberId)}
      {...stage}
    />
  );
}

interface PlayerProps extends Pick<StageProps, 'type' | 'pages' | 'changes'> {
  readonly session: Session;
  readonly renew: () => Promise<Session>;
}

/**
 * A root of its own: the pages go by addresses, a session and a cache, and those of the rehearsal must not mix with the
 * real ones.
 */
function Player({ session, renew, type, pages, changes }: PlayerProps) {
  const outer = useApp();
  const place = useRef<HTMLDivElement>(null);
  const [queries] = useState(() => new QueryClient());
  const [context] = useState(() => contextOf(outer, session, renew));
  const { landing } = session;
  const path = 'activityId' in landing ? pathTo(type, landing.activityId) : '/';

  useEffect(() => {
    if (place.current === null) return;
    const root = createRoot(place.current);
    root.render(
      <StageRouter start={path}>
        <QueryClientProvider client={queries}>
          <AppContext value={context}>
            <ErrorBoundary>
              <Suspense fallback={<PageSkeleton />}>{pages}</Suspense>
            </ErrorBoundary>
          </AppContext>
        </QueryClientProvider>
      </StageRouter>,
    );
    // React must not be asked to take a root away while it renders another.
    return () => void setTimeout(() => root.unmount());
    // The pages are the same ones all along, whatever element stands for them.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [path, queries, context]);

  useEffect(() => {
    if (changes > 0) void queries.invalidateQueries();
  }, [changes, queries]);

  return <div ref={place} />;
}

function contextOf(outer: AppContextValue, session: Session, renew: () => Promise<Session>): AppContextValue {
  let current = session;
  const state = { kind: 'open', session, ended: false } as const;
  const renewIt = async (): Promise<void> => {
    current = await renew();
  };
  const sessions: SessionStore = {
    subscribe: () => () => undefined,
    getState: () => state,
    bearer: () => current.bearer,
    open: () => Promise.resolve(),
    renew: renewIt,
    lose: () => undefined,
    now: outer.sessions.now,
  };
  // What is written here ends with the rehearsal.
  const storage = makeTabStorage(() => {
    throw new Error('a rehearsal keeps nothing');
  }, '');
  return {
    api: makeApiClient({
      fetch: (input, init) => window.fetch(input, init),
      bearer: sessions.bearer,
      renew: async () => {
        await renewIt();
        return true;
      },
      onSessionLost: () => undefined,
      onReachable: setReachable,
    }),
    session,
    sessions,
    format: outer.format,
    drafts: new Map(),
    keeper: makeDraftKeeper(storage, session.member.id),
    storage,
    notes: storage,
  };
}
