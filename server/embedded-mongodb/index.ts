import { connect } from 'node:net';
import { type LocalServerOptions, type Statistics, socketPathIn, startLocalServer } from './local-server.ts';
import { startThreadedServer } from './threaded-server.ts';
import type { ListenAddress } from './wire/server.ts';

export type { Statistics } from './local-server.ts';

interface CommonOptions {
  /** Where to listen; by default a Unix socket for its owner only, in the data directory or a private one. */
  socketPath?: string;
  /** How often expired documents are removed, in milliseconds; 60,000 by default. */
  sweepMilliseconds?: number;
  /** Called when the server must not go on, e.g. after a failed write. By default the process ends with status 1. */
  onFatal?: (error: Error) => void;
}

export type EmbeddedMongodbOptions = CommonOptions &
  (
    | { /** Keeps the documents in this process's memory only; for tests. */ memory: true }
    | {
        /** Where the documents are kept. One process at a time may use it. */
        directory: string;
        /** Whether the server has a thread of its own (the default, needs the built output). */
        inThread?: boolean;
        /**
         * Uses the server that another process runs on the directory, where it listens in there; for commands beside a
         * running program. Without one, a server is started.
         */
        join?: boolean;
        /** Writes are refused when less than this is free on the disk; 256 MB by default. */
        diskReserveBytes?: number;
      }
  );

/** A running server. */
export interface EmbeddedMongodb {
  /** The connection string of a database, for any MongoDB driver. */
  uri(database: string): string;
  stats(): Promise<Statistics>;
  /** Ends all connections, makes what is pending durable and closes the store. */
  close(): Promise<void>;
}

const DISK_RESERVE = 256 * 1024 * 1024;

function exitProcess(error: Error): void {
  process.stderr.write(`embedded-mongodb: ${error.stack ?? error.message}\n`);
  process.exit(1);
}

function uriOf(address: ListenAddress, database: string): string {
  const host = 'port' in address ? `127.0.0.1:${address.port}` : encodeURIComponent(address.socketPath);
  return `mongodb://${host}/${encodeURIComponent(database)}`;
}

/**
 * Starts a MongoDB-compatible server and resolves once it answers. Rejects when another process uses the directory;
 * the message names it.
 */
export async function startEmbeddedMongodb(options: EmbeddedMongodbOptions): Promise<EmbeddedMongodb> {
  const isPersistent = 'directory' in options;
  const running = isPersistent && options.join ? await runningServer(options.directory) : null;
  if (running) return running;
  const local: LocalServerOptions = {
    directory: isPersistent ? options.directory : undefined,
    socketPath: options.socketPath,
    diskReserveBytes: (isPersistent ? options.diskReserveBytes : undefined) ?? DISK_RESERVE,
    sweepMilliseconds: options.sweepMilliseconds ?? 60_000,
  };
  const start = isPersistent && options.inThread !== false ? startThreadedServer : startLocalServer;
  const server = await start(local, options.onFatal ?? exitProcess);
  return {
    uri: (database) => uriOf(server.address, database),
    stats: async () => server.stats(),
    close: () => server.close(),
  };
}

/** The server of another process; closing leaves it as it is. */
async function runningServer(directory: string): Promise<EmbeddedMongodb | null> {
  const socketPath = socketPathIn(directory);
  if (socketPath === null) return null;
  const answers = await new Promise<boolean>((resolve) => {
    const socket = connect(socketPath, () => {
      socket.end();
      resolve(true);
    });
    // Nobody listens: there is no socket, or one that a killed process has left.
    socket.once('error', () => resolve(false));
  });
  if (!answers) return null;
  return {
    uri: (database) => uriOf({ socketPath }, database),
    stats: () => Promise.reject(new Error('statistics are with the process that runs the server')),
    close: async () => undefined,
  };
}
