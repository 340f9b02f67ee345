import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../../core/clock.ts';
import { fingerprint } from '../../core/ids.ts';
import type { HttpAnswer } from './http-client.ts';
import { isRecord } from './launch-checks.ts';
import type { Platform } from './platforms.store.ts';
import type { Busy, Refused, ServiceAnswer, Unknown } from './ports.ts';
import { parseJson, readFailure, wordsOf } from './score-answers.ts';
import { type Addressed, nextPageOf, type ServiceClient, type ServiceRequest } from './service-client.ts';

/** More pages than any course has: a service that still says "next" does not mean it. */
const PAGES_MAX = 2_000;
/** A page that fails is asked for again before all that was read so far is thrown away. */
const PAGE_RETRIES_MS = [200, 500, 1_500];

/** An address that may be called, with the platform it belongs to. */
export type Callable = Extract<Addressed, { type: 'platform' }>;

export interface AgsCalls {
  /** The platform, when it is active and the address is one of its own: tokens go nowhere else. */
  address(platformId: string, url: string): Promise<Callable | Refused>;
  /** The service's own answer, whatever its status, or why there is none. */
  call(
    platform: Platform,
    scope: string,
    url: string,
    request: ServiceRequest,
  ): Promise<HttpAnswer | Refused | Busy | Unknown>;
  /** The items of a collection page by page, each page's JSON a list; what is not `ok` is the last. */
  pages(
    platformId: string,
    scope: string,
    url: string,
    mediaType: string,
  ): AsyncGenerator<ServiceAnswer<Readonly<Record<string, unknown>>[]>>;
}

/** Calls of the Assignment and Grade Services, with what came of each in the product's words. */
export function createAgsCalls(client: ServiceClient, clock: Clock): AgsCalls {
  async function address(platformId: string, url: string): Promise<Callable | Refused> {
    const found = await client.address(platformId, url);
    if (found.type === 'platform') return found;
    const cause = found.type === 'notActive' ? 'notAllowed' : 'other';
    return { type: 'refused', cause, status: 0, words: found.words };
  }

  async function call(
    platform: Platform,
    scope: string,
    url: string,
    request: ServiceRequest,
  ): Promise<HttpAnswer | Refused | Busy | Unknown> {
    const called = await client.call(platform, scope, url, request);
    switch (called.type) {
      case 'answer':
        return called.answer;
      case 'lost':
        return { type: 'unknown', words: called.words };
      // Without a token nothing was sent.
      case 'refused':
        return { ...called, cause: 'notAllowed', words: wordsOf(called.body) };
      case 'busy':
        return {
          ...called,
          words: wordsOf(called.body),
          retryAfterSeconds: null,
          throttled: called.status === 429,
        };
    }
  }

  async function readPageOnce(
    found: Callable,
    scope: string,
    url: string,
    mediaType: string,
  ): Promise<PageRead> {
    const answer = await call(found.platform, scope, url, { headers: { accept: mediaType } });
    if ('type' in answer) return { answer: null, page: answer };
    return { answer, page: itemsOf(answer, found, clock.now()) };
  }

  async function readPage(found: Callable, scope: string, url: string, mediaType: string): Promise<PageRead> {
    let read = await readPageOnce(found, scope, url, mediaType);
    for (const ms of PAGE_RETRIES_MS) {
      if (!isPassing(read.page)) break;
      await sleep(ms);
      read = await readPageOnce(found, scope, url, mediaType);
    }
    return read;
  }

  return {
    address,
    call,

    async *pages(platformId, scope, firstUrl, mediaType) {
      const addresses = new Set<string>();
      const contents = new Set<string>();
      for (let url: string | null = firstUrl; url !== null;) {
        if (addresses.size >= PAGES_MAX || addresses.has(url)) {
          yield REPEATING;
          return;
        }
        addresses.add(url);
        const found = await address(platformId, url);
        if (found.type === 'refused') {
          yield found;
          return;
        }
        const { answer, page } = await readPage(found, scope, url, mediaType);
        const content = page.type === 'ok' && page.value.length > 0 ? fingerprint(page.value) : null;
        // The same page under ever new addresses.
        const repeats = content !== null && contents.has(content);
        if (content !== null) contents.add(content);
        yield repeats ? REPEATING : page;
        if (repeats || page.type !== 'ok' || !answer) return;
        url = nextPageOf(answer, found.quirks, url);
      }
    },
  };
}

interface PageRead {
  readonly answer: HttpAnswer | null;
  readonly page: ServiceAnswer<Readonly<Record<string, unknown>>[]>;
}

/** May be better in a moment; an LMS that names a time is left alone until then. */
const isPassing = (page: PageRead['page']): boolean =>
  page.type === 'unknown' || (page.type === 'busy' && page.retryAfterSeconds === null);

const REPEATING: Unknown = { type: 'unknown', words: 'the LMS gives the same pages again and again' };

function itemsOf(
  answer: HttpAnswer,
  { quirks }: Callable,
  now: Date,
): ServiceAnswer<Readonly<Record<string, unknown>>[]> {
  if (answer.status !== 200) return readFailure(answer, quirks, now);
  const items = parseJson(answer.body);
  return Array.isArray(items)
    ? { type: 'ok', value: items.filter(isRecord) }
    : { type: 'unknown', words: wordsOf(answer.body) };
}
