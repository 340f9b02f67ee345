import type { Clock } from '../../core/clock.ts';
import { fingerprint } from '../../core/ids.ts';
import type { AccessTokens } from './access-tokens.ts';
import type { Directory } from './directory.ts';
import { type HttpAnswer, HttpError, type HttpMethod, request } from './http-client.ts';
import { isRecord } from './launch-checks.ts';
import { nextLink } from './line-item-url.ts';
import type { Platform } from './platforms.store.ts';
import type { Busy, Refused, ServiceAnswer, Unknown } from './ports.ts';
import { type Quirks, quirksOf } from './quirks/index.ts';
import { parseJson, readFailure, wordsOf } from './score-answers.ts';

const TIMEOUT_MS = 15_000;
const MAX_BYTES = 4 * 1024 * 1024;
/** More pages than any course has: a service that still says "next" does not mean it. */
const PAGES_MAX = 2_000;

/** One request to a platform's service. */
export interface ServiceRequest {
  readonly method: HttpMethod;
  readonly url: string;
  readonly scope: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface ServiceCalls {
  /** The platform, when it is active and the address is one of its own: tokens go nowhere else. */
  platformOf(platformId: string, url: string): Promise<CallablePlatform | Refused>;
  /** The service's own answer, whatever its status, or why there is none. */
  call(platform: Platform, wanted: ServiceRequest): Promise<HttpAnswer | Refused | Busy | Unknown>;
  /** The items of a collection page by page, each page's JSON a list; what is not `ok` is the last. */
  pages(
    platformId: string,
    wanted: Omit<ServiceRequest, 'method'>,
  ): AsyncGenerator<ServiceAnswer<Readonly<Record<string, unknown>>[]>>;
}

export interface CallablePlatform {
  readonly type: 'platform';
  readonly platform: Platform;
  readonly quirks: Quirks;
}

interface Parts {
  readonly directory: Directory;
  readonly tokens: AccessTokens;
  readonly clock: Clock;
}

/** Requests to a platform's services: its own addresses only, with a token, an end in time and size, page by page. */
export function createServiceCalls({ directory, tokens, clock }: Parts): ServiceCalls {
  async function platformOf(platformId: string, url: string): Promise<CallablePlatform | Refused> {
    const platform = await directory.findPlatform(platformId);
    if (platform?.status !== 'active') return notSent('notAllowed', 'the platform is not active');
    const origins = await directory.platformOrigins(platform);
    if (URL.canParse(url) && origins.has(new URL(url).origin)) {
      return { type: 'platform', platform, quirks: quirksOf(platform.family) };
    }
    return notSent('other', `the address ${originOf(url)} does not belong to the platform`);
  }

  async function call(
    platform: Platform,
    wanted: ServiceRequest,
  ): Promise<HttpAnswer | Refused | Busy | Unknown> {
    let refusedToken: string | undefined;
    for (;;) {
      const token = await tokens.get(platform, wanted.scope, refusedToken);
      if (token.type === 'busy') {
        const { status, body } = token;
        return {
          type: 'busy',
          status,
          words: wordsOf(body),
          retryAfterSeconds: null,
          throttled: status === 429,
        };
      }
      if (token.type === 'refused') {
        return { type: 'refused', cause: 'notAllowed', status: token.status, words: wordsOf(token.body) };
      }
      const answer = await send(wanted, token.token);
      // A token may have been revoked: one new one, no more.
      if ('type' in answer || answer.status !== 401 || refusedToken !== undefined) return answer;
      refusedToken = token.token;
    }
  }

  return {
    platformOf,
    call,

    async *pages(platformId, wanted) {
      const visited = new Set<string>();
      const seen = new Set<string>();
      for (let url: string | null = wanted.url; url !== null;) {
        if (visited.size >= PAGES_MAX || visited.has(url)) return yield REPEATING;
        visited.add(url);
        const found = await platformOf(platformId, url);
        if (found.type === 'refused') return yield found;
        const answer = await call(found.platform, { ...wanted, method: 'GET', url });
        if ('type' in answer) return yield answer;
        if (answer.status !== 200) return yield readFailure(answer, found.quirks, clock.now());
        const items = parseJson(answer.body);
        if (!Array.isArray(items)) return yield { type: 'unknown', words: wordsOf(answer.body) };
        // The same page under ever new addresses.
        const page = fingerprint(answer.body);
        if (items.length > 0 && seen.has(page)) return yield REPEATING;
        seen.add(page);
        yield { type: 'ok', value: items.filter(isRecord) };
        url = nextLink(found.quirks.linkHeader(answer.headers.get('link') ?? ''), url);
      }
    },
  };
}

const REPEATING: Unknown = { type: 'unknown', words: 'the LMS gives the same pages again and again' };

const notSent = (cause: Refused['cause'], words: string): Refused => ({
  type: 'refused',
  cause,
  status: 0,
  words,
});

const originOf = (url: string): string => (URL.canParse(url) ? new URL(url).origin : '(none)');

async function send(
  { method, url, headers, body }: ServiceRequest,
  token: string,
): Promise<HttpAnswer | Unknown> {
  try {
    return await request(url, {
      method,
      headers: { ...headers, authorization: `Bearer ${token}` },
      ...(body !== undefined && { body }),
      timeoutMs: TIMEOUT_MS,
      maxBytes: MAX_BYTES,
    });
  } catch (error) {
    return { type: 'unknown', words: error instanceof HttpError ? LOST_WORDS[error.failure] : String(error) };
  }
}

const LOST_WORDS = {
  timeout: 'the LMS did not answer in time',
  unreachable: 'the connection to the LMS broke',
  tooLarge: 'the answer of the LMS was too large',
} as const;
