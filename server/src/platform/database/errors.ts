/** The fields of a driver error that decide what to do; the driver's classes differ between its major versions. */
interface DriverError {
  code?: unknown;
  name?: unknown;
  writeErrors?: unknown;
}

const DUPLICATE_KEY = 11000;
/** MongoDB's code for a volume without room, also given below the embedded store's disk reserve. */
const OUT_OF_DISK_SPACE = 14031;

const UNAVAILABLE = new Set([
  'MongoServerSelectionError',
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoTopologyClosedError',
  'MongoPoolClearedError',
  'MongoNotConnectedError',
  'MongoWaitQueueTimeoutError',
]);

const asDriverError = (error: unknown): DriverError =>
  typeof error === 'object' && error !== null ? error : {};

/**
 * The unique index has spoken: read again and decide again (DESIGN §2 rule 3). A bulk write names the code of its first
 * failure alone, so all of them are looked at: a duplicate must not hide a document that was lost for another reason.
 */
export function isDuplicateKey(error: unknown): boolean {
  const { code, writeErrors } = asDriverError(error);
  const failures = Array.isArray(writeErrors) ? writeErrors.map(asDriverError) : [];
  return code === DUPLICATE_KEY && failures.every((failure) => failure.code === DUPLICATE_KEY);
}

export const isDiskFull = (error: unknown): boolean => asDriverError(error).code === OUT_OF_DISK_SPACE;

/** The database cannot be reached now; the same call may go through later. */
export const isUnavailable = (error: unknown): boolean => UNAVAILABLE.has(String(asDriverError(error).name));
