import { GetFacilitation, NudgeMembers } from '../../contracts/discussion-facilitation.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { FacilitationService } from './facilitation.service.ts';

export const facilitationRoutes = (facilitation: FacilitationService): Route[] => [
  handle(GetFacilitation, ({ caller, params }) => facilitation.read(caller, params.activityId)),
  handle(NudgeMembers, ({ caller, params: { activityId, nudgeId }, body }) =>
    facilitation.nudge(caller, activityId, nudgeId, body.memberIds),
  ),
];
