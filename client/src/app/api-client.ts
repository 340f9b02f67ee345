import type { z } from 'zod';
import type { Endpoint } from '../../../server/src/contracts/endpoint.ts';
import { ERROR_STATUS, type ErrorBody, type ErrorCode } from '../../../server/src/contracts/errors.ts';
import { API } from '../../../server/src/contracts/paths.ts';
import type { RenewSession } from '../../../server/src/contracts/session.ts';

/** After this long without an answer the server counts as unreachable. */
const TIMEOUT_MS = 30_000;
/** A piece of a file over a slow line takes longer than any answer. */
const BYTES_TIMEOUT_MS = 120_000;

/** Where a bearer is renewed: its own refusal is final. */
const RENEW = '/session/renew' satisfies (typeof RenewSession)['path'];

/** The server's own refusal; its code has a translated text. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: ErrorCode;
  readonly details: Record<string, unknown>;
  readonly requestId: string | null;

  constructor(code: ErrorCode, details: Record<string, unknown> = {}, requestId: string | null = null) {
    super(code);
    this.code = code;
    this.details = details;
    this.requestId = requestId;
  }
}

/** Nothing came back that the server has written: offline, a dead proxy, a time-out. Trying again is right. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';
}

type Part<E, Name extends string> =
  E extends Record<Name, infer T extends z.ZodType>
    ? Record<Name, z.input<T>>
    : Partial<Record<Name, undefined>>;

/** What a call to an endpoint carries, read off its contract. */
export type Parts<E extends Endpoint> = Part<E, 'params'> & Part<E, 'query'> & Part<E, 'body'>;

/** What an endpoint answers with. */
export type Answer<E extends Endpoint> = z.output<E['response']>;

/** The parts of a call once the contract's types have done their work. */
interface LooseParts {
  params?: Record<string, string | number> | undefined;
  query?: Record<string, unknown> | undefined;
  body?: unknown;
}

export interface ApiClient {
  /**
   * Calls one endpoint of the API.
   *
   * @throws ApiError when the server refuses, UnreachableError when it does not answer.
   */
  call<E extends Endpoint>(
    method: E['method'],
    path: E['path'],
    parts: Parts<E>,
    signal?: AbortSignal,
  ): Promise<Answer<E>>;
}

export interface ApiClientOptions {
  readonly fetch: typeof fetch;
  readonly bearer: () => string | null;
  /** By default the bearer alone says who calls, and no cookie has a part in it. */
  readonly credentials?: RequestCredentials;
  /** Gets a new bearer for one that is over. @returns false when the session is over too. @throws when nothing answers. */
  readonly renew: () => Promise<boolean>;
  /** The server no longer knows the bearer, and gives no new one: why. */
  readonly onSessionLost: (why: ErrorCode) => void;
  /** Told after each call whether the server could be reached. */
  readonly onReachable: (reachable: boolean) => void;
}

export function makeApiClient(options: ApiClientOptions): ApiClient {
  async function attempt(method: string, path: string, parts: LooseParts, signal?: AbortSignal) {
    const { params, query, body } = parts;
    const headers = new Headers({ accept: 'application/json' });
    const bearer = options.bearer();
    if (bearer !== null) headers.set('authorization', `Bearer ${bearer}`);
    const isBytes = body instanceof Uint8Array;
    if (body !== undefined) {
      headers.set('content-type', isBytes ? 'application/octet-stream' : 'application/json');
    }
    const timeout = AbortSignal.timeout(isBytes ? BYTES_TIMEOUT_MS : TIMEOUT_MS);
    try {
      const response = await options.fetch(urlOf(path, params, query), {
        method: method.toUpperCase(),
        headers,
        body: bodyOf(body),
        signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
        credentials: options.credentials ?? 'omit',
      });
      const answer: unknown = await readJson(response);
      options.onReachable(true);
      if (response.ok) return answer;
      throw errorOf(answer, response.status);
    } catch (error) {
      if (error instanceof ApiError || signal?.aborted === true) throw error;
      options.onReachable(false);
      throw new UnreachableError('The server did not answer', { cause: error });
    }
  }

  return {
    async call(method, path, parts, signal) {
      const bearer = options.bearer();
      try {
        return (await attempt(method, path, parts, signal)) as never;
      } catch (error) {
        if (!(error instanceof ApiError) || !isSessionLost(error) || bearer === null) throw error;
        // A bearer lives for minutes and a laptop sleeps for hours: while the session lives there is a new one.
        const isRenewable = error.code === 'SESSION_EXPIRED' && path !== RENEW;
        if (isRenewable && (await options.renew()))
          return (await attempt(method, path, parts, signal)) as never;
        options.onSessionLost(error.code);
        throw error;
      }
    },
  };
}

const bodyOf = (body: unknown): BodyInit | null => {
  if (body === undefined) return null;
  return body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body);
};

/** Whether a renewal brought a bearer: false when the session is over. @throws what says nothing of the session */
export async function renewed(renewal: Promise<void>): Promise<boolean> {
  try {
    await renewal;
    return true;
  } catch (error) {
    if (error instanceof ApiError && isSessionLost(error)) return false;
    throw error;
  }
}

/** `/api` and the path with its parameters filled in. */
export function urlOf(
  path: string,
  params: Record<string, string | number> = {},
  query: Record<string, unknown> = {},
): string {
  const filled = path.replaceAll(/:(\w+)/g, (_match, name: string) =>
    encodeURIComponent(String(params[name] ?? '')),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (typeof value === 'string' || typeof value === 'number') search.set(name, String(value));
  }
  return `${API}${filled}${search.size > 0 ? `?${search.toString()}` : ''}`;
}

/** Whether trying the same call again later may succeed. */
export const isTemporary = (error: unknown): boolean =>
  !(error instanceof ApiError) || ERROR_STATUS[error.code] >= 500 || error.code === 'TOO_MANY_REQUESTS';

const isSessionLost = (error: ApiError): boolean =>
  error.code === 'SESSION_EXPIRED' || error.code === 'UNAUTHENTICATED' || error.code === 'MEMBER_LEFT';

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch (error) {
    // A proxy's own page: below 500 the request will not get better by itself.
    if (response.status >= 400 && response.status < 500) return null;
    throw error;
  }
}

function errorOf(body: unknown, status: number): ApiError | UnreachableError {
  if (isErrorBody(body)) return new ApiError(body.error.code, body.error.details, body.error.requestId);
  return status >= 502 ? new UnreachableError(`HTTP ${status}`) : new ApiError('INTERNAL');
}

function isErrorBody(body: unknown): body is ErrorBody {
  if (typeof body !== 'object' || body === null || !('error' in body)) return false;
  const { error } = body;
  return typeof error === 'object' && error !== null && 'code' in error && String(error.code) in ERROR_STATUS;
}
