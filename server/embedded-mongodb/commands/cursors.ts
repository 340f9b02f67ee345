import { encodeCursorReply } from '../bson/encode.ts';
import { fail } from '../errors.ts';
import type { Collection } from '../engine/collection.ts';

const IDLE_MILLISECONDS = 10 * 60 * 1000;
const MAX_OPEN = 5000;
const DEFAULT_FIRST_BATCH = 101;
/** Bytes of documents in one batch; the reply around them must stay below a message's 48 MB. */
const MAX_BATCH_BYTES = 16 * 1024 * 1024;

/** Rows still to be fetched. */
interface Cursor {
  id: bigint;
  rows: Iterator<Buffer>;
  /** A row that was read but did not fit into the last batch. */
  waiting: Buffer | undefined;
  namespace: string;
  /** What a reply with rows of this cursor shows. */
  collections: readonly Collection[];
  /** The client session that opened it, in hexadecimal. */
  session: string | undefined;
  lastUsed: number;
}

export interface NewCursor {
  rows: Iterable<Buffer>;
  namespace: string;
  collections: readonly Collection[];
  session: string | undefined;
  batchSize: number | undefined;
  /** Whether the client wants one batch only. */
  isSingle?: boolean;
}

function nextBatch(cursor: Cursor, size: number): { batch: Buffer[]; isDone: boolean } {
  const batch: Buffer[] = [];
  let bytes = 0;
  for (;;) {
    const next = cursor.waiting ?? (cursor.rows.next().value as Buffer | undefined);
    cursor.waiting = undefined;
    if (next === undefined) return { batch, isDone: true };
    if (batch.length >= size || (batch.length > 0 && bytes + next.length > MAX_BATCH_BYTES)) {
      cursor.waiting = next;
      return { batch, isDone: false };
    }
    batch.push(next);
    bytes += next.length;
  }
}

/**
 * The open cursors of a server. As with MongoDB they belong to client sessions, not to connections: a pool may ask
 * for the next batch over any of its connections. They end with their session, after ten idle minutes, or when more
 * than 5,000 are open, the longest unused first.
 */
export class Cursors {
  private readonly open = new Map<bigint, Cursor>();
  private nextId = 1n;

  /** Opens a cursor and answers with its first batch; what fits into it leaves nothing open. */
  start({ rows, namespace, collections, session, batchSize, isSingle }: NewCursor): Buffer {
    const cursor: Cursor = {
      id: this.nextId++,
      rows: rows[Symbol.iterator](),
      waiting: undefined,
      namespace,
      collections,
      session,
      lastUsed: performance.now(),
    };
    const { batch, isDone } =
      batchSize === 0 ? { batch: [], isDone: false } : nextBatch(cursor, batchSize ?? DEFAULT_FIRST_BATCH);
    if (isDone || isSingle) return encodeCursorReply('firstBatch', batch, 0n, namespace);
    this.makeRoom();
    this.open.set(cursor.id, cursor);
    return encodeCursorReply('firstBatch', batch, cursor.id, namespace);
  }

  private makeRoom(): void {
    if (this.open.size < MAX_OPEN) return;
    // a Map keeps insertion order, and `next` moves a cursor to the end
    const [oldest] = this.open.keys();
    if (oldest !== undefined) this.open.delete(oldest);
  }

  get(id: bigint, namespace: string): Cursor {
    const cursor = this.open.get(id);
    if (!cursor) fail('CursorNotFound', `cursor id ${id} not found`);
    if (cursor.namespace !== namespace)
      fail(13, `Requested getMore on namespace '${namespace}', but cursor belongs to a different namespace`);
    return cursor;
  }

  /** The next batch of an open cursor. An error while reading closes it. */
  next(cursor: Cursor, batchSize: number | undefined): Buffer {
    this.open.delete(cursor.id);
    const { batch, isDone } = nextBatch(cursor, batchSize ?? Infinity);
    if (!isDone) this.open.set(cursor.id, cursor);
    cursor.lastUsed = performance.now();
    return encodeCursorReply('nextBatch', batch, isDone ? 0n : cursor.id, cursor.namespace);
  }

  /** Closes a cursor; false when there is none of this id. */
  kill(id: bigint): boolean {
    return this.open.delete(id);
  }

  killSession(session: string): void {
    for (const cursor of this.open.values()) if (cursor.session === session) this.open.delete(cursor.id);
  }

  killIdle(): void {
    const limit = performance.now() - IDLE_MILLISECONDS;
    for (const cursor of this.open.values()) if (cursor.lastUsed < limit) this.open.delete(cursor.id);
  }
}
