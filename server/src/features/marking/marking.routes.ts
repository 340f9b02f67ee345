import * as contract from '../../contracts/marking.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { LeasesService } from './leases.service.ts';
import type { MarkingService } from './marking.service.ts';
import type { SharesService } from './shares.service.ts';

export const markingRoutes = (
  marking: MarkingService,
  leases: LeasesService,
  shares: SharesService,
): Route[] => [
  handle(contract.ListMarking, ({ caller, params, query }) =>
    marking.list(caller, params.activityId, query.after, query.limit, query.hidden === '1'),
  ),
  handle(contract.GetMarkingShares, ({ caller, params }) => shares.shares(caller, params.activityId)),
  handle(contract.DivideMarking, ({ caller, params, body }) =>
    shares.divide(
      caller,
      params.activityId,
      body.kind === 'evenly'
        ? { kind: body.kind, memberIds: body.memberIds, seed: body.seed }
        : { kind: body.kind, workIds: body.workIds, memberId: body.memberId },
    ),
  ),
  handle(contract.ClaimNextWork, ({ caller, params }) => leases.claimNext(caller, params.activityId)),
  handle(contract.GetMarkingWork, ({ caller, params, query }) =>
    marking.work(caller, params.activityId, params.workId, query.hidden === '1'),
  ),
  handle(contract.TakeWork, ({ caller, params }) => leases.take(caller, params.activityId, params.workId)),
  handle(contract.GiveWorkBack, ({ caller, params }) =>
    leases.giveBack(caller, params.activityId, params.workId),
  ),
  handle(contract.SaveMarkDraft, ({ caller, params, body }) => {
    const { ratings, comment, expectedRevision } = body;
    return marking.saveDraft(
      caller,
      params.activityId,
      params.workId,
      { ratings, comment },
      expectedRevision,
    );
  }),
  handle(contract.FinishMark, ({ caller, params, body }) => {
    const { ratings, comment, expectedRevision, reason } = body;
    return marking.finish(caller, params.activityId, params.workId, {
      ratings,
      comment,
      expectedRevision,
      reason,
    });
  }),
  handle(contract.UndoMark, ({ caller, params, body }) =>
    marking.undo(caller, params.activityId, params.workId, {
      expectedRevision: body.expectedRevision,
      reason: body.reason,
    }),
  ),
];
