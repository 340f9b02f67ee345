import { join } from 'node:path';
import mongoose, { type Connection } from 'mongoose';
import { startEmbeddedMongodb } from '../../../embedded-mongodb/index.ts';
import { noteCommand } from './round-trips.ts';

const DATABASE = 'roundtable';

export interface Database {
  readonly connection: Connection;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** Null: the embedded database, in `dataDirectory`, or in memory when that is null too. */
  readonly mongodbUri: string | null;
  readonly dataDirectory: string | null;
  /** Counts the round trips of each request, at the price of some speed. */
  readonly countCommands: boolean;
  /** Works beside a tool that runs on the same embedded database, where one does; for the command line. */
  readonly joinRunning?: boolean;
  /** Called when the embedded database cannot write any more: the process must not go on. */
  onFatal(error: Error): void;
}

/** Commands by which the driver looks after itself. */
const HOUSEKEEPING = new Set(['hello', 'isMaster', 'ping', 'endSessions', 'buildInfo']);

/** Opens the database; every acknowledged write is on disk (`w: majority, journal: true`, DESIGN §2 rule 3). */
export async function connectDatabase(options: DatabaseOptions): Promise<Database> {
  const embedded = options.mongodbUri === null ? await startEmbedded(options) : null;
  const uri = options.mongodbUri ?? embedded?.uri(DATABASE) ?? '';
  const connection = mongoose.createConnection(uri, {
    autoIndex: false,
    autoCreate: false,
    bufferCommands: false,
    monitorCommands: options.countCommands,
    serverSelectionTimeoutMS: 3_000,
    writeConcern: { w: 'majority', journal: true },
  });
  await connection.asPromise();
  connection.getClient().on('commandStarted', (event) => {
    if (!HOUSEKEEPING.has(event.commandName)) noteCommand();
  });
  return {
    connection,
    async close(): Promise<void> {
      await connection.close();
      await embedded?.close();
    },
  };
}

const startEmbedded = ({ dataDirectory, joinRunning = false, onFatal }: DatabaseOptions) =>
  startEmbeddedMongodb(
    dataDirectory === null
      ? { memory: true }
      : { directory: join(dataDirectory, 'database'), inThread: true, join: joinRunning, onFatal },
  );
