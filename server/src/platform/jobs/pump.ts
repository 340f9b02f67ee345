export interface PumpOptions<T> {
  /** Takes the next piece of due work, or null when there is none. */
  claim(): Promise<T | null>;
  run(work: T): Promise<void>;
  /** What `claim` or `run` threw: neither stops the pump. */
  onError(error: unknown): void;
  /** Pieces of work under way at once. */
  readonly concurrency: number;
  /** How long to sleep when nothing can be done, unless `kick` wakes it. */
  readonly idleMs: () => number;
}

/** A loop that claims due work from the database and runs it, a bounded number of pieces at once. */
export interface Pump {
  start(): void;
  /** Claims nothing more and resolves when what is under way has ended. */
  stop(): Promise<void>;
  /** Says that something became due: the pump looks now. */
  kick(): void;
  /** Runs all that is due, one after the other, and says how many there were: for tests and for a last look. */
  drain(): Promise<number>;
}

/** Makes a pump; it does nothing before `start`. */
export function createPump<T>({ claim, run, onError, concurrency, idleMs }: PumpOptions<T>): Pump {
  const running = new Set<Promise<void>>();
  let loop: Promise<void> | null = null;
  let started = false;
  let kicked = false;
  let wake: (() => void) | null = null;

  const kick = (): void => {
    kicked = true;
    wake?.();
  };

  const claimSafely = async (): Promise<T | null> => {
    try {
      return await claim();
    } catch (error) {
      onError(error);
      return null;
    }
  };

  const runSafely = async (work: T): Promise<void> => {
    try {
      await run(work);
    } catch (error) {
      onError(error);
    }
  };

  function begin(work: T): void {
    const ended = runSafely(work).then(() => {
      running.delete(ended);
      kick();
    });
    running.add(ended);
  }

  const sleep = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, idleMs());
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  async function work(): Promise<void> {
    while (started) {
      kicked = false;
      const claimed = running.size < concurrency ? await claimSafely() : null;
      if (claimed !== null) begin(claimed);
      // A kick during the claim may be about work that the claim came too early for.
      else if (!kicked && started) await sleep();
    }
  }

  return {
    kick,
    start(): void {
      if (started) return;
      started = true;
      loop = work();
    },
    async stop(): Promise<void> {
      started = false;
      kick();
      await loop;
      await Promise.all(running);
    },
    async drain(): Promise<number> {
      let count = 0;
      for (let claimed = await claim(); claimed !== null; claimed = await claim()) {
        await run(claimed);
        count += 1;
      }
      return count;
    },
  };
}
