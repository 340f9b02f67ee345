import { uncounted } from '../database/round-trips.ts';
import type { Hint, HintStore } from './hints.store.ts';

/** Who is told of some keys. */
export interface Watcher {
  readonly keys: ReadonlySet<string>;
  changed(hint: Hint): void;
}

interface WatchLog {
  error(details: object, message: string): void;
}

const POLL_MS = 250;
/** A hint may become visible after a later one: each look goes back by this much, longer than any write takes. */
const OVERLAP_MS = 3_000;

export type HintWatch = ReturnType<typeof createHintWatch>;

/** Looks for hints of all instances, as long as somebody watches; one query for all who do (DESIGN §3). */
export function createHintWatch(store: Pick<HintStore, 'latest' | 'listFrom'>, log: WatchLog) {
  const watchers = new Map<string, Set<Watcher>>();
  let timer: NodeJS.Timeout | null = null;
  /** How far it has looked; undefined: it has just begun. */
  let upTo: Date | null | undefined;
  /** The revisions that are told already, of the time that is looked at again. */
  let told = new Map<string, string>();
  let count = 0;
  let looking = false;

  async function look(): Promise<void> {
    if (upTo === undefined) {
      upTo = await store.latest();
      return;
    }
    const found = await store.listFrom(upTo && new Date(upTo.getTime() - OVERLAP_MS));
    const seen = new Map<string, string>();
    for (const hint of found) {
      seen.set(hint.key, hint.revision);
      if (!upTo || hint.at > upTo) upTo = hint.at;
      if (told.get(hint.key) === hint.revision) continue;
      for (const watcher of watchers.get(hint.key) ?? []) watcher.changed(hint);
    }
    told = seen;
  }

  /** One look at a time: a slow database is not asked faster than it answers. */
  function lookOnce(): void {
    if (looking) return;
    looking = true;
    look()
      .catch((error: unknown) => log.error({ err: error }, 'live changes wait: looking for hints failed'))
      .finally(() => (looking = false));
  }

  return {
    /** @returns what ends it */
    add(watcher: Watcher): () => void {
      count += 1;
      for (const key of watcher.keys) {
        const those = watchers.get(key);
        if (those) those.add(watcher);
        else watchers.set(key, new Set([watcher]));
      }
      if (timer === null) {
        upTo = undefined;
        told = new Map();
        timer = uncounted(() => setInterval(lookOnce, POLL_MS));
        timer.unref();
        uncounted(lookOnce);
      }
      let isOver = false;
      return () => {
        if (isOver) return;
        isOver = true;
        count -= 1;
        for (const key of watcher.keys) {
          const those = watchers.get(key);
          those?.delete(watcher);
          if (those?.size === 0) watchers.delete(key);
        }
        if (count > 0 || timer === null) return;
        clearInterval(timer);
        timer = null;
      };
    },
  };
}
