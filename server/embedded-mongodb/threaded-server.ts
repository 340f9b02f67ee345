import { Worker } from 'node:worker_threads';
import { deferred } from './deferred.ts';
import type { LocalServerOptions, Statistics } from './local-server.ts';
import type { ListenAddress } from './wire/server.ts';

/** What the server's thread is asked. */
export type ToWorker = { type: 'stats'; id: number } | { type: 'close' };
/** What it says: `failed` when it could not start, `fatal` when it must not go on. */
export type FromWorker =
  | { type: 'ready'; address: ListenAddress }
  | { type: 'failed'; message: string }
  | { type: 'fatal'; message: string }
  | { type: 'stats'; id: number; statistics: Statistics }
  | { type: 'closed' };

export interface ThreadedServer {
  address: ListenAddress;
  stats(): Promise<Statistics>;
  close(): Promise<void>;
}

/**
 * Starts a server in a thread of its own. `onFatal` is called when it can no longer write or its thread dies.
 * Needs the built output, as a thread starts from a JavaScript file.
 */
export async function startThreadedServer(
  options: LocalServerOptions,
  onFatal: (error: Error) => void,
): Promise<ThreadedServer> {
  const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: options });
  const asked = new Map<number, (statistics: Statistics) => void>();
  let lastId = 0;
  let isClosing = false;
  const closed = deferred<void>();
  const ready = deferred<ListenAddress>();
  const die = (error: Error): void => {
    ready.reject(error);
    if (!isClosing) onFatal(error);
    closed.resolve();
  };
  worker.on('message', (message: FromWorker) => {
    if (message.type === 'ready') ready.resolve(message.address);
    else if (message.type === 'stats') {
      asked.get(message.id)?.(message.statistics);
      asked.delete(message.id);
    } else if (message.type === 'closed') closed.resolve();
    else if (message.type === 'failed') ready.reject(new Error(message.message));
    else die(new Error(message.message));
  });
  worker.on('error', die);
  worker.on('exit', () => die(new Error('the database thread ended')));
  const address = await ready.promise.catch(async (error: unknown) => {
    isClosing = true;
    await worker.terminate();
    throw error;
  });
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  const send = (message: ToWorker): void => worker.postMessage(message);
  return {
    address,
    stats: () =>
      new Promise((resolve) => {
        asked.set(++lastId, resolve);
        send({ type: 'stats', id: lastId });
      }),
    close: async () => {
      isClosing = true;
      send({ type: 'close' });
      await closed.promise;
      await worker.terminate();
    },
  };
}
