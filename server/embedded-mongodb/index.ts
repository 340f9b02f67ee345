import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Engine } from './engine/engine.ts';
import { MemoryStore } from './store/store.ts';
import { type ListenAddress, startServer } from './wire/server.ts';

export interface EmbeddedMongodbOptions {
  /** Keeps the documents in this process's memory only; for tests. */
  memory: true;
  sweepMilliseconds?: number;
  onFatal?: (error: Error) => void;
}

/** A running server. */
export interface EmbeddedMongodb {
  /** The connection string of a database, for any MongoDB driver. */
  uri(database: string): string;
  /** Ends all connections, writes what is pending and closes the store. */
  close(): Promise<void>;
}

function uriOf(address: ListenAddress, database: string): string {
  const host = 'port' in address ? `127.0.0.1:${address.port}` : encodeURIComponent(address.socketPath);
  return `mongodb://${host}/${encodeURIComponent(database)}`;
}

/** Starts a MongoDB-compatible server and resolves once it answers. */
export async function startEmbeddedMongodb(options: EmbeddedMongodbOptions): Promise<EmbeddedMongodb> {
  const directory =
    process.platform === 'win32' ? undefined : mkdtempSync(join(tmpdir(), 'embedded-mongodb-'));
  const engine = await Engine.open(new MemoryStore());
  const server = await startServer({
    engine,
    socketPath: directory && join(directory, 'mongodb.sock'),
    sweepMilliseconds: options.sweepMilliseconds ?? 60_000,
    onFatal:
      options.onFatal ??
      ((error) => {
        throw error;
      }),
  });
  return {
    uri: (database) => uriOf(server.address, database),
    close: async () => {
      await server.close();
      await engine.store.close();
      if (directory) rmSync(directory, { recursive: true, force: true });
    },
  };
}
