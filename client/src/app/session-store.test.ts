import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { ApiError, type ApiClient, UnreachableError } from './api-client.ts';
import { type BearerStorage, makeSessionStore, type Session } from './session-store.ts';

const MINUTE = 60_000;
const START = Date.parse('2026-11-22T10:00:00Z');

const sessionWith = (bearer: string, expiresAfterMs: number, endsAfterMs = 12 * 60 * MINUTE): Session => ({
  bearer,
  bearerExpiresAt: new Date(START + expiresAfterMs).toISOString(),
  sessionEndsAt: new Date(START + endsAfterMs).toISOString(),
  member: { id: 'a'.repeat(32), name: 'Ada Ström', role: 'learner' },
  course: { title: 'Collab 101' },
  locale: 'en',
  returnUrl: null,
  landing: { kind: 'notReady' },
  can: { editActivities: false, readQueue: false, readNotices: false },
});

function memoryStorage(content: Record<string, string> = {}): BearerStorage & { content: typeof content } {
  return {
    content,
    getItem: (key) => content[key] ?? null,
    setItem: (key, value) => void (content[key] = value),
    removeItem: (key) => void delete content[key],
  };
}

const blocked = (): never => {
  throw new Error('SecurityError');
};

/** A store whose server gives these answers one after the other. */
function storeWith(
  code: string | null,
  answers: (Session | Error)[],
  storage: () => BearerStorage = () => memoryStorage(),
) {
  const paths: string[] = [];
  const call = (_method: string, path: string): Promise<unknown> => {
    paths.push(path);
    const answer = answers.shift() ?? new UnreachableError('no answer is left');
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  const api = { call: call as ApiClient['call'] };
  return { paths, store: makeSessionStore({ api, code, storage, storageKey: 'k', now: Date.now }) };
}

beforeEach(() => void jest.useFakeTimers({ now: START }));
afterEach(() => void jest.useRealTimers());

describe('the session', () => {
  test('a code is traded once; later the bearer is renewed', async () => {
    const { paths, store } = storeWith('c', [sessionWith('b1', 30 * MINUTE), sessionWith('b2', 58 * MINUTE)]);
    await store.open();
    await jest.advanceTimersByTimeAsync(28 * MINUTE - 1);
    expect(store.bearer()).toBe('b1');
    await jest.advanceTimersByTimeAsync(1);
    expect(store.bearer()).toBe('b2');
    expect(paths).toEqual(['/session', '/session/renew']);
  });

  test('a renewal that finds no network is tried again', async () => {
    const { store } = storeWith('c', [
      sessionWith('b1', 30 * MINUTE),
      new UnreachableError('x'),
      sessionWith('b2', 58 * MINUTE),
    ]);
    await store.open();
    await jest.advanceTimersByTimeAsync(29 * MINUTE);
    expect(store.bearer()).toBe('b2');
  });

  test('the last bearer of a session is not renewed', async () => {
    const { paths, store } = storeWith('c', [sessionWith('b1', 30 * MINUTE, 30 * MINUTE)]);
    await store.open();
    await jest.advanceTimersByTimeAsync(60 * MINUTE);
    expect(paths).toEqual(['/session']);
  });

  test('a reload goes on with the bearer that was kept', async () => {
    const { paths, store } = storeWith(null, [sessionWith('b2', 30 * MINUTE)], () =>
      memoryStorage({ k: 'b1' }),
    );
    expect(store.bearer()).toBe('b1');
    await store.open();
    expect(store.getState().kind).toBe('open');
    expect(paths).toEqual(['/session/renew']);
  });

  test('with storage blocked the session works, and a reload finds it closed', async () => {
    const first = storeWith('c', [sessionWith('b1', 30 * MINUTE)], blocked);
    await first.store.open();
    expect(first.store.getState().kind).toBe('open');
    const reload = storeWith(null, [], blocked);
    await reload.store.open();
    expect(reload.store.getState().kind).toBe('closed');
    expect(reload.paths).toEqual([]);
  });

  test('a used code closes the page', async () => {
    const { store } = storeWith('c', [new ApiError('CODE_USED_OR_EXPIRED')]);
    await store.open();
    expect(store.getState().kind).toBe('closed');
  });

  test('without a network the code can be traded later', async () => {
    const { store } = storeWith('c', [new UnreachableError('x'), sessionWith('b1', 30 * MINUTE)]);
    await store.open();
    expect(store.getState().kind).toBe('unreachable');
    await store.open();
    expect(store.getState().kind).toBe('open');
  });

  test('a lost session keeps the page and forgets the bearer everywhere', async () => {
    const storage = memoryStorage();
    const { store } = storeWith('c', [sessionWith('b1', 30 * MINUTE)], () => storage);
    await store.open();
    expect(storage.content).toEqual({ k: 'b1' });
    store.lose();
    expect(store.getState()).toMatchObject({ kind: 'open', ended: true });
    expect(store.bearer()).toBeNull();
    expect(storage.content).toEqual({});
  });
});
