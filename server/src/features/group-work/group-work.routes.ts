import * as delivering from '../../contracts/group-deliverables.ts';
import * as contract from '../../contracts/group-work.ts';
import * as marking from '../../contracts/group-grading.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { DeliverablesService } from './deliverables.service.ts';
import type { GradingService } from './grading.service.ts';
import type { OverviewService } from './overview.service.ts';
import type { createSetUpService } from './set-up.service.ts';

export interface GroupWorkServices {
  readonly setUp: ReturnType<typeof createSetUpService>;
  readonly overview: OverviewService;
  readonly service: DeliverablesService;
  readonly grading: GradingService;
}

export const groupWorkRoutes = ({ setUp, overview, service, grading }: GroupWorkServices): Route[] => [
  handle(contract.SaveGroupWork, ({ caller, params, body }) =>
    setUp.save(caller, params.activityId, body.settings, body.expectedRevision, body.state),
  ),
  handle(contract.GetGroupWorkSettings, ({ caller, params }) => setUp.get(caller, params.activityId)),
  handle(contract.GetGroupWork, ({ caller, params }) => overview.get(caller, params.activityId)),
  handle(contract.ListProjectGroups, ({ caller, params, query }) =>
    overview.list(caller, params.activityId, query.after, query.limit),
  ),
  handle(delivering.GetDeliverable, ({ caller, params }) => service.get(caller, params)),
  handle(delivering.SaveDeliverableDraft, ({ caller, params, body }) => {
    const { text, fileIds, expectedRevision } = body;
    return service.saveDraft(caller, params, { text, fileIds }, expectedRevision);
  }),
  handle(delivering.HandInDeliverable, ({ caller, params, body }) =>
    service.handIn(caller, params, body.expectedRevision),
  ),
  handle(delivering.ConfirmDeliverable, ({ caller, params, body }) => {
    const { version, ...key } = params;
    return service.confirm(caller, key, version, body.objection);
  }),
  handle(delivering.WithdrawDeliverable, ({ caller, params }) => {
    const { version, ...key } = params;
    return service.withdraw(caller, key, version);
  }),
  handle(marking.GetProjectGrades, ({ caller, params }) => grading.read(caller, params.activityId)),
  handle(marking.ReleaseProjectGrades, ({ caller, params }) => grading.release(caller, params.activityId)),
  handle(marking.WithdrawProjectGrades, ({ caller, params }) => grading.withdraw(caller, params.activityId)),
  handle(marking.GetProjectResult, ({ caller, params }) => grading.result(caller, params.activityId)),
  handle(marking.GetDeliverableMark, ({ caller, params }) => grading.readMark(caller, params)),
  handle(marking.MarkDeliverable, ({ caller, params, body }) => {
    const { ratings, points, comment, adjustments, expectedRevision } = body;
    return grading.mark(caller, params, { ratings, points, comment, adjustments }, expectedRevision);
  }),
];
