import { AsyncLocalStorage } from 'node:async_hooks';

/** The commands that one request has sent to the database so far. */
interface Count {
  commands: number;
}

const current = new AsyncLocalStorage<Count>();

/** Runs `work` as one request whose round trips are counted; background work it starts must leave by `uncounted`. */
export const counted = <T>(count: Count, work: () => T): T => current.run(count, work);

/** Runs work that goes on after the request: it is nobody's round trip. */
export const uncounted = <T>(work: () => T): T => current.exit(work);

/** Called for every command sent. */
export function noteCommand(): void {
  const count = current.getStore();
  if (count) count.commands += 1;
}
