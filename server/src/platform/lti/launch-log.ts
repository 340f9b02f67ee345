import type { Logger } from 'pino';
import type { Clock } from '../../core/clock.ts';
import { uncounted } from '../database/round-trips.ts';
import type { LaunchLogStore } from './launch-log.store.ts';
import type { LaunchNote } from './registry-ports.ts';

export interface LaunchLog {
  /** Notes how a launch ended; written soon, with others, and never at the expense of the launch. */
  note(note: Omit<LaunchNote, 'at'>): void;
  /** Writes what is noted; at the end of the process. */
  flush(): Promise<void>;
}

const GATHER_MS = 1000;
/** More than are kept would be written in vain. */
const WAITING_MAX = 1000;

export function createLaunchLog(store: LaunchLogStore, clock: Clock, log: Pick<Logger, 'warn'>): LaunchLog {
  let waiting: LaunchNote[] = [];
  let timer: NodeJS.Timeout | null = null;

  async function flush(): Promise<void> {
    if (timer) clearTimeout(timer);
    timer = null;
    const notes = waiting;
    waiting = [];
    if (notes.length === 0) return;
    try {
      await store.append(notes, clock.now());
    } catch (error) {
      log.warn({ err: error, notes: notes.length }, 'launches were not noted');
    }
  }

  return {
    flush,
    note(note) {
      waiting.push({ ...note, at: clock.now() });
      if (waiting.length > WAITING_MAX) waiting.shift();
      timer ??= uncounted(() => setTimeout(() => void flush(), GATHER_MS)).unref();
    },
  };
}
