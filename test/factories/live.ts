import type { LiveChange, LiveState } from '../../server/src/contracts/live.ts';
import type { ApiSession } from './browserless.ts';
import { until } from './until.ts';

/** Somebody who listens. */
export interface LiveEar {
  readonly status: number;
  readonly headers: Headers;
  /** How the topics stood each time that was told. */
  readonly ready: readonly LiveState[];
  readonly changes: readonly LiveChange[];
  /** Whether the server has ended it. */
  readonly ended: () => boolean;
  close(): void;
}

/** Listens to topics; resolves when the server has told how they stand, or has refused. */
export async function listen(
  { toolUrl, view }: Pick<ApiSession, 'toolUrl' | 'view'>,
  topics: readonly string[],
): Promise<LiveEar> {
  const abort = new AbortController();
  const answer = await fetch(`${toolUrl}/api/live`, {
    method: 'POST',
    headers: { authorization: `Bearer ${view.bearer}`, 'content-type': 'application/json' },
    body: JSON.stringify({ topics }),
    signal: abort.signal,
  });
  const ready: LiveState[] = [];
  const changes: LiveChange[] = [];
  let ended = false;
  const { status, headers, body } = answer;
  const ear = { status, headers, ready, changes, ended: () => ended, close: () => abort.abort() };
  if (status !== 200 || !body) return ear;
  const read = async (): Promise<void> => {
    let text = '';
    const decoder = new TextDecoder();
    for await (const piece of body) {
      const parts = (text + decoder.decode(piece as Uint8Array, { stream: true })).split('\n\n');
      text = parts.pop() ?? '';
      for (const part of parts) {
        const [, event, data] = /^event: (\w+)\ndata: (.*)$/.exec(part) ?? [];
        if (event === 'ready') ready.push(JSON.parse(data ?? '') as LiveState);
        if (event === 'changed') changes.push(JSON.parse(data ?? '') as LiveChange);
      }
    }
  };
  read()
    .catch(() => undefined)
    .finally(() => (ended = true));
  await until('the stream has begun', () => ready.length > 0 || ended);
  return ear;
}
