import type { Server } from 'node:http';

/** How long requests under way may take when a server closes. */
const DRAIN_MS = 10_000;

export const listen = (server: Server, port: number): Promise<Server> =>
  new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, () => resolve(server));
  });

/** Takes no more requests and resolves when those under way have ended, or have taken too long. */
export async function closeServer(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  const force = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  await closed;
  clearTimeout(force);
}
