import { createServer, type Server } from 'node:net';

/** Below what systems give to outgoing connections and to servers that ask for any port: nobody takes one meanwhile. */
const FIRST = 20_000;
const COUNT = 10_000;
/** Each worker of the test runner has ports of its own: what one has let go, and is about to use, no other one takes. */
const WORKERS_MAX = 8;
const OF_WORKER = COUNT / WORKERS_MAX;
const worker = (Number(process.env['JEST_WORKER_ID'] ?? 1) - 1) % WORKERS_MAX;

/** Where to look next; a suite begins anywhere, so that suites one after the other seldom meet. */
let next = Math.floor(Math.random() * OF_WORKER);

const listen = (): Promise<{ server: Server; port: number }> =>
  new Promise((resolve) => {
    const port = FIRST + worker * OF_WORKER + next;
    next = (next + 1) % OF_WORKER;
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
