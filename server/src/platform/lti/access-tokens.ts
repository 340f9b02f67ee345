import type { Clock } from '../../core/clock.ts';
import { newId } from '../../core/ids.ts';
import type { AccessTokenStore } from './access-tokens.store.ts';
import { type HttpAnswer, HttpError, request } from './http-client.ts';
import { isRecord } from './launch-checks.ts';
import type { Platform } from './platforms.store.ts';
import type { Sealer } from './sealed.ts';
import type { ToolSigner } from './tool-signature.ts';

/** What came of asking a platform for a token: the token, or its answer. */
export type TokenAnswer =
  | {
      readonly type: 'token';
      readonly token: string;
      /** What the platform has granted; null where it does not say. Registrations over-report, this does not. */
      readonly scopes: readonly string[] | null;
    }
  /** The token endpoint said no, and would say no again. */
  | { readonly type: 'refused'; readonly status: number; readonly body: string }
  /** It did not answer sensibly; nothing has been sent to the service. */
  | { readonly type: 'busy'; readonly status: number; readonly body: string };

export interface AccessTokens {
  /**
   * @param scope one or several, with blanks between them.
   * @param instead a token that the service refused, which must not be given again.
   */
  get(platform: Platform, scope: string, instead?: string): Promise<TokenAnswer>;
  /** Asks the platform, whatever is kept. */
  renew(platform: Platform, scope: string): Promise<TokenAnswer>;
}

interface Parts {
  store: AccessTokenStore;
  signer: ToolSigner;
  sealer: Sealer;
  clock: Clock;
}

interface Token {
  readonly token: string;
  readonly scopes: readonly string[] | null;
  /** Seconds; null where the platform does not say (RFC 6749 §5.1 only recommends it): used for this call and not kept. */
  readonly life: number | null;
}

const TIMEOUT_MS = 10_000;
const MAX_BYTES = 64 * 1024;
/** A token is not used in the last seconds of its life, nor in the last tenth of a short one. */
const REFRESH_BEFORE_SECONDS = 60;
/** Another instance may have thrown a token away that was refused: memory is believed for this long. */
const REMEMBERED_MS = 60_000;

/**
 * Access tokens by client credentials (RFC 7523; LTI security framework §4.1), one request at a time for a platform and
 * scope however many ask, kept sealed for all instances.
 */
export function createAccessTokens({ store, signer, sealer, clock }: Parts): AccessTokens {
  const kept = new Map<string, Token & { until: number }>();
  const asking = new Map<string, Promise<TokenAnswer>>();
  const now = (): number => clock.now().getTime();

  const remember = (key: string, token: Token, usableUntil: number): TokenAnswer => {
    kept.set(key, { ...token, until: Math.min(usableUntil, now() + REMEMBERED_MS) });
    return { type: 'token', token: token.token, scopes: token.scopes };
  };

  const readStored = async (platform: Platform, scope: string): Promise<TokenAnswer | null> => {
    const stored = await store.find(platform.id, scope);
    if (!stored) return null;
    const token = JSON.parse(sealer.open(stored.sealedToken)) as Token;
    const until = stored.createdAt.getTime() + usableMs(token);
    return until > now() ? remember(keyOf(platform, scope), token, until) : null;
  };

  const askPlatform = async (platform: Platform, scope: string): Promise<TokenAnswer> => {
    const assertion = await signer.sign(platform.id, {
      iss: platform.clientId,
      sub: platform.clientId,
      aud: platform.authorizationServer ?? platform.tokenEndpoint,
      jti: newId(),
    });
    const askedAt = clock.now();
    const answer = await requestToken(platform.tokenEndpoint, assertion, scope);
    const token = 'status' in answer && answer.status < 300 ? readToken(answer.body) : null;
    if (!token) return failureOf(answer);
    if (token.life !== null) {
      const expiresAt = new Date(askedAt.getTime() + token.life * 1000);
      const sealedToken = sealer.seal(JSON.stringify(token));
      await store.save(platform.id, scope, { sealedToken, createdAt: askedAt }, expiresAt);
    }
    return remember(keyOf(platform, scope), token, askedAt.getTime() + usableMs(token));
  };

  const obtain = async (platform: Platform, scope: string, anew: boolean): Promise<TokenAnswer> => {
    const key = keyOf(platform, scope);
    const underWay = asking.get(key);
    if (underWay) return await underWay;
    const mine = (async () => {
      if (anew) await store.remove(platform.id, scope);
      return (await readStored(platform, scope)) ?? (await askPlatform(platform, scope));
    })().finally(() => asking.delete(key));
    asking.set(key, mine);
    return await mine;
  };

  return {
    async get(platform, scope, instead) {
      const known = kept.get(keyOf(platform, scope));
      if (known && known.token !== instead && known.until > now()) {
        return { type: 'token', token: known.token, scopes: known.scopes };
      }
      return await obtain(platform, scope, instead !== undefined);
    },

    renew: (platform, scope) => obtain(platform, scope, true),
  };
}

const keyOf = (platform: Platform, scope: string): string => `${platform.id} ${scope}`;

const usableMs = ({ life }: Token): number =>
  life === null ? 0 : (life - Math.min(REFRESH_BEFORE_SECONDS, life / 10)) * 1000;

async function requestToken(
  tokenEndpoint: string,
  assertion: string,
  scope: string,
): Promise<HttpAnswer | HttpError> {
  const form = {
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: assertion,
    scope,
  };
  try {
    return await request(tokenEndpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      body: new URLSearchParams(form).toString(),
      timeoutMs: TIMEOUT_MS,
      maxBytes: MAX_BYTES,
    });
  } catch (error) {
    if (error instanceof HttpError) return error;
    throw error;
  }
}

/** Read whatever it is labelled as: Moodle calls its JSON text/html. */
function readToken(body: string): Token | null {
  try {
    const answer: unknown = JSON.parse(body);
    if (!isRecord(answer) || typeof answer.access_token !== 'string') return null;
    const { access_token: token, expires_in: life, scope } = answer;
    return {
      token,
      scopes: typeof scope === 'string' ? scope.split(' ') : null,
      life: typeof life === 'number' && Number.isFinite(life) && life > 0 ? life : null,
    };
  } catch {
    return null;
  }
}

function failureOf(answer: HttpAnswer | HttpError): TokenAnswer {
  if (answer instanceof HttpError) return { type: 'busy', status: 0, body: answer.failure };
  const { status, body } = answer;
  const refused = status >= 400 && status < 500 && status !== 408 && status !== 429;
  return { type: refused ? 'refused' : 'busy', status, body };
}
