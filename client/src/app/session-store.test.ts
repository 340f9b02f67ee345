import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { ApiError, type ApiClient, UnreachableError } from './api-client.ts';
import { makeSessionStore, type Session } from './session-store.ts';
import { blockedTab, memoryTab } from './memory-tab.ts';
import type { TabStorage } from './tab-storage.ts';

const MINUTE = 60_000;
const START = Date.parse('2026-11-22T10:00:00Z');

const ACTIVITY = 'c'.repeat(32);
const landingOn = (activityId: string): Session['landing'] => ({ kind: 'activity', activityId });

/** @param skewMs how far the server's clock is ahead of this device's */
const sessionWith = (
  bearer: string,
  expiresAfterMs: number,
  { endsAfterMs = 12 * 60 * MINUTE, landing = landingOn(ACTIVITY), skewMs = 0 } = {},
): Session => ({
  bearer,
  bearerExpiresAt: new Date(START + skewMs + expiresAfterMs).toISOString(),
  now: new Date(Date.now() + skewMs).toISOString(),
  sessionEndsAt: new Date(START + skewMs + endsAfterMs).toISOString(),
  member: { id: 'a'.repeat(32), name: 'Ada Ström', role: 'learner' },
  course: { title: 'Collab 101' },
  locale: 'en',
  returnUrl: null,
  landing,
  can: {
    editActivities: false,
    readQueue: false,
    readGroups: false,
    ownGroups: false,
    readWork: false,
    readNotices: false,
    rehearse: false,
  },
});

/** A store whose server gives these answers one after the other; what is made by a function is made when asked. */
function storeWith(
  code: string | null,
  answers: (Session | Error | (() => Session))[],
  storage: TabStorage = memoryTab().tab,
  activityId: string | null = null,
) {
  const paths: string[] = [];
  const call = (_method: string, path: string): Promise<unknown> => {
    paths.push(path);
    const next = answers.shift() ?? new UnreachableError('no answer is left');
    const answer = typeof next === 'function' ? next() : next;
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  const api = { call: call as ApiClient['call'] };
  return { paths, store: makeSessionStore({ api, code, storage, activityId, now: Date.now }) };
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

  test('one that ends because the person left the course says so, also when it is lost once more', async () => {
    const { store } = storeWith('c', [sessionWith('b1', 30 * MINUTE)]);
    await store.open();
    store.lose(true);
    store.lose();
    expect(store.getState()).toMatchObject({ kind: 'open', ended: true, left: true });
  });

  test('the last bearer of a session is not renewed', async () => {
    const { paths, store } = storeWith('c', [sessionWith('b1', 30 * MINUTE, { endsAfterMs: 30 * MINUTE })]);
    await store.open();
    await jest.advanceTimersByTimeAsync(60 * MINUTE);
    expect(paths).toEqual(['/session']);
  });

  test.each([
    ['an hour slow', 60],
    ['an hour fast', -60],
  ])(
    'with this device’s clock %s the bearer is renewed when the server’s says so',
    async (_rule, minutes) => {
      const skewMs = minutes * MINUTE;
      const { paths, store } = storeWith('c', [
        sessionWith('b1', 30 * MINUTE, { skewMs }),
        () => sessionWith('b2', 58 * MINUTE, { skewMs }),
      ]);
      await store.open();
      expect(store.now()).toBe(Date.now() + skewMs);
      await jest.advanceTimersByTimeAsync(28 * MINUTE - 1);
      expect(paths).toEqual(['/session']);
      await jest.advanceTimersByTimeAsync(1);
      expect(paths).toEqual(['/session', '/session/renew']);
    },
  );

  test('renewals that are asked for at once are one', async () => {
    const { paths, store } = storeWith('c', [sessionWith('b1', 30 * MINUTE), sessionWith('b2', 58 * MINUTE)]);
    await store.open();
    await Promise.all([store.renew(), store.renew(), store.renew()]);
    expect(store.bearer()).toBe('b2');
    expect(paths).toEqual(['/session', '/session/renew']);
  });

  test('a reload goes on with the bearer that was kept', async () => {
    const { tab } = memoryTab();
    await storeWith('c', [sessionWith('b1', 30 * MINUTE)], tab).store.open();
    const { paths, store } = storeWith(null, [sessionWith('b2', 30 * MINUTE)], tab);
    expect(store.bearer()).toBe('b1');
    await store.open();
    expect(store.getState().kind).toBe('open');
    expect(paths).toEqual(['/session/renew']);
  });

  test('two frames of one tab each go on with their own', async () => {
    const { tab } = memoryTab();
    const other = 'd'.repeat(32);
    await storeWith('c1', [sessionWith('mine', 30 * MINUTE)], tab).store.open();
    await storeWith(
      'c2',
      [sessionWith('other', 30 * MINUTE, { landing: landingOn(other) })],
      tab,
    ).store.open();
    expect(storeWith(null, [], tab, ACTIVITY).store.bearer()).toBe('mine');
    expect(storeWith(null, [], tab, other).store.bearer()).toBe('other');
    expect(storeWith(null, [], tab).store.bearer()).toBe('other');
  });

  test('with storage blocked the session works, and a reload finds it closed', async () => {
    const first = storeWith('c', [sessionWith('b1', 30 * MINUTE)], blockedTab());
    await first.store.open();
    expect(first.store.getState().kind).toBe('open');
    const reload = storeWith(null, [], blockedTab());
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
    const { tab, content } = memoryTab();
    const { store } = storeWith('c', [sessionWith('b1', 30 * MINUTE)], tab);
    await store.open();
    expect([...content.values()]).toEqual(['b1', 'b1']);
    store.lose();
    expect(store.getState()).toMatchObject({ kind: 'open', ended: true });
    expect(store.bearer()).toBeNull();
    expect(content.size).toBe(0);
  });

  test('a lost session leaves a newer launch of the same tab alone', async () => {
    const { tab, content } = memoryTab();
    const first = storeWith('c', [sessionWith('old', 30 * MINUTE)], tab);
    await first.store.open();
    await storeWith('c', [sessionWith('new', 30 * MINUTE)], tab).store.open();
    first.store.lose();
    expect([...content.values()]).toEqual(['new', 'new']);
  });
});
