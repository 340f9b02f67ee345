/** What became of a save that failed: try again, ask the writer which version counts, or stop and say why. */
export type SaveFailure = 'temporary' | 'stale' | 'refused';

export interface AutosaveState<T> {
  readonly value: T;
  readonly status: 'saved' | 'waiting' | 'saving' | SaveFailure;
  /** When the value was last stored (ISO 8601), or null. */
  readonly savedAt: string | null;
  readonly error: unknown;
}

/** A value with the revision the next save has to name. */
export interface Stored<T> {
  readonly value: T;
  readonly revision: number;
  readonly savedAt: string | null;
}

export interface Autosave<T> {
  subscribe(listener: () => void): () => void;
  getState(): AutosaveState<T>;
  revision(): number;
  change(value: T): void;
  /** Saves at once what is waiting. */
  flush(): void;
  /** Saves what is waiting and what comes meanwhile. @returns whether the server has all of it */
  readonly saveNow: () => Promise<boolean>;
  /** Cancels what is waiting and lets a save under way end, so that a submit with the value itself does not race with it. */
  settle(): Promise<void>;
  /** Takes over what the server has; nothing is left to save. */
  reset(stored: Stored<T>): void;
  /** The writer prefers the own version over the other tab's: saves it on top of that revision. */
  keepMine(revision: number): void;
}

export interface AutosaveOptions<T> {
  readonly stored: Stored<T>;
  readonly save: (value: T, revision: number) => Promise<{ revision: number; savedAt: string }>;
  readonly classify: (error: unknown) => SaveFailure;
  /** What an earlier page wrote on top of some revision and could not save. */
  readonly kept?: { readonly value: T; readonly revision: number } | null;
}

const DELAY_MS = 800;
const FIRST_RETRY_MS = 2000;
const LAST_RETRY_MS = 30_000;

/**
 * Keeps what a person types: saves 800 ms after the last change, one save at a time, tries again for as long as the
 * failure is temporary, and never overwrites what another tab has saved. It lives outside React, so the text and the
 * trying survive a change of page.
 */
export function makeAutosave<T>({ stored, save, classify, kept }: AutosaveOptions<T>): Autosave<T> {
  let revision = stored.revision;
  let state: AutosaveState<T> = {
    value: stored.value,
    status: 'saved',
    savedAt: stored.savedAt,
    error: null,
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;
  let retryMs = FIRST_RETRY_MS;
  const listeners = new Set<() => void>();

  function become(next: Partial<AutosaveState<T>>): void {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  }

  function schedule(delayMs: number): void {
    clearTimeout(timer);
    timer = setTimeout(start, delayMs);
  }

  function start(): void {
    clearTimeout(timer);
    timer = undefined;
    // The save under way looks afterwards whether the value has changed.
    running ??= run().finally(() => (running = null));
  }

  async function run(): Promise<void> {
    const { value } = state;
    become({ status: 'saving' });
    try {
      const answer = await save(value, revision);
      revision = answer.revision;
      retryMs = FIRST_RETRY_MS;
      become({ savedAt: answer.savedAt, error: null, status: state.value === value ? 'saved' : 'waiting' });
      if (state.value !== value) schedule(DELAY_MS);
    } catch (error) {
      const status = classify(error);
      become({ status, error });
      if (status !== 'temporary') return;
      schedule(retryMs);
      retryMs = Math.min(retryMs * 2, LAST_RETRY_MS);
    }
  }

  // A later page goes on where an earlier one had to stop; what was saved elsewhere meanwhile is not written over.
  if (kept && JSON.stringify(kept.value) !== JSON.stringify(stored.value)) {
    const isOnTop = kept.revision === stored.revision;
    state = { ...state, value: kept.value, status: isOnTop ? 'waiting' : 'stale' };
    if (isOnTop) schedule(DELAY_MS);
  }

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getState: () => state,
    revision: () => revision,
    change(value) {
      // Which version counts has to be settled first; a failure under way keeps its message and its own timer.
      const keepsStatus = state.status === 'stale' || state.status === 'temporary' || running !== null;
      become(keepsStatus ? { value } : { value, status: 'waiting' });
      if (!keepsStatus) schedule(DELAY_MS);
    },
    flush() {
      if (timer !== undefined) start();
    },
    async saveNow() {
      if (timer !== undefined) start();
      await running;
      while (state.status === 'waiting') {
        start();
        await running;
      }
      return state.status === 'saved';
    },
    async settle() {
      clearTimeout(timer);
      timer = undefined;
      await running;
      clearTimeout(timer);
      timer = undefined;
      // The next change starts the clock again, whatever happened before.
      if (state.status !== 'saved' && state.status !== 'stale') become({ status: 'waiting' });
    },
    reset(next) {
      clearTimeout(timer);
      timer = undefined;
      revision = next.revision;
      retryMs = FIRST_RETRY_MS;
      become({ value: next.value, status: 'saved', savedAt: next.savedAt, error: null });
    },
    keepMine(next) {
      revision = next;
      start();
    },
  };
}
