import { chmodSync } from 'node:fs';
import { type Socket, createServer } from 'node:net';
import { Cursors } from '../commands/cursors.ts';
import { runCommand } from '../commands/dispatch.ts';
import type { Engine } from '../engine/engine.ts';
import { Connection } from './connection.ts';

/** Where the server listens: a Unix socket of its owner's, or a port on the loopback interface. */
export type ListenAddress = { socketPath: string } | { port: number };

export interface ServerOptions {
  engine: Engine;
  /** A path for a Unix socket; a loopback port is taken when it is undefined. */
  socketPath: string | undefined;
  /** How often expired documents are removed and idle cursors closed. */
  sweepMilliseconds: number;
}

export interface Server {
  address: ListenAddress;
  /** Cuts every connection and answers nobody any more: what memory holds may not be on disk. */
  abandon(): void;
  /** Ends all connections. The store stays open. */
  close(): Promise<void>;
}

/** Starts listening. Rejects when the address cannot be used. */
export async function startServer({ engine, socketPath, sweepMilliseconds }: ServerOptions): Promise<Server> {
  const cursors = new Cursors();
  const sockets = new Set<Socket>();
  let isAbandoned = false;
  const listener = createServer((socket) => {
    if (isAbandoned) {
      socket.destroy();
      return;
    }
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    new Connection(socket, (body, sequences) => runCommand(engine, cursors, body, sequences));
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
  }, sweepMilliseconds);
  sweeper.unref();
  const bound = listener.address();
  return {
    address: typeof bound === 'object' && bound ? { port: bound.port } : { socketPath: socketPath ?? '' },
    abandon: () => {
      isAbandoned = true;
      clearInterval(sweeper);
      for (const socket of sockets) socket.destroy();
    },
    close: () => {
      clearInterval(sweeper);
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => listener.close(() => resolve()));
    },
  };
}
