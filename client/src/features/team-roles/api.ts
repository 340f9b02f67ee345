import { useQuery, useQueryClient } from '@tanstack/react-query';
import type * as contract from '../../../../server/src/contracts/team-roles.ts';
import { useApi } from '../../app/context.ts';
import { useMutation } from '../../app/use-mutation.ts';
import { type RoomPart, type RoomPlace, useRoomPart } from '../group-work/room-api.ts';

export type TeamRoles = contract.TeamRolesView;
export type Materials = contract.MaterialsView;
export type TeamRole = TeamRoles['roles'][number];

/** One group of a project. */
export interface Place {
  readonly activityId: string;
  readonly groupId: string;
}

const AT = '/group-work/:activityId/groups/:groupId/roles';
/** Others give roles too: a page that is open looks again. */
const OTHERS_MS = 20_000;

const rolesKey = ({ activityId, groupId }: Place) => ['team roles', activityId, groupId] as const;

export function useTeamRoles(place: Place) {
  const api = useApi();
  return useQuery({
    queryKey: rolesKey(place),
    queryFn: ({ signal }) =>
      api.call<typeof contract.GetTeamRoles>('get', AT, { params: { ...place } }, signal),
    refetchInterval: OTHERS_MS,
    staleTime: 0,
  });
}

export function useAssignRole(place: Place) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({
      roleId,
      ...body
    }: {
      roleId: string;
      n: number;
      memberId: string | null;
      expectedRevision: number;
    }) =>
      api.call<typeof contract.AssignTeamRole>('put', `${AT}/:roleId`, {
        params: { ...place, roleId },
        body,
      }),
    onSuccess: (roles) => queries.setQueryData(rolesKey(place), roles),
    // Somebody was faster: the page shows what they have chosen.
    onError: () => queries.invalidateQueries({ queryKey: rolesKey(place) }),
  });
}

const MATERIALS: RoomPart<Materials> = {
  name: 'materials',
  read: (api, place, signal) =>
    api.call<typeof contract.GetMaterials>(
      'get',
      '/group-work/:activityId/groups/:groupId/materials',
      { params: { ...place } },
      signal,
    ),
};

/** What the roles of a group are told; read anew when roles are given. */
export const useMaterials = (place: RoomPlace) => useRoomPart(place, MATERIALS);
