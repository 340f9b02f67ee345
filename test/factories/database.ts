import { createIndexes } from '../../server/src/platform/database/collection.ts';
import { connectDatabase, type Database } from '../../server/src/platform/database/connect.ts';

/** A database of this test alone, in memory. Call `createIndexes` (below) after the stores are made. */
export const openTestDatabase = (): Promise<Database> =>
  connectDatabase({
    mongodbUri: null,
    dataDirectory: null,
    countCommands: true,
    onFatal: (error) => {
      throw error;
    },
  });

export { createIndexes };
