import type { AccessTokens, TokenAnswer } from './access-tokens.ts';
import type { Directory } from './directory.ts';
import { type HttpAnswer, HttpError, type HttpMethod, request } from './http-client.ts';
import { nextLink } from './line-item-url.ts';
import type { Platform } from './platforms.store.ts';
import { type Quirks, quirksOf } from './quirks/index.ts';

const TIMEOUT_MS = 15_000;
const MAX_BYTES = 4 * 1024 * 1024;

/** What is sent beside the address and the token. */
export type ServiceRequest = {
  readonly method?: HttpMethod;
  readonly headers: Record<string, string>;
  readonly body?: string;
};

/** An answer of the service itself, or why there is none. */
export type Called =
  | { readonly type: 'answer'; readonly answer: HttpAnswer }
  | Exclude<TokenAnswer, { type: 'token' }>
  | { readonly type: 'lost'; readonly words: string };

/** The platform that an address belongs to, with its quirks; or why nothing may be sent there. */
export type Addressed =
  | { readonly type: 'platform'; readonly platform: Platform; readonly quirks: Quirks }
  | { readonly type: 'notActive' | 'foreign'; readonly words: string };

export interface ServiceClient {
  /** Tokens go to addresses of the platform's own origins and nowhere else. */
  address(platformId: string, url: string): Promise<Addressed>;
  /** Calls a service with an access token for `scope`; a token that was refused is renewed once. Never throws. */
  call(platform: Platform, scope: string, url: string, request: ServiceRequest): Promise<Called>;
}

interface Parts {
  readonly directory: Directory;
  readonly tokens: AccessTokens;
}

/** How every LTI Advantage service of a platform is called: AGS, NRPS, groups, notices. */
export const createServiceClient = ({ directory, tokens }: Parts): ServiceClient => ({
  async address(platformId, url) {
    const platform = await directory.findPlatform(platformId);
    if (platform?.status !== 'active') return { type: 'notActive', words: 'the platform is not active' };
    const origins = await directory.platformOrigins(platform);
    if (URL.canParse(url) && origins.has(new URL(url).origin)) {
      return { type: 'platform', platform, quirks: quirksOf(platform.family) };
    }
    return { type: 'foreign', words: 'the address does not belong to the platform' };
  },

  async call(platform, scope, url, wanted) {
    let refusedToken: string | undefined;
    for (;;) {
      const token = await tokens.get(platform, scope, refusedToken);
      if (token.type !== 'token') return token;
      const called = await send(url, token.token, wanted);
      // A token may have been revoked: one new one, no more.
      const again = called.type === 'answer' && called.answer.status === 401 && refusedToken === undefined;
      if (!again) return called;
      refusedToken = token.token;
    }
  },
});

async function send(url: string, token: string, wanted: ServiceRequest): Promise<Called> {
  const headers = { ...wanted.headers, authorization: `Bearer ${token}` };
  try {
    const answer = await request(url, { ...wanted, headers, timeoutMs: TIMEOUT_MS, maxBytes: MAX_BYTES });
    return { type: 'answer', answer };
  } catch (error) {
    return { type: 'lost', words: error instanceof HttpError ? LOST_WORDS[error.failure] : String(error) };
  }
}

const LOST_WORDS = {
  timeout: 'the LMS did not answer in time',
  unreachable: 'the connection to the LMS broke',
  tooLarge: 'the answer of the LMS was too large',
} as const;

/** The address of the page after an answer, absolute and as the platform means it; null on the last page. */
export const nextPageOf = ({ headers }: HttpAnswer, quirks: Quirks, url: string): string | null =>
  nextLink(quirks.linkHeader(headers.get('link') ?? ''), url);
