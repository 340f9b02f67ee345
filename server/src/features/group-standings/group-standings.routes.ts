import * as moving from '../../contracts/group-moves.ts';
import * as nudging from '../../contracts/group-nudges.ts';
import * as contract from '../../contracts/group-standings.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { MoveService } from './moves.service.ts';
import type { NudgeService } from './nudges.service.ts';
import type { StandingService } from './group-standings.service.ts';

export const standingRoutes = (
  service: StandingService,
  nudges: NudgeService,
  moves: MoveService,
): Route[] => [
  handle(contract.ListGroupStandings, ({ caller, params, query }) => {
    const { after, limit, sections } = query;
    return service.list(caller, params.activityId, { after, limit, sections });
  }),
  handle(contract.GetGroupStanding, ({ caller, params }) =>
    service.get(caller, params.activityId, params.groupId),
  ),
  handle(moving.PreviewGroupMove, ({ caller, params, query }) => moves.preview(caller, params, query.to)),
  handle(nudging.GetGroupNudge, ({ caller, params }) => nudges.preview(caller, params)),
  handle(nudging.NudgeGroup, ({ caller, params, body }) => {
    const { nudgeId, ...place } = params;
    return nudges.nudge(caller, place, { nudgeId, text: body.text, again: body.again });
  }),
];
