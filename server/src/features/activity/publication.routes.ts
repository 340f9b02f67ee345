import { GetPublication, SetPublication } from '../../contracts/publication.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { PublicationService } from './publication.service.ts';

export const publicationRoutes = (service: PublicationService): Route[] => [
  handle(GetPublication, ({ caller, params }) => service.get(caller, params.activityId)),
  handle(SetPublication, ({ caller, params, body }) => service.set(caller, params.activityId, body.state)),
];
