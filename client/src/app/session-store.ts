import type { OpenSession, RenewSession, SessionView } from '../../../server/src/contracts/session.ts';
import type { z } from 'zod';
import { ApiError, type ApiClient } from './api-client.ts';
import type { TabStorage } from './tab-storage.ts';

export type Session = z.output<typeof SessionView>;

export type SessionState =
  | { readonly kind: 'opening' }
  /** `left`: it has ended because the person is in the course no more. */
  | { readonly kind: 'open'; readonly session: Session; readonly ended: boolean; readonly left?: true }
  /** Nothing can be shown: the address has no code, or it was used, and no bearer is kept. */
  | { readonly kind: 'closed'; readonly left?: true }
  | { readonly kind: 'unreachable'; readonly error: unknown };

export interface SessionStore {
  subscribe(listener: () => void): () => void;
  getState(): SessionState;
  bearer(): string | null;
  /** Trades the code, or renews the bearer kept from before a reload. */
  open(): Promise<void>;
  /**
   * A new bearer and a fresh view of the session, for example after the landing has changed. Asked for several times at
   * once it asks the server once.
   */
  renew(): Promise<void>;
  /** The server no longer knows the bearer. @param left because the person is in the course no more. */
  lose(left?: boolean): void;
  /** The server's time in milliseconds: this device's clock may be wrong. */
  now(): number;
}

export interface SessionStoreOptions {
  readonly api: Pick<ApiClient, 'call'>;
  readonly code: string | null;
  /** Keeps the bearer through a reload. */
  readonly storage: TabStorage;
  /** The activity of the page's address: two frames of one tab keep a bearer each. */
  readonly activityId: string | null;
  readonly now: () => number;
}

const RENEW_BEFORE_END_MS = 2 * 60_000;
const TRY_AGAIN_MS = 15_000;
const BEARER = 'bearer';

const bearerOf = (activityId: string): string => `${BEARER}.${activityId}`;

/**
 * The caller's session, outside React so that no re-render can spend the one-time code twice. The bearer is kept in
 * memory and, where the browser allows it, in the tab's storage: that is blocked in a cross-site iframe with third-party
 * storage blocked, and a reload then asks to open the activity again from the course.
 */
export function makeSessionStore(options: SessionStoreOptions): SessionStore {
  const { api, storage } = options;
  let state: SessionState = { kind: 'opening' };
  let code = options.code;
  let bearer: string | null = code === null ? keptBearer() : null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let renewing: Promise<void> | null = null;
  /** How far the server's clock is ahead of this device's. */
  let aheadMs = 0;
  const listeners = new Set<() => void>();

  function keptBearer(): string | null {
    const ofActivity = options.activityId === null ? null : storage.read(bearerOf(options.activityId));
    return ofActivity ?? storage.read(BEARER);
  }

  /** The newest bearer of the tab, and beside it that of the activity: a reload finds its own by the page's address. */
  const namesOf = ({ landing }: Session): string[] =>
    'activityId' in landing ? [BEARER, bearerOf(landing.activityId)] : [BEARER];

  function become(next: SessionState): void {
    state = next;
    for (const listener of listeners) listener();
  }

  function accept(session: Session): void {
    bearer = session.bearer;
    for (const name of namesOf(session)) storage.write(name, session.bearer);
    clearTimeout(timer);
    aheadMs = Date.parse(session.now) - options.now();
    // Both times are the server's: what this device's clock says does not matter.
    const lifeMs = Date.parse(session.bearerExpiresAt) - Date.parse(session.now);
    // At the end of the session the last bearer cannot be prolonged: renewing is over.
    if (session.bearerExpiresAt < session.sessionEndsAt)
      timer = setTimeout(renewQuietly, Math.max(lifeMs - RENEW_BEFORE_END_MS, lifeMs / 2, 1000));
    become({ kind: 'open', session, ended: false });
  }

  function lose(hasLeft = false): void {
    // Another frame of the tab may have put a newer one there: that one is not lost.
    const names = state.kind === 'open' ? namesOf(state.session) : [BEARER];
    for (const name of names) if (storage.read(name) === bearer) storage.remove(name);
    bearer = null;
    clearTimeout(timer);
    const why = hasLeft || ('left' in state && state.left) ? { left: true as const } : {};
    become(state.kind === 'open' ? { ...state, ended: true, ...why } : { kind: 'closed', ...why });
  }

  const askAgain = async (): Promise<void> =>
    accept(await api.call<typeof RenewSession>('post', '/session/renew', {}));

  function renew(): Promise<void> {
    renewing ??= askAgain().finally(() => (renewing = null));
    return renewing;
  }

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
      else if (bearer === null && code === null) lose();
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
    now: () => options.now() + aheadMs,
  };
}
