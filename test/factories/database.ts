import { createIndexes } from '../../server/src/platform/database/collection.ts';
import { connectDatabase, type Database } from '../../server/src/platform/database/connect.ts';
import { keepLedger } from './kept-ledger.ts';

/** A database of this test alone, in memory. Call `createIndexes` (below) after the stores are made. */
export async function openTestDatabase(): Promise<Database> {
  const { connection, close } = await connectDatabase({ ...OPTIONS, mongodbUri: null, countCommands: true });
  return {
    connection,
    async close(): Promise<void> {
      await keepLedger(connection);
      await close();
    },
  };
}

/** Keeps the ledger of a database that another process, or another part of this one, has written. */
export async function keepLedgerOf(mongodbUri: string): Promise<void> {
  const { connection, close } = await connectDatabase({ ...OPTIONS, mongodbUri, countCommands: false });
  await keepLedger(connection);
  await close();
}

const OPTIONS = {
  dataDirectory: null,
  onFatal: (error: Error): void => {
    throw error;
  },
};

export { createIndexes };
