import { parentPort, workerData } from 'node:worker_threads';
import { stripAuthor } from './strip-author.ts';

/** One file in a thread of its own: a large one takes seconds, and a bad one may take all the memory it is given. */
const { bytes, type } = workerData as { bytes: Uint8Array; type: string };
const stripped = await stripAuthor(bytes, type);
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.postMessage(stripped);
