import { outsidePlaceRoutes } from './outside-places.routes.ts';
import { createOutsidePlacesService, type OutsidePlacePorts } from './outside-places.service.ts';
import { createOutsideLinkStore } from './outside-places.store.ts';

interface Ports extends OutsidePlacePorts {
  readonly connection: Parameters<typeof createOutsideLinkStore>[0];
}

/** Boards and video rooms outside that groups use. */
export const createOutsidePlaces = ({ connection, ...ports }: Ports) => ({
  routes: outsidePlaceRoutes(createOutsidePlacesService(createOutsideLinkStore(connection), ports)),
});
