import type { z } from 'zod';
import type * as contract from '../../../../server/src/contracts/decision-log.ts';
import { type RoomPart, type RoomPlace, useRoomCommand, useRoomPart } from '../group-work/room-api.ts';

export type DecisionLog = z.output<typeof contract.DecisionLogView>;
export type Decision = DecisionLog['items'][number];
export type DecisionVersion = Decision['versions'][number];
type Recorded = z.input<(typeof contract.RecordDecision)['body']> & { readonly decisionId: string };

const AT = '/group-work/:activityId/groups/:groupId/decisions';

const PART: RoomPart<DecisionLog> = {
  name: 'decisions',
  read: (api, place, signal) =>
    api.call<typeof contract.GetDecisionLog>('get', AT, { params: { ...place } }, signal),
};

export const useDecisionLog = (place: RoomPlace) => useRoomPart(place, PART);

export const useRecordDecision = (place: RoomPlace) =>
  useRoomCommand(place, PART, (api, { decisionId, ...body }: Recorded) =>
    api.call<typeof contract.RecordDecision>('put', `${AT}/:decisionId`, {
      params: { ...place, decisionId },
      body,
    }),
  );
