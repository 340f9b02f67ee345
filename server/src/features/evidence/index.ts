import { sessionRoutes } from './sessions.routes.ts';
import { createSessionsService, type SessionPorts } from './sessions.service.ts';
import { createSessionStore } from './sessions.store.ts';

interface Ports extends SessionPorts {
  readonly connection: Parameters<typeof createSessionStore>[0];
}

/** Sessions with attendance. */
export function createEvidence({ connection, ...ports }: Ports) {
  const sessions = createSessionsService(createSessionStore(connection), ports);
  return {
    routes: sessionRoutes(sessions),
    /** What activities can open after. */
    sessions: sessions.attended,
  };
}
