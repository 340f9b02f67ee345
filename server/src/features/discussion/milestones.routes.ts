import { GetChecklist } from '../../contracts/milestones.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { MilestonesService } from './milestones.service.ts';

export const milestoneRoutes = (milestones: MilestonesService): Route[] => [
  handle(GetChecklist, ({ caller, params }) => milestones.checklist(caller, params.activityId)),
];
