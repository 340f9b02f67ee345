import type { Endpoint, Parsed } from '../../contracts/endpoint.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { EventActor } from '../../core/events.ts';
import type { Permission } from '../../core/permissions.ts';
import type { Role } from '../../core/roles.ts';

/** The member behind a bearer, as loaded for this request. */
export interface RequestMember {
  readonly id: string;
  readonly role: Role;
  readonly readOnly: boolean;
  readonly testUser: boolean;
  readonly name: string | null;
}

/** Who calls, in which course, from which launch. Made by the bearer check, never from what a request says. */
export interface Caller {
  readonly scope: CourseScope;
  readonly member: RequestMember;
  readonly launchId: string;
  readonly requestId: string;
  /** The caller as events name them. */
  readonly actor: EventActor;
  can(permission: Permission): boolean;
}

export interface PublicCaller {
  readonly requestId: string;
}

export interface Request<E extends Endpoint> {
  readonly caller: E['permission'] extends 'public' ? PublicCaller : Caller;
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
  return { endpoint, serve: serve as Route['serve'] };
}
