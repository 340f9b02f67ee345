/** The durable side of the engine: ordered keys to bytes. Writes are gathered and made durable in groups. */
export interface Store {
  /** Hands every stored pair over, in key order. Called once, before anything else. */
  load(visit: (key: Buffer, value: Buffer) => void): Promise<void>;
  put(key: Buffer, value: Buffer): void;
  delete(key: Buffer): void;
  /** The number of the group that the next write joins; `durable` of it resolves when that group is on disk. */
  readonly ticket: number;
  /** Waits for a group; undefined when it is on disk already. */
  durable(ticket: number): Promise<void> | undefined;
  /** Throws OutOfDiskSpace when a write that needs room must be refused. */
  requireSpace(): void;
  /** Writes what is pending and closes. */
  close(): Promise<void>;
}

/** Keeps nothing: the documents live in the engine's memory only. */
export class MemoryStore implements Store {
  readonly ticket = 0;

  load(): Promise<void> {
    return Promise.resolve();
  }

  put(): void {
    // nothing outlives the process
  }

  delete(): void {
    // nothing outlives the process
  }

  durable(): undefined {
    return undefined;
  }

  requireSpace(): void {
    // memory has no reserve to keep
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
