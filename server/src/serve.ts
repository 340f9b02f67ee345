import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { Duplex } from 'node:stream';
import { AppError } from './core/app-error.ts';
import type { Config } from './platform/config/config.ts';
import { closeServer, listen } from './platform/http/server.ts';
import { serveMetrics } from './platform/metrics.ts';

interface Wired {
  readonly log: { info(details: object, message: string): void };
  readonly registry: Parameters<typeof serveMetrics>[0];
  /** Rejects when the database does not answer. */
  ping(): Promise<unknown>;
  /** @param ready rejects while the server cannot serve */
  makeApp(ready: () => Promise<void>): RequestListener;
  /** What takes sockets. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
}

/** The servers of one process. */
export interface Serving {
  /** Takes no more requests, and finishes those that were begun. */
  stopRequests(): Promise<void>;
  stopMetrics(): Promise<void>;
}

/** Listens, once everything that answers has started. */
export async function serve(
  config: Config,
  { log, registry, ping, makeApp, upgrade }: Wired,
): Promise<Serving> {
  const { publicUrl, port, metricsPort } = config;
  let draining = false;
  const app = makeApp(async () => {
    if (draining) throw new AppError('DRAINING');
    await ping();
  });
  const server = await listen(createServer(app).on('upgrade', upgrade), port);
  const metricsServer = await serveMetrics(registry, metricsPort);
  log.info({ port, publicUrl }, 'Roundtable is ready');
  return {
    async stopRequests(): Promise<void> {
      draining = true;
      await closeServer(server);
    },
    stopMetrics: () => closeServer(metricsServer),
  };
}
