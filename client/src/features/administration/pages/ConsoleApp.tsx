import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { BrowserRouter, Route, Routes, useLocation } from 'react-router';
import { ADMINISTRATION } from '../../../../../server/src/contracts/paths.ts';
import { type ApiClient, ApiError, isTemporary } from '../../../app/api-client.ts';
import { makeFormat } from '../../../i18n/format.ts';
import { localeFor } from '../../../i18n/index.ts';
import { ErrorBoundary } from '../../../ui/ErrorBoundary.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { SESSION, useConsoleSession } from '../api.ts';
import { ConsoleLayout } from '../components/ConsoleLayout.tsx';
import { ConsoleContext } from '../context.ts';
import { AdministratorsPage } from './AdministratorsPage.tsx';
import { ChangesPage } from './ChangesPage.tsx';
import { DeploymentsPage } from './DeploymentsPage.tsx';
import { InvitationsPage } from './InvitationsPage.tsx';
import { LaunchesPage } from './LaunchesPage.tsx';
import { OverviewPage } from './OverviewPage.tsx';
import { PlatformPage } from './PlatformPage.tsx';
import { PlatformsPage } from './PlatformsPage.tsx';
import { NotFoundPage, SignedOutPage, SignInPage } from './SignInPage.tsx';

interface ConsoleAppProps {
  readonly api: ApiClient;
  /** The secret of a one-time link that opened the page. */
  readonly invitation: string | null;
}

/** The console of those who run Roundtable for an institution, in a window of its own. */
export function ConsoleApp({ api, invitation }: ConsoleAppProps) {
  const [queries] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          // Few people look here, and each wants to see what has just happened elsewhere.
          queries: { retry: (failures, error) => failures < 2 && isTemporary(error) },
        },
      }),
  );
  const context = useMemo(() => {
    const locale = localeFor(navigator.languages);
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    return { api: watched(api, queries), format: makeFormat(locale, timeZone) };
  }, [api, queries]);
  return (
    <BrowserRouter basename={ADMINISTRATION} useTransitions={false}>
      <QueryClientProvider client={queries}>
        <ConsoleContext value={context}>
          <Gate api={api} invitation={invitation} />
        </ConsoleContext>
      </QueryClientProvider>
    </BrowserRouter>
  );
}

/** When the server no longer knows the session, the page says so, wherever it was noticed. */
const watched = (api: ApiClient, queries: QueryClient): ApiClient => ({
  async call(method, path, parts, signal) {
    try {
      return await api.call(method, path, parts, signal);
    } catch (error) {
      if (error instanceof ApiError && error.code === 'ADMINISTRATOR_NEEDED')
        queries.setQueryData(SESSION, null);
      throw error;
    }
  },
});

function Gate({ api, invitation }: ConsoleAppProps) {
  const [secret, setSecret] = useState(invitation);
  const session = useConsoleSession(api);
  if (secret !== null) {
    return (
      <ConsoleLayout session={null}>
        <SignInPage api={api} secret={secret} onDone={() => setSecret(null)} />
      </ConsoleLayout>
    );
  }
  return (
    <ConsoleLayout session={session.data ?? null}>
      <Signed session={session} />
    </ConsoleLayout>
  );
}

function Signed({ session }: { readonly session: ReturnType<typeof useConsoleSession> }): ReactNode {
  const { pathname } = useLocation();
  if (session.isPending) return <PageSkeleton />;
  if (session.isError) return <ProblemPage error={session.error} retry={() => void session.refetch()} />;
  if (session.data === null) return <SignedOutPage />;
  return (
    // One page that fails must not take the others with it.
    <ErrorBoundary key={pathname}>
      <Routes>
        <Route index element={<OverviewPage />} />
        <Route path="platforms" element={<PlatformsPage />} />
        <Route path="platforms/:platformId" element={<PlatformPage />} />
        <Route path="deployments" element={<DeploymentsPage />} />
        <Route path="launches" element={<LaunchesPage />} />
        <Route path="invitations" element={<InvitationsPage />} />
        <Route path="administrators" element={<AdministratorsPage />} />
        <Route path="changes" element={<ChangesPage />} />
        <Route path="*" element={<NotFoundPage />} />
      </Routes>
    </ErrorBoundary>
  );
}
