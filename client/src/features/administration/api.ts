import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as contract from '../../../../server/src/contracts/administration.ts';
import type * as platforms from '../../../../server/src/contracts/administration-platforms.ts';
import { type ApiClient, ApiError } from '../../app/api-client.ts';
import { useMutation } from '../../app/use-mutation.ts';
import { type ConsoleSession, useConsoleApi } from './context.ts';

export type Platform = z.output<typeof platforms.PlatformView>;
export type PlatformDetails = z.output<typeof platforms.PlatformDetailsView>;
export type PendingDeployment = z.output<typeof platforms.PendingDeploymentView>;
export type Launch = z.output<typeof platforms.LaunchesView>['items'][number];
export type ConnectionResult = z.output<typeof platforms.ConnectionResultView>;
export type ConnectionStep = ConnectionResult['step'];
export type Invitation = z.output<typeof contract.InvitationView>;
export type Administrator = z.output<typeof contract.AdministratorView>;
export type Change = z.output<typeof contract.ChangeView>;
export type NewInvitation = z.input<typeof contract.MakeInvitation.body>;

export const SESSION = ['administration', 'session'] as const;

/** Null when nobody is signed in. */
export function useConsoleSession(api: ApiClient) {
  return useQuery({
    queryKey: SESSION,
    queryFn: async ({ signal }): Promise<ConsoleSession | null> => {
      try {
        return await api.call<typeof contract.GetConsoleSession>(
          'get',
          '/administration/session',
          {},
          signal,
        );
      } catch (error) {
        if (error instanceof ApiError && error.code === 'ADMINISTRATOR_NEEDED') return null;
        throw error;
      }
    },
    staleTime: Infinity,
  });
}

export function useSignIn(api: ApiClient) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (invitation: string) =>
      api.call<typeof contract.OpenConsole>('post', '/administration/session', { body: { invitation } }),
    onSuccess: (session) => client.setQueryData(SESSION, session),
  });
}

export function useSignOut() {
  const api = useConsoleApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.call<typeof contract.CloseConsole>('delete', '/administration/session', {}),
    onSuccess: () => {
      client.setQueryData(SESSION, null);
      // Nothing of what was seen stays behind for whoever uses the browser next.
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[1] !== SESSION[1] });
    },
  });
}

/** What waits for an administrator comes in by itself. */
const OVERVIEW_EVERY_MS = 15_000;

export function useOverview() {
  const api = useConsoleApi();
  return useQuery({
    queryKey: ['administration', 'overview'],
    queryFn: ({ signal }) =>
      api.call<typeof platforms.GetOverview>('get', '/administration/overview', {}, signal),
    refetchInterval: OVERVIEW_EVERY_MS,
  });
}

export function usePlatforms() {
  const api = useConsoleApi();
  return useInfiniteQuery({
    queryKey: ['administration', 'platforms'],
    queryFn: ({ pageParam, signal }) =>
      api.call<typeof platforms.ListPlatforms>(
        'get',
        '/administration/platforms',
        { query: { after: pageParam } },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });
}

const platformKey = (platformId: string) => ['administration', 'platform', platformId];

export function usePlatform(platformId: string) {
  const api = useConsoleApi();
  return useQuery({
    queryKey: platformKey(platformId),
    queryFn: ({ signal }) =>
      api.call<typeof platforms.GetPlatform>(
        'get',
        '/administration/platforms/:platformId',
        { params: { platformId } },
        signal,
      ),
  });
}

/** What is done to a platform answers with the platform as it is then; the lists are read anew. */
function usePlatformChange<Input>(
  platformId: string,
  change: (api: ApiClient, input: Input) => Promise<PlatformDetails>,
) {
  const api = useConsoleApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: Input) => change(api, input),
    onSuccess: (platform) => {
      client.setQueryData(platformKey(platformId), platform);
      for (const list of ['platforms', 'overview', 'deployments', 'changes'])
        void client.invalidateQueries({ queryKey: ['administration', list] });
    },
  });
}

