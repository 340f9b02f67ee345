import { ClassicLevel } from 'classic-level';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deferred } from '../deferred.ts';
import { DiskReserve } from './disk-reserve.ts';
import type { Store } from './store.ts';

type Database = ClassicLevel<Buffer, Buffer>;
type Operation = { type: 'put'; key: Buffer; value: Buffer } | { type: 'del'; key: Buffer };

/** Writes that become durable together. */
interface Group {
  ticket: number;
  operations: Operation[];
  done: Promise<void>;
  resolve: () => void;
  reject: (error: Error) => void;
}

const READ_AHEAD = 1000;

function newGroup(ticket: number): Group {
  const { promise, resolve, reject } = deferred<void>();
  // a group nobody waits for must not count as an unhandled rejection; the failure itself is reported apart
  promise.catch(() => undefined);
  return { ticket, operations: [], done: promise, resolve, reject };
}

function holderOf(pidFile: string): string {
  try {
    return `process ${readFileSync(pidFile, 'utf8').trim()}`;
  } catch {
    return 'another process';
  }
}

/** Whether LevelDB says so in the error's cause; the error may come from another realm, so no `instanceof`. */
function isLocked(error: unknown): boolean {
  const { cause } = error as { cause?: { code?: unknown } };
  return cause?.code === 'LEVEL_LOCKED';
}

/**
 * Opens the database in a directory that one process at a time may use. LevelDB's lock decides, and the system frees
 * it when its holder dies; the file with the process id is there to name the holder.
 */
async function openLocked(directory: string): Promise<Database> {
  const path = join(directory, 'level');
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const database: Database = new ClassicLevel(path, { keyEncoding: 'buffer', valueEncoding: 'buffer' });
  const pidFile = join(directory, 'pid');
  try {
    await database.open();
  } catch (error) {
    if (isLocked(error)) throw new Error(`${directory} is in use by ${holderOf(pidFile)}`, { cause: error });
    throw error;
  }
  writeFileSync(pidFile, `${process.pid}\n`);
  return database;
}

export interface LevelStoreOptions {
  directory: string;
  /** Writes that need room are refused when less than this is free. */
  reserveBytes: number;
  /** Called once when a write fails. Memory is then ahead of the disk, and the process must not go on. */
  onFailure: (error: Error) => void;
}

/**
 * A LevelDB database. Writes of all commands that arrive while one group is being synced form the next group, so the
 * cost of a sync is shared.
 */
export class LevelStore implements Store {
  private readonly database: Database;
  private readonly reserve: DiskReserve;
  private readonly onFailure: (error: Error) => void;
  private pending = newGroup(1);
  private writing: Group | undefined;
  private failure: Error | undefined;

  private constructor(database: Database, reserve: DiskReserve, onFailure: (error: Error) => void) {
    this.database = database;
    this.reserve = reserve;
    this.onFailure = onFailure;
  }

  /** Throws when another process uses the directory; the message names it. */
  static async open({ directory, reserveBytes, onFailure }: LevelStoreOptions): Promise<LevelStore> {
    const database = await openLocked(directory);
    return new LevelStore(database, await DiskReserve.watch(directory, reserveBytes), onFailure);
  }

  async load(visit: (key: Buffer, value: Buffer) => void): Promise<void> {
    const iterator = this.database.iterator();
    try {
      for (;;) {
        const entries = await iterator.nextv(READ_AHEAD);
        if (entries.length === 0) return;
        for (const [key, value] of entries) visit(key, value);
      }
    } finally {
      await iterator.close();
    }
  }

  put(key: Buffer, value: Buffer): void {
    this.append({ type: 'put', key, value });
  }

  delete(key: Buffer): void {
    this.append({ type: 'del', key });
  }

  private append(operation: Operation): void {
    this.pending.operations.push(operation);
    if (this.pending.operations.length === 1 && !this.writing) setImmediate(() => void this.writePending());
  }

  private async writePending(): Promise<void> {
    while (this.pending.operations.length > 0 && !this.writing && !this.failure) {
      const group = this.pending;
      this.writing = group;
      this.pending = newGroup(group.ticket + 1);
      try {
        await this.database.batch(group.operations, { sync: true });
        group.resolve();
      } catch (error) {
        this.fail(group, error instanceof Error ? error : new Error(String(error)));
      }
      this.writing = undefined;
    }
  }

  private fail(group: Group, error: Error): void {
    this.failure = error;
    group.reject(error);
    this.pending.reject(error);
    this.onFailure(error);
  }

  get ticket(): number {
    return this.pending.ticket;
  }

  durable(ticket: number): Promise<void> | undefined {
    if (this.failure) return Promise.reject(this.failure);
    if (ticket === this.pending.ticket && this.pending.operations.length > 0) return this.pending.done;
    return this.writing && ticket === this.writing.ticket ? this.writing.done : undefined;
  }

  requireSpace(): void {
    this.reserve.require();
  }

  async close(): Promise<void> {
    this.reserve.stop();
    try {
      await this.writing?.done;
      await this.durable(this.ticket);
    } finally {
      await this.database.close();
    }
  }
}
