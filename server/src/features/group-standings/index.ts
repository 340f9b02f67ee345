import { standingRoutes } from './group-standings.routes.ts';
import { createStandingService, type StandingPorts } from './group-standings.service.ts';
import { createMoveService, type MovePorts } from './moves.service.ts';
import { createNudgeNotices, createNudgeService, type NudgePorts } from './nudges.service.ts';
import { createNudgeStore } from './nudges.store.ts';

interface Ports extends StandingPorts, NudgePorts, MovePorts {
  readonly standings: StandingPorts['standings'] & MovePorts['standings'];
  readonly connection: Parameters<typeof createNudgeStore>[0];
}

/** For staff: how all groups of a project stand, and what can be done about it. */
export const createGroupStandings = ({ connection, ...ports }: Ports) => ({
  noticeSource: createNudgeNotices(ports.rooms),
  routes: standingRoutes(
    createStandingService(ports),
    createNudgeService(createNudgeStore(connection), ports),
    createMoveService(ports),
  ),
});
