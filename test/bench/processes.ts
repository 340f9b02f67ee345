import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** The built tree: dist/. */
const DIST = fileURLToPath(new URL('../../', import.meta.url));

export interface Child {
  /** The next line the process prints. @throws when it ends first */
  line(): Promise<string>;
  send(order: object): void;
  stop(): Promise<void>;
  readonly process: ChildProcess;
}

/** Starts a program of the built tree and reads its standard output by lines. */
export function startChild(program: string, args: string[], env: Record<string, string> = {}): Child {
  const child = spawn(process.execPath, [`${DIST}${program}`, ...args], {
    env: { ...process.env, NODE_OPTIONS: '', ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    process: child,
    async line(): Promise<string> {
      const { value, done } = (await lines.next()) as IteratorResult<string, undefined>;
      if (done) throw new Error(`${program} ended early`);
      return value;
    },
    send(order: object): void {
      child.stdin.write(`${JSON.stringify(order)}\n`);
    },
    async stop(): Promise<void> {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Waits until an address answers 200. */
export async function untilReady(url: string, seconds = 20): Promise<void> {
  const end = performance.now() + seconds * 1000;
  for (;;) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.status === 200) return;
    if (performance.now() > end) throw new Error(`${url} does not answer`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
