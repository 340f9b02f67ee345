import mongoose from 'mongoose';
import { startEmbeddedMongodb } from '../index.ts';

export interface TestServer {
  client: mongoose.mongo.MongoClient;
  uri: (database: string) => string;
  /** Whether this is some other MongoDB server, named by CONFORMANCE_MONGODB_URI. */
  isForeign: boolean;
  close: () => Promise<void>;
}

/** Connects the official driver to a fresh server in memory, or to the one that CONFORMANCE_MONGODB_URI names. */
export async function connectTestServer(): Promise<TestServer> {
  const foreign = process.env['CONFORMANCE_MONGODB_URI'];
  const server = foreign === undefined ? await startEmbeddedMongodb({ memory: true }) : undefined;
  const uri = (database: string): string => {
    if (server) return server.uri(database);
    const url = new URL(foreign ?? '');
    url.pathname = `/${database}`;
    return url.href;
  };
  const client = await new mongoose.mongo.MongoClient(uri('conformance')).connect();
  return {
    client,
    uri,
    isForeign: server === undefined,
    close: async () => {
      await client.close();
      await server?.close();
    },
  };
}
