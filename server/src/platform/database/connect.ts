import { join } from 'node:path';
import mongoose, { type Connection } from 'mongoose';
import { startEmbeddedMongodb } from '../../../embedded-mongodb/index.ts';

const DATABASE = 'roundtable';

export interface Database {
  readonly connection: Connection;
  /** Commands sent to the database since the start: what a budget of round trips is measured by. */
  commandCount(): number;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** Null: the embedded database, in `dataDirectory`, or in memory when that is null too. */
  readonly mongodbUri: string | null;
  readonly dataDirectory: string | null;
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
    monitorCommands: true,
    serverSelectionTimeoutMS: 3_000,
    writeConcern: { w: 'majority', journal: true },
  });
  await connection.asPromise();
  let commands = 0;
  connection.getClient().on('commandStarted', (event) => {
    if (!HOUSEKEEPING.has(event.commandName)) commands += 1;
  });
  return {
    connection,
    commandCount: () => commands,
    async close(): Promise<void> {
      await connection.close();
      await embedded?.close();
    },
  };
}

const startEmbedded = ({ dataDirectory, onFatal }: DatabaseOptions) =>
  startEmbeddedMongodb(
    dataDirectory === null
      ? { memory: true }
      : { directory: join(dataDirectory, 'database'), inThread: true, onFatal },
  );
