import * as contract from '../../contracts/marking.ts';
import * as bulkContract from '../../contracts/marking-bulk.ts';
import * as settingsContract from '../../contracts/marking-settings.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { BulkService } from './bulk.service.ts';
import type { LeasesService } from './leases.service.ts';
import type { MarkingService } from './marking.service.ts';
import type { Division, SharesService } from './shares.service.ts';
import type { TwiceService } from './twice.service.ts';

function divisionOf(body: contract.DivisionBody): Division {
  if (body.kind === 'evenly') return { kind: body.kind, memberIds: body.memberIds, seed: body.seed };
  if (body.kind === 'bySection') return { kind: body.kind, seed: body.seed };
  return { kind: body.kind, workIds: body.workIds, memberId: body.memberId };
}

export const markingRoutes = (
  marking: MarkingService,
  leases: LeasesService,
  shares: SharesService,
): Route[] => [
  handle(contract.ListMarking, ({ caller, params, query }) =>
    marking.list(caller, params.activityId, {
      after: query.after,
      limit: query.limit,
      hidden: query.hidden === '1',
      sections: query.sections,
    }),
  ),
  handle(contract.GetMarkingShares, ({ caller, params }) => shares.shares(caller, params.activityId)),
  handle(contract.DivideMarking, ({ caller, params, body }) =>
    shares.divide(caller, params.activityId, divisionOf(body)),
  ),
  handle(contract.PreviewDivision, ({ caller, params, body }) =>
    shares.preview(caller, params.activityId, body.seed),
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

export const bulkRoutes = (bulk: BulkService): Route[] => [
  handle(bulkContract.PreviewBulk, ({ caller, params, body }) =>
    bulk.preview(caller, params.activityId, body.act, body.hidden, body.workIds),
  ),
  handle(bulkContract.StartBulk, ({ caller, params, body }) => {
    const { act, hidden, works, reason } = body;
    return bulk.start(caller, params.activityId, { id: params.bulkId, act, hidden, works, reason });
  }),
  handle(bulkContract.GetBulk, ({ caller, params }) => bulk.read(caller, params.activityId, params.bulkId)),
  handle(bulkContract.UndoBulk, ({ caller, params, body }) =>
    bulk.undo(caller, params.activityId, params.bulkId, body.reason),
  ),
];

export const markingSettingsRoutes = (twice: TwiceService): Route[] => [
  handle(settingsContract.GetMarkingSettings, ({ caller, params }) => twice.read(caller, params.activityId)),
  handle(settingsContract.SaveMarkingSettings, ({ caller, params, body }) =>
    twice.save(caller, params.activityId, {
      share: body.share,
      limit: body.limit,
      expectedRevision: body.expectedRevision,
    }),
  ),
];
