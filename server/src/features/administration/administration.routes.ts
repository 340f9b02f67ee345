import * as contract from '../../contracts/administration.ts';
import * as platformContract from '../../contracts/administration-platforms.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { AdministratorsService } from './administrators.service.ts';
import type { ChangesService } from './changes.service.ts';
import type { ConsoleInvitationsService } from './console-invitations.service.ts';
import type { ConsolePlatformsService } from './platforms.service.ts';

interface Services {
  readonly administrators: AdministratorsService;
  readonly platforms: ConsolePlatformsService;
  readonly invitations: ConsoleInvitationsService;
  readonly changes: ChangesService;
}

const NOTHING = {};

export const administrationRoutes = (services: Services): Route[] => [
  ...sessionRoutes(services),
  ...platformRoutes(services),
  ...peopleRoutes(services),
];

const sessionRoutes = ({ administrators }: Services): Route[] => [
  handle(contract.OpenConsole, async ({ caller, body }) => {
    const { view, secret, expiresAt } = await administrators.signIn(body.invitation, caller.requestId);
    caller.consoleCookie.set(secret, expiresAt);
    return view;
  }),
  handle(contract.GetConsoleSession, async ({ caller }) => administrators.describe(caller.session)),
  handle(contract.CloseConsole, async ({ caller }) => {
    await administrators.signOut(caller.session);
    caller.consoleCookie.clear();
    return NOTHING;
  }),
];

const platformRoutes = ({ platforms }: Services): Route[] => [
  handle(platformContract.GetOverview, () => platforms.overview()),
  handle(platformContract.ListPlatforms, ({ query }) => platforms.list(query.after, query.limit)),
  handle(platformContract.GetPlatform, ({ params }) => platforms.get(params.platformId)),
  handle(platformContract.ChangePlatform, ({ caller, params, body }) =>
    platforms.change(
      params.platformId,
      { name: body.name, acceptNewDeployments: body.acceptNewDeployments },
      caller,
    ),
  ),
  handle(platformContract.ApprovePlatform, ({ caller, params }) =>
    platforms.approve(params.platformId, caller),
  ),
  handle(platformContract.DisablePlatform, ({ caller, params }) =>
    platforms.disable(params.platformId, caller),
  ),
  handle(platformContract.RotateKeys, ({ caller, params }) =>
    platforms.rotateKeys(params.platformId, caller),
  ),
  handle(platformContract.ApproveDeployment, ({ caller, params, body }) =>
    platforms.approveDeployment(params.platformId, body.deploymentId, caller),
  ),
  handle(platformContract.ListPendingDeployments, ({ query }) =>
    platforms.listPendingDeployments(query.after, query.limit),
  ),
  handle(platformContract.TestConnection, ({ params }) =>
    platforms.testConnection(params.platformId, params.step),
  ),
  handle(platformContract.ListLaunches, ({ query }) => platforms.listLaunches(query)),
];

const peopleRoutes = ({ administrators, invitations, changes }: Services): Route[] => [
  handle(contract.ListInvitations, ({ query }) => invitations.list(query.after, query.limit)),
  handle(contract.MakeInvitation, ({ caller, body }) => invitations.make(body, caller)),
  handle(contract.RevokeInvitation, async ({ caller, params }) => {
    await invitations.revoke(params.invitationId, caller);
    return NOTHING;
  }),
  handle(contract.ListAdministrators, ({ caller }) => administrators.list(caller.administrator)),
  handle(contract.RevokeAdministrator, async ({ caller, params }) => {
    await administrators.revoke(params.administratorId, caller.administrator, caller);
    return NOTHING;
  }),
  handle(contract.ListChanges, ({ query }) => changes.list(query.after, query.limit)),
];
