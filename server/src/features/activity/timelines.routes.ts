import * as contract from '../../contracts/timelines.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { GroupExtensionsService } from './group-extensions.service.ts';
import type { TimelinesService } from './timelines.service.ts';

export const timelineRoutes = (service: TimelinesService, groups: GroupExtensionsService): Route[] => [
  handle(contract.GetTimeline, ({ caller, params }) =>
    service.get(caller, params.activityId, params.memberId),
  ),
  handle(contract.ListExtensions, ({ caller, params, query }) =>
    service.list(caller, params.activityId, query.after, query.limit),
  ),
  handle(contract.PreviewExtension, ({ caller, params, body }) =>
    service.previewExtension(caller, params.activityId, params.memberId, body.until, body.zone),
  ),
  handle(contract.SaveExtension, ({ caller, params, body }) => {
    const { until, zone, reason, expectedRevision } = body;
    const { activityId, memberId } = params;
    return service.saveExtension(caller, activityId, memberId, { until, zone, reason }, expectedRevision);
  }),
  handle(contract.PreviewAccommodation, ({ caller, params, body }) =>
    service.previewAccommodation(caller, params.memberId, {
      percent: body.percent,
      days: body.days,
      zone: body.zone,
    }),
  ),
  handle(contract.SaveAccommodation, ({ caller, params, body }) => {
    const { percent, days, zone, reason, expectedRevision } = body;
    return service.saveAccommodation(
      caller,
      params.memberId,
      { percent, days, zone, reason },
      expectedRevision,
    );
  }),
  handle(contract.ListGroupExtensions, ({ caller, params }) => groups.list(caller, params.activityId)),
  handle(contract.PreviewGroupExtension, ({ caller, params, body }) =>
    groups.preview(caller, params.activityId, params.groupId, body),
  ),
  handle(contract.SaveGroupExtension, ({ caller, params, body }) => {
    const { expectedRevision, ...wanted } = body;
    return groups.save(caller, params.activityId, params.groupId, wanted, expectedRevision);
  }),
];
