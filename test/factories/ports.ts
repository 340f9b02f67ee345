import { createServer, type Server } from 'node:net';

/** Below what systems give to outgoing connections and to servers that ask for any port: nobody takes one meanwhile. */
const FIRST = 20_000;
const COUNT = 10_000;

const listen = (): Promise<{ server: Server; port: number }> =>
  new Promise((resolve) => {
    const port = FIRST + Math.floor(Math.random() * COUNT);
    const server = createServer();
    server.once('error', () => resolve(listen()));
    server.listen(port, '127.0.0.1', () => resolve({ server, port }));
  });

/** Different TCP ports of the loopback address that nothing uses now: all are held before any is let go. */
export async function freePorts(count: number): Promise<number[]> {
  const held = await Promise.all(Array.from({ length: count }, listen));
  await Promise.all(held.map(({ server }) => new Promise((resolve) => server.close(resolve))));
  return held.map(({ port }) => port);
}
