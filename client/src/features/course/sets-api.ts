import {
  type InfiniteData,
  type QueryClient,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { z } from 'zod';
import type { Endpoint } from '../../../../server/src/contracts/endpoint.ts';
import type * as contract from '../../../../server/src/contracts/group-sets.ts';
import type { ListGroups } from '../../../../server/src/contracts/groups.ts';
import { useApi } from '../../app/context.ts';
import { useMutation } from '../../app/use-mutation.ts';
import { groupKeys } from './api.ts';
import { HOME_KEY } from '../insights/api.ts';

export type OwnSet = z.output<typeof contract.OwnSetView>;
export type MyGroupSet = z.output<typeof contract.MyGroupSetView>;
export type Draw = z.output<(typeof contract.PreviewRandomGroups)['body']>;
export type Move = z.output<(typeof contract.MoveMembers)['body']>['moves'][number];

const keys = {
  set: (setId: string) => ['course', 'groups', 'own', setId] as const,
  unplaced: (setId: string) => ['course', 'groups', 'own', setId, 'unplaced'] as const,
  mine: ['course', 'myGroups'] as const,
};

export function useGroupSet(setId: string) {
  const api = useApi();
  return useQuery({
    queryKey: keys.set(setId),
    queryFn: ({ signal }) =>
      api.call<typeof contract.GetGroupSet>('get', '/group-sets/:setId', { params: { setId } }, signal),
  });
}

export function useUnplaced(setId: string) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: keys.unplaced(setId),
    queryFn: ({ pageParam, signal }) =>
      api.call<typeof contract.ListUnplaced>(
        'get',
        '/group-sets/:setId/unplaced',
        { params: { setId }, query: { after: pageParam } },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });
}

export function useCreateGroupSet() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: z.input<(typeof contract.CreateGroupSet)['body']>) =>
      api.call<typeof contract.CreateGroupSet>('post', '/group-sets', { body }),
    onSettled: () => queries.invalidateQueries({ queryKey: groupKeys.groups }),
  });
}

type ChangesSet = Endpoint & { readonly body: z.ZodType; readonly response: z.ZodType<OwnSet> };
type Change<E extends ChangesSet> = Omit<z.input<E['body']> & object, 'expectedRevision'>;

/** A change of a set as the page has it; whatever comes of it, the page shows the set as it is then. */
export function useChange<E extends ChangesSet>(
  set: OwnSet,
  method: E['method'],
  path: E['path'],
  params: Record<string, string> = {},
) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (change: Change<E>) =>
      api.call<typeof contract.MoveMembers>(method as 'post', path as '/group-sets/:setId/moves', {
        params: { setId: set.id, ...params },
        body: { ...change, expectedRevision: revisionOf(queries, set) } as never,
      }),
    onSuccess: (changed) => {
      queries.setQueryData<OwnSet>(keys.set(set.id), changed);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: groupKeys.groups }),
  });
}

/** The newest that is known: taking something back comes after what is to be taken back. */
const revisionOf = (queries: QueryClient, set: OwnSet): number =>
  queries.getQueryData<OwnSet>(keys.set(set.id))?.revision ?? set.revision;

export const useChangeGroupSet = (set: OwnSet) =>
  useChange<typeof contract.ChangeGroupSet>(set, 'put', '/group-sets/:setId');

export const useAddGroups = (set: OwnSet) =>
  useChange<typeof contract.AddGroups>(set, 'post', '/group-sets/:setId/groups');

export const useChangeGroup = (set: OwnSet, groupId: string) =>
  useChange<typeof contract.ChangeGroup>(set, 'put', '/group-sets/:setId/groups/:groupId', { groupId });

export const useDeleteGroup = (set: OwnSet, groupId: string) =>
  useChange<typeof contract.DeleteGroup>(set, 'post', '/group-sets/:setId/groups/:groupId/delete', {
    groupId,
  });

export const useMakeRandomGroups = (set: OwnSet) =>
  useChange<typeof contract.MakeRandomGroups>(set, 'post', '/group-sets/:setId/random');

