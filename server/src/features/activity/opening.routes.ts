import { GetOpening, GetOwnOpening, PreviewOpening, SetOpening } from '../../contracts/opening.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { OpeningService } from './opening.service.ts';

export const openingRoutes = (service: OpeningService): Route[] => [
  handle(GetOpening, ({ caller, params }) => service.get(caller, params.activityId)),
  handle(PreviewOpening, ({ caller, params, body }) =>
    service.preview(caller, params.activityId, body.rules),
  ),
  handle(SetOpening, ({ caller, params, body }) =>
    service.set(caller, params.activityId, body.rules, body.expectedRevision),
  ),
  handle(GetOwnOpening, ({ caller, params }) => service.getOwn(caller, params.activityId)),
];
