import type { LtijsProvider } from 'ltijs';
import type { Clock } from '../../core/clock.ts';
import type { AccessTokenStore } from './access-tokens.store.ts';
import { usableSeconds } from './ltijs-database.ts';
import type { Platform } from './platforms.store.ts';

/** What came of asking a platform for a token: the token, or its answer. */
export type TokenAnswer =
  | { readonly type: 'token'; readonly token: string }
  /** The token endpoint said no, and would say no again. */
  | { readonly type: 'refused'; readonly status: number; readonly body: string }
  /** It did not answer sensibly; nothing has been sent to the service. */
  | { readonly type: 'busy'; readonly status: number; readonly body: string };

export interface AccessTokens {
  /** @param instead a token that the service refused, which must not be given again. */
  get(platform: Platform, scope: string, instead?: string): Promise<TokenAnswer>;
}

/**
 * Access tokens by ltijs's client-credentials request, one at a time for a platform and scope: ltijs alone would make
 * one request for each of five calls at once.
 */
export function createAccessTokens(
  provider: LtijsProvider,
  store: AccessTokenStore,
  clock: Clock,
): AccessTokens {
  const kept = new Map<string, { token: string; until: number }>();
  const asking = new Map<string, Promise<TokenAnswer>>();

  const ask = async (platform: Platform, scope: string): Promise<TokenAnswer> => {
    const asked = clock.now().getTime();
    try {
      const known = await provider.getPlatform(platform.issuer, platform.clientId);
      if (!known) return { type: 'refused', status: 0, body: 'the platform is not registered' };
      const { access_token: token, expires_in: life } = await known.platformAccessToken(scope);
      if (typeof token !== 'string')
        return { type: 'busy', status: 200, body: 'no access_token in the answer' };
      // A stored token may be older than this moment: it is kept in memory only while the store would give it too.
      const until = Number.isFinite(life)
        ? asked + Math.min(usableSeconds({ expires_in: life }), 60) * 1000
        : 0;
      kept.set(keyOf(platform, scope), { token, until });
      return { type: 'token', token };
    } catch (error) {
      return failureOf(error);
    }
  };

  return {
    async get(platform, scope, instead) {
      const key = keyOf(platform, scope);
      const known = kept.get(key);
      if (known && known.token !== instead && known.until > clock.now().getTime()) {
        return { type: 'token', token: known.token };
      }
      const underWay = asking.get(key);
      if (underWay) return await underWay;
      const mine = (async () => {
        if (instead !== undefined) await store.remove(platform.id, scope);
        return await ask(platform, scope);
      })().finally(() => asking.delete(key));
      asking.set(key, mine);
      return await mine;
    },
  };
}

const keyOf = (platform: Platform, scope: string): string => `${platform.id} ${scope}`;

/** `got`'s errors: with the answer where there was one. */
function failureOf(error: unknown): TokenAnswer {
  const { response, message } = error as {
    response?: { statusCode?: unknown; body?: unknown };
    message?: unknown;
  };
  const status = typeof response?.statusCode === 'number' ? response.statusCode : 0;
  const body = typeof response?.body === 'string' ? response.body : String(message);
  const refused = status >= 400 && status < 500 && status !== 408 && status !== 429;
  return { type: refused ? 'refused' : 'busy', status, body };
}
