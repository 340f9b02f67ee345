/** Marks are sent together, this long after the first of them. */
const FLUSH_MS = 2_000;

export interface ReadMarks {
  /** Notes a post as read; once. */
  note(n: number): void;
  /** Sends what is waiting. */
  flush(): Promise<void>;
  /** Is called whenever there is one more. @returns what ends that */
  subscribe(listener: () => void): () => void;
  /** How many posts were read so far. */
  count(): number;
}

/** What one has read since a thread was opened, sent a few seconds' worth at a time. */
export function makeReadMarks(send: (numbers: number[]) => Promise<unknown>): ReadMarks {
  const read = new Set<number>();
  const waiting = new Set<number>();
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const numbers = [...waiting];
    waiting.clear();
    // What cannot be noted now is new once more the next time.
    if (numbers.length > 0) await send(numbers).catch(() => undefined);
  }

  return {
    note(n) {
      if (read.has(n)) return;
      read.add(n);
      waiting.add(n);
      for (const listener of listeners) listener();
      timer ??= setTimeout(() => void flush(), FLUSH_MS);
    },
    flush,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    count: () => read.size,
  };
}
