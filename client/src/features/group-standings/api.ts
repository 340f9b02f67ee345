import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as sets from '../../../../server/src/contracts/group-sets.ts';
import type * as moving from '../../../../server/src/contracts/group-moves.ts';
import type * as nudging from '../../../../server/src/contracts/group-nudges.ts';
import type * as contract from '../../../../server/src/contracts/group-standings.ts';
import { useApi } from '../../app/context.ts';
import { useMutation } from '../../app/use-mutation.ts';
import { useSectionsWanted } from '../course/use-sections-wanted.ts';
import type { RoomPlace } from '../group-work/room-api.ts';

export type GroupStanding = z.output<typeof contract.GroupStandingView>;

export type MovePreview = z.output<typeof moving.PreviewGroupMove.response>;

const standingsKey = (activityId: string) => ['group standings', activityId] as const;

/** For staff: all groups of a project. */
export function useGroupStandings(activityId: string) {
  const api = useApi();
  const { wanted } = useSectionsWanted();
  return useInfiniteQuery({
    queryKey: [...standingsKey(activityId), 'list', wanted],
    queryFn: ({ pageParam, signal }) =>
      api.call<typeof contract.ListGroupStandings>(
        'get',
        '/group-work/:activityId/standings',
        { params: { activityId }, query: { after: pageParam, sections: wanted } },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    staleTime: 0,
  });
}

/** For staff: one group. */
export function useGroupStanding({ activityId, groupId }: RoomPlace, isForStaff = true) {
  const api = useApi();
  return useQuery({
    queryKey: [...standingsKey(activityId), groupId],
    queryFn: ({ signal }) =>
      api.call<typeof contract.GetGroupStanding>(
        'get',
        '/group-work/:activityId/groups/:groupId/standing',
        { params: { activityId, groupId } },
        signal,
      ),
    enabled: isForStaff,
    staleTime: 0,
  });
}

const GROUP = '/group-work/:activityId/groups/:groupId';
const nudgeKey = ({ activityId, groupId }: RoomPlace) => ['group nudge', activityId, groupId] as const;

/** Who a nudge would go to, and the last one there was. */
export function useNudgePreview({ activityId, groupId }: RoomPlace) {
  const api = useApi();
  return useQuery({
    queryKey: nudgeKey({ activityId, groupId }),
    queryFn: ({ signal }) =>
      api.call<typeof nudging.GetGroupNudge>(
        'get',
        `${GROUP}/nudge`,
        { params: { activityId, groupId } },
        signal,
      ),
    staleTime: 0,
  });
}

export function useNudge({ activityId, groupId }: RoomPlace) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ nudgeId, ...body }: { nudgeId: string; text: string; again: boolean }) =>
      api.call<typeof nudging.NudgeGroup>('put', `${GROUP}/nudges/:nudgeId`, {
        params: { activityId, groupId, nudgeId },
        body,
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: nudgeKey({ activityId, groupId }) }),
  });
}

/** What a move would change. @param to empty: not chosen yet */
export function useMovePreview({ activityId, groupId }: RoomPlace, memberId: string, to: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['group move', activityId, groupId, memberId, to],
    queryFn: ({ signal }) =>
      api.call<typeof moving.PreviewGroupMove>(
        'get',
        `${GROUP}/moves/:memberId`,
        { params: { activityId, groupId, memberId }, query: { to: to === '' ? undefined : to } },
        signal,
      ),
    enabled: memberId !== '',
    placeholderData: (before) => before,
    staleTime: 0,
  });
}

/** Moves a member in the set of the project's groups, as it is then. */
export function useMove({ activityId }: RoomPlace) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    async mutationFn({ setId, ...move }: { setId: string; memberId: string; groupId: string }) {
      const set = await api.call<typeof sets.GetGroupSet>('get', '/group-sets/:setId', { params: { setId } });
      return api.call<typeof sets.MoveMembers>('post', '/group-sets/:setId/moves', {
        params: { setId },
        body: { moves: [move], expectedRevision: set.revision },
      });
    },
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: standingsKey(activityId) }),
        queries.invalidateQueries({ queryKey: ['group move', activityId] }),
      ]),
  });
}
