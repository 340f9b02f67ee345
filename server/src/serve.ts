import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { type AppDependencies, makeApp } from './app.ts';
import { AppError } from './core/app-error.ts';
import type { Config } from './platform/config/config.ts';
import { closeServer, listen } from './platform/http/server.ts';
import { serveMetrics } from './platform/metrics.ts';

/** Where the build puts the client, seen from the built form of this file. */
const CLIENT_DIRECTORY = fileURLToPath(new URL('../../client', import.meta.url));

type Wired = Omit<AppDependencies, 'publicUrl' | 'trustProxy' | 'clientDirectory' | 'ready'>;

/** The servers of one process. */
export interface Serving {
  /** Takes no more requests, and finishes those that were begun. */
  stopRequests(): Promise<void>;
  stopMetrics(): Promise<void>;
}

/** Listens, once everything that answers has started. @param ping rejects when the database does not answer */
export async function serve(config: Config, wired: Wired, ping: () => Promise<unknown>): Promise<Serving> {
  const { publicUrl, trustProxy, port, metricsPort } = config;
  let draining = false;
  const app = makeApp({
    ...wired,
    publicUrl,
    trustProxy,
    clientDirectory: CLIENT_DIRECTORY,
    async ready(): Promise<void> {
      if (draining) throw new AppError('DRAINING');
      await ping();
    },
  });
  const server = await listen(createServer(app), port);
  const metricsServer = await serveMetrics(wired.metrics.registry, metricsPort);
  wired.log.info({ port, publicUrl }, 'Roundtable is ready');
  return {
    async stopRequests(): Promise<void> {
      draining = true;
      await closeServer(server);
    },
    stopMetrics: () => closeServer(metricsServer),
  };
}
