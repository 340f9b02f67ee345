import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as contract from '../../../../server/src/contracts/groups.ts';
import type * as observed from '../../../../server/src/contracts/observed.ts';
import type * as rosters from '../../../../server/src/contracts/roster.ts';
import { useApi } from '../../app/context.ts';
import { useMutation } from '../../app/use-mutation.ts';

export type Roster = z.output<typeof rosters.RosterView>;
export type ReadReason = z.output<typeof rosters.ReadReason>;
export type LmsRead = z.output<typeof rosters.LmsReadView>;
export type Groups = z.output<typeof contract.GroupsView>;
export type GroupSet = z.output<typeof contract.GroupSetView>;
export type Group = z.output<typeof contract.GroupView>;
export type Import = z.output<typeof contract.ImportView>;
export type Learner = z.output<(typeof observed.ListObserved)['response']>['items'][number];

const WHILE_READING_MS = 1500;

export const groupKeys = {
  groups: ['course', 'groups'] as const,
  set: (setId: string) => ['course', 'groups', 'set', setId] as const,
};

const keys = {
  ...groupKeys,
  roster: ['course', 'roster'] as const,
  unresolved: ['course', 'groups', 'unresolved'] as const,
  observed: ['course', 'observed'] as const,
};

/** Asked again while the roster is being read. */
export function useRoster() {
  const api = useApi();
  return useQuery({
    queryKey: keys.roster,
    queryFn: ({ signal }) => api.call<typeof rosters.GetRoster>('get', '/roster', {}, signal),
    refetchInterval: ({ state }) => (state.data?.state === 'reading' ? WHILE_READING_MS : false),
  });
}

export function useReadRoster() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => api.call<typeof rosters.ReadRoster>('post', '/roster/read', {}),
    onSuccess: (roster) => queries.setQueryData(keys.roster, roster),
  });
}

export function useGroups() {
  const api = useApi();
  return useQuery({
    queryKey: keys.groups,
    queryFn: ({ signal }) => api.call<typeof contract.GetGroups>('get', '/groups', {}, signal),
    refetchInterval: ({ state }) => (state.data?.read.state === 'reading' ? WHILE_READING_MS : false),
  });
}

export function useReadGroups() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => api.call<typeof contract.ReadGroups>('post', '/groups/read', {}),
    onSuccess: (groups) => queries.setQueryData(keys.groups, groups),
  });
}

export function useGroupsOf(setId: string, isEnabled: boolean) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: keys.set(setId),
    queryFn: ({ pageParam, signal }) =>
      api.call<typeof contract.ListGroups>(
        'get',
        '/group-sets/:setId/groups',
        { params: { setId }, query: { after: pageParam } },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    enabled: isEnabled,
  });
}

export function useUnresolved(isEnabled: boolean) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: keys.unresolved,
    queryFn: ({ pageParam, signal }) =>
      api.call<typeof contract.ListUnresolved>(
        'get',
        '/groups/unresolved',
        { query: { after: pageParam } },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    enabled: isEnabled,
  });
}

export function usePreviewImport() {
  const api = useApi();
  return useMutation({
    mutationFn: (csv: string) =>
      api.call<typeof contract.PreviewImport>('post', '/groups/import/preview', { body: { csv } }),
  });
}

export function useImportGroups() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (csv: string) =>
      api.call<typeof contract.ImportGroups>('post', '/groups/import', { body: { csv } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.groups }),
  });
}

export function useExportGroups() {
  const api = useApi();
  return useMutation({
    mutationFn: () => api.call<typeof contract.ExportGroups>('get', '/groups/export', {}),
  });
}

/** The learners whom the caller may observe. */
export function useObservedLearners() {
  const api = useApi();
  return useQuery({
    queryKey: keys.observed,
    queryFn: ({ signal }) => api.call<typeof observed.ListObserved>('get', '/observed', {}, signal),
  });
}
