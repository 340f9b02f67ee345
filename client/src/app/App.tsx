import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  type ComponentType,
  lazy,
  type ReactNode,
  Suspense,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react';
import { useTranslation } from 'react-i18next';
import { BrowserRouter, Route, Routes, useLocation, useParams } from 'react-router';
import { makeFormat } from '../i18n/format.ts';
import { useLocale, loadFurtherTexts, localeFor, withTexts } from '../i18n/index.ts';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { Problem } from '../ui/Problem.tsx';
import { PageSkeleton } from '../ui/Skeleton.tsx';
import { type ApiClient, isTemporary } from './api-client.ts';
import type { Autosave } from './autosave.ts';
import { AppContext, isStaff, useSession } from './context.ts';
import { makeDraftKeeper } from './kept-drafts.ts';
import { Landing, MessagePage, NotFoundPage } from './Landing.tsx';
import { Layout } from './Layout.tsx';
import type { Session, SessionStore } from './session-store.ts';
import type { TabStorage } from './tab-storage.ts';
import { wantPage } from './wanted-page.ts';

/** A page that comes with its texts (i18n/en/further.ts): all but those that a learner sees first. */
const furtherPage = (load: () => Promise<{ default: ComponentType }>) =>
  lazy(withTexts(load, loadFurtherTexts));

const LearnerActivityPage = lazy(() => import('../features/peer-review/pages/LearnerActivityPage.tsx'));
const ReviewPage = lazy(() => import('../features/peer-review/pages/ReviewPage.tsx'));
const StaffOverviewPage = furtherPage(() => import('../features/peer-review/pages/StaffOverviewPage.tsx'));
const SettingsPage = furtherPage(() => import('../features/peer-review/pages/SettingsPage.tsx'));
const SetUpPage = furtherPage(() => import('../features/activity/pages/SetUpPage.tsx'));
const LearnerWorkPage = furtherPage(() => import('../features/peer-review/pages/LearnerWorkPage.tsx'));
const DeepLinkingPage = furtherPage(() => import('../features/activity/pages/DeepLinkingPage.tsx'));
const InboxPage = furtherPage(() => import('../features/notices/pages/InboxPage.tsx'));
const NoticeSettingsPage = furtherPage(() => import('../features/notices/pages/NoticeSettingsPage.tsx'));
const GradeHistoryPage = furtherPage(() => import('../features/gradebook/pages/GradeHistoryPage.tsx'));
const GradebookPage = furtherPage(() => import('../features/gradebook/pages/GradebookPage.tsx'));
const GroupsPage = furtherPage(() => import('../features/course/pages/GroupsPage.tsx'));
const ObservedActivityPage = furtherPage(
  () => import('../features/peer-review/pages/ObservedActivityPage.tsx'),
);
const QueuePage = furtherPage(() => import('../features/insights/pages/QueuePage.tsx'));

const DisputesPage = furtherPage(() => import('../features/disputes/pages/DisputesPage.tsx'));

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
  if (state.kind === 'closed' && state.left) {
    return <MessagePage title={t('app.left.title')} text={t('app.left.text')} />;
  }
  if (state.kind === 'closed') {
    return <MessagePage title={t('closed.title')} text={t('closed.text')} hint={t('closed.hint')} />;
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

function Pages() {
  const { can } = useSession();
  return (
    <Routes>
      <Route index element={<Landing />} />
      <Route path="activities/:activityId" element={<ActivityPage />} />
      <Route path="activities/:activityId/reviews/:reviewId" element={<ReviewPage />} />
      {can.editActivities && (
        <>
          <Route path="activities/:activityId/settings" element={<SettingsPage />} />
          <Route path="set-up" element={<SetUpPage />} />
          <Route path="choose" element={<DeepLinkingPage />} />
        </>
      )}
      {can.readWork && (
        <Route path="activities/:activityId/learners/:memberId" element={<LearnerWorkPage />} />
      )}
      {can.readGroups && <Route path="groups" element={<GroupsPage />} />}
      {can.readQueue && (
        <>
          <Route path="queue" element={<QueuePage />} />
          <Route path="activities/:activityId/disputes" element={<DisputesPage />} />
          <Route path="activities/:activityId/gradebook" element={<GradebookPage />} />
          <Route path="activities/:activityId/grades/:columnId/:memberId" element={<GradeHistoryPage />} />
        </>
      )}
      {can.readNotices && (
        <>
          <Route path="notices" element={<InboxPage />} />
          <Route path="notices/settings" element={<NoticeSettingsPage />} />
        </>
      )}
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}

/** One address for everybody; what stands there depends on the role. */
function ActivityPage() {
  const session = useSession();
  const { activityId = '' } = useParams();
  if (isStaff(session)) return <StaffOverviewPage key={activityId} />;
  if (session.member.role === 'learner') return <LearnerActivityPage key={activityId} />;
  return <ObservedActivityPage key={activityId} />;
}
