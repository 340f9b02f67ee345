import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Engine } from './engine/engine.ts';
import { LevelStore } from './store/level-store.ts';
import { MemoryStore, type Store } from './store/store.ts';
import { type ListenAddress, startServer } from './wire/server.ts';

/** What a server in this thread needs; plain data, so that it can be handed to a worker. */
export interface LocalServerOptions {
  /** Where the documents are kept; undefined keeps them in memory only. */
  directory: string | undefined;
  /** Where to listen; by default a socket within the directory, or one in a directory of its own. */
  socketPath: string | undefined;
  diskReserveBytes: number;
  sweepMilliseconds: number;
}

export interface Statistics {
  collections: number;
  documents: number;
  /** Bytes of all documents as BSON. */
  documentBytes: number;
  /** Entries of all indexes, `_id_` included. */
  indexEntries: number;
}

export interface LocalServer {
  address: ListenAddress;
  stats(): Statistics;
  close(): Promise<void>;
}

/** The operating systems' limit for a socket's path is 104 bytes (macOS) or 108 (Linux), with the ending zero. */
const MAX_SOCKET_PATH = 103;

/** The socket within a directory where its server listens, or null where it cannot be there. */
export function socketPathIn(directory: string): string | null {
  const path = join(resolve(directory), 'mongodb.sock');
  return process.platform !== 'win32' && Buffer.byteLength(path) <= MAX_SOCKET_PATH ? path : null;
}

/** A path to listen on, and a directory that was made for it alone. Windows has no usable Unix sockets in Node. */
function socketFor(options: LocalServerOptions): {
  path: string | undefined;
  ownDirectory: string | undefined;
} {
  if (process.platform === 'win32') return { path: undefined, ownDirectory: undefined };
  if (options.socketPath !== undefined && Buffer.byteLength(options.socketPath) <= MAX_SOCKET_PATH)
    return { path: options.socketPath, ownDirectory: undefined };
  const within = options.directory === undefined ? null : socketPathIn(options.directory);
  if (options.socketPath === undefined && within !== null) return { path: within, ownDirectory: undefined };
  // mkdtemp makes the directory for its owner only
  const ownDirectory = mkdtempSync(join(tmpdir(), 'mongodb-'));
  return { path: join(ownDirectory, 'mongodb.sock'), ownDirectory };
}

function statisticsOf(engine: Engine): Statistics {
  const statistics: Statistics = { collections: 0, documents: 0, documentBytes: 0, indexEntries: 0 };
  for (const collections of engine.databases.values())
    for (const collection of collections.values()) {
      statistics.collections++;
      statistics.documents += collection.documents.size;
      for (const stored of collection.documents) statistics.documentBytes += stored.bytes.length;
      for (const index of collection.indexes.values()) statistics.indexEntries += index.size;
    }
  return statistics;
}

/**
 * Starts a server in this thread. `onFatal` is called once when a write could not be made durable; by then every
 * connection is closed. Rejects when another process uses the directory.
 */
export async function startLocalServer(
  options: LocalServerOptions,
  onFatal: (error: Error) => void,
): Promise<LocalServer> {
  const { directory } = options;
  let onFailure = onFatal;
  let store: Store = new MemoryStore();
  if (directory !== undefined) {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    store = await LevelStore.open({
      directory,
      reserveBytes: options.diskReserveBytes,
      onFailure: (error) => onFailure(error),
    });
  }
  const engine = await Engine.open(store);
  const { path, ownDirectory } = socketFor(options);
  // a socket file left by a killed process; the directory's lock is ours by now
  if (path !== undefined) rmSync(path, { force: true });
  const server = await startServer({
    engine,
    socketPath: path,
    sweepMilliseconds: options.sweepMilliseconds,
  });
  onFailure = (error) => {
    server.abandon();
    onFatal(error);
  };
  return {
    address: server.address,
    stats: () => statisticsOf(engine),
    close: async () => {
      await server.close();
      await store.close();
      if (ownDirectory !== undefined) rmSync(ownDirectory, { recursive: true, force: true });
    },
  };
}
