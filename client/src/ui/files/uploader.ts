import { FILE_CHUNK_BYTES } from '../../../../server/src/contracts/limits.ts';
import { type ApiClient, isTemporary } from '../../app/api-client.ts';
import { newId } from '../../app/new-id.ts';
import {
  createFile,
  type FileItem,
  type FileView,
  finishFile,
  listUnfinished,
  putChunk,
  removeFile,
} from './api.ts';

/** One file on its way; what has arrived is no longer an upload. */
export interface Upload {
  readonly id: string;
  readonly name: string;
  /** Bytes in all, and how many of them are stored. */
  readonly size: number;
  readonly sent: number;
  /** `paused`: the connection is broken and it goes on by itself; `broken`: since before this page, its file is needed. */
  readonly state: 'waiting' | 'sending' | 'paused' | 'checking' | 'failed' | 'broken';
  /** Why it failed. */
  readonly error: Error | null;
}

export interface Uploader {
  subscribe(listener: () => void): () => void;
  getUploads(): readonly Upload[];
  /** Sends files one after the other. @returns each one’s view once it can be used, or null when it was not taken */
  add(files: readonly File[]): Promise<(FileView | null)[]>;
  /** Stops an upload and takes away what was sent. */
  remove(id: string): void;
  retry(id: string): void;
  /** Shows what was broken off before this page was loaded. */
  recall(): Promise<void>;
}

/** Pieces under way at once: enough to use a line with long ways, few enough for a phone. */
const PIECES_AT_ONCE = 3;
const FIRST_PAUSE_MS = 1000;
const LAST_PAUSE_MS = 15_000;

interface Job {
  readonly file: File;
  readonly abort: AbortController;
  readonly settle: (view: FileView | null) => void;
}

/**
 * Sends files in pieces. A piece that does not arrive is sent again, for as long as it takes: after a broken connection, a
 * restarted server or a sleep of the computer the upload goes on where it was. It lives outside React, so it also survives
 * a change of page.
 */
export function makeUploader(api: ApiClient, item: FileItem): Uploader {
  let uploads: readonly Upload[] = [];
  const jobs = new Map<string, Job>();
  const listeners = new Set<() => void>();
  let queue: Promise<unknown> = Promise.resolve();

  function become(next: readonly Upload[]): void {
    uploads = next;
    for (const listener of listeners) listener();
  }
  const change = (id: string, part: Partial<Upload>): void =>
    become(uploads.map((upload) => (upload.id === id ? { ...upload, ...part } : upload)));
  const drop = (id: string): void => become(uploads.filter((upload) => upload.id !== id));

  async function send(id: string, { file, abort }: Job): Promise<FileView> {
    const { signal } = abort;
    const view = await untilAnswered(id, signal, () =>
      createFile(api, { id, item, name: file.name.slice(-200), size: file.size }, signal),
    );
    const missing = Array.from({ length: view.chunks }, (_, index) => index).filter(
      (index) => !view.received.includes(index),
    );
    let sent = Math.min(view.received.length * FILE_CHUNK_BYTES, file.size);
    change(id, { state: 'sending', sent });
    const sendPieces = async (): Promise<void> => {
      for (let index = missing.shift(); index !== undefined; index = missing.shift()) {
        const start = index * FILE_CHUNK_BYTES;
        const bytes = new Uint8Array(await file.slice(start, start + FILE_CHUNK_BYTES).arrayBuffer());
        const at = index;
        await untilAnswered(id, signal, () => putChunk(api, id, at, bytes, signal));
        sent += bytes.length;
        change(id, { state: 'sending', sent: Math.min(sent, file.size) });
      }
    };
    await Promise.all(Array.from({ length: PIECES_AT_ONCE }, sendPieces));
    change(id, { state: 'checking', sent: file.size });
    return untilAnswered(id, signal, () => finishFile(api, id, signal));
  }

  /** Tries until the server has answered; between tries it shows that it waits. */
  async function untilAnswered<T>(id: string, signal: AbortSignal, call: () => Promise<T>): Promise<T> {
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LAST_PAUSE_MS)) {
      try {
        return await call();
      } catch (error) {
        if (signal.aborted || !isTemporary(error)) throw error;
        change(id, { state: 'paused' });
        await online(pause, signal);
      }
    }
  }

  async function run(id: string): Promise<void> {
    const job = jobs.get(id);
    if (!job || job.abort.signal.aborted) return;
    change(id, { state: 'sending', error: null });
    try {
      const view = await send(id, job);
      jobs.delete(id);
      drop(id);
      job.settle(view);
    } catch (error) {
      if (!job.abort.signal.aborted)
        change(id, { state: 'failed', error: error instanceof Error ? error : new Error(String(error)) });
    }
  }

  const enqueue = (id: string): void => {
    queue = queue.then(() => run(id));
  };

  /** The same file chosen again goes on where it was broken off. */
  function resumable(file: File): Upload | undefined {
    return uploads.find(
      ({ state, name, size }) => state === 'broken' && size === file.size && name === file.name,
    );
  }

  function addOne(file: File): Promise<FileView | null> {
    const known = resumable(file);
    const id = known?.id ?? newId();
    const upload: Upload = { id, name: file.name, size: file.size, sent: 0, state: 'waiting', error: null };
    become(
      known
        ? uploads.map((each) => (each.id === id ? { ...upload, sent: known.sent } : each))
        : [...uploads, upload],
    );
    return new Promise((settle) => {
      jobs.set(id, { file, abort: new AbortController(), settle });
      enqueue(id);
    });
  }

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getUploads: () => uploads,
    add: (files) => Promise.all(files.map(addOne)),
    remove(id) {
      const job = jobs.get(id);
      job?.abort.abort();
      job?.settle(null);
      jobs.delete(id);
      drop(id);
      // What is left of it is cleaned up by the server after a day, if this does not arrive.
      removeFile(api, id).catch(() => undefined);
    },
    retry(id) {
      if (!jobs.has(id)) return;
      change(id, { state: 'waiting', error: null });
      enqueue(id);
    },
    async recall() {
      const { files } = await listUnfinished(api, item);
      const unknown = files.filter(({ id }) => !uploads.some((upload) => upload.id === id));
      become([
        ...uploads,
        ...unknown.map(({ id, name, size, received }): Upload => {
          const sent = Math.min(received.length * FILE_CHUNK_BYTES, size);
          return { id, name, size, sent, state: 'broken', error: null };
        }),
      ]);
    },
  };
}

/** Waits for a time, or until the browser has a network again. */
function online(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      globalThis.removeEventListener?.('online', end);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    globalThis.addEventListener?.('online', end);
    signal.addEventListener('abort', end);
  });
}
