interface Waiting {
  readonly update: Uint8Array;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Writes updates one after the other; those that come while one is written go together in the next: thirty people who
 * write at once cost no more writes than the database makes in that time.
 *
 * @returns a function that resolves when its update is written
 */
export function createGroupCommit(
  merge: (updates: Uint8Array[]) => Uint8Array,
  write: (update: Uint8Array) => Promise<void>,
): (update: Uint8Array) => Promise<void> {
  let waiting: Waiting[] = [];
  let isWriting = false;

  async function writeAll(): Promise<void> {
    isWriting = true;
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        await write(merge(batch.map(({ update }) => update)));
        for (const { done } of batch) done();
      } catch (error) {
        for (const { failed } of batch) failed(error);
      }
    }
    isWriting = false;
  }

  return (update) =>
    new Promise((done, failed) => {
      waiting.push({ update, done, failed });
      if (!isWriting) void writeAll();
    });
}
