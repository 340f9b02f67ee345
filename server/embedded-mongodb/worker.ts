import { parentPort, workerData } from 'node:worker_threads';
import { type LocalServerOptions, startLocalServer } from './local-server.ts';
import type { FromWorker, ToWorker } from './threaded-server.ts';

/** The server's thread. It speaks with `threaded-server.ts` by messages. */
function send(message: FromWorker): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(message);
}

const options = workerData as LocalServerOptions;

try {
  const server = await startLocalServer(options, (error) => send({ type: 'fatal', message: error.message }));
  parentPort?.on('message', (message: ToWorker) => {
    if (message.type === 'stats') send({ type: 'stats', id: message.id, statistics: server.stats() });
    else
      server.close().then(
        () => send({ type: 'closed' }),
        (error: unknown) => send({ type: 'fatal', message: String(error) }),
      );
  });
  send({ type: 'ready', address: server.address });
} catch (error) {
  send({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
}
