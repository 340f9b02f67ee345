import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { BrowserRouter, Route, Routes, useLocation, useParams } from 'react-router';
import { makeFormat } from '../i18n/format.ts';
import { useLocale, loadFurtherTexts, localeFor, withTexts } from '../i18n/index.ts';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { Problem } from '../ui/Problem.tsx';
import { PageSkeleton } from '../ui/Skeleton.tsx';
import { type ApiClient, isTemporary } from './api-client.ts';
import type { Autosave } from './autosave.ts';
import { AppContext, useSession } from './context.ts';
import { makeDraftKeeper } from './kept-drafts.ts';
import { Landing, MessagePage } from './Landing.tsx';
import { Layout } from './Layout.tsx';
import type { Session, SessionStore } from './session-store.ts';
import type { TabStorage } from './tab-storage.ts';
import { wantPage } from './wanted-page.ts';

const LearnerActivityPage = lazy(() => import('../features/peer-review/pages/LearnerActivityPage.tsx'));
const ReviewPage = lazy(
  withTexts(() => import('../features/peer-review/pages/ReviewPage.tsx'), loadFurtherTexts),
);
const FurtherPages = lazy(withTexts(() => import('./FurtherPages.tsx'), loadFurtherTexts));

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5000,
      retry: (failures, error) => failures < 2 && isTemporary(error),
    },
  },
});

interface AppProps {
  readonly api: ApiClient;
  readonly sessions: SessionStore;
  readonly storage: TabStorage;
  readonly notes: TabStorage;
  /** Where the routes begin: `/app/p/<deploymentKey>`. */
  readonly basename: string;
}

export function App({ api, sessions, storage, notes, basename }: AppProps) {
  const state = useSyncExternalStore(sessions.subscribe, sessions.getState);
  return (
    <BrowserRouter basename={basename}>
      <QueryClientProvider client={queries}>
        {state.kind === 'open' ? (
          <OpenApp
            api={api}
            sessions={sessions}
            storage={storage}
            notes={notes}
            session={state.session}
            hasEnded={state.ended}
            hasLeft={state.left === true}
          />
        ) : (
          <Layout session={null}>
            <BeforeSession state={state} retry={() => void sessions.open()} />
          </Layout>
        )}
        <PageWanted notes={notes} state={state} />
      </QueryClientProvider>
    </BrowserRouter>
  );
}

/** Notes the page that one is on, or came for, when its session is over: the next launch in this tab opens it. */
function PageWanted({ notes, state }: { notes: TabStorage; state: ReturnType<SessionStore['getState']> }) {
  const { pathname, search } = useLocation();
  const memberId = state.kind === 'open' ? state.session.member.id : null;
  const isOver = state.kind === 'closed' || (state.kind === 'open' && state.ended);
  useEffect(() => {
    if (isOver) wantPage(notes, { path: pathname + search, memberId, at: Date.now() });
  }, [isOver, notes, pathname, search, memberId]);
  return null;
}

function BeforeSession({ state, retry }: { state: ReturnType<SessionStore['getState']>; retry: () => void }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  // A link that somebody was given, opened in a tab: the next launch leads on (PageWanted).
  const isLink = window.parent === window && pathname !== '/';
  if (state.kind === 'closed' && state.left) {
    return <MessagePage title={t('app.left.title')} text={t('app.left.text')} />;
  }
  if (state.kind === 'closed') {
    return (
      <MessagePage
        title={t('closed.title')}
        text={t('closed.text')}
        hint={t(isLink ? 'closed.linkHint' : 'closed.hint')}
      />
    );
  }
  if (state.kind === 'unreachable') {
    return (
      <>
        <MessagePage title={t('cannotOpen.title')} text="" />
        <Problem error={state.error} retry={retry} />
      </>
    );
  }
  return <PageSkeleton />;
}

interface OpenAppProps {
  readonly api: ApiClient;
  readonly sessions: SessionStore;
  readonly storage: TabStorage;
  readonly notes: TabStorage;
  readonly session: Session;
  readonly hasEnded: boolean;
  readonly hasLeft: boolean;
}

function OpenApp({ api, sessions, storage, notes, session, hasEnded, hasLeft }: OpenAppProps) {
  const locale = localeFor([session.locale, ...navigator.languages]);
  const isReadable = useLocale(locale);
  const [drafts] = useState(() => new Map<string, Autosave<unknown>>());
  const format = useMemo(
    () => makeFormat(locale, Intl.DateTimeFormat().resolvedOptions().timeZone),
    [locale],
  );
  const keeper = useMemo(() => makeDraftKeeper(storage, session.member.id), [storage, session.member.id]);
  const context = useMemo(
    () => ({ api, sessions, storage, notes, session, format, drafts, keeper }),
    [api, sessions, storage, notes, session, format, drafts, keeper],
  );
  if (!isReadable) return <PageSkeleton />;
  return (
    <AppContext value={context}>
      <Layout session={session} hasEnded={hasEnded} hasLeft={hasLeft} keepsText={storage.works}>
        <Page>
          <Pages />
        </Page>
      </Layout>
    </AppContext>
  );
}

function Page({ children }: { readonly children: ReactNode }) {
  return (
    <ErrorBoundary>
      <Suspense fallback={<PageSkeleton />}>{children}</Suspense>
    </ErrorBoundary>
  );
}

/** What a learner sees first; everything else comes when it is opened. */
function Pages() {
  const { member } = useSession();
  return (
    <Routes>
      <Route index element={<Landing />} />
      {member.role === 'learner' && <Route path="activities/:activityId" element={<OwnActivity />} />}
      <Route path="activities/:activityId/reviews/:reviewId" element={<ReviewPage />} />
      <Route path="*" element={<FurtherPages pages={<Pages />} />} />
    </Routes>
  );
}

function OwnActivity() {
  const { activityId = '' } = useParams();
  return <LearnerActivityPage key={activityId} />;
}
