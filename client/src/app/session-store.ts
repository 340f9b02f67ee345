import type { OpenSession, RenewSession, SessionView } from '../../../server/src/contracts/session.ts';
import type { z } from 'zod';
import { ApiError, type ApiClient } from './api-client.ts';

export type Session = z.output<typeof SessionView>;

export type SessionState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'open'; readonly session: Session; readonly ended: boolean }
  /** Nothing can be shown: the address has no code, or it was used, and no bearer is kept. */
  | { readonly kind: 'closed' }
  | { readonly kind: 'unreachable'; readonly error: unknown };

/** Where a bearer outlives a reload; every method may throw where the browser blocks storage. */
export type BearerStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export interface SessionStore {
  subscribe(listener: () => void): () => void;
  getState(): SessionState;
  bearer(): string | null;
  /** Trades the code, or renews the bearer kept from before a reload. */
  open(): Promise<void>;
  /** A new bearer and a fresh view of the session, for example after the landing has changed. */
  renew(): Promise<void>;
  /** The server no longer knows the bearer. */
  lose(): void;
}

export interface SessionStoreOptions {
  readonly api: Pick<ApiClient, 'call'>;
  readonly code: string | null;
  readonly storage: () => BearerStorage;
  readonly storageKey: string;
  readonly now: () => number;
}

const RENEW_BEFORE_END_MS = 2 * 60_000;
const TRY_AGAIN_MS = 15_000;

/**
 * The caller's session, outside React so that no re-render can spend the one-time code twice. The bearer is kept in
 * memory and, where the browser allows it, in sessionStorage: that throws in a cross-site iframe with third-party
 * storage blocked, and a reload then asks to open the activity again from the course.
 */
export function makeSessionStore(options: SessionStoreOptions): SessionStore {
  const { api, storageKey } = options;
  let state: SessionState = { kind: 'opening' };
  let code = options.code;
  let bearer: string | null = code === null ? tryStorage((storage) => storage.getItem(storageKey)) : null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();

  function tryStorage<T>(action: (storage: BearerStorage) => T): T | null {
    try {
      return action(options.storage());
    } catch {
      return null;
    }
  }

  function become(next: SessionState): void {
    state = next;
    for (const listener of listeners) listener();
  }

  function accept(session: Session): void {
    bearer = session.bearer;
    tryStorage((storage) => storage.setItem(storageKey, session.bearer));
    clearTimeout(timer);
    const due = Date.parse(session.bearerExpiresAt) - RENEW_BEFORE_END_MS - options.now();
    // At the end of the session the last bearer cannot be prolonged: renewing is over.
    if (session.bearerExpiresAt < session.sessionEndsAt)
      timer = setTimeout(renewQuietly, Math.max(due, 1000));
    become({ kind: 'open', session, ended: false });
  }

  function lose(): void {
    bearer = null;
    clearTimeout(timer);
    tryStorage((storage) => storage.removeItem(storageKey));
    become(state.kind === 'open' ? { ...state, ended: true } : { kind: 'closed' });
  }

  const renew = async () => accept(await api.call<typeof RenewSession>('post', '/session/renew', {}));

  function renewQuietly(): void {
    renew().catch(() => {
      // Where the session is over the API client has said so already, and the bearer is gone.
      if (bearer !== null) timer = setTimeout(renewQuietly, TRY_AGAIN_MS);
    });
  }

  async function open(): Promise<void> {
    if (code === null && bearer === null) return become({ kind: 'closed' });
    become({ kind: 'opening' });
    try {
      if (code === null) return await renew();
      const session = await api.call<typeof OpenSession>('post', '/session', { body: { code } });
      code = null;
      accept(session);
    } catch (error) {
      if (error instanceof ApiError && error.code === 'CODE_USED_OR_EXPIRED') lose();
      else if (bearer === null && code === null) become({ kind: 'closed' });
      else become({ kind: 'unreachable', error });
    }
  }

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getState: () => state,
    bearer: () => bearer,
    open,
    renew,
    lose,
  };
}
