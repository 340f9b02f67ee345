import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { HttpError } from '../http-client.ts';
import { checkAddress, type CheckedAddress, type Resolve } from './public-address.ts';

export interface GuardedAnswer {
  readonly status: number;
  readonly body: string;
}

export interface GuardedRequest {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Calls addresses that a stranger has named. */
export interface GuardedClient {
  /** @throws AddressRefused, or HttpError when no whole answer came. */
  request(address: string, what: GuardedRequest): Promise<GuardedAnswer>;
  /** Refuses an address without calling it. @throws AddressRefused, or HttpError when its host has no address. */
  check(address: string): Promise<void>;
}

const TIMEOUT_MS = 10_000;
const MAX_BYTES = 256 * 1024;

/**
 * A client against server-side request forgery: https only (http to this very machine in development), public addresses
 * only, connected to the very addresses that were checked, no redirects, an end in time and size.
 */
export function createGuardedClient(resolve: Resolve, loopbackHttpAllowed: boolean): GuardedClient {
  const checked = (address: string, signal: AbortSignal): Promise<CheckedAddress> =>
    Promise.race([
      checkAddress(address, resolve, loopbackHttpAllowed).catch((error: unknown) => {
        // A name without an address is as unreachable as a host that is down.
        throw (error as { syscall?: unknown }).syscall === undefined
          ? error
          : new HttpError('unreachable', error);
      }),
      aborted(signal),
    ]);

  return {
    async check(address) {
      await checked(address, AbortSignal.timeout(TIMEOUT_MS));
    },

    async request(address, what) {
      const signal = AbortSignal.timeout(TIMEOUT_MS);
      const target = await checked(address, signal);
      try {
        const response = await send(target, what, signal);
        return { status: response.statusCode ?? 0, body: await readBody(response) };
      } catch (error) {
        if (error instanceof HttpError) throw error;
        throw new HttpError(signal.aborted ? 'timeout' : 'unreachable', error);
      }
    },
  };
}

const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new HttpError('timeout')), { once: true });
  });

function send(
  { url, addresses }: CheckedAddress,
  { method, headers, body }: GuardedRequest,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const start = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    // No agent: a pooled connection would have been checked for somebody else.
    start(url, { method, headers, signal, agent: false, lookup: only(addresses) }, resolve)
      .once('error', reject)
      .end(body);
  });
}

/** A look-up that knows these addresses alone. */
const only =
  (addresses: CheckedAddress['addresses']): LookupFunction =>
  (_hostname, { all }, callback) => {
    const [first] = addresses;
    if (all) callback(null, [...addresses]);
    else callback(null, first?.address ?? '', first?.family);
  };

async function readBody(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    if (size > MAX_BYTES) {
      response.destroy();
      throw new HttpError('tooLarge');
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
