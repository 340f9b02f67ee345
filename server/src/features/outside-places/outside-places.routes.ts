import * as contract from '../../contracts/outside-places.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { OutsidePlacesService } from './outside-places.service.ts';

export const outsidePlaceRoutes = (service: OutsidePlacesService): Route[] => [
  handle(contract.GetOutsidePlaces, ({ caller, params }) => service.get(caller, params)),
  handle(contract.LinkOutsidePlace, ({ caller, params, body }) => {
    const { kind, ...address } = params;
    return service.link(caller, address, kind, body.url, body.expectedRevision);
  }),
  handle(contract.ListOutsidePlaces, ({ caller, params, query }) =>
    service.list(caller, params.activityId, query.after, query.limit),
  ),
  handle(contract.ExportBreakoutRooms, ({ caller, params, query }) =>
    service.exportRooms(caller, params.activityId, query.format),
  ),
];
