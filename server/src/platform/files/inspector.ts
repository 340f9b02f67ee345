import { Worker } from 'node:worker_threads';
import { detectType } from './detect-type.ts';
import type { FileInspector } from './ports.ts';
import { stripAuthor } from './strip-author.ts';

const SECONDS_MAX = 60;
const THREADS = 2;
const HEAP_MB_MAX = 1024;

/**
 * Looks into files. Stripping happens in threads, so that requests of others go on, and ends there when it takes too
 * long or too much.
 *
 * @param options.inThread false runs it here; a thread needs the built output.
 */
export function createInspector({ inThread }: { readonly inThread: boolean }): FileInspector {
  const waiting: (() => void)[] = [];
  let running = 0;

  async function oneOfFew<T>(work: () => Promise<T>): Promise<T> {
    if (running >= THREADS) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      // Whoever waits longest takes over the place.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  }

  return {
    typeOf: detectType,
    withoutAuthor: (bytes, type) =>
      inThread ? oneOfFew(() => stripInThread(bytes, type)) : stripAuthor(bytes, type),
  };
}

function stripInThread(bytes: Uint8Array, type: string): Promise<Uint8Array | null> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./strip-worker.js', import.meta.url), {
      workerData: { bytes, type },
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB_MAX },
    });
    const timeout = setTimeout(() => end(null), SECONDS_MAX * 1000);
    const end = (stripped: Uint8Array | null): void => {
      clearTimeout(timeout);
      resolve(stripped);
      void worker.terminate();
    };
    worker.on('message', end);
    worker.on('error', () => end(null));
    worker.on('exit', () => end(null));
  });
}
