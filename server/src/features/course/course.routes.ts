import {
  ConfirmCopy,
  GetPlacement,
  LinkActivity,
  RespondToDeepLinking,
  SetDatesLeader,
  TakeOverDates,
} from '../../contracts/activity.ts';
import { OpenSession, RenewSession } from '../../contracts/session.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { LinkService } from './link.service.ts';
import type { PlacementService } from './placement.service.ts';
import type { SessionService } from './session.service.ts';

export const courseRoutes = (
  sessions: SessionService,
  links: LinkService,
  placements: PlacementService,
): Route[] => [
  handle(OpenSession, ({ body }) => sessions.open(body.code)),
  handle(RenewSession, ({ caller }) => sessions.renew(caller.scope, caller.launchId, caller.member.id)),
  handle(LinkActivity, ({ caller, body }) => links.linkActivity(caller, body.activityId)),
  handle(RespondToDeepLinking, ({ caller, body }) =>
    links.respondToDeepLinking(caller, body.activityIds, body.available),
  ),
  handle(GetPlacement, ({ caller, params }) => placements.get(caller, params.activityId)),
  handle(SetDatesLeader, ({ caller, params, body }) =>
    placements.setLeader(caller, params.activityId, body.ledBy),
  ),
  handle(ConfirmCopy, ({ caller, params }) => placements.confirmCopy(caller, params.activityId)),
  handle(TakeOverDates, ({ caller, params, body }) =>
    placements.takeOverDates(caller, params.activityId, body.theirs),
  ),
];
