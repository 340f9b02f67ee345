import type { Endpoint, Parsed } from '../../contracts/endpoint.ts';
import type { EventStream } from './event-stream.ts';
import type { AdministratorCaller, Caller, PublicCaller } from './ports.ts';

/** Who calls an endpoint of this permission. */
type CallerOf<P extends Endpoint['permission']> = P extends 'public'
  ? PublicCaller
  : P extends 'administrator'
    ? AdministratorCaller
    : Caller;

export interface Request<E extends Endpoint> {
  readonly caller: CallerOf<E['permission']>;
  readonly params: Parsed<E['params']>;
  readonly query: Parsed<E['query']>;
  readonly body: Parsed<E['body']>;
}

/** An endpoint with the one service call that serves it, as the router mounts it. */
export interface Route {
  readonly endpoint: Endpoint;
  readonly serve: (request: Request<Endpoint>) => Promise<unknown>;
}

/** Binds an endpoint to its handler; what the handler returns is what the endpoint's response schema says. */
export function handle<const E extends Endpoint>(
  endpoint: E,
  serve: (request: Request<E>) => Promise<Parsed<E['response']>>,
): Route {
  // The router parses every part by the endpoint's own schemas before it calls, so the narrower type holds.
  return { endpoint, serve };
}

/** Binds an endpoint that answers with events to what opens its stream. */
export function handleStream<const E extends Endpoint & { readonly answersWith: 'events' }>(
  endpoint: E,
  open: (request: Request<E>) => Promise<EventStream>,
): Route {
  return { endpoint, serve: open };
}
