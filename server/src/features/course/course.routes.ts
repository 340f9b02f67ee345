import { LinkActivity, RespondToDeepLinking } from '../../contracts/activity.ts';
import { OpenSession, RenewSession } from '../../contracts/session.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { LinkService } from './link.service.ts';
import type { SessionService } from './session.service.ts';

export const courseRoutes = (sessions: SessionService, links: LinkService): Route[] => [
  handle(OpenSession, ({ body }) => sessions.open(body.code)),
  handle(RenewSession, ({ caller }) => sessions.renew(caller.scope, caller.launchId, caller.member.id)),
  handle(LinkActivity, ({ caller, body }) => links.linkActivity(caller, body.activityId)),
  handle(RespondToDeepLinking, ({ caller, body }) => links.respondToDeepLinking(caller, body.activityIds)),
];
