import { GetFacilitation, NudgeMembers } from '../../contracts/discussion-facilitation.ts';
import { GetSynthesis, GetSynthesisHistory, SaveSynthesis } from '../../contracts/discussion-synthesis.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { FacilitationService } from './facilitation.service.ts';
import type { SynthesisService } from './synthesis.service.ts';

export const facilitationRoutes = (
  facilitation: FacilitationService,
  synthesis: SynthesisService,
): Route[] => [
  handle(GetFacilitation, ({ caller, params }) => facilitation.read(caller, params.activityId)),
  handle(NudgeMembers, ({ caller, params: { activityId, nudgeId }, body }) =>
    facilitation.nudge(caller, activityId, nudgeId, body.memberIds),
  ),
  handle(GetSynthesis, ({ caller, params }) => synthesis.get(caller, params.activityId, params.threadId)),
  handle(SaveSynthesis, ({ caller, params, body: { text, divergent, expectedRevision } }) =>
    synthesis.save(caller, params.activityId, params.threadId, { text, divergent, expectedRevision }),
  ),
  handle(GetSynthesisHistory, ({ caller, params }) =>
    synthesis.history(caller, params.activityId, params.threadId),
  ),
];
