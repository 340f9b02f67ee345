/** Knobs that make the platform's services fail the way real ones do. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Request, RequestHandler, Response } from 'express';
import type { LeakyBucket } from './leaky-bucket.ts';
import type { Answer } from './profiles/profile.ts';
import type { LoggedRequest } from './request-log.ts';

export const ENDPOINT_KINDS = ['jwks', 'token', 'scores', 'results', 'lineitems', 'memberships'] as const;
export type EndpointKind = (typeof ENDPOINT_KINDS)[number];

export interface Fault {
  /** Wait before anything else; alone, the request is answered normally afterwards. */
  delayMs?: number;
  /** Never answer. */
  hang?: boolean;
  /** Answer with this status instead of doing the work. */
  status?: number;
  /** Retry-After header beside `status`: seconds or an HTTP date. */
  retryAfter?: number | string;
  /** Answer 200 with something that is not the expected JSON. */
  body?: 'garbage' | 'html';
  /** The right answer under this media type. */
  mediaType?: string;
  /**
   * The right answer with a wrong Link header: to this same page again, to another origin, or to the next page in
   * Moodle's typographic quotes.
   */
  link?: 'repeat' | 'foreign' | 'typographic';
  /** Break the connection before the work, or after it was done and stored. */
  drop?: 'before' | 'after';
  /** Changes what the endpoint would have answered to a request for this path and query. */
  change?: (answer: Answer, url: string) => Answer;
  /** How often it strikes, 0 to 1; always when absent. */
  probability?: number;
  /** How many times it strikes before it wears off; for ever when absent. */
  times?: number;
}

/** Mulberry32: small, seeded, good enough to roll dice with. */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const HTML_ERROR =
  '<!doctype html><html><head><title>Maintenance</title></head><body>Back soon.</body></html>';

export class Misbehaviour {
  /** Seconds the platform's clock is ahead (negative: behind). */
  clockSkewSeconds = 0;
  /** Throttles all services together, as Canvas does; null: no limit. */
  bucket: LeakyBucket | null = null;
  private readonly faults = new Map<EndpointKind, Fault[]>();
  private random = seededRandom(1);

  /** Replaces all faults of an endpoint kind; each request meets the first that strikes. */
  set(kind: EndpointKind, ...faults: Fault[]): void {
    this.faults.set(
      kind,
      faults.map((fault) => ({ ...fault })),
    );
  }

  /** One more fault, after those already there. */
  add(kind: EndpointKind, fault: Fault): void {
    this.set(kind, ...this.get(kind), fault);
  }

  get(kind: EndpointKind): readonly Fault[] {
    return this.faults.get(kind) ?? [];
  }

  /** Everything works again; without a kind, everywhere and with a right clock. */
  clear(kind?: EndpointKind): void {
    if (kind) this.faults.delete(kind);
    else {
      this.faults.clear();
      this.clockSkewSeconds = 0;
      this.bucket = null;
    }
  }

  /** Starts the dice again, so that a run can be repeated. */
  reseed(seed: number): void {
    this.random = seededRandom(seed);
  }

  private strike(kind: EndpointKind): Fault | undefined {
    for (const fault of this.get(kind)) {
      if (fault.times !== undefined && fault.times <= 0) continue;
      if (this.random() >= (fault.probability ?? 1)) continue;
      if (fault.times !== undefined) fault.times -= 1;
      return fault;
    }
    return undefined;
  }

  /** Runs before an endpoint of this kind. */
  middleware(kind: EndpointKind): RequestHandler {
    return async (request, response, next) => {
      const entry = response.locals['logged'] as LoggedRequest;
      entry.kind = kind;
      if (this.bucket && kind !== 'jwks' && !admit(this.bucket, response)) {
        return answerFailure(response, 403, undefined);
      }
      const fault = this.strike(kind);
      if (!fault) return next();
      entry.fault = JSON.stringify(fault);
      if (fault.delayMs !== undefined) await sleep(fault.delayMs);
      if (fault.hang) return;
      if (fault.drop === 'before') return void request.socket.destroy();
      if (fault.status !== undefined) return answerFailure(response, fault.status, fault.retryAfter);
      if (fault.body === 'html') return void response.status(200).type('html').send(HTML_ERROR);
      if (fault.body === 'garbage') return void response.status(200).type('json').send('{"half": "a bod');
      if (fault.drop === 'after') dropInsteadOfAnswering(request, response);
      else if (fault.mediaType !== undefined || fault.link) spoilHeaders(request, response, fault);
      response.locals['change'] = fault.change;
      next();
    };
  }
}

function admit(bucket: LeakyBucket, response: Response): boolean {
  const admitted = bucket.begin();
  response.setHeader('X-Rate-Limit-Remaining', bucket.remaining.toFixed(2));
  if (admitted) response.once('close', () => bucket.end());
  return admitted;
}

/** The handler's own answer, with headers that are wrong. */
function spoilHeaders(request: Request, response: Response, { mediaType, link }: Fault): void {
  const end = response.end.bind(response) as (...args: unknown[]) => Response;
  response.end = (...args: unknown[]) => {
    if (mediaType !== undefined) response.setHeader('Content-Type', mediaType);
    const right = String(response.getHeader('Link') ?? '');
    const next = /<([^>]*)>; rel="next"/.exec(right)?.[1];
    if (link === 'repeat') {
      const here = new URL(request.originalUrl, `http://${request.get('host') ?? ''}`);
      // A cursor of its own each time, so that only the content tells.
      here.searchParams.set('cursor', String(performance.now()));
      response.setHeader('Link', `<${here.href}>; rel="next"`);
    }
    if (link === 'foreign') response.setHeader('Link', '<https://elsewhere.test/page/2>; rel="next"');
    if (link === 'typographic' && next !== undefined) {
      const quoted = Buffer.from('rel=”next”').toString('latin1');
      response.setHeader('Link', `<${next.replaceAll('&', '&amp;')}>; ${quoted}`);
    }
    return end(...args);
  };
}

function answerFailure(response: Response, status: number, retryAfter: number | string | undefined): void {
  if (retryAfter !== undefined) response.set('Retry-After', String(retryAfter));
  const text = status === 403 ? '403 Forbidden (Rate Limit Exceeded)' : `Simulated failure ${status}`;
  response.status(status).type('text').send(text);
}

/** The handler does its work; its answer breaks the connection. */
function dropInsteadOfAnswering(request: Request, response: Response): void {
  response.end = () => {
    request.socket.destroy();
    return response;
  };
}