export const useApprovePlatform = (platformId: string) =>
  usePlatformChange<void>(platformId, (api) =>
    api.call<typeof platforms.ApprovePlatform>('post', '/administration/platforms/:platformId/approve', {
      params: { platformId },
    }),
  );

export const useDisablePlatform = (platformId: string) =>
  usePlatformChange<void>(platformId, (api) =>
    api.call<typeof platforms.DisablePlatform>('post', '/administration/platforms/:platformId/disable', {
      params: { platformId },
    }),
  );

export const useRotateKeys = (platformId: string) =>
  usePlatformChange<void>(platformId, (api) =>
    api.call<typeof platforms.RotateKeys>('post', '/administration/platforms/:platformId/keys', {
      params: { platformId },
    }),
  );

export const useChangePlatform = (platformId: string) =>
  usePlatformChange<z.input<typeof platforms.ChangePlatform.body>>(platformId, (api, body) =>
    api.call<typeof platforms.ChangePlatform>('put', '/administration/platforms/:platformId', {
      params: { platformId },
      body,
    }),
  );

export const useApproveDeployment = (platformId: string) =>
  usePlatformChange<string>(platformId, (api, deploymentId) =>
    api.call<typeof platforms.ApproveDeployment>(
      'post',
      '/administration/platforms/:platformId/deployments',
      {
        params: { platformId },
        body: { deploymentId },
      },
    ),
  );

export function usePendingDeployments() {
  const api = useConsoleApi();
  return useInfiniteQuery({
    queryKey: ['administration', 'deployments'],
    queryFn: ({ pageParam, signal }) =>
      api.call<typeof platforms.ListPendingDeployments>(
        'get',
        '/administration/pending-deployments',
        { query: { after: pageParam } },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });
}

/** Tries one service; never throws, since a console that cannot ask its own server says so elsewhere. */
export function useConnectionStep(platformId: string) {
  const api = useConsoleApi();
  return (step: ConnectionStep): Promise<ConnectionResult> =>
    api.call<typeof platforms.TestConnection>(
      'post',
      '/administration/platforms/:platformId/connection/:step',
      {
        params: { platformId, step },
      },
    );
}

export function useLaunches(filter: { outcome: 'all' | 'refused'; platformId: string | undefined }) {
  const api = useConsoleApi();
  return useQuery({
    queryKey: ['administration', 'launches', filter],
    queryFn: ({ signal }) =>
      api.call<typeof platforms.ListLaunches>('get', '/administration/launches', { query: filter }, signal),
  });
}

export function useInvitations() {
  const api = useConsoleApi();
  return useInfiniteQuery({
    queryKey: ['administration', 'invitations'],
    queryFn: ({ pageParam, signal }) =>
      api.call<typeof contract.ListInvitations>(
        'get',
        '/administration/invitations',
        { query: { after: pageParam } },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });
}

export function useMakeInvitation() {
  const api = useConsoleApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewInvitation) =>
      api.call<typeof contract.MakeInvitation>('post', '/administration/invitations', { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['administration', 'invitations'] }),
  });
}

export function useRevokeInvitation(invitationId: string) {
  const api = useConsoleApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      api.call<typeof contract.RevokeInvitation>('post', '/administration/invitations/:invitationId/revoke', {
        params: { invitationId },
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['administration', 'invitations'] }),
  });
}

export function useAdministrators() {
  const api = useConsoleApi();
  return useQuery({
    queryKey: ['administration', 'administrators'],
    queryFn: ({ signal }) =>
      api.call<typeof contract.ListAdministrators>('get', '/administration/administrators', {}, signal),
  });
}

export function useRevokeAdministrator(administratorId: string) {
  const api = useConsoleApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      api.call<typeof contract.RevokeAdministrator>(
        'post',
        '/administration/administrators/:administratorId/revoke',
        { params: { administratorId } },
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ['administration'] }),
  });
}

export function useChanges() {
  const api = useConsoleApi();
  return useInfiniteQuery({
    queryKey: ['administration', 'changes'],
    queryFn: ({ pageParam, signal }) =>
      api.call<typeof contract.ListChanges>(
        'get',
        '/administration/changes',
        { query: { after: pageParam } },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });
}