export function useDeleteGroupSet(set: OwnSet) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      api.call<typeof contract.DeleteGroupSet>('post', '/group-sets/:setId/delete', {
        params: { setId: set.id },
        body: { expectedRevision: revisionOf(queries, set) },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: groupKeys.groups, exact: true }),
  });
}

export function usePreviewRandom(setId: string, draw: Draw, isWanted: boolean) {
  const api = useApi();
  return useQuery({
    queryKey: [...keys.set(setId), 'random', draw],
    queryFn: ({ signal }) =>
      api.call<typeof contract.PreviewRandomGroups>(
        'post',
        '/group-sets/:setId/random/preview',
        { params: { setId }, body: draw },
        signal,
      ),
    enabled: isWanted,
    placeholderData: (before) => before,
    retry: false,
  });
}

type GroupPage = z.output<(typeof ListGroups)['response']>;
type PeoplePage = z.output<(typeof contract.ListUnplaced)['response']>;

/** Moves people at once on the page, and back when the server refuses. */
export function useMoveMembers(set: OwnSet) {
  const queries = useQueryClient();
  const change = useChange<typeof contract.MoveMembers>(set, 'post', '/group-sets/:setId/moves');
  return {
    ...change,
    move(moves: readonly Move[], onMoved: (undo: Move[]) => void): void {
      const groupsKey = groupKeys.set(set.id);
      const before = queries.getQueryData<InfiniteData<GroupPage>>(groupsKey);
      const unplaced = queries.getQueryData<InfiniteData<PeoplePage>>(keys.unplaced(set.id));
      const after = before && unplaced && moved(before, unplaced, moves);
      if (after) {
        queries.setQueryData(groupsKey, after.groups);
        queries.setQueryData(keys.unplaced(set.id), after.unplaced);
      }
      change.mutate(
        { moves: [...moves] },
        {
          onSuccess: ({ undo }) => onMoved(undo),
          onError: () => {
            queries.setQueryData(groupsKey, before);
            queries.setQueryData(keys.unplaced(set.id), unplaced);
          },
        },
      );
    },
  };
}

/** The pages as they are after some moves. */
function moved(groups: InfiniteData<GroupPage>, unplaced: InfiniteData<PeoplePage>, moves: readonly Move[]) {
  const to = new Map(moves.map(({ memberId, groupId }) => [memberId, groupId]));
  const all = [
    ...groups.pages.flatMap(({ items }) => items.flatMap(({ members }) => members)),
    ...unplaced.pages.flatMap(({ items }) => items),
  ];
  const moving = all.filter(({ memberId }) => to.has(memberId));
  const stays = ({ memberId }: { memberId: string }) => !to.has(memberId);
  return {
    groups: {
      ...groups,
      pages: groups.pages.map((page) => ({
        ...page,
        items: page.items.map((group) => ({
          ...group,
          members: [
            ...group.members.filter(stays),
            ...moving.filter(({ memberId }) => to.get(memberId) === group.id),
          ],
        })),
      })),
    },
    unplaced: {
      ...unplaced,
      pages: unplaced.pages.map((page, index) => ({
        ...page,
        items: [
          ...page.items.filter(stays),
          ...(index === 0 ? moving.filter(({ memberId }) => to.get(memberId) === null) : []),
        ],
      })),
    },
  };
}

/** The groups one is in, and those one may sign up for. */
export function useMyGroups() {
  const api = useApi();
  return useQuery({
    queryKey: keys.mine,
    queryFn: ({ signal }) => api.call<typeof contract.ListMyGroupSets>('get', '/my-groups', {}, signal),
  });
}

export function useChooseGroup(setId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (groupId: string | null) =>
      api.call<typeof contract.ChooseGroup>('put', '/group-sets/:setId/mine', {
        params: { setId },
        body: { groupId },
      }),
    onSuccess: (set) =>
      queries.setQueryData<{ items: MyGroupSet[] }>(keys.mine, (before) => ({
        items: (before?.items ?? []).map((one) => (one.id === setId ? set : one)),
      })),
    // A refusal says that the page is not as it is any more.
    onError: () => queries.invalidateQueries({ queryKey: keys.mine }),
    // The home says what is left to choose, and who waits.
    onSettled: () => queries.invalidateQueries({ queryKey: HOME_KEY }),
  });
}
