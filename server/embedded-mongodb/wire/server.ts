import { chmodSync } from 'node:fs';
import { type Socket, createServer } from 'node:net';
import { Cursors } from '../commands/cursors.ts';
import { runCommand } from '../commands/dispatch.ts';
import { type Engine } from '../engine/engine.ts';
import { Connection } from './connection.ts';

/** Where the server listens: a Unix socket of its owner's, or a port on the loopback interface. */
export type ListenAddress = { socketPath: string } | { port: number };

export interface ServerOptions {
  engine: Engine;
  /** A path for a Unix socket; a loopback port is taken when it is undefined. */
  socketPath: string | undefined;
  /** How often expired documents are removed and idle cursors closed. */
  sweepMilliseconds: number;
  /** Called once when the store has failed; nothing is answered any more. */
  onFatal: (error: Error) => void;
}

export interface Server {
  address: ListenAddress;
  /** Ends all connections. The store stays open. */
  close(): Promise<void>;
}

/** Starts listening. Rejects when the address cannot be used. */
export async function startServer({
  engine,
  socketPath,
  sweepMilliseconds,
  onFatal,
}: ServerOptions): Promise<Server> {
  const cursors = new Cursors();
  const sockets = new Set<Socket>();
  let hasFailed = false;
  const stop = (error: unknown): void => {
    if (hasFailed) return;
    hasFailed = true;
    for (const socket of sockets) socket.destroy();
    onFatal(error instanceof Error ? error : new Error(String(error)));
  };
  const listener = createServer((socket) => {
    if (hasFailed) return void socket.destroy();
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    new Connection(socket, async (body, sequences) => {
      try {
        return await runCommand(engine, cursors, body, sequences);
      } catch (error) {
        stop(error);
        throw error;
      }
    });
  });
  await new Promise<void>((resolve, reject) => {
    listener.once('error', reject);
    if (socketPath === undefined) listener.listen(0, '127.0.0.1', resolve);
    else listener.listen(socketPath, resolve);
  });
  if (socketPath !== undefined) chmodSync(socketPath, 0o600);
  const sweeper = setInterval(() => {
    cursors.killIdle();
    engine.removeExpired(Date.now());
    // nobody waits for a sweep, so a failed store must be noticed here
    Promise.resolve(engine.store.durable(engine.store.ticket)).catch(stop);
  }, sweepMilliseconds);
  sweeper.unref();
  const bound = listener.address();
  return {
    address: typeof bound === 'object' && bound ? { port: bound.port } : { socketPath: socketPath ?? '' },
    close: () => {
      clearInterval(sweeper);
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => listener.close(() => resolve()));
    },
  };
}
