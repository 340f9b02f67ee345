import type { z } from 'zod';
import type * as contract from '../../../../server/src/contracts/team-dynamics.ts';
import { type RoomPart, type RoomPlace, useRoomCommand, useRoomPart } from '../group-work/room-api.ts';

export type Dynamics = contract.TeamDynamicsView;
export type Survey = Dynamics['surveys'][number];
export type Band = contract.DynamicsBand;
type Answer = z.output<typeof contract.AnswerTeamDynamics.body>;

const AT = '/group-work/:activityId/groups/:groupId/dynamics';

const DYNAMICS: RoomPart<Dynamics> = {
  name: 'dynamics',
  read: (api, place, signal) =>
    api.call<typeof contract.GetTeamDynamics>('get', AT, { params: { ...place } }, signal),
};

/** How the members of a group say they work together. */
export const useDynamics = (place: RoomPlace) => useRoomPart(place, DYNAMICS);

/** Says once how one sees it oneself. */
export const useAnswerDynamics = (place: RoomPlace) =>
  useRoomCommand(place, DYNAMICS, (api, { n, steps }: Answer & { readonly n: number }) =>
    api.call<typeof contract.AnswerTeamDynamics>('put', `${AT}/:n/answer`, {
      params: { ...place, n },
      body: { steps },
    }),
  );
