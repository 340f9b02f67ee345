import * as contract from '../../contracts/roster.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { RosterService } from './roster.service.ts';

export const rosterRoutes = (roster: RosterService): Route[] => [
  handle(contract.GetRoster, ({ caller }) => roster.status(caller)),
  handle(contract.ReadRoster, ({ caller }) => roster.readNow(caller)),
];
